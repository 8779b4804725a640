import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { blockedOfDebtor } from "../../../db/console/timeline.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { decideDispute } from "../../../src/app/disputes/decide-dispute.ts";
import { present } from "../../../src/domain/assert.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => clock.set(WEDNESDAY));

type Disputed = SampleDebtor & { readonly disputeId: string; readonly caseNumber: string };

/** Somebody who proved who they are and says that the debt is not theirs. */
async function disputes(): Promise<Disputed> {
  people += 1;
  const debtor = await world.addDebtor(people);
  for (const words of ["hola", debtor.document.slice(-4), "esa deuda no es mía, no la reconozco"]) {
    await world.says(debtor.phone, words);
    await world.settle();
  }
  const [dispute] = await world.owner<
    { id: string; caseNumber: string }[]
  >`select id, case_number from dispute where debtor_id = ${debtor.id}`;
  const { id, caseNumber } = present(dispute, "a dispute");
  return { ...debtor, disputeId: id, caseNumber };
}

const asked = ({ disputeId }: Disputed) => ({
  businessId: world.business.id,
  disputeId,
  userId: "agent-1",
  note: "The shop confirmed it by phone",
});

const accepts = (debtor: Disputed, units: bigint) =>
  decideDispute(world.deps, {
    ...asked(debtor),
    verdict: { decision: "accepted", corrections: [{ debtId: debtor.debtId, amount: ofUnits(units, "COP") }] },
  });

const rejects = (debtor: Disputed) =>
  decideDispute(world.deps, { ...asked(debtor), verdict: { decision: "rejected" } });

async function owed({ id }: SampleDebtor): Promise<bigint> {
  const [row] = await world.owner<{ owed: bigint }[]>`select coalesce(sum(amount_minor), 0)::bigint as owed
    from ledger_posting where debtor_id = ${id} and account_code in (1100, 1110, 1120)`;
  return (row?.owed ?? 0n) / 100n;
}

const isHeld = async ({ id }: SampleDebtor): Promise<boolean> =>
  (await world.owner`select from active_hold where debtor_id = ${id} and kind = 'dispute'`).length > 0;

test("accepted, an entry of the ledger lowers the debt, the hold ends, and the debtor is told their case and no amount", async () => {
  const debtor = await disputes();
  expect(await accepts(debtor, 600_000n)).toEqual({ decided: true });
  await world.settle();
  expect(await owed(debtor)).toBe(0n);
  expect(await isHeld(debtor)).toBe(false);
  const [entry] = await world.owner`select kind, actor, description from ledger_entry
    where reference = ${`dispute:${debtor.disputeId}:${debtor.debtId}`}`;
  expect(entry).toEqual({
    kind: "debt adjusted",
    actor: "agent:agent-1",
    description: `Dispute ${debtor.caseNumber} accepted`,
  });
  expect(await world.db.inBusiness(world.business.id, (tx) => verify(tx))).toEqual([]);
  const told = world.heard(debtor.phone).at(-1) ?? "";
  expect(told).toContain(debtor.caseNumber);
  expect(told).toMatch(/usted tenía razón/);
  expect(told).not.toMatch(/\$|600/);
});

test("accepted in part, the rest stays owed", async () => {
  const debtor = await disputes();
  await accepts(debtor, 250_000n);
  expect(await owed(debtor)).toBe(350_000n);
});

test("rejected, nothing moves in the ledger, the hold ends, and the debtor is told; why is a note for colleagues", async () => {
  const debtor = await disputes();
  expect(await rejects(debtor)).toEqual({ decided: true });
  await world.settle();
  expect(await owed(debtor)).toBe(600_000n);
  expect(await isHeld(debtor)).toBe(false);
  expect(world.heard(debtor.phone).at(-1)).toMatch(/según nuestros registros la cuenta está correcta/);
  const [note] = await world.owner<{ author: string; body: string }[]>`select n.author, n.body from note n
    join dispute d on d.conversation_id = n.conversation_id where d.id = ${debtor.disputeId}`;
  expect(note).toEqual({ author: "agent-1", body: `${debtor.caseNumber}: The shop confirmed it by phone` });
  expect(await world.owner`select action, actor from audit_event where subject_id = ${debtor.disputeId}`).toEqual([
    { action: "dispute.rejected", actor: "agent-1" },
  ]);
});

test("of two people who decide at the same moment, one does", async () => {
  const debtor = await disputes();
  const ends = await Promise.all([rejects(debtor), accepts(debtor, 600_000n), rejects(debtor)]);
  expect(ends.filter(({ decided }) => decided)).toHaveLength(1);
  expect(ends).toContainEqual({ decided: false, because: "decided" });
});

test("a correction beyond what is owed, or of another's debt, decides nothing", async () => {
  const [debtor, other] = [await disputes(), await disputes()];
  await expect(accepts(debtor, 600_001n)).rejects.toThrow("is not owed");
  await expect(accepts({ ...debtor, debtId: other.debtId }, 1_000n)).rejects.toThrow("is not owed");
  expect(await isHeld(debtor)).toBe(true);
  expect(await owed(debtor)).toBe(600_000n);
});

test("decided days later it is told as an approved text in lawful hours, about its own case and no newer one", async () => {
  const debtor = await disputes();
  // A Sunday: what we start waits for Monday.
  clock.set(WEDNESDAY.plus({ days: 4 }));
  await rejects(debtor);
  await world.settle();
  const before = world.heard(debtor.phone).length;
  await world.owner`insert into dispute (business_id, id, debtor_id, conversation_id, case_number, opened_at, decided_at)
    select business_id, gen_random_uuid(), debtor_id, conversation_id, 'C-NEWER', opened_at, opened_at from dispute where id = ${debtor.disputeId}`;
  clock.set(WEDNESDAY.plus({ days: 5 }));
  await world.settle();
  expect(world.heard(debtor.phone).slice(before)).toEqual([
    `saldar_case_rejected | ${debtor.caseNumber} | ${world.business.name}`,
  ]);
});

test("told also where somebody takes the chat over before it leaves", async () => {
  const debtor = await disputes();
  clock.set(WEDNESDAY.plus({ days: 4 }));
  await rejects(debtor);
  await world.settle();
  const before = world.heard(debtor.phone).length;
  const [conversation] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${debtor.id}`;
  const { id: conversationId } = present(conversation, "a conversation");
  const taken = await takeOver(world.deps, { businessId: world.business.id, conversationId, userId: "agent-2" });
  expect(taken).toMatchObject({ taken: true });
  clock.set(WEDNESDAY.plus({ days: 5 }));
  await world.settle();
  expect(world.heard(debtor.phone).slice(before)).toEqual([expect.stringContaining(debtor.caseNumber)]);
});

const alarmsOf = (debtor: SampleDebtor) =>
  world.owner`select a.kind, a.detail from alarm a join conversation c on c.id = a.subject_id where c.debtor_id = ${debtor.id}`;

test("days later it is something that we start: what stops it calls a person as the dispute is decided", async () => {
  const debtor = await disputes();
  clock.set(WEDNESDAY.plus({ days: 1, hours: 1 }));
  await world.owner`insert into hold (business_id, id, debtor_id, kind, placed_at)
    values (${world.business.id}, gen_random_uuid(), ${debtor.id}, 'legal', ${WEDNESDAY})`;
  await rejects(debtor);
  expect(await alarmsOf(debtor)).toEqual([{ kind: "notice.unsent", detail: expect.stringContaining("HOLD_legal") }]);
  const decided = await world.owner`select d.stage, d.reason, o.state from send_decision d
    join outbox o on o.id = d.outbox_id join conversation c on c.id = o.conversation_id
    where c.debtor_id = ${debtor.id} and o.kind = 'notice'`;
  expect(decided).toEqual([{ stage: "planning", reason: "HOLD_legal", state: "blocked" }]);
});

test("where another hold stops what the debtor is to be told, a person is called and the file says why", async () => {
  const debtor = await disputes();
  await world.owner`insert into hold (business_id, id, debtor_id, kind, placed_at)
    values (${world.business.id}, gen_random_uuid(), ${debtor.id}, 'legal', ${WEDNESDAY})`;
  const before = world.heard(debtor.phone).length;
  await rejects(debtor);
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(before);
  expect(await alarmsOf(debtor)).toEqual([{ kind: "notice.unsent", detail: expect.stringContaining("HOLD_legal") }]);
  const shown = await world.db.inBusiness(world.business.id, (tx) =>
    blockedOfDebtor(tx, world.business.id, { debtorId: debtor.id, limit: 5 }),
  );
  expect(shown).toMatchObject([{ kind: "notice", decisionReason: "HOLD_legal" }]);
});
