import { expect, test } from "vitest";
import type { ChannelEvent } from "../../../src/channels/channel.ts";
import { inbox } from "../../../src/channels/whatsapp-web/inbox.ts";
import { systemClock } from "../../../src/clock.ts";
import { until } from "../../support/until.ts";

test("what is refused five times is kept for a person, and the next has its turn", async () => {
  const poison: ChannelEvent = { type: "identity", same: { lid: "1" } };
  const next: ChannelEvent = { type: "identity", same: { lid: "2" } };
  const taken: ChannelEvent[] = [];
  const box = inbox(
    async (event) => {
      if (event === poison) throw new Error("no such thing");
      taken.push(event);
    },
    { clock: systemClock, readUpTo: undefined, keepReadUpTo: () => Promise.resolve(), report: () => undefined },
  );
  box.add({ events: () => Promise.resolve([poison]) });
  box.add({ events: () => Promise.resolve([next]) });
  await until("the next", () => taken.length === 2);
  expect(taken).toEqual([{ type: "passed-over", what: "identity.refused", raw: JSON.stringify(poison) }, next]);
  await box.close();
});
