import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { record } from "../../db/ledger/record.ts";
import { openConversations } from "../../src/app/conversations/open.ts";
import { present } from "../../src/domain/assert.ts";
import { debtAdjusted } from "../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../src/domain/money.ts";
import { dayOf } from "../../src/domain/time.ts";
import { newId } from "../../src/ids.ts";
import { agentDoes } from "../support/agent.ts";
import { useDatabase } from "../support/database.ts";
import { handClock } from "../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type SampleDebtor, type World } from "../support/world.ts";

// What must hold whatever debtors write, whenever, and whatever a business and its agents do meanwhile:
//
// 1. Nobody who owes nothing, promised, has a plan, disputes, is in hardship or danger, opted out, has died, is with an
//    agent, says they paid, gave no permission, or is somebody else, gets a message that we start.
// 2. Nothing that we start leaves outside Monday to Friday 07:00–19:00 and Saturday 08:00–15:00, or on a holiday.
// 3. Nobody gets two of them on one day.
// 4. Everything that left has a stored decision that allowed it.
// 5. No amount and no debt is named before that conversation's reader has proved who they are.
// 6. Every message is taken by a turn.
// 7. Nobody has two open conversations.
// 8. What ended has an outcome, and the outcome that the inbox shows is the last that was appended.
//
// The checks are written from these sentences and the tables, with nothing of the engine's own code.

const database = useDatabase();
const ZONE = "America/Bogota";
const DEBTORS = 52;
const RUNS = 3;

const HOLIDAYS = ["2026-11-02", "2026-11-16", "2026-12-08", "2026-12-25", "2027-01-01", "2027-01-11"];

const WORDS = [
  "hola",
  "sí",
  "no",
  "sí, acepto",
  "DOC",
  "DOC",
  "DOC",
  "1234",
  "¿cuánto debo?",
  "quiero pagar",
  "ver opciones",
  "3 cuotas mensuales",
  "200 mil hoy y el resto en 3",
  "10 cuotas",
  "le pago mañana",
  "le pago el viernes",
  "luego le pago",
  "ya pagué",
  "no reconozco esa deuda",
  "me quedé sin trabajo",
  "ya no quiero vivir",
  "no me escriban más",
  "está equivocado, no soy yo",
  "él falleció",
  "quiero hablar con una persona",
  "hablaré con mi abogado",
  "no voy a pagar",
  "gracias",
  "¿quién es?",
  "asdf qwer",
  "👍",
] as const;

type Action =
  | { readonly does: "writes"; readonly text: string }
  | { readonly does: "taps"; readonly option: number }
  | { readonly does: "owes"; readonly units: bigint }
  | { readonly does: "agent"; readonly what: "takesOver" | "replies" | "handsBack" | "closes" }
  | { readonly does: "nothing" };

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS).map((text) => ({ does: "writes", text }) as const) },
  { weight: 5, arbitrary: fc.nat(9).map((option) => ({ does: "taps", option }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 0n, 350_000n).map((units) => ({ does: "owes", units }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("takesOver", "replies", "handsBack", "closes")
      .map((what) => ({ does: "agent", what }) as const),
  },
  { weight: 12, arbitrary: fc.constant({ does: "nothing" } as const) },
);

/** Some minutes, a night, a weekend: and whether the business opens its whole list then. */
const anyStep = fc.record({
  minutes: fc.oneof(
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 300, max: 1_500 }),
    fc.integer({ min: 2_000, max: 6_000 }),
  ),
  opensAll: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
  actions: fc.array(anyAction, { minLength: DEBTORS, maxLength: DEBTORS }),
});

test("156 debtors' random weeks break none of the eight sentences above", { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 14, maxLength: 14 }), async (steps) => {
      const clock = handClock(DateTime.fromISO("2026-11-12T09:00", { zone: ZONE }));
      const log = collectingLog();
      await using world = await makeWorld(database, { clock, log });
      await world.setTime(clock.now());
      const debtors = await Promise.all(
        Array.from({ length: DEBTORS }, (_, index) => world.addDebtor(index + 1, { permission: index % 10 !== 9 })),
      );
      const started = new Map<string, string[]>();

      for (const [index, { minutes, opensAll, actions }] of steps.entries()) {
        clock.set(clock.now().plus({ minutes }));
        // What time alone made due comes first, as the sweep would have found it.
        await settleAndCheck(world, clock.now(), started);
        if (opensAll || index === 0) await open(world, debtors);
        await Promise.all(debtors.map((debtor, place) => act(world, debtor, present(actions[place], "an action"))));
        await settleAndCheck(world, clock.now(), started);
      }
      await checkTables(world);
      expect(log.complaints).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  ),
);

async function open({ deps, business }: World, debtors: readonly SampleDebtor[]): Promise<void> {
  await openConversations(deps, { businessId: business.id, debtorIds: debtors.map(({ id }) => id), userId: "ana" });
}

async function act(world: World, debtor: SampleDebtor, action: Action): Promise<void> {
  switch (action.does) {
    case "writes":
      return world.says(debtor.phone, action.text === "DOC" ? debtor.document.slice(-4) : action.text);
    case "taps":
      return tap(world, debtor, action.option);
    case "owes":
      return nowOwes(world, debtor, action.units);
    case "agent":
      return agentDoes(world, debtor, action.what);
    case "nothing":
      return;
  }
}

/** Any button that was ever shown, old ones too: they stay on the phone. */
async function tap(world: World, { phone }: SampleDebtor, place: number): Promise<void> {
  const shown = world.meta.accepted.filter(({ to }) => to === phone.slice(1)).flatMap(({ options }) => options);
  const option = shown.at(-1 - place);
  if (option) await world.says(phone, { kind: "choiceReply", id: option.id, title: option.title });
}

async function nowOwes({ deps, business, owner }: World, { id, debtId }: SampleDebtor, units: bigint): Promise<void> {
  const [row] = await owner<{ owed: string }[]>`
    select coalesce(sum(amount_minor), 0)::text as owed from ledger_posting where debtor_id = ${id} and account_code in (1100, 1110, 1120)`;
  const less = ofUnits(units, "COP").minor - BigInt(row?.owed ?? "0");
  if (less === 0n) return;
  await deps.db.inBusiness(business.id, (tx) =>
    record(
      tx,
      debtAdjusted({
        debt: { id: debtId, debtorId: id },
        principal: { minor: less, currency: "COP" },
        reference: `test/adjusted/${newId()}`,
        effectiveOn: dayOf(deps.clock.now(), ZONE),
      }),
    ),
  );
}

/** Looks until nothing is due, and holds what left in that moment to the first three sentences. */
async function settleAndCheck(world: World, now: DateTime, started: Map<string, string[]>): Promise<void> {
  const today = dayOf(now, ZONE);
  const protectedBefore = await protectedDebtors(world, today);
  const from = world.meta.accepted.length;
  await world.settle();
  const left = world.meta.accepted.slice(from).flatMap(({ outboxId }) => outboxId ?? []);
  if (left.length === 0) return;
  const sends = await world.owner<{ kind: string; trigger: string; debtorId: string | null; body: string }[]>`
    select o.kind, o.trigger, c.debtor_id, m.body from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    join message m on m.business_id = o.business_id and m.id = o.id
    where o.business_id = ${world.business.id} and o.id = any(${left}::uuid[])`;
  for (const { kind, trigger, debtorId, body } of sends) {
    const isStarted = trigger === "proactive" || ["opening", "nudge", "reminder"].includes(kind);
    if (!isStarted || (kind === "opening" && trigger === "reply") || debtorId === null) continue;
    const said = `${now.setZone(ZONE).toFormat("ccc yyyy-MM-dd HH:mm")} ${kind}: ${body}`;
    expect(protectedBefore.get(debtorId), said).toBeUndefined();
    expect(isOpen(now.setZone(ZONE)), said).toBe(true);
    expect(started.get(debtorId) ?? [], said).not.toContain(today);
    started.set(debtorId, [...(started.get(debtorId) ?? []), today]);
  }
}

function isOpen(civil: DateTime): boolean {
  const minute = civil.hour * 60 + civil.minute;
  if (civil.weekday === 7 || HOLIDAYS.includes(civil.toFormat("yyyy-MM-dd"))) return false;
  return civil.weekday === 6 ? minute >= 8 * 60 && minute < 15 * 60 : minute >= 7 * 60 && minute < 19 * 60;
}

/** Why each of them is not to be written to, as the tables stand before the engine looks. */
async function protectedDebtors({ owner, business: { id } }: World, today: string): Promise<Map<string, string>> {
  const rows = await owner<{ debtorId: string; why: string }[]>`
    select debtor_id, kind as why from hold where business_id = ${id} and lifted_at is null
    union all select debtor_id, 'promise' from promise where business_id = ${id} and state = 'open' and due_on >= ${today}::date
    union all select debtor_id, 'plan' from plan where business_id = ${id} and state = 'active'
    union all select debtor_id, 'dispute' from dispute where business_id = ${id} and decided_at is null
    union all select debtor_id, 'says they paid' from payment_proof where business_id = ${id} and state = 'to_verify'
    union all select debtor_id, 'with an agent' from conversation where business_id = ${id} and closed_at is null and owner <> 'bot' and debtor_id is not null
    union all select debtor_id, 'somebody else' from contact where business_id = ${id} and suppressed_at is not null and debtor_id is not null
    union all select k.debtor_id, 'no permission' from contact k where k.business_id = ${id} and k.debtor_id is not null
      and not exists (select from contact_permission p where p.contact_id = k.id and p.granted)
    union all select d.id, 'owes nothing' from debtor d where d.business_id = ${id}
      and (select coalesce(sum(amount_minor), 0) from ledger_posting p where p.debtor_id = d.id and account_code in (1100, 1110, 1120)) <= 0`;
  return new Map(rows.map(({ debtorId, why }) => [debtorId, why]));
}

async function checkTables({ owner, business: { id } }: World): Promise<void> {
  const undecided = await owner`
    select o.id, o.kind, o.state from outbox o where o.business_id = ${id} and o.state in ('sending', 'accepted', 'unknown')
      and not exists (select from send_decision d where d.business_id = ${id} and d.outbox_id = o.id and d.allowed)`;
  expect(undecided, "4: a decision beside every send").toEqual([]);

  const disclosed = await owner`
    select m.body, o.revision from message m join outbox o on o.business_id = m.business_id and o.id = m.id
    where m.business_id = ${id} and m.author = 'bot' and m.body ~* '\\$|COP|saldo|Factura de muestra|pendiente con'
      and not exists (select from conversation_event e where e.business_id = ${id} and e.conversation_id = m.conversation_id
        and e.revision <= o.revision and e.handled and (e.event ->> 'type' = 'debtor.provedIdentity'
          or (e.event ->> 'type' = 'agent.returned' and e.event ->> 'verified' = 'true')))`;
  expect(disclosed, "5: nothing is disclosed before the proof").toEqual([]);

  const waiting = await owner`select body from message where business_id = ${id} and direction = 'in' and turn is null`;
  expect(waiting, "6: every message is taken").toEqual([]);

  const two = await owner`
    select debtor_id from conversation where business_id = ${id} and closed_at is null and debtor_id is not null
    group by debtor_id having count(*) > 1`;
  expect(two, "7: one open conversation").toEqual([]);

  const differ = await owner`
    select c.id, c.state, c.outcome, last.outcome as appended from conversation c
    left join lateral (select o.outcome from outcome o where o.business_id = ${id} and o.conversation_id = c.id
      order by o.revision desc limit 1) last on true
    where c.business_id = ${id} and (c.outcome is distinct from last.outcome or (c.closed_at is not null and c.outcome is null))`;
  expect(differ, "8: outcomes").toEqual([]);
}
