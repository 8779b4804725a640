import { afterAll, beforeAll, expect, test } from "vitest";
import { recordPermission } from "../../../src/app/contact/record-permission.ts";
import { present } from "../../../src/domain/assert.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { bring } from "./lists.ts";

// Whether another number of the business may write to somebody, as a list or an agent says it: no for who said nothing.

const database = useDatabase();
let world: World;
let balance = 1_000;
beforeAll(async () => {
  world = await makeWorld(database);
  await world.setTime(WEDNESDAY);
});
afterAll(() => world[Symbol.asyncDispose]());

/** A line a debtor: the word of permission, and of other numbers; without the second no column of it. */
function list(lines: Readonly<Record<string, readonly [said: string, otherNumbers?: string]>>): Buffer {
  balance += 1;
  const hasColumn = Object.values(lines).some(([, otherNumbers]) => otherNumbers !== undefined);
  const header = `Código cliente;Nombre;Celular;Factura;Fecha vencimiento;Saldo;Moneda;Autoriza;Fecha autorización${hasColumn ? ";Autoriza otros números" : ""}`;
  const rows = Object.entries(lines).map(
    ([client, [said, otherNumbers]]) =>
      `${client};Persona de muestra ${client};300 555 ${client};F-${client};28/02/2026;${balance};COP;${said};28/01/2026${hasColumn ? `;${otherNumbers ?? ""}` : ""}`,
  );
  return Buffer.from([header, ...rows, ""].join("\r\n"));
}

type Newest = { debtorId: string; contactId: string; granted: boolean; otherNumbers: boolean };
const newest = async (client: string): Promise<Newest> => {
  const [row] = await world.owner<Newest[]>`
    select d.id as debtor_id, k.id as contact_id, p.granted, p.other_numbers from debtor d join contact k on k.debtor_id = d.id
    join contact_permission p on p.contact_id = k.id where d.reference = ${client} order by p.recorded_at desc, p.id desc limit 1`;
  return present(row, "a permission");
};

const agentSays = async (client: string, otherNumbers?: boolean) => {
  const { debtorId, contactId } = await newest(client);
  const given = { wording: "Sí, desde cualquier número suyo", on: isoDate("2026-11-17"), channel: "teléfono" };
  const by = ["whatsapp"] as const;
  const asked = { businessId: world.business.id, userId: "ana", debtorId, contactId, ...given, by, otherNumbers };
  expect(await recordPermission(world.deps, asked)).toEqual({ recorded: true });
};

test("a list's column says it; what is neither yes nor no is no yes; silence is none", async () => {
  await bring(world, list({ 2001: ["Sí", "Sí"], 2002: ["Sí", "No"], 2003: ["Sí", "tal vez"], 2004: ["Sí", ""] }));
  const said = await Promise.all(["2001", "2002", "2003", "2004"].map(newest));
  expect(said.map(({ granted, otherNumbers }) => [granted, otherNumbers])).toEqual([
    [true, true],
    [true, false],
    [true, false],
    [true, false],
  ]);
});

test("a list without the column leaves what was said before, and a later no takes it back", async () => {
  await bring(world, list({ 2011: ["Sí", "Sí"] }));
  await bring(world, list({ 2011: ["Sí"] }));
  expect(await newest("2011")).toMatchObject({ otherNumbers: true });
  await bring(world, list({ 2011: ["Sí", "No"] }));
  expect(await newest("2011")).toMatchObject({ granted: true, otherNumbers: false });
});

test("who refuses WhatsApp refuses it from other numbers too", async () => {
  await bring(world, list({ 2021: ["Sí", "Sí"] }));
  await bring(world, list({ 2021: ["No", "Sí"] }));
  expect(await newest("2021")).toMatchObject({ granted: false, otherNumbers: false });
});

test("an agent records it, and a record that says nothing of it keeps it", async () => {
  await bring(world, list({ 2031: ["Sí"] }));
  expect(await newest("2031")).toMatchObject({ otherNumbers: false });
  await agentSays("2031", true);
  expect(await newest("2031")).toMatchObject({ otherNumbers: true });
  await agentSays("2031");
  expect(await newest("2031")).toMatchObject({ granted: true, otherNumbers: true });
});
