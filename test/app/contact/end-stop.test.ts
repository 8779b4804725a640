import { afterAll, beforeAll, expect, test } from "vitest";
import { lockTheirConversations } from "../../../db/messaging-limit.ts";
import { type EndStop, endStop } from "../../../src/app/contact/end-stop.ts";
import { recordStop, type Stop } from "../../../src/app/contact/record-stop.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

// A lawyer who was replaced, a protection that a court lifted, or either entered for the wrong person.

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const LAWYER = {
  kind: "attorney",
  name: "Estudio de muestra",
  contactKnown: true,
  unresponsive: false,
  consentsToDirect: false,
} as const;
const PROTECTED = { kind: "moratorium", type: "insolvencia", lastProtectedDay: isoDate("2027-01-31") } as const;

const stop = ({ id }: SampleDebtor, said: Stop) =>
  recordStop(world.deps, {
    businessId: world.business.id,
    debtorId: id,
    userId: "ana",
    stop: said,
    reason: "Por carta",
  });
const end = ({ id }: Pick<SampleDebtor, "id">, kind: EndStop["kind"]) =>
  endStop(world.deps, { businessId: world.business.id, debtorId: id, userId: "sara", kind, reason: "Fue un error\0" });
const open = async ({ id }: SampleDebtor) => {
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
};

test.each([
  [811, LAWYER, { contactKnown: true, unresponsive: false, consentsToDirect: false }],
  [812, PROTECTED, { type: "insolvencia", lastProtectedDay: "2027-01-31" }],
] as const)(
  "once ended it stops nothing, and the audit says what was there, who ended it and why",
  async (number, said, kept) => {
    const debtor = await world.addDebtor(number);
    await stop(debtor, said);
    await open(debtor);
    expect(world.heard(debtor.phone)).toEqual([]);

    expect(await end(debtor, said.kind)).toBe("ended");
    await open(debtor);
    expect(world.heard(debtor.phone)).toHaveLength(1);
    const audit = await world.owner`
    select actor, before, after from audit_event where subject_id = ${debtor.id} and action = 'contact.stop-ended'`;
    // The audit is never erased, and so has no lawyer's name in it.
    expect(audit).toEqual([
      {
        actor: "sara",
        before: { kind: said.kind, ...kept },
        after: { kind: said.kind, reason: "Fue un error" },
      },
    ]);
  },
);

test("what is not there cannot be ended, and the other one stands", async () => {
  const debtor = await world.addDebtor(813);
  expect(await end(debtor, "attorney")).toBe("not-found");
  expect(await end({ id: newId() }, "attorney")).toBe("not-found");
  await stop(debtor, LAWYER);
  await stop(debtor, PROTECTED);
  expect(await end(debtor, "attorney")).toBe("ended");
  expect(await end(debtor, "attorney")).toBe("not-found");
  await open(debtor);
  expect(world.heard(debtor.phone)).toEqual([]);
  const [left] =
    await world.owner`select attorney, moratorium ->> 'type' as protected from debtor where id = ${debtor.id}`;
  expect(left).toEqual({ attorney: null, protected: "insolvencia" });
});

test("an opt-out outlives the end of whatever stood beside it", async () => {
  const debtor = await world.addDebtor(814);
  await stop(debtor, { kind: "opted_out" });
  await stop(debtor, LAWYER);
  await end(debtor, "attorney");
  await open(debtor);
  expect(world.heard(debtor.phone)).toEqual([]);
});

test("dispatch has what waited for it, and goes on to its conversation: both come through", async () => {
  const debtor = await world.addDebtor(815);
  await stop(debtor, PROTECTED);
  await open(debtor);
  const { id: businessId } = world.business;
  const { ended } = await world.db.inBusiness(businessId, async (tx) => {
    const [waits] = await tx<{ conversationId: string }[]>`
      select o.conversation_id from outbox o join conversation c on c.id = o.conversation_id
      where c.debtor_id = ${debtor.id} and o.state = 'queued' for no key update of o`;
    const ended = end(debtor, "moratorium");
    await untilItWaits(world.owner, ended);
    await lockTheirConversations(tx, businessId, [present(waits, "what waits").conversationId]);
    return { ended };
  });
  expect(await ended).toBe("ended");
});
