import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChannelIdentity } from "../../../src/channels/channel.ts";
import { newId } from "../../../src/ids.ts";
import { parseWhatsappPayload } from "../../../webhooks/whatsapp-payload.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

/** WhatsApp's notices as Meta writes them, through the parser, and what the conversation does afterwards. */
const database = useDatabase();
let world: World;
let number = 700;
beforeAll(async () => {
  world = await makeWorld(database);
  await world.setTime(WEDNESDAY);
});
afterAll(() => world[Symbol.asyncDispose]());

const DISCLOSES = /600[.,]000|saldo|deuda de/i;

/** One message as Meta's webhook brings it. */
async function arrives(message: object, contacts: object[] = []): Promise<void> {
  const at = String(Math.floor(world.deps.clock.now().toSeconds()));
  const value = {
    metadata: { phone_number_id: "7" },
    contacts,
    messages: [{ id: `wamid.${newId()}`, timestamp: at, ...message }],
  };
  const body = Buffer.from(JSON.stringify({ entry: [{ id: "W", changes: [{ field: "messages", value }] }] }));
  const receivedAt = world.deps.clock.now();
  const messages = parseWhatsappPayload(body, receivedAt)?.batches.flatMap((batch) => batch.messages) ?? [];
  expect(messages).toHaveLength(1);
  const { business, channelId } = world;
  await world.receive({ businessId: business.id, channelId, body: "{}", messages, statuses: [], receivedAt });
  await world.settle();
}

const writes = ({ phone, bsuid }: ChannelIdentity, body: string): Promise<void> =>
  arrives(
    { type: "text", text: { body }, from: phone ?? "", ...(bsuid && { from_user_id: bsuid }) },
    bsuid ? [{ user_id: bsuid, wa_id: phone ?? "", profile: { name: "Persona", username: "@persona" } }] : [],
  );

async function proved(): Promise<SampleDebtor & { digits: string }> {
  number += 1;
  const debtor = await world.addDebtor(number);
  const digits = debtor.phone.slice(1);
  await writes({ phone: digits }, "hola");
  await writes({ phone: digits }, debtor.document.slice(-4));
  expect(await proof(debtor)).toEqual([true]);
  return { ...debtor, digits };
}

const proof = async ({ contactId }: SampleDebtor): Promise<boolean[]> => {
  const rows = await world.owner<{ proved: boolean }[]>`
    select verified_at is not null as proved from conversation where contact_id = ${contactId} order by id`;
  return rows.map((row) => row.proved);
};
const contact = async (id: string) =>
  (await world.owner`select debtor_id, wa_key, wa_id, bsuid, phone from contact where id = ${id}`)[0];
const lastHeard = (to: string): string => world.heard(to).at(-1) ?? "";

describe("a change of number", () => {
  const changed = (from: string, to: string) =>
    arrives({ type: "system", from, system: { body: "x", wa_id: to, type: "user_changed_number" } });

  test("takes the contact to the new one, where nothing is said of the debt before they prove anew who they are", async () => {
    const debtor = await proved();
    const to = "573110000701";
    await changed(debtor.digits, to);
    expect(await contact(debtor.contactId)).toMatchObject({ debtorId: debtor.id, waKey: to, waId: to });
    expect(await proof(debtor)).toEqual([false]);

    await writes({ phone: to }, "¿cuánto debo?");
    expect(lastHeard(`+${to}`)).not.toBe("");
    expect(lastHeard(`+${to}`)).not.toMatch(DISCLOSES);
    await writes({ phone: to }, debtor.document.slice(-4));
    expect(await proof(debtor)).toEqual([true]);
  });

  test("leaves the old number to whoever has it next, who is a stranger", async () => {
    const debtor = await proved();
    const before = world.heard(debtor.phone).length;
    await changed(debtor.digits, "573110000702");
    await writes({ phone: debtor.digits }, "hola, ¿cuánto debo?");
    const [stranger] = await world.owner`select debtor_id from contact where wa_key = ${debtor.digits}`;
    expect(stranger).toEqual({ debtorId: null });
    for (const said of world.heard(debtor.phone).slice(before)) expect(said).not.toMatch(DISCLOSES);
  });

  test("that is told twice is done once, and to a number that another has it moves nobody and asks a person", async () => {
    const [one, two] = [await proved(), await proved()];
    for (let times = 0; times < 2; times += 1) await changed(one.digits, two.digits);
    expect(await contact(one.contactId)).toMatchObject({ waKey: one.digits, debtorId: one.id });
    expect(await contact(two.contactId)).toMatchObject({ waKey: two.digits, debtorId: two.id });
    expect([await proof(one), await proof(two)]).toEqual([[false], [true]]);
    expect(await world.owner`select kind from alarm where subject_id = ${one.contactId}`).toEqual([
      { kind: "contact.identity-taken" },
    ]);
  });
});

describe("a user id", () => {
  test("is learnt beside the number, and finds the same person when the number stays away", async () => {
    const debtor = await proved();
    await writes({ phone: debtor.digits, bsuid: "CO.701" }, "hola");
    await writes({ bsuid: "CO.701" }, "otra vez");
    const [row] = await world.owner`select count(distinct conversation_id)::int as count from message m
      join conversation c on c.id = m.conversation_id where c.contact_id = ${debtor.contactId} and m.body = 'otra vez'`;
    expect(row).toEqual({ count: 1 });
  });

  test("that nobody knows is a stranger's: asked who they are, told of no debt, answered under that id", async () => {
    await writes({ bsuid: "CO.702" }, "¿cuánto debo?");
    const [stranger] = await world.owner`select debtor_id, wa_key, wa_id from contact where bsuid = 'CO.702'`;
    expect(stranger).toEqual({ debtorId: null, waKey: "bsuid:CO.702", waId: null });
    expect(lastHeard("CO.702")).not.toBe("");
    expect(lastHeard("CO.702")).not.toMatch(DISCLOSES);
  });

  test("that changes goes on as the same contact, whose proof is over", async () => {
    const debtor = await proved();
    await writes({ phone: debtor.digits, bsuid: "CO.703" }, "hola");
    const system = { type: "user_changed_user_id", user_id: "CO.704" };
    await arrives({ type: "system", from: "", from_user_id: "CO.703", system });
    expect(await contact(debtor.contactId)).toMatchObject({ waKey: debtor.digits, bsuid: "CO.704" });
    expect(await proof(debtor)).toEqual([false]);

    await writes({ bsuid: "CO.705" }, "hola");
    await arrives({ type: "system", from: "", from_user_id: "CO.705", system: { ...system, user_id: "CO.706" } });
    expect(await world.owner`select wa_key from contact where bsuid in ('CO.705', 'CO.706')`).toEqual([
      { waKey: "bsuid:CO.706" },
    ]);
  });
});
