import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "../../db/client.ts";
import { type FiguresRow, numberCosts, numberFigures, numberQueue } from "../../db/console/numbers.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
const other = newId();

const DAY = WEDNESDAY.minus({ days: 1 });
const WEEK = WEDNESDAY.minus({ days: 7 });
const UNREACHABLE = ["131026", "131050"];
const PEOPLE = 400;
const MESSAGES = 20_000;

/** Sixty days of two numbers: what they sent and got, with every status there is, most of it older than a week. */
beforeAll(async () => {
  world = await makeWorld(database);
  const { owner, business, channelId } = world;
  await owner`
    insert into channel (business_id, id, kind, name, routing_key) values (${business.id}, ${other}, 'cloud', 'Other', ${`other-${business.id}`})`;
  await owner`
    insert into contact (business_id, id, phone, wa_key)
    select ${business.id}, md5('contact' || n)::uuid, '+57300' || lpad(n::text, 7, '0'), '57300' || lpad(n::text, 7, '0')
    from generate_series(1, ${PEOPLE}) n`;
  await owner`
    insert into conversation (business_id, id, channel_id, contact_id, flow, flow_version, state, context, language, opened_at, last_inbound_at)
    select ${business.id}, md5('talk' || n)::uuid, case when n % 3 = 0 then ${other}::uuid else ${channelId}::uuid end,
      md5('contact' || n)::uuid, 'collect', 1, 'reminding', '{}', 'es', ${WEDNESDAY},
      case when n % 4 = 0 then ${WEDNESDAY}::timestamptz - make_interval(hours => n % 300) end
    from generate_series(1, ${PEOPLE}) n`;
  await owner`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, sent_at, status_rank, failed_code)
    select ${business.id}, md5('message' || n)::uuid, md5('talk' || t.place)::uuid, c.channel_id,
      case when n % 5 = 0 then 'in' else 'out' end, 'bot', 'text', 'x', case when n % 11 = 0 then null else 'wamid.' || n end,
      ${WEDNESDAY}::timestamptz - make_interval(secs => (n::bigint * 7919) % (60 * 86400)), case when n % 11 = 0 then 0 else n % 5 end,
      case when n % 11 <> 0 and n % 5 = 2 then (array['131026', '131050', '131000'])[1 + n % 3] end
    from generate_series(1, ${MESSAGES}) n
    cross join lateral (select 1 + (n * 31) % ${PEOPLE} as place) t
    join conversation c on c.business_id = ${business.id} and c.id = md5('talk' || t.place)::uuid`;
  // Refused at once, so that no status ever came: their code stands in the outbox.
  await owner`
    insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at, state, failure)
    select m.business_id, m.id, m.conversation_id, row_number() over (order by m.id), 0, 'reminder', 'proactive', '{}', 0, 'bot', m.sent_at, 'rejected',
      '{"code": "131026"}'
    from message m where m.business_id = ${business.id} and m.direction = 'out' and m.provider_id is null`;
  await owner`analyze message, conversation, outbox, contact`;
});
afterAll(() => world[Symbol.asyncDispose]());

type Sent = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly sentAt: DateTime;
  readonly statusRank: number;
  readonly providerId: string | null;
  readonly failedCode: string | null;
  readonly lastInboundAt: DateTime | null;
};

/** The same figures in another hand: message by message. */
function countedOneByOne(sent: readonly Sent[], since: DateTime) {
  const lately = sent.filter(({ sentAt }) => sentAt >= since);
  const failed = lately.filter(({ statusRank, providerId }) => statusRank === 2 || providerId === null);
  const first = new Map<string, DateTime>();
  for (const { conversationId, sentAt } of lately) {
    const known = first.get(conversationId);
    if (!known || sentAt < known) first.set(conversationId, sentAt);
  }
  const replied = [...first].filter(([id, at]) => {
    const answer = sent.find(({ conversationId }) => conversationId === id)?.lastInboundAt;
    return answer != null && answer > at;
  });
  const blocked = failed.filter((one) => UNREACHABLE.includes(one.failedCode ?? "131026"));
  return {
    sent: lately.filter(({ providerId, statusRank }) => providerId !== null || statusRank > 0).length,
    delivered: lately.filter(({ statusRank }) => statusRank >= 3).length,
    read: lately.filter(({ statusRank }) => statusRank === 4).length,
    failed: failed.length,
    people: first.size,
    replied: replied.length,
    blocked: new Set(blocked.map(({ conversationId }) => conversationId)).size,
  };
}

function figures(only?: string): Promise<FiguresRow[]> {
  return world.db.inBusiness(world.business.id, (tx) => ask(tx, only));
}

function ask(tx: Tx, only?: string): Promise<FiguresRow[]> {
  return numberFigures(tx, world.business.id, { day: DAY, week: WEEK, unreachable: UNREACHABLE, only });
}

test("the figures of each number equal those counted one by one, in 24 hours and in 7 days", async () => {
  const { business, channelId } = world;
  const all = await world.db.inBusiness(business.id, (tx) => {
    return tx<Sent[]>`
      select m.channel_id, m.conversation_id, m.sent_at, m.status_rank, m.provider_id, m.failed_code, c.last_inbound_at
      from message m join conversation c on c.business_id = m.business_id and c.id = m.conversation_id
      where m.business_id = ${business.id} and m.direction = 'out'`;
  });
  const found = await figures();
  expect(found.map((row) => row.channelId).toSorted()).toEqual([channelId, other].toSorted());
  for (const id of [channelId, other]) {
    const sent = all.filter((one) => one.channelId === id);
    const row = present(
      found.find((one) => one.channelId === id),
      "the number's figures",
    );
    const day = countedOneByOne(sent, DAY);
    const week = countedOneByOne(sent, WEEK);
    for (const count of [...Object.values(day), ...Object.values(week)]) expect(count).toBeGreaterThan(0);
    expect(row).toEqual({ channelId: id, ...spread("day", day), ...spread("week", week) });
  }
});

test("one number's are the same asked alone, and no message older than a week is looked at", async () => {
  const { owner, business } = world;
  const all = await figures();
  const { alone, lookedAt } = await world.db.inBusiness(business.id, async (tx) => {
    const before = await readOfIndex(tx);
    const rows = await ask(tx, other);
    return { alone: rows, lookedAt: (await readOfIndex(tx)) - before };
  });
  expect(alone).toEqual(all.filter(({ channelId }) => channelId === other));
  const [lately] = await owner<{ count: bigint }[]>`
    select count(*) from message where channel_id = ${other} and direction = 'out' and sent_at >= ${WEEK}`;
  // The planner looks at an end of the index too.
  expect(lookedAt).toBeGreaterThanOrEqual(Number(lately?.count));
  expect(lookedAt).toBeLessThanOrEqual(Number(lately?.count) + 2);
  expect(lookedAt).toBeLessThan(MESSAGES / 20);
});

/** Entries of the index that this connection has read and not yet told the statistics. */
async function readOfIndex(tx: Tx): Promise<number> {
  const [index] = await tx<{ read: bigint }[]>`
    select pg_stat_get_xact_tuples_returned('message_sent_through'::regclass) as read`;
  return Number(present(index, "the index").read);
}

test("what was billed today is summed by currency, without what has no price", async () => {
  const { business, owner, channelId } = world;
  const costs = [
    { at: WEDNESDAY, micros: 12_345n, billable: true, currency: "USD" },
    { at: WEDNESDAY, micros: 1n, billable: true, currency: "USD" },
    { at: WEDNESDAY, micros: null, billable: true, currency: "USD" },
    { at: WEDNESDAY, micros: 5_000_000n, billable: true, currency: "BRL" },
    { at: WEDNESDAY, micros: 9n, billable: false, currency: "USD" },
    { at: DAY.minus({ hours: 1 }), micros: 7n, billable: true, currency: "USD" },
  ];
  for (const { at, micros, billable, currency } of costs)
    await owner`
      insert into message_cost (business_id, message_id, channel_id, category, market, billable, micros, currency, at)
      values (${business.id}, ${newId()}, ${channelId}, 'utility', 'Colombia', ${billable}, ${micros}, ${currency}, ${at})`;
  const found = await world.db.inBusiness(business.id, (tx) => numberCosts(tx, business.id, { since: DAY }));
  expect(found).toEqual([
    { channelId, currency: "BRL", micros: 5_000_000n, unpriced: 0 },
    { channelId, currency: "USD", micros: 12_346n, unpriced: 1 },
  ]);
});

test("what waits is told by its reason, with the next that may leave", async () => {
  const { business, owner, channelId } = world;
  const [later, sooner] = [WEDNESDAY.plus({ hours: 5 }), WEDNESDAY.plus({ hours: 2 })];
  const waiting = [
    { state: "queued", sendAt: later, waits: null, retryAt: null },
    { state: "queued", sendAt: sooner, waits: null, retryAt: null },
    { state: "queued", sendAt: later, waits: "messaging_limit", retryAt: null },
    { state: "queued", sendAt: DAY, waits: null, retryAt: null },
    { state: "queued", sendAt: DAY, waits: null, retryAt: WEDNESDAY.plus({ minutes: 1 }) },
    { state: "sending", sendAt: DAY, waits: null, retryAt: null },
    { state: "unknown", sendAt: DAY, waits: null, retryAt: null },
  ];
  for (const [index, { state, sendAt, waits, retryAt }] of waiting.entries())
    await owner`
      insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at, state, waits_because, retry_at)
      select ${business.id}, ${newId()}, id, 900000, ${index}, 'reminder', 'proactive', '{}', 0, 'bot', ${sendAt}, ${state}, ${waits}, ${retryAt}
      from conversation where business_id = ${business.id} and channel_id = ${channelId} order by id limit 1`;
  const found = await world.db.inBusiness(business.id, (tx) =>
    numberQueue(tx, business.id, { now: WEDNESDAY, realNow: WEDNESDAY, only: channelId }),
  );
  expect(new Map(found.map(({ because, count, next }) => [because, [count, next?.toMillis() ?? null]]))).toEqual(
    new Map<string, unknown>([
      ["not-yet", [2, sooner.toMillis()]],
      ["messaging-limit", [1, later.toMillis()]],
      ["due", [1, null]],
      ["patience", [1, null]],
      ["leaving", [1, null]],
      ["unknown", [1, null]],
    ]),
  );
});

/** `{ sent: 1 }` as `{ daySent: 1 }`. */
function spread(span: "day" | "week", figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, count]) => [`${span}${name.charAt(0).toUpperCase()}${name.slice(1)}`, count]),
  );
}
