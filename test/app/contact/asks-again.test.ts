import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { recordOwnWords, recordPermission } from "../../../src/app/contact/record-permission.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { closeConversation } from "../../../src/app/conversations/close.ts";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { LIFTABLE, liftHold } from "../../../src/app/holds/lift-hold.ts";
import { present } from "../../../src/domain/assert.ts";
import { debtAdjusted } from "../../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { watchedDatabase } from "../../support/watched-database.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, csvOf } from "../debtor-lists/lists.ts";

// Who said stop is written to again by their own words, asked back and confirmed, and by nothing else.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let people = 800;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  log.complaints.length = 0;
});

async function says(phone: string, ...texts: string[]): Promise<void> {
  clock.set(clock.now().plus({ minutes: 5 }));
  for (const text of texts) await world.says(phone, text);
  await world.settle();
}

async function taps(phone: string, id: string, title: string): Promise<void> {
  clock.set(clock.now().plus({ minutes: 5 }));
  await world.says(phone, { kind: "choiceReply", id, title });
  await world.settle();
}

const lastHeard = ({ phone }: { phone: string }): string => world.heard(phone).at(-1) ?? "";
const ECHO = /Si dice que sí, Comercial de Muestra volverá a escribirle por WhatsApp/;
const NOTED = /queda anotado: Comercial de Muestra puede volver a escribirle/;

async function addStopped(): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await says(debtor.phone, "no me escriban más");
  return debtor;
}

const stops = ({ id }: SampleDebtor) =>
  world.owner<{ isLifted: boolean; by: string | null }[]>`
    select lifted_at is not null as is_lifted, lifted_by as by from hold where debtor_id = ${id} and kind = 'opt_out' order by placed_at`;

const isStopped = async (debtor: SampleDebtor): Promise<boolean> =>
  (await stops(debtor)).some(({ isLifted }) => !isLifted);

const conversationOf = async ({ contactId }: { contactId: string }) => {
  const [row] = await world.owner<{ id: string; state: string; owner: string; because: string | null }[]>`
    select id, state, owner, handed_over_because as because from conversation
    where contact_id = ${contactId} and closed_at is null`;
  return present(row, "an open conversation");
};

const wordsOf = (contactId: string) =>
  world.owner<{ granted: boolean; wording: string; grantedOn: string; messageId: string }[]>`
    select granted, wording, granted_on, message_id from contact_permission
    where contact_id = ${contactId} and source = 'debtor_words' order by recorded_at, id`;

/** Ends what is open, and tries what a campaign does; how many messages more it brought. */
async function campaign({ id, phone }: SampleDebtor): Promise<number> {
  await world.owner`update conversation set closed_at = ${clock.now()}, alarm_at = null, outcome = coalesce(outcome, 'other')
    where debtor_id = ${id} and closed_at is null`;
  const before = world.heard(phone).length;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
  return world.heard(phone).length - before;
}

describe("asked for in the chat", () => {
  test("is asked back, and kept on a plain yes: wording, day, messages and audit, and the next opening leaves", async () => {
    const debtor = await addStopped();
    await says(debtor.phone, "Hola, buenas", "ya me pueden volver a escribir");
    expect(lastHeard(debtor)).toMatch(ECHO);
    expect(await isStopped(debtor)).toBe(true);
    await says(debtor.phone, "sí");
    expect(lastHeard(debtor)).toMatch(NOTED);

    expect(await stops(debtor)).toEqual([{ isLifted: true, by: null }]);
    const [asking] = await world.owner<{ id: string }[]>`
      select m.id from message m join conversation c on c.id = m.conversation_id
      where c.contact_id = ${debtor.contactId} and m.body = 'ya me pueden volver a escribir'`;
    const [, given] = await wordsOf(debtor.contactId);
    expect(given).toEqual({
      granted: true,
      wording: "ya me pueden volver a escribir / sí",
      grantedOn: "2026-11-18",
      messageId: asking?.id,
    });
    const audit = await world.owner<{ actor: string; after: object }[]>`
      select actor, after from audit_event where subject_id = ${debtor.id} and action = 'contact.permitted'`;
    expect(audit).toMatchObject([
      { actor: "bot", after: { contactId: debtor.contactId, source: "debtor_words", messageId: asking?.id } },
    ]);
    expect(JSON.stringify(audit)).not.toContain("escribir");
    expect(await campaign(debtor)).toBe(1);
  });

  test.each([
    "¿sí?",
    "sí 🙄",
    "sí...",
    "sí, pero no me cobren",
    "ok",
    "no",
    "no, gracias",
    "gracias",
    "tal vez",
    "si me rebajan",
  ])("«%s» to what was asked back is no permission", async (answer) => {
    const debtor = await addStopped();
    await says(debtor.phone, "vuelvan a escribirme");
    expect(lastHeard(debtor)).toMatch(ECHO);
    const heard = world.heard(debtor.phone).length;
    await says(debtor.phone, answer);
    expect([await isStopped(debtor), world.heard(debtor.phone).length]).toEqual([true, heard]);
    expect(await campaign(debtor)).toBe(0);
  });

  test("its button, tapped when the stop has been said again, asks anew and permits nothing by itself", async () => {
    const debtor = await addStopped();
    await says(debtor.phone, "vuelvan a escribirme");
    await says(debtor.phone, "no, no me escriban");
    await taps(debtor.phone, "confirm:permission=", "Sí, escríbanme");
    expect([await isStopped(debtor), (await conversationOf(debtor)).state]).toEqual([true, "confirmingPermission"]);
    await taps(debtor.phone, "confirm:permission=", "Sí, escríbanme");
    expect(await isStopped(debtor)).toBe(false);
  });

  test("beside a stop, or in the burst of one, it is not heard at all", async () => {
    const debtor = await addStopped();
    const heard = world.heard(debtor.phone).length;
    await says(debtor.phone, "vuelvan a escribirme", "no, mejor no me escriban");
    expect([await isStopped(debtor), (await conversationOf(debtor)).state]).toEqual([true, "stopped"]);
    await says(debtor.phone, "no me escriban más", "bueno, pueden escribirme otra vez");
    expect([await isStopped(debtor), (await conversationOf(debtor)).state]).toEqual([true, "stopped"]);
    expect(world.heard(debtor.phone)).toHaveLength(heard);
  });

  test("who says stop and wants a person hears that it has stopped, and a person sees the rest", async () => {
    people += 1;
    const debtor = await world.addDebtor(people);
    await says(debtor.phone, "no me escriban más, quiero hablar con una persona");
    expect(world.heard(debtor.phone)).toHaveLength(1);
    expect(lastHeard(debtor)).toMatch(/no le enviará más mensajes/);
    expect(await conversationOf(debtor)).toMatchObject({ owner: "nobody", because: "asked" });
  });

  test("who owes nothing is heard too", async () => {
    people += 1;
    const debtor = await world.addDebtor(people);
    await world.db.inBusiness(world.business.id, (tx) =>
      record(
        tx,
        debtAdjusted({
          debt: { id: debtor.debtId, debtorId: debtor.id },
          principal: ofUnits(-600_000n, "COP"),
          reference: `test/settled/${debtor.debtId}`,
          effectiveOn: isoDate("2026-09-16"),
        }),
      ),
    );
    await world.owner`update debtor set language = 'en' where id = ${debtor.id}`;
    await says(debtor.phone, "stop");
    await says(debtor.phone, "please start messaging me again");
    expect(lastHeard(debtor)).toMatch(/will write to you again on WhatsApp/);
    await says(debtor.phone, "I agree");
    expect(lastHeard(debtor)).toMatch(/may write to you on WhatsApp again/);
    expect(await isStopped(debtor)).toBe(false);
  });

  test("in words from before the stop, delivered late, it is put before a person", async () => {
    const debtor = await addStopped();
    const heard = world.heard(debtor.phone).length;
    await world.says(debtor.phone, "vuelvan a escribirme", { at: clock.now().minus({ hours: 1 }) });
    await world.settle();
    expect(await isStopped(debtor)).toBe(true);
    expect(world.heard(debtor.phone)).toHaveLength(heard);
    expect(await conversationOf(debtor)).toMatchObject({ owner: "nobody", because: "unclear" });
  });

  test.each([
    ["in the chat", (debtor: SampleDebtor) => says(debtor.phone, "no, ya no me escriban")],
    [
      "by telephone",
      async ({ id }: SampleDebtor) => {
        clock.set(clock.now().plus({ minutes: 5 }));
        const stop = { businessId: world.business.id, debtorId: id, userId: "ana", reason: "Llamó" };
        await recordStop(world.deps, { ...stop, stop: { kind: "opted_out" } });
      },
    ],
  ])("a stop said again %s counts from then: an agent cannot point to words in between", async (_, saysAgain) => {
    const debtor = await addStopped();
    const placed = () => world.owner`select placed_at from hold where debtor_id = ${debtor.id}`;
    const first = await placed();
    await says(debtor.phone, "bueno, escríbanme cuando venza");
    const [between] = await world.owner<{ id: string }[]>`
      select m.id from message m join conversation c on c.id = m.conversation_id
      where c.contact_id = ${debtor.contactId} and m.direction = 'in' order by m.sent_at desc limit 1`;
    await saysAgain(debtor);
    expect(await placed()).toEqual(first);
    const { id: messageId } = present(between, "the words in between");
    const who = { businessId: world.business.id, debtorId: debtor.id, userId: "ana" };
    expect(await recordOwnWords(world.deps, { ...who, messageId })).toEqual({ recorded: false, because: "earlier" });
  });

  test("by whoever has a dead person's telephone, or a number that is somebody else's, it lifts nothing", async () => {
    const dead = await addStopped();
    const stop = { businessId: world.business.id, userId: "ana", reason: "Llamó la familia" };
    await recordStop(world.deps, { ...stop, debtorId: dead.id, stop: { kind: "deceased" } });
    const wrong = await addStopped();
    await recordStop(world.deps, {
      ...stop,
      debtorId: wrong.id,
      stop: { kind: "wrong_person", contactId: wrong.contactId },
    });
    for (const debtor of [dead, wrong]) {
      const heard = world.heard(debtor.phone).length;
      await says(debtor.phone, "vuelvan a escribirme");
      expect(world.heard(debtor.phone)).toHaveLength(heard);
      expect((await conversationOf(debtor)).owner).toBe("nobody");
      expect(await isStopped(debtor)).toBe(true);
    }
  });

  test("leaves the number that the stop was said from without permission", async () => {
    const debtor = await addStopped();
    const second = await addNumber(debtor);
    await says(second.phone, "vuelvan a escribirme");
    await says(second.phone, "sí");
    expect(await isStopped(debtor)).toBe(false);
    expect((await wordsOf(debtor.contactId)).map(({ granted }) => granted)).toEqual([false]);
    const heard = world.heard(debtor.phone).length;
    expect(await campaign({ ...debtor, phone: second.phone })).toBe(1);
    expect(world.heard(debtor.phone)).toHaveLength(heard);
  });

  test("is kept once and whole: a turn that dies on the way leaves nothing of it", async () => {
    const debtor = await addStopped();
    await says(debtor.phone, "vuelvan a escribirme");
    await world.says(debtor.phone, "sí", { at: clock.now().plus({ seconds: 1 }) });
    clock.set(clock.now().plus({ minutes: 5 }));
    const dying = watchedDatabase(world.db, (text) => {
      if (text.startsWith("insert into audit_event")) throw new Error("killed");
    });
    await advanceDue({ ...world.deps, db: dying }, world.business.id);
    expect([await isStopped(debtor), (await wordsOf(debtor.contactId)).length]).toEqual([true, 1]);
    expect((await conversationOf(debtor)).state).toBe("confirmingPermission");
    clock.set(clock.now().plus({ minutes: 5 }));
    await world.settle();
    expect([await isStopped(debtor), (await wordsOf(debtor.contactId)).length]).toEqual([false, 2]);
  });
});

/** Another number of the same debtor, with permission by the list. */
async function addNumber({ id }: SampleDebtor): Promise<{ contactId: string; phone: string }> {
  people += 1;
  const [contactId, phone] = [newId(), `+57311555${people}0`];
  await world.owner`insert into contact (business_id, id, debtor_id, phone, wa_key)
    values (${world.business.id}, ${contactId}, ${id}, ${phone}, ${whatsappKey(phone)})`;
  await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${contactId}, true, 'Autorizo mensajes', '2026-01-15', 'upload')`;
  return { contactId, phone };
}

describe("nothing else lifts an opt-out", () => {
  const who = (debtor: SampleDebtor) => ({ businessId: world.business.id, debtorId: debtor.id, userId: "ana" });
  const withAgent = async (debtor: SampleDebtor) => {
    const conversationId = (await conversationOf(debtor)).id;
    const of = { businessId: world.business.id, conversationId, userId: "ana" };
    await takeOver(world.deps, of);
    return of;
  };

  const ATTEMPTS: Readonly<Record<string, (debtor: SampleDebtor) => Promise<unknown>>> = {
    "a list that says they agreed": async (debtor) => {
      const [row] = await world.owner<{ reference: string }[]>`select reference from debtor where id = ${debtor.id}`;
      const client = present(row, "the debtor").reference;
      await bring(world, csvOf([{ client, phone: debtor.phone, invoice: `L-${client}`, permission: "Sí" }]));
    },
    "an agent who records a permission": (debtor) =>
      recordPermission(world.deps, {
        ...who(debtor),
        contactId: debtor.contactId,
        wording: "Sí, escríbanme",
        on: isoDate("2026-11-18"),
        channel: "teléfono",
        by: ["whatsapp"],
      }),
    "an agent who lifts every hold there is": async (debtor) => {
      for (const kind of LIFTABLE) await liftHold(world.deps, { ...who(debtor), kind, reason: "Porque sí" });
    },
    "an agent who hands back": async (debtor) => handBack(world.deps, { ...(await withAgent(debtor)), verified: true }),
    "an agent who closes the chat": async (debtor) =>
      closeConversation(world.deps, { ...(await withAgent(debtor)), outcome: "other" }),
    "a new chat of theirs": async (debtor) => {
      await world.owner`update conversation set closed_at = ${clock.now()} where contact_id = ${debtor.contactId}`;
      await says(debtor.phone, "hola");
      await says(debtor.phone, debtor.document.slice(-4));
    },
    "asking what they owe, and promising to pay": async (debtor) => {
      await says(debtor.phone, "cuánto debo?");
      await says(debtor.phone, "pago el viernes");
      await says(debtor.phone, "sí");
    },
    "ten years": async () => clock.set(clock.now().plus({ years: 10 })),
  };

  test.each(Object.entries(ATTEMPTS))("%s", async (_, attempt) => {
    const debtor = await addStopped();
    const now = clock.now();
    await attempt(debtor);
    expect(await isStopped(debtor)).toBe(true);
    expect(await campaign(debtor)).toBe(0);
    clock.set(now.plus({ hours: 1 }));
  });

  test("being erased and brought again", async () => {
    const debtor = await addStopped();
    await eraseDebtor(world.deps, { businessId: world.business.id, debtor: debtor.id, by: "ana" });
    const heard = world.heard(debtor.phone).length;
    await bring(
      world,
      csvOf([{ client: `AGAIN-${people}`, phone: debtor.phone, invoice: `A-${people}`, permission: "Sí" }]),
    );
    const [again] = await world.owner<{ id: string }[]>`select id from debtor where reference = ${`AGAIN-${people}`}`;
    expect(await campaign({ ...debtor, id: present(again, "who was brought again").id })).toBe(0);
    expect(world.heard(debtor.phone)).toHaveLength(heard);
  });
});
