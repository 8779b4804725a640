import { expect, test } from "vitest";
import { connect } from "../../../db/client.ts";
import { makePump, type Parcel } from "../../../src/channels/baileys/pump.ts";
import type { ChannelEvent } from "../../../src/channels/channel.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { newId } from "../../../src/ids.ts";
import { fromPipe, toPipe } from "../../../src/sessions/over-pipe.ts";
import { until } from "../../support/until.ts";

/** A pump whose waits are over at once, and whose sink takes what `refuse` lets pass. */
function pumpThat(refuse: (event: ChannelEvent, tries: number) => Error | undefined | Promise<Error | undefined>) {
  const taken: ChannelEvent[] = [];
  let tries = 0;
  const pump = makePump({
    sink: async (event) => {
      tries += 1;
      const error = await refuse(event, tries);
      if (error) throw error;
      taken.push(event);
    },
    after: (_ms, run) => {
      const now = setImmediate(run);
      return () => clearImmediate(now);
    },
    report: () => undefined,
  });
  return { pump, taken };
}

const about = (lid: string): ChannelEvent => ({ type: "identity", same: { lid } });
const parcel = (event: ChannelEvent, done: string[]): Parcel => ({
  events: () => Promise.resolve([event]),
  done: async () => void done.push(JSON.stringify(event)),
  raw: () => JSON.stringify(event),
});

test("what is refused five times is kept for a person, and the next has its turn", async () => {
  const poison = about("1");
  const done: string[] = [];
  const { pump, taken } = pumpThat((event) => (event === poison ? new Error("no such thing") : undefined));
  pump.push(parcel(poison, done));
  pump.push(parcel(about("2"), done));
  await until("the next", () => taken.length === 2);
  expect(taken).toEqual([{ type: "passed-over", what: "received.refused", raw: JSON.stringify(poison) }, about("2")]);
  await until("both off the journal", () => done.length === 2);
});

test("what could not be taken because the database was away is never passed over", async () => {
  const done: string[] = [];
  const { pump, taken } = pumpThat((_event, tries) =>
    tries <= 20 ? new AppError("database.unavailable", "away") : undefined,
  );
  pump.push(parcel(about("1"), done));
  await until("it", () => taken.length === 1);
  expect(taken).toEqual([about("1")]);
});

test("a database that cannot be reached costs nobody a message: not in the worker, nor in its session host", async () => {
  const nowhere = connect("postgres://nobody@127.0.0.1:1/none", { max: 1, name: "saldar-test" });
  const refusal = () =>
    nowhere
      .inBusinessByKey(newId(), (tx) => tx`select 1`)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
  const done: string[] = [];
  const { pump, taken } = pumpThat(async (_event, tries) =>
    tries <= 10 ? fromPipe.failure(toPipe.failure(await refusal())) : undefined,
  );
  let reads = 0;
  pump.push({
    ...parcel(about("1"), done),
    async events() {
      reads += 1;
      if (reads <= 10) throw await refusal();
      return [about("1")];
    },
  });
  await until("it", () => taken.length === 1);
  expect(taken).toEqual([about("1")]);
  await nowhere.close();
});
