import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type SampleDebtor, sampleBusiness, type World } from "../support/world.ts";

/*
 * A business that is not named is not looked at, and what is due there waits for ever: each kind of work is laid before the
 * look-up by itself, between two businesses that have nothing to do, and so is what is not due yet.
 */
const database = useDatabase();
let world: World;
let debtor: SampleDebtor;
let conversationId: string;
beforeAll(async () => {
  world = await makeWorld(database);
  for (const isBefore of [true, false]) await addQuiet(isBefore);
  debtor = await world.addDebtor(1);
  await world.says(debtor.phone, "hola");
  await world.settle();
  conversationId = present((await world.owner<{ id: string }[]>`select id from conversation`)[0], "a conversation").id;
  // Its alarm is the flow's; here each test sets its own.
  await world.owner`update conversation set alarm_at = null`;
});
afterAll(() => world[Symbol.asyncDispose]());

async function addQuiet(isBefore: boolean): Promise<void> {
  // Ids of both ends, so that the one with work is neither the first nor the last that is asked about.
  const id = isBefore ? "00000000-0000-7000-8000-000000000001" : "ffffffff-ffff-7fff-bfff-ffffffffffff";
  await world.db.inBusiness(id, async (tx) => {
    await insertBusiness(tx, { ...sampleBusiness(), id });
    await insertChannel(tx, id, { id: newId(), kind: "cloud", name: "A", routingKey: `quiet-${id}` });
  });
}

const own = () => world.business.id;

/** Plain literals, which Postgres reads as what the column is. */
function insert(table: string, row: Record<string, unknown>): PromiseLike<unknown> {
  const literal = (value: unknown) =>
    `'${String(value instanceof Object ? JSON.stringify(value) : value).replaceAll("'", "''")}'`;
  return world.owner.unsafe(
    `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.values(row).map(literal).join(", ")})`,
  );
}
const someone = () => ({ business_id: own(), debtor_id: debtor.id, conversation_id: conversationId });

const insertOutbox = (changes: object) => () => {
  const row = {
    ...{ business_id: own(), id: newId(), conversation_id: conversationId, revision: 900, position: 1 },
    ...{
      kind: "agent",
      trigger: "reply",
      payload: {},
      author: "agent:a",
      owner_epoch: 1,
      send_at: "2026-01-01T00:00:00Z",
    },
    ...changes,
  };
  return insert("outbox", row);
};
const dropOutbox = () => world.owner`delete from outbox where revision = 900`;

const insertWaiting = (changes: object = {}) => {
  const row = {
    ...{
      business_id: own(),
      id: newId(),
      conversation_id: conversationId,
      channel_id: world.channelId,
      direction: "in",
    },
    ...{ provider_id: "wamid.waiting", kind: "text", body: "hola", sent_at: "2026-11-18T15:00:00Z", author: "debtor" },
    ...changes,
  };
  return insert("message", row);
};
const dropWaiting = () => world.owner`delete from message where provider_id = 'wamid.waiting'`;

const setAlarm = (shift: string) => () =>
  world.owner`update conversation set alarm_at = (select now() + b.clock_offset_ms * interval '1 millisecond' + ${shift}::interval
    from business b where b.id = ${own()})`;
const dropAlarm = () => world.owner`update conversation set alarm_at = null`;

const insertPromise = (dueOn: string) => () => {
  const row = {
    ...someone(),
    id: newId(),
    promised_on: "2026-11-10",
    due_on: dueOn,
    amount_minor: "1",
    currency: "COP",
  };
  return insert("promise", row);
};
const dropPromise = () => world.owner`delete from promise`;

const insertDelivery = (changes: object) => () => {
  const row = { provider: "test", event_id: newId(), body: "{}", received_at: "2026-11-18T15:00:00Z", ...changes };
  return insert("provider_delivery", row);
};
const dropDelivery = () => world.owner`delete from provider_delivery`;

const setPage = (shift: string) => async () => {
  const row = { ...someone(), id: newId(), purpose: "balance", token_hash: "a", token_sealed: "b" };
  await insert("payment_link", { ...row, provider: "test", expires_at: "2027-01-01T00:00:00Z" });
  await world.owner`
    update payment_link set checkout_reference = 'a page', checkout_expires_at = now() + interval '23 hours' - ${shift}::interval`;
};
const dropPage = () => world.owner`delete from payment_link`;

const insertFile = (changes: object) => async () => {
  const row = { business_id: own(), message_id: newId(), channel_id: world.channelId, mime: "image/jpeg" };
  await insert("message_file", { ...row, ...changes });
};
const dropFile = () => world.owner`delete from message_file`;

type Case = readonly [what: string, make: () => PromiseLike<unknown>, undo: () => PromiseLike<unknown>];

const DUE: readonly Case[] = [
  ["a message that waits for its turn", () => insertWaiting(), dropWaiting],
  ["an alarm that has rung", setAlarm("-1 second"), dropAlarm],
  ["a send that is due", insertOutbox({ state: "queued" }), dropOutbox],
  ["a send whose process died", insertOutbox({ state: "sending", lease_until: "2026-01-01T00:00:00Z" }), dropOutbox],
  ["a send of which nobody knows", insertOutbox({ state: "unknown", lease_until: "2099-01-01T00:00:00Z" }), dropOutbox],
  ["a promise whose day is over", insertPromise("2026-11-17"), dropPromise],
  ["a provider's delivery", () => insertDelivery({ business_id: own() })(), dropDelivery],
  ["a page that was open for ten minutes", setPage("10 minutes 1 second"), dropPage],
  ["a file that is wanted", insertFile({}), dropFile],
  [
    "a simulated phone's report",
    () => world.owner`insert into simulator_report (business_id, channel_id, report, due_at)
      values (${own()}, ${world.channelId}, '{}', now() - interval '1 second')`,
    () => world.owner`delete from simulator_report`,
  ],
  [
    "an entry that is not sealed",
    () =>
      world.owner`insert into ledger_unsealed (business_id, entry_id) select business_id, id from ledger_entry limit 1`,
    () => world.owner`delete from ledger_unsealed`,
  ],
  [
    "a voucher that was not heard of for a day",
    () => {
      const row = { business_id: own(), id: newId(), money_object: "test:v", provider: "test", state: "processing" };
      return insert("payment", { ...row, amount_minor: 1, currency: "COP" }).then(
        () => world.owner`update payment set recorded_at = now() - interval '25 hours'`,
      );
    },
    () => world.owner`delete from payment`,
  ],
  [
    "a receipt's picture that is wanted",
    async () => {
      await insertWaiting({ turn: 1 });
      const row = { ...someone(), id: newId(), claimed_at: "2026-11-18T15:00:00Z" };
      await insert("payment_proof", row);
      await world.owner`update payment_proof set message_id = (select id from message where provider_id = 'wamid.waiting')`;
    },
    async () => {
      await world.owner`delete from payment_proof`;
      await dropWaiting();
    },
  ],
  [
    "a list that is being written",
    () => {
      const row = {
        business_id: own(),
        id: newId(),
        state: "committing",
        file_name: "muestra.csv",
        sha256: "00",
        size_bytes: 1,
      };
      const said = { settings: {}, summary: {}, total_rows: 1, uploaded_by: "a", uploaded_at: "2026-11-18T15:00:00Z" };
      return insert("debtor_list", { ...row, ...said });
    },
    () => world.owner`delete from debtor_list`,
  ],
  [
    "an erasure that is not whole",
    () => insert("erasure", { business_id: own(), debtor_id: debtor.id, marks: "" }),
    () => world.owner`delete from erasure`,
  ],
];

const NOT_DUE: readonly Case[] = [
  ["an alarm that will ring", setAlarm("1 minute"), dropAlarm],
  ["a send for later", insertOutbox({ state: "queued", send_at: "2099-01-01T00:00:00Z" }), dropOutbox],
  ["a send that is tried again later", insertOutbox({ state: "queued", retry_at: "2099-01-01T00:00:00Z" }), dropOutbox],
  ["a send on its way", insertOutbox({ state: "sending", lease_until: "2099-01-01T00:00:00Z" }), dropOutbox],
  [
    "a send whose number is blocked",
    async () => {
      await insertOutbox({ state: "queued" })();
      await world.owner`update channel set blocks = '{"refused":"by this test"}' where id = ${world.channelId}`;
    },
    async () => {
      await dropOutbox();
      await world.owner`update channel set blocks = '{}'`;
    },
  ],
  ["a promise of today", insertPromise("2026-11-18"), dropPromise],
  [
    "a delivery that is tried again later",
    () => insertDelivery({ business_id: own(), retry_at: "2099-01-01T00:00:00Z" })(),
    dropDelivery,
  ],
  ["a page that was just opened", setPage("5 minutes"), dropPage],
  ["a file of a number that is not open here", () => insertFile({ channel_id: newId() })(), dropFile],
  ["a file that is tried again later", insertFile({ retry_at: "2099-01-01T00:00:00Z" }), dropFile],
  [
    "a message in a conversation that rests after a failure",
    async () => {
      await insertWaiting();
      await world.owner`update conversation set retry_at = '2099-01-01T00:00:00Z'`;
    },
    async () => {
      await dropWaiting();
      await world.owner`update conversation set retry_at = null`;
    },
  ],
];

test.each(DUE)("its business is named, and no other, for %s", async (_, make, undo) => {
  expect(await world.jobs.whoHasWork()).toEqual([]);
  try {
    await make();
    expect(await world.jobs.whoHasWork()).toEqual([own()]);
  } finally {
    await undo();
  }
  expect(await world.jobs.whoHasWork()).toEqual([]);
});

test.each(NOT_DUE)("nobody is named for %s", async (_, make, undo) => {
  try {
    await make();
    expect(await world.jobs.whoHasWork()).toEqual([]);
  } finally {
    await undo();
  }
});

test("a delivery that is nobody's yet has one business look, which finds out whose it is", async () => {
  await insertDelivery({})();
  expect(await world.jobs.whoHasWork()).toHaveLength(1);
  await dropDelivery();
});

test("a business that cannot be asked is looked at, and keeps none of the others out", async () => {
  await insertWaiting();
  await world.owner`update business set zone = 'Nowhere/At_All' where id = '00000000-0000-7000-8000-000000000001'`;
  await insertPromise("2026-11-17")();
  await world.owner`update business set zone = 'Nowhere/At_All' where id = ${own()}`;
  expect(await world.jobs.whoHasWork()).toContain(own());
  await world.owner`update business set zone = 'America/Bogota'`;
  await dropPromise();
  await dropWaiting();
  expect(await world.jobs.whoHasWork()).toEqual([]);
});

test("whoever asks has no more right than before: nothing of the last business is seen after it", async () => {
  await insertWaiting();
  const seen = await world.db.lookups.begin(async (sql) => {
    await sql`select * from businesses_with_work(now(), 23, '{}', ${newId()}::uuid, 60)`;
    return sql`select id from message`;
  });
  expect(seen).toHaveLength(0);
  await dropWaiting();
});
