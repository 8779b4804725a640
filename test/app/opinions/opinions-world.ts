import { type Clock, systemClock } from "../../../src/clock.ts";
import { assert, present } from "../../../src/domain/assert.ts";
import { openAiCompatible } from "../../../src/language-model/openai-compatible.ts";
import type { TestDatabase } from "../../support/database.ts";
import { type Answering, type ModelServer, startModelServer } from "../../support/model-server.ts";
import { collectingLog, makeWorld, type SampleDebtor, silentLog, type World } from "../../support/world.ts";

/** Words that mean nothing to anybody: whatever we learn to read, these stay in doubt. */
export const NONSENSE = "los gatos verdes vuelan bajito";

export type StoredRow = {
  readonly messageId: string;
  readonly state: string;
  readonly model: string;
  readonly text: string;
  readonly textHash: string;
  readonly outcome: string | null;
  readonly remark: string | null;
  readonly verdict: unknown;
  readonly opinion: unknown;
  readonly latencyMs: number | null;
  readonly tokens: number | null;
};

/** A world with a language model at a real address of this machine. */
export type OpinionsWorld = World & {
  readonly server: ModelServer;
  /** Somebody who has proved who they are, and reads their balance. */
  verified(number: number): Promise<SampleDebtor>;
  opinions(phone: string): Promise<StoredRow[]>;
  talk(phone: string): Promise<{ state: string; owner: string; closed: boolean; waiting: number }>;
};

export async function opinionsWorld(
  database: TestDatabase,
  { answering, clock = systemClock }: { answering?: Answering; clock?: Clock } = {},
): Promise<OpinionsWorld> {
  const server = await startModelServer(answering);
  const model = { url: server.url, model: "small-1", key: "a key" };
  const log = collectingLog();
  const world = await makeWorld(database, {
    clock,
    log,
    languageModel: openAiCompatible(model, { clock, log: silentLog }),
  });
  const { owner, business } = world;
  return {
    ...world,
    server,
    async verified(number) {
      const debtor = await world.addDebtor(number);
      for (const text of ["hola", debtor.document.slice(-4)]) {
        await world.says(debtor.phone, text);
        await world.settle();
      }
      return debtor;
    },
    opinions: (phone) => owner<StoredRow[]>`
      select o.* from second_opinion o join message m on m.id = o.message_id
      join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
      where o.business_id = ${business.id} and k.phone = ${phone} order by m.sent_at`,
    async talk(phone) {
      const [row] = await owner<{ state: string; owner: string; closed: boolean; waiting: number }[]>`
        select c.state, c.owner, c.closed_at is not null as closed,
          (select count(*)::int from message m where m.conversation_id = c.id and m.direction = 'in' and m.turn is null) as waiting
        from conversation c join contact k on k.id = c.contact_id
        where c.business_id = ${business.id} and k.phone = ${phone} order by c.recorded_at desc limit 1`;
      return present(row, "their conversation");
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
      assert(log.complaints.length === 0, `nothing was to be complained of: ${log.complaints.join("\n")}`);
    },
  };
}
