import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { STOP_LINE } from "../../../flows/collect/stop-line.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A business in Bogotá whose debtors live elsewhere: each is written to by the law and the clock of where they are.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 700;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => clock.set(WEDNESDAY));

type Lives = { country?: string; subdivision?: string; zone?: string; phone?: string };

const opened = async (lives: Lives): Promise<SampleDebtor> => {
  people += 1;
  const debtor = await world.addDebtor(people);
  const { country = null, subdivision = null, zone = null, phone = debtor.phone } = lives;
  await world.owner`update debtor set country = ${country}, subdivision = ${subdivision}, zone = ${zone} where id = ${debtor.id}`;
  await world.owner`update contact set phone = ${phone} where id = ${debtor.contactId}`;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return { ...debtor, phone };
};

type Decided = { reason: string; clause: string; place: string; known: string; until: DateTime | null };
const decisionOn = async ({ id }: SampleDebtor): Promise<Decided> => {
  const [decided] = await world.owner<Decided[]>`
    select d.reason, d.record -> 'clause' ->> 'id' as clause, d.record -> 'facts' ->> 'placeKnown' as known, d.until,
      concat_ws('-', d.record -> 'profile' ->> 'country', d.record -> 'profile' ->> 'subdivision') as place
    from send_decision d join conversation c on c.id = d.conversation_id where c.debtor_id = ${id} order by d.id desc limit 1`;
  return present(decided, "the decision");
};

const inZone = (moment: DateTime | null, zone: string) => moment?.setZone(zone).toFormat("yyyy-MM-dd HH:mm");

test("who lives in Peru is written to by Peru's law, and the record says so", async () => {
  const debtor = await opened({ country: "PE", phone: "+51987654321" });
  expect(world.heard(debtor.phone)).toHaveLength(1);
  expect(await decisionOn(debtor)).toMatchObject({ reason: "OK", place: "PE", known: "said" });
});

test("a Saturday is lawful in Bogotá and not in Lima", async () => {
  clock.set(DateTime.fromISO("2026-11-21T10:00:00-05:00", { zone: "utc" }));
  expect(world.heard((await opened({})).phone)).toHaveLength(1);
  const peruvian = await opened({ country: "PE" });
  const { reason, clause, until } = await decisionOn(peruvian);
  expect([reason, clause]).toEqual(["OUTSIDE_WINDOW", "PE.hours"]);
  expect(inZone(until, "America/Lima")).toBe("2026-11-23 07:00");
});

test("where the law is not written nobody is written to, whatever the creditor's own law allows", async () => {
  const debtor = await opened({ country: "UY" });
  expect(world.heard(debtor.phone)).toEqual([]);
  expect(await decisionOn(debtor)).toMatchObject({ reason: "UNKNOWN_JURISDICTION", until: null });
});

describe("who lives in Mexico, at 8:30 in its capital", () => {
  beforeEach(() => clock.set(DateTime.fromISO("2026-11-18T08:30", { zone: "America/Mexico_City" }).toUTC()));

  test("is written to when that is where they are", async () => {
    const debtor = await opened({ country: "MX", zone: "America/Mexico_City", phone: "+525512345678" });
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });

  test("waits for the last of the country's clocks when nobody knows", async () => {
    const { reason, until } = await decisionOn(await opened({ country: "MX" }));
    expect(reason).toBe("OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION");
    expect(inZone(until, "America/Tijuana")).toBe("2026-11-18 08:00");
  });
});

describe("who lives in Brazil", () => {
  test("is judged by the state of the list", async () => {
    const debtor = await opened({ country: "BR", subdivision: "RJ", phone: "+5511987650001" });
    expect(await decisionOn(debtor)).toMatchObject({ reason: "OK", place: "BR-RJ", known: "said" });
  });

  test("is judged by all states where the list has none, whatever the area code", async () => {
    const debtor = await opened({ country: "BR", phone: "+5592987650002" });
    expect(await decisionOn(debtor)).toMatchObject({ place: "BR", known: "said" });
  });

  test("is judged by the area code's state where the business chose so", async () => {
    const choose = (readings: object) =>
      world.owner`update business set readings = ${JSON.stringify(readings)}::text::jsonb where id = ${world.business.id}`;
    await choose({ BR: { state_unknown: "area_code" } });
    const debtor = await opened({ country: "BR", phone: "+5592987650003" });
    await choose({});
    expect(await decisionOn(debtor)).toMatchObject({ place: "BR-AM", known: "plausible" });
  });
});

describe("who lives in the United States and owes a Colombian creditor", () => {
  const inConversation = async () => {
    const debtor = await opened({ country: "US", zone: "America/New_York" });
    for (const words of ["Sí, soy yo", debtor.document.slice(-4), "quiero hablar con una persona"]) {
      await world.says(debtor.phone, words);
      await world.settle();
    }
    return debtor;
  };
  const replyTo = async ({ id }: SampleDebtor, text: string) => {
    const [chat] = await world.owner<{ id: string; newest: string }[]>`
      select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
      from conversation c where c.debtor_id = ${id} and c.closed_at is null`;
    const { id: conversationId, newest } = present(chat, "the conversation");
    const who = { businessId: world.business.id, conversationId, userId: "ana" };
    await takeOver(world.deps, who);
    const replied = await replyAsAgent(world.deps, { ...who, text, lastSeenMessageId: newest });
    await world.settle();
    return replied;
  };

  test("reads how to stop under what the bot answers", async () => {
    const { phone } = await inConversation();
    const answers = world.heard(phone).slice(1);
    expect(answers.length).toBeGreaterThan(2);
    // A template and a message whose button says it have no line to be put under.
    expect(answers.at(-1)?.endsWith(STOP_LINE.es)).toBe(true);
  });

  test("reads it under an agent's words too, which leave", async () => {
    const debtor = await inConversation();
    expect(await replyTo(debtor, "Buenos días, ya lo reviso.")).toMatchObject({ sent: true });
    expect(world.heard(debtor.phone).at(-1)).toBe(`Buenos días, ya lo reviso.\n\n${STOP_LINE.es}`);
  });

  test("is protected from forbidden words by the law there, which is what the agent is shown", async () => {
    const refused = await replyTo(await inConversation(), "Si no paga, iremos a juicio.");
    expect(refused).toMatchObject({ sent: false, because: "forbidden-content" });
    expect("findings" in refused && refused.findings.map(({ clause }) => clause.id)).toContain("US.threats");
  });
});

test("what waits is spread over the window of each debtor's own law", async () => {
  clock.set(DateTime.fromISO("2026-11-18T20:30:00-05:00", { zone: "utc" }));
  const debtors = [
    await world.addDebtor(791),
    await world.addDebtor(792),
    await world.addDebtor(793),
    await world.addDebtor(794),
  ];
  const ids = debtors.map(({ id }) => id);
  await world.owner`update debtor set country = 'PE' where id = any(${ids.slice(2)}::uuid[])`;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: ids, userId: "ana" });
  await world.settle();
  const waiting = await world.owner<{ debtorId: string; sendAt: DateTime }[]>`
    select c.debtor_id, o.send_at from outbox o join conversation c on c.id = o.conversation_id
    where c.debtor_id = any(${ids}::uuid[]) order by o.send_at`;
  const waitsOf = (some: readonly string[]) => {
    const moments = waiting.filter(({ debtorId }) => some.includes(debtorId)).map(({ sendAt }) => sendAt);
    const [first, second] = [present(moments[0], "the first"), present(moments[1], "the second")];
    return {
      apart: second.diff(first).toFormat("h:mm"),
      days: moments.map((one) => inZone(one, "America/Bogota")?.slice(0, 10)),
    };
  };
  // Half of each window, which ends an hour and a quarter early: of 7:00 to 19:00 in Colombia, of 7:00 to 20:00 in Peru.
  const days = ["2026-11-19", "2026-11-19"];
  expect(waitsOf(ids.slice(0, 2))).toEqual({ apart: "5:22", days });
  expect(waitsOf(ids.slice(2))).toEqual({ apart: "5:52", days });
});
