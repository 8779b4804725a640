import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { forceRows, tables } from "../support/tables.ts";

// What was once written here is what happened. Whoever asks, the application or the owner of the tables, the database
// itself refuses to change it.

const APPENDED = [
  "audit_event",
  "contact_made",
  "contact_permission",
  "conversation_event",
  "ledger_block",
  "ledger_entry",
  "ledger_posting",
  "message_cost",
  "message_reading",
  "message_status",
  "number_decision",
  "number_event",
  "outcome",
  "outside_contact",
  "outside_contact_withdrawal",
  "payment_fact",
  "rate_card",
  "reading_correction",
  "send_decision",
  "suppression",
];

const database = useDatabase();
const BUSINESS = newId();
let owner: Sql;
let app: Database;
beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "test" });
  app = connect(database.appUrl, { max: 2, name: "test" });
  await forceRows(
    owner,
    (await tables(owner)).filter(({ name }) => APPENDED.includes(name)),
    BUSINESS,
  );
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

// A trigger's bits: 2 before, 8 delete, 16 update, 32 truncate.
test("exactly these tables are guarded against every change", async () => {
  const guarded = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (select bit_or(t.tgtype::int) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled = 'O'
        and t.tgqual is null and t.tgattr = '' and t.tgtype & 2 = 2) & 56 = 56
    order by 1`;
  expect(guarded.map(({ name }) => name)).toEqual(APPENDED);
});

describe.each(APPENDED)("%s", (table) => {
  test.each([
    ["update", `update ${table} set business_id = business_id`],
    ["delete", `delete from ${table}`],
    ["truncate", `truncate ${table} cascade`],
  ])("refuses the owner's %s", async (_, statement) => {
    await expect(owner.unsafe(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(23001|P0001|23514)$/),
    });
  });

  test.each([
    ["update", `update ${table} set business_id = business_id`],
    ["delete", `delete from ${table}`],
    ["truncate", `truncate ${table}`],
  ])("gives the application no right to %s", async (_, statement) => {
    await expect(app.inBusiness(BUSINESS, (tx) => tx.unsafe(statement))).rejects.toMatchObject({ code: "42501" });
  });

  test("still has its row", async () => {
    expect(await owner.unsafe(`select count(*)::int as rows from ${table}`)).toEqual([{ rows: 1 }]);
  });
});

test("of an event what was understood can be forgotten, once, and nothing changes with it", async () => {
  for (const statement of [
    "update conversation_event set meaning = null, handled = not handled",
    `update conversation_event set meaning = '{"type": "yes"}'`,
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const forget = () => app.inBusiness(BUSINESS, (tx) => tx`update conversation_event set meaning = null`);
  expect((await forget()).count).toBe(1);
  await expect(forget()).rejects.toMatchObject({ code: "23001" });
});

test("of a reading what it quotes can be emptied, together, once, and nothing changes with it", async () => {
  for (const statement of [
    "update message_reading set evidence = '', intents = '[]', words = null, intent = 'other'",
    "update message_reading set evidence = 'another', intents = '[]', words = null",
    "update message_reading set words = null",
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const empty = () =>
    app.inBusiness(BUSINESS, (tx) => tx`update message_reading set evidence = '', intents = '[]', words = null`);
  expect((await empty()).count).toBe(1);
  await expect(empty()).rejects.toMatchObject({ code: "23001" });
});

test("of a correction the words can be emptied, once, and nothing changes with them", async () => {
  for (const statement of [
    "update reading_correction set words = 'another'",
    "update reading_correction set words = null, intent = null",
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const empty = () => app.inBusiness(BUSINESS, (tx) => tx`update reading_correction set words = null`);
  expect((await empty()).count).toBe(1);
  await expect(empty()).rejects.toMatchObject({ code: "23001" });
});

test("of a contact made elsewhere note and address can be emptied, together, and nothing changes with them", async () => {
  for (const statement of [
    "update outside_contact set note = 'another'",
    "update outside_contact set note = null, address = null, kind = 'rejected'",
    "update outside_contact set kind = 'rejected'",
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const empty = () => app.inBusiness(BUSINESS, (tx) => tx`update outside_contact set note = null, address = null`);
  expect((await empty()).count).toBe(1);
  await expect(empty()).rejects.toMatchObject({ code: "23001" });
});

test("of a withdrawal the reason can be emptied, once, and nothing changes with it", async () => {
  for (const statement of [
    "update outside_contact_withdrawal set reason = 'another'",
    "update outside_contact_withdrawal set reason = null, withdrawn_by = 'another'",
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const empty = () => app.inBusiness(BUSINESS, (tx) => tx`update outside_contact_withdrawal set reason = null`);
  expect((await empty()).count).toBe(1);
  await expect(empty()).rejects.toMatchObject({ code: "23001" });
});

test("of what WhatsApp told the message's id can give way to a hash, once, and nothing changes with it", async () => {
  const hash = `erased:${"0".repeat(64)}`;
  for (const statement of [
    "update message_status set provider_id = 'wamid.other'",
    `update message_status set provider_id = '${hash}', status = 'read'`,
  ])
    await expect(owner.unsafe(statement), statement).rejects.toMatchObject({ code: "23001" });
  const hashIt = () => app.inBusiness(BUSINESS, (tx) => tx`update message_status set provider_id = ${hash}`);
  expect((await hashIt()).count).toBe(1);
  await expect(hashIt()).rejects.toMatchObject({ code: "23001" });
});
