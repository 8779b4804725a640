import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { type BusinessWithWork, businessesWithWork } from "../../db/businesses-with-work.ts";
import { keepNumberEvents } from "../../db/number-events.ts";
import { findSilent } from "../../db/payments/deliveries.ts";
import { askAboutSilent } from "../../src/app/payments/ask-about-silent.ts";
import { present } from "../../src/domain/assert.ts";
import { OPEN_FOR_HOURS } from "../../src/domain/payments/checkout-terms.ts";
import { idOfContent, newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, sampleBusiness, type World } from "../support/world.ts";

// The one statement that is asked each second. What is due is `test/jobs/who-has-work.test.ts`; here is what it costs, and who has stirred.

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const ask = (sql = world.db.lookups) =>
  businessesWithWork(sql, {
    realNow: world.deps.clock.now(),
    stirredForSeconds: 60,
    openForHours: OPEN_FOR_HOURS,
    channelIds: [world.channelId],
  });

function of(found: readonly BusinessWithWork[], id: string): BusinessWithWork {
  return present(
    found.find(({ businessId }) => businessId === id),
    "the business",
  );
}

test("what was told of a number stirs its business for a minute, and not for ever", async () => {
  const quiet = sampleBusiness();
  const channelId = newId();
  const { id: businessId } = quiet;
  await world.db.inBusiness(businessId, async (tx) => {
    await insertBusiness(tx, quiet);
    await insertChannel(tx, businessId, { id: channelId, kind: "cloud", name: "A", routingKey: "quiet" });
  });
  const told = (what: string) => ({
    id: idOfContent(what),
    channelId,
    kind: "quality",
    detail: { what },
    at: world.deps.clock.now(),
  });
  const old = Array.from({ length: 20 }, (_, number) => told(`news ${number}`));
  // Of any that is told, the id is greater than every one that is made today, but for one in a hundred.
  expect(old.filter(({ id }) => id > newId()).length).toBeGreaterThan(10);
  for (const { id } of old)
    await world.owner`insert into number_event (business_id, id, channel_id, kind, detail, at, recorded_at)
      values (${businessId}, ${id}, ${channelId}, 'quality', '{}', now(), now() - interval '61 seconds')`;
  expect(of(await ask(), businessId).hasStirred).toBe(false);
  await world.db.inBusiness(businessId, (tx) => keepNumberEvents(tx, businessId, [told("one more")]));
  expect(of(await ask(), businessId)).toMatchObject({ hasStirred: true, hasWork: false });
});

const MANY = 20_000;
/** Often enough that Postgres keeps a plan, and no longer makes one for what it is asked this time. */
const TIMES = 8;

/** How many rows of a table it fetches, each time it is asked. */
async function readEachTime(table: string): Promise<number[]> {
  const sql = await world.db.lookups.reserve();
  await sql`begin`;
  const reads = [0];
  for (let time = 0; time < TIMES; time += 1) {
    await ask(sql);
    const [read] = await sql<{ rows: number }[]>`
      select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = ${table}`;
    reads.push(present(read, "what was read").rows);
  }
  await sql`rollback`;
  sql.release();
  return reads.slice(1).map((rows, time) => rows - present(reads[time], "the time before"));
}

/** One that is over. Nothing of it is due. */
async function addConversation(number: number): Promise<{ id: string; debtorId: string }> {
  const debtor = await world.addDebtor(number);
  await world.owner`delete from ledger_unsealed`;
  const id = newId();
  await world.owner`insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language,
      opened_at, closed_at, outcome)
    values (${world.business.id}, ${id}, ${world.channelId}, ${debtor.contactId}, ${debtor.id}, 'collect', 1, 'x', '{}', 'es', now(), now(), 'other')`;
  return { id, debtorId: debtor.id };
}

test("a list that is placed for later days is not read for what is due or under way today", async () => {
  const { id } = await addConversation(1);
  await world.owner`
    insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, author, owner_epoch, state, send_at)
    select ${world.business.id}, gen_random_uuid(), ${id}, n, 1, 'opening', 'proactive', '{}', 'bot', 0,
      case when n % 2 = 0 then 'queued' else 'accepted' end, '2027-01-01'::timestamptz + n * interval '1 minute'
    from generate_series(1, ${2 * MANY}::int) n`;
  await world.owner`vacuum analyze outbox`;
  const reads = await readEachTime("outbox");
  expect(Math.max(...reads)).toBeLessThanOrEqual(3);
  expect(of(await ask(), world.business.id).hasWork).toBe(false);
});

test("pages, vouchers and receipts of the past are not read for those that are worth a question today", async () => {
  const { id, debtorId } = await addConversation(2);
  await world.owner`
    insert into payment_link (business_id, id, debtor_id, conversation_id, purpose, token_hash, token_sealed, expires_at, provider,
      checkout_reference, checkout_expires_at)
    select ${world.business.id}, gen_random_uuid(), ${debtorId}, ${id}, 'balance', sha256(n::text::bytea), '', now(), 'test', 'page ' || n,
      now() - interval '3 days' - n * interval '1 minute'
    from generate_series(1, ${MANY}::int) n`;
  await world.owner`
    insert into payment (business_id, id, money_object, provider, state, amount_minor, currency, recorded_at)
    select ${world.business.id}, gen_random_uuid(), 'test:' || n, 'test', 'processing', 1, 'COP', now() - interval '31 days' - n * interval '1 minute'
    from generate_series(1, ${MANY}::int) n`;
  await world.owner`
    insert into payment_proof (business_id, id, debtor_id, conversation_id, claimed_at)
    select ${world.business.id}, gen_random_uuid(), ${debtorId}, ${id}, now() from generate_series(1, ${MANY}::int) n`;
  await world.owner`vacuum analyze payment_link, payment, payment_proof`;
  for (const table of ["payment_link", "payment", "payment_proof"])
    expect([table, Math.max(...(await readEachTime(table)))]).toEqual([table, 0]);
  expect(of(await ask(), world.business.id).hasWork).toBe(false);
});

test("a page and a voucher that a question waits about are found no more in that round", async () => {
  const { id, debtorId } = await addConversation(3);
  const { business, db, deps, owner } = world;
  await owner`
    insert into payment_link (business_id, id, debtor_id, conversation_id, purpose, token_hash, token_sealed, expires_at, provider,
      checkout_reference, checkout_expires_at)
    values (${business.id}, ${newId()}, ${debtorId}, ${id}, 'balance', sha256('asked'), '', now(), 'test', 'asked page', now())`;
  await owner`
    insert into payment (business_id, id, money_object, provider, state, amount_minor, currency, recorded_at)
    values (${business.id}, ${newId()}, 'test:asked', 'test', 'processing', 1, 'COP', now() - interval '36 hours')`;
  const realNow = deps.clock.now();
  const silent = () =>
    db.inBusiness(business.id, (tx) =>
      findSilent(tx, business.id, { realNow, openForHours: OPEN_FOR_HOURS, limit: 20 }),
    );
  expect((await silent()).map(({ objectId }) => objectId).toSorted()).toEqual(["asked page", "test:asked"]);
  await askAboutSilent(deps, business.id);
  expect(await silent()).toEqual([]);
});
