import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numbersHealth } from "../../db/number-health.ts";
import { FAILURE_CODES } from "../../src/domain/outreach/number-health/failure-class.ts";
import { RESTRICTIONS } from "../../src/domain/outreach/number-health/restrictions.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;

const MESSAGES = 100_000;
const PEOPLE = 5_000;

/** A week of a busy number: a hundred thousand messages with five thousand people, each written to and half of whom wrote back. */
beforeAll(async () => {
  world = await makeWorld(database);
  await world.setTime(DateTime.utc());
  const { id: businessId } = world.business;
  await world.owner`
    insert into contact (business_id, id, wa_key, phone)
    select ${businessId}, gen_random_uuid(), 'k' || n, '+5730000' || n from generate_series(1, ${PEOPLE}::int) n`;
  await world.owner`
    insert into conversation (business_id, id, channel_id, contact_id, flow, flow_version, state, context, language, opened_at, last_inbound_at)
    select business_id, gen_random_uuid(), ${world.channelId}, id, 'collect', 1, 'x', '{}', 'es', now() - interval '3 days',
      case when wa_key ~ '[02468]$' then now() - interval '1 day' end
    from contact where business_id = ${businessId}`;
  await world.owner`
    insert into reached_person (business_id, channel_id, contact_id, at)
    select business_id, ${world.channelId}, id, now() - interval '3 days' from contact where business_id = ${businessId}`;
  await world.owner`
    with talk as (select id, row_number() over () as n from conversation where business_id = ${businessId}),
    moment as (select n, now() - n * interval '5 seconds' as at from generate_series(1, ${MESSAGES}::int) n)
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, failed_code, sent_at)
    select ${businessId}, (lpad(to_hex((extract(epoch from m.at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(m.n), 12, '0'))::uuid,
      t.id, ${world.channelId}, case when m.n % 2 = 0 then 'in' else 'out' end, 'bot', 'text', 'x', 'wamid.' || m.n,
      case when m.n % 20 = 1 then '131026' end, m.at
    from moment m join talk t on t.n = 1 + m.n % ${PEOPLE}`;
  await world.owner`analyze message, conversation, contact, reached_person`;
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const health = () =>
  world.db.inBusiness(world.business.id, (tx) =>
    numbersHealth(tx, world.business.id, {
      now: DateTime.utc(),
      realNow: DateTime.utc(),
      codes: FAILURE_CODES,
      restrictions: RESTRICTIONS,
    }),
  );

test("counts the newest 25,000 messages and the people of a week, right and within a second", async () => {
  const started = performance.now();
  const [number] = await health();
  const tookMs = performance.now() - started;
  expect(number).toMatchObject({
    id: world.channelId,
    people: PEOPLE,
    begun: PEOPLE,
    replied: PEOPLE / 2,
    optOuts: 0,
    week: { sent: 25_000, undeliverable: 2_500, failed: 2_500 },
    day: { capped: 0, stops: 0 },
    errorsInARow: 1,
  });
  // Of a day there is a message each ten seconds out, and the moment of the test beside.
  expect(Math.abs((number?.day.sent ?? 0) - 8_640)).toBeLessThan(60);
  expect(tookMs).toBeLessThan(1_000);
});

test("looks at messages and people through their indexes, and never at a whole table", async () => {
  await world.owner`insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, sent_at)
    select business_id, ${newId()}, id, channel_id, 'out', 'bot', 'text', 'x', 'last', now() from conversation limit 1`;
  const plan = await world.db.inBusiness(world.business.id, async (tx) => {
    const explained: { "QUERY PLAN": string }[] = [];
    const explaining = new Proxy(tx, {
      apply: (target, self, [strings, ...values]: [TemplateStringsArray, ...unknown[]]) => {
        const isWhole = strings.join("").includes("with number as materialized");
        if (!isWhole) return Reflect.apply(target, self, [strings, ...values]);
        const raw = [`explain ${strings[0]}`, ...strings.slice(1)];
        return Reflect.apply(target, self, [Object.assign(raw, { raw }), ...values]);
      },
    });
    const asked = { now: DateTime.utc(), realNow: DateTime.utc(), codes: FAILURE_CODES, restrictions: RESTRICTIONS };
    explained.push(...((await numbersHealth(explaining, world.business.id, asked)) as unknown as typeof explained));
    return explained.map((line) => Object.values(line)[0]).join("\n");
  });
  expect(plan).toMatch(/Index Scan Backward using \S+ on message/);
  expect(plan).toMatch(/reached_person_lately/);
  expect(plan).not.toMatch(/Seq Scan on (message|outbox|reached_person|conversation|hold)\b/);
});
