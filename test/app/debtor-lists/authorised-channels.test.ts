import { afterAll, beforeAll, expect, test } from "vitest";
import { readBusiness } from "../../../db/businesses.ts";
import { enterContact } from "../../../src/app/contact/enter-contact.ts";
import { recordPermission } from "../../../src/app/contact/record-permission.ts";
import { mayWrite } from "../../../src/app/outbox/may-write.ts";
import { present } from "../../../src/domain/assert.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, dryRunOf, upload } from "./lists.ts";

// A list says by which channels each of its debtors may be contacted. What is named is on the record, WhatsApp among it or not.

const database = useDatabase();
let world: World;
let balance = 1_000;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

/** A line a debtor: the word of permission, and the channels. */
function list(lines: Readonly<Record<string, readonly [said: string, channels: string]>>): Buffer {
  balance += 1;
  const header =
    "Código cliente;Nombre;Celular;Factura;Fecha vencimiento;Saldo;Moneda;Autoriza;Fecha autorización;Canales autorizados";
  const rows = Object.entries(lines).map(([client, [said, channels]]) => {
    const day = said === "" ? "" : "28/01/2026";
    return `${client};Persona de muestra ${client};300 555 ${client};F-${client};28/02/2026;${balance};COP;${said};${day};${channels}`;
  });
  return Buffer.from([header, ...rows, ""].join("\r\n"));
}

const newest = async (client: string) => {
  const [row] = await world.owner<{ granted: boolean; otherChannels: string[]; wording: string; source: string }[]>`
    select p.granted, p.other_channels, p.wording, p.source from debtor d join contact k on k.debtor_id = d.id
    join contact_permission p on p.contact_id = k.id where d.reference = ${client} order by p.recorded_at desc, p.id desc limit 1`;
  return row;
};

async function reasons(client: string): Promise<Record<string, string>> {
  const [row] = await world.owner<{ id: string }[]>`select id from debtor where reference = ${client}`;
  const { decision, others } = await world.db.inBusiness(world.business.id, async (tx) => {
    const business = present(await readBusiness(tx), "the business");
    const context = { business, now: WEDNESDAY, channels: world.deps.channels };
    return present(await mayWrite(tx, context, present(row, "the debtor").id), "a verdict");
  });
  const all = others.map(({ channel, decision: { reason } }) => [channel, reason] as const);
  return { whatsapp: decision.reason, ...Object.fromEntries(all) };
}

const verdictsOf = (uploaded: Awaited<ReturnType<typeof upload>>) =>
  dryRunOf(world, uploaded).contact.map(({ reason, debtors }) => [reason, debtors]);

test("each channel that is named is kept and answered for; the dry run says the same as the gate", async () => {
  const bytes = list({ 1001: ["Sí", "SMS y llamadas"], 1002: ["Sí", "WhatsApp, correo"], 1003: ["Sí", "carta"] });
  const dryRun = verdictsOf(await upload(world, bytes));
  expect(dryRun).toEqual(
    expect.arrayContaining([
      ["CHANNEL_NOT_AUTHORISED", 1],
      ["OK", 1],
      ["NO_PERMISSION", 1],
    ]),
  );
  await bring(world, bytes);
  expect(await newest("1001")).toEqual({
    granted: false,
    otherChannels: ["sms", "voice"],
    wording: "Canales autorizados: SMS y llamadas",
    source: "upload",
  });
  expect(await newest("1002")).toMatchObject({ granted: true, otherChannels: ["email"] });
  expect(await newest("1003")).toMatchObject({ granted: false, otherChannels: [] });
  const not = "CHANNEL_NOT_AUTHORISED";
  expect(await reasons("1001")).toEqual({ whatsapp: not, sms: "OK", email: not, voice: "OK", visit: not });
  expect(await reasons("1002")).toEqual({ whatsapp: "OK", sms: not, email: "OK", voice: not, visit: not });
  expect(await reasons("1003")).toMatchObject({ whatsapp: "NO_PERMISSION", voice: "NO_PERMISSION" });
});

test("a later list changes what it names, leaves what it does not speak of, and a no takes all back", async () => {
  await bring(world, list({ 1011: ["Sí", "WhatsApp, llamadas"], 1012: ["Sí", "SMS"], 1013: ["Sí", "WhatsApp, SMS"] }));
  const later = list({ 1011: ["Sí", ""], 1012: ["Sí", "SMS, WhatsApp"], 1013: ["No", ""] });
  expect(verdictsOf(await upload(world, later))).toEqual(
    expect.arrayContaining([
      ["OK", 2],
      ["NO_PERMISSION", 1],
    ]),
  );
  await bring(world, later);
  expect(await newest("1011")).toMatchObject({ granted: true, otherChannels: ["voice"] });
  expect(await newest("1012")).toMatchObject({ granted: true, otherChannels: ["sms"] });
  expect(await newest("1013")).toMatchObject({ granted: false, otherChannels: [] });
  // Nothing more was said: nothing more is written.
  const count = async () => (await world.owner`select from contact_permission`).length;
  const before = await count();
  await bring(world, list({ 1011: ["Sí", ""], 1012: ["Sí", "SMS, WhatsApp"] }));
  expect(await count()).toBe(before);
});

test("who agrees to WhatsApp later has not taken back their telephone", async () => {
  await bring(world, list({ 1021: ["Sí", "llamadas"] }));
  const [row] = await world.owner<{ debtorId: string; contactId: string }[]>`
    select k.debtor_id, k.id as contact_id from contact k join debtor d on d.id = k.debtor_id where d.reference = '1021'`;
  const given = {
    wording: "Sí, escríbanme",
    on: isoDate("2026-11-17"),
    channel: "tienda",
    by: ["whatsapp"],
    userId: "ana",
  } as const;
  await recordPermission(world.deps, { businessId: world.business.id, ...present(row, "the contact"), ...given });
  expect(await newest("1021")).toMatchObject({ granted: true, otherChannels: ["voice"], source: "agent" });
});

test("a call that somebody entered is in the dry run of the next list", async () => {
  const bytes = list({ 1031: ["Sí", "WhatsApp, llamadas"] });
  await bring(world, bytes);
  const [row] = await world.owner<{ id: string }[]>`select id from debtor where reference = '1031'`;
  const { id: debtorId } = present(row, "the debtor");
  const made = {
    id: newId(),
    channel: "voice",
    at: "2026-11-17T10:00",
    initiatedBy: "collector",
    kind: "accepted",
  } as const;
  await enterContact(world.deps, { businessId: world.business.id, debtorId, userId: "ana", ...made });
  expect(verdictsOf(await upload(world, list({ 1031: ["Sí", "WhatsApp, llamadas"] })))).toEqual([
    ["SECOND_CHANNEL_SAME_WEEK", 1],
  ]);
});
