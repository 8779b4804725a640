import { afterAll, beforeAll, expect, test } from "vitest";
import { recordOwnWords, recordPermission } from "../../../src/app/contact/record-permission.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import type { Channel } from "../../../src/domain/contact-law/facts.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, csvOf } from "../debtor-lists/lists.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 700;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const addDebtor = (permission: boolean): Promise<SampleDebtor> => {
  people += 1;
  return world.addDebtor(people, { permission });
};

const of = ({ id }: SampleDebtor) => ({ businessId: world.business.id, debtorId: id, userId: "ana" });
const permit = (
  debtor: SampleDebtor,
  { on = "2026-11-17", by = ["whatsapp"] }: { on?: string; by?: readonly Channel[] } = {},
) =>
  recordPermission(world.deps, {
    ...of(debtor),
    contactId: debtor.contactId,
    wording: "Sí, escríbanme por WhatsApp",
    on: isoDate(on),
    channel: "teléfono",
    by,
  });

/** By what they may be contacted, as was said last. */
const permitted = async ({ contactId }: SampleDebtor) => {
  const [last] = await world.owner<{ granted: boolean; otherChannels: string[] }[]>`
    select granted, other_channels from contact_permission where contact_id = ${contactId} order by recorded_at desc, id desc limit 1`;
  return last && [...(last.granted ? ["whatsapp"] : []), ...last.otherChannels.toSorted()];
};

const open = async (debtor: SampleDebtor): Promise<number> => {
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return world.heard(debtor.phone).length;
};

/** The newest message of theirs, after an hour. */
async function says(debtor: SampleDebtor, words: string): Promise<string> {
  clock.set(clock.now().plus({ minutes: 5 }));
  await world.says(debtor.phone, words);
  await world.settle();
  const [row] = await world.owner<{ id: string }[]>`
    select m.id from message m join conversation c on c.id = m.conversation_id
    where c.debtor_id = ${debtor.id} and m.direction = 'in' order by m.sent_at desc limit 1`;
  return present(row, "the message").id;
}

test("an agent's permission is kept with its wording, day and channel, and without any nothing is started", async () => {
  const debtor = await addDebtor(false);
  expect(await open(debtor)).toBe(0);
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${debtor.id} and closed_at is null`;
  expect(await permit(debtor)).toEqual({ recorded: true });
  expect(await open(debtor)).toBe(1);
  expect(
    await world.owner`select granted, wording, granted_on, source from contact_permission where contact_id = ${debtor.contactId}`,
  ).toEqual([
    { granted: true, wording: "Sí, escríbanme por WhatsApp (teléfono)", grantedOn: "2026-11-17", source: "agent" },
  ]);
});

test("no agent and no list lifts an opt-out, whoever entered it", async () => {
  const [said, entered] = [await addDebtor(true), await addDebtor(true)];
  await says(said, "no me escriban más");
  await recordStop(world.deps, { ...of(entered), stop: { kind: "opted_out" }, reason: "Por carta" });
  for (const debtor of [said, entered]) {
    expect(await permit(debtor)).toEqual({ recorded: false, because: "opted-out" });
    const heard = world.heard(debtor.phone).length;
    const [{ reference } = { reference: "" }] = await world.owner<
      { reference: string }[]
    >`select reference from debtor where id = ${debtor.id}`;
    await bring(world, csvOf([{ client: reference, phone: debtor.phone, invoice: `L-${reference}` }]));
    expect(await open(debtor)).toBe(heard);
  }
});

test("the debtor's own later words lift it, and are kept with the message they stand in", async () => {
  const debtor = await addDebtor(true);
  const stop = await says(debtor, "no me escriban más");
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId: stop })).toEqual({
    recorded: false,
    because: "earlier",
  });
  const again = await says(debtor, "por favor escríbanme otra vez cuando venza la cuota");
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId: again })).toEqual({ recorded: true });
  expect(
    await world.owner`select wording, source, message_id, at from contact_permission where contact_id = ${debtor.contactId} and source = 'debtor_words' and granted`,
  ).toEqual([
    {
      wording: "por favor escríbanme otra vez cuando venza la cuota",
      source: "debtor_words",
      messageId: again,
      // The business's time, as that of the stop it comes after: a demo's is not the database's.
      at: clock.now(),
    },
  ]);
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${debtor.id} and closed_at is null`;
  const heard = world.heard(debtor.phone).length;
  expect(await open(debtor)).toBe(heard + 1);
});

test("another debtor's words are nobody's permission, and what we wrote is not theirs", async () => {
  const [debtor, other] = [await addDebtor(true), await addDebtor(true)];
  await says(debtor, "no me escriban más");
  const messageId = await says(other, "escríbanme");
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId })).toEqual({
    recorded: false,
    because: "not-found",
  });
  const [ours] = await world.owner<{ id: string }[]>`
    select m.id from message m join conversation c on c.id = m.conversation_id where c.debtor_id = ${debtor.id} and m.direction = 'out' limit 1`;
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId: present(ours, "ours").id })).toEqual({
    recorded: false,
    because: "not-found",
  });
});

test("a number that was thought to be somebody else's is written to again once whoever has it asks, and not by an agent's word", async () => {
  const debtor = await addDebtor(true);
  await recordStop(world.deps, {
    ...of(debtor),
    stop: { kind: "wrong_person", contactId: debtor.contactId },
    reason: "Contestó otra persona",
  });
  expect(await permit(debtor)).toEqual({ recorded: false, because: "not-theirs" });
  const messageId = await says(debtor, "sí soy yo, pueden escribirme a este número");
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId })).toEqual({ recorded: true });
  expect(await world.owner`select suppressed_at from contact where id = ${debtor.contactId}`).toEqual([
    { suppressedAt: null },
  ]);
});

test("nothing is permitted by the dead, nor on a day to come", async () => {
  const debtor = await addDebtor(true);
  expect(await permit(debtor, { on: "2026-11-20" })).toEqual({ recorded: false, because: "in-the-future" });
  await recordStop(world.deps, { ...of(debtor), stop: { kind: "deceased" }, reason: "Llamó la familia" });
  expect(await permit(debtor)).toEqual({ recorded: false, because: "deceased" });
});

test("each channel is permitted by itself and adds to those before", async () => {
  const debtor = await addDebtor(false);
  await permit(debtor, { by: ["voice"] });
  expect(await permitted(debtor)).toEqual(["voice"]);
  expect(await open(debtor)).toBe(0);
  await permit(debtor, { by: ["whatsapp", "sms"] });
  expect(await permitted(debtor)).toEqual(["whatsapp", "sms", "voice"]);
  await permit(debtor, { by: ["voice"] });
  expect(await permitted(debtor)).toEqual(["whatsapp", "sms", "voice"]);
});

test("who comes back after an opt-out has permitted WhatsApp, and is not called by what they had permitted before", async () => {
  const debtor = await addDebtor(true);
  await permit(debtor, { by: ["voice"] });
  const willing = await says(debtor, "me pueden escribir cuando quieran");
  await recordOwnWords(world.deps, { ...of(debtor), messageId: willing });
  expect(await permitted(debtor)).toEqual(["whatsapp", "voice"]);
  await recordStop(world.deps, { ...of(debtor), stop: { kind: "opted_out" }, reason: "Llamó" });
  const again = await says(debtor, "ya me pueden escribir");
  expect(await recordOwnWords(world.deps, { ...of(debtor), messageId: again })).toEqual({ recorded: true });
  expect(await permitted(debtor)).toEqual(["whatsapp"]);
});
