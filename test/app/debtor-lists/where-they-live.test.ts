import { DateTime } from "luxon";
import { afterEach, beforeEach, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { bring, contactsOf, upload } from "./lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
});
afterEach(() => world[Symbol.asyncDispose]());

type Line = { readonly client: string; readonly country?: string; readonly state?: string; readonly phone: string };

/** A file with a column of countries and one of states, of a business in Colombia. */
function fileOf(lines: readonly Line[]): Buffer {
  const header =
    "Código cliente;Nombre;País;UF;Celular;Factura;Saldo;Autoriza WhatsApp;Fecha autorización;Texto autorización";
  const rows = lines.map(({ client, country = "Brasil", state = "", phone }) =>
    [client, `Persona ${client}`, country, state, phone, `FV-${client}`, "1480000", "Sí", "28/01/2026", "Acepto"].join(
      ";",
    ),
  );
  return Buffer.from([header, ...rows, ""].join("\r\n"));
}

const IN_COP = { settings: { currency: "COP" } } as const;

const whereAll = () =>
  world.owner<{ reference: string; country: string | null; subdivision: string | null }[]>`
    select reference, country, subdivision from debtor where business_id = ${world.business.id} order by reference`;

test("a list's country and state are kept with the debtor; a number's area code is not", async () => {
  await bring(
    world,
    fileOf([
      { client: "A", state: "São Paulo", phone: "+55 11 98765-0001" },
      { client: "B", state: "", phone: "+55 21 98765-0002" },
      { client: "C", country: "Colombia", state: "SP", phone: "+57 300 555 0103" },
      { client: "D", country: "", phone: "+57 300 555 0104" },
    ]),
    IN_COP,
  );
  expect(await whereAll()).toEqual([
    { reference: "A", country: "BR", subdivision: "SP" },
    { reference: "B", country: "BR", subdivision: null },
    { reference: "C", country: "CO", subdivision: null },
    // Nobody said where: it is where the business is.
    { reference: "D", country: null, subdivision: null },
  ]);
});

test("what a later list leaves out stays, but no state outlives its country, and no zone the place it was said of", async () => {
  const phone = (last: number) => `+55 11 98765-000${last}`;
  await bring(
    world,
    fileOf([
      { client: "A", state: "RJ", phone: phone(1) },
      { client: "B", state: "RJ", phone: phone(2) },
      { client: "C", state: "AM", phone: phone(3) },
      { client: "D", state: "AM", phone: phone(4) },
    ]),
    IN_COP,
  );
  await world.owner`update debtor set zone = case when subdivision = 'AM' then 'America/Manaus' else 'America/Sao_Paulo' end
    where business_id = ${world.business.id}`;
  await bring(
    world,
    fileOf([
      { client: "A", country: "", phone: phone(1) },
      { client: "B", country: "Perú", phone: phone(2) },
      { client: "C", state: "SP", phone: phone(3) },
      { client: "D", state: "", phone: phone(4) },
    ]),
    IN_COP,
  );
  expect(await whereAll()).toEqual([
    { reference: "A", country: "BR", subdivision: "RJ" },
    { reference: "B", country: "PE", subdivision: null },
    { reference: "C", country: "BR", subdivision: "SP" },
    { reference: "D", country: "BR", subdivision: "AM" },
  ]);
  const zones = await world.owner`
    select reference, zone from debtor where business_id = ${world.business.id} and zone is not null order by reference`;
  expect(zones).toEqual([
    { reference: "A", zone: "America/Sao_Paulo" },
    { reference: "D", zone: "America/Manaus" },
  ]);
});

test("a dry run says when by the law of each, as the gate will", async () => {
  await world.setTime(DateTime.fromISO("2026-11-21T10:00:00-03:00", { zone: "utc" }));
  const uploaded = await upload(
    world,
    fileOf([
      { client: "A", state: "SP", phone: "+55 11 98765-0001" },
      { client: "B", state: "RJ", phone: "+55 11 98765-0002" },
      { client: "C", phone: "+55 21 98765-0003" },
      { client: "D", country: "Uruguay", phone: "+598 94 123 456" },
    ]),
    IN_COP,
  );
  const lines = await contactsOf(world, uploaded);
  const inRio = (moment: string | null) =>
    moment && DateTime.fromISO(moment).setZone("America/Sao_Paulo").toFormat("yyyy-MM-dd HH:mm");
  expect(lines.map(({ reference, mayWriteAt }) => [reference, inRio(mayWriteAt)])).toEqual([
    ["A", "2026-11-21 10:00"],
    ["B", "2026-11-23 09:00"],
    // Its area code is no state: when all states and all clocks of the country allow it, which is nine in Acre.
    ["C", "2026-11-23 11:00"],
    ["D", null],
  ]);
});

test("a dry run forgets the zone of a place that the list moves somebody from, as the books will", async () => {
  const phone = "+55 11 98765-0009";
  await bring(world, fileOf([{ client: "A", state: "AM", phone }]), IN_COP);
  await world.owner`update debtor set zone = 'America/Manaus' where business_id = ${world.business.id}`;
  // Half past eight in São Paulo, where one may write from eight; half past seven by the clock they had before.
  await world.setTime(DateTime.fromISO("2026-11-23T08:30:00-03:00", { zone: "utc" }));
  const [moved] = await contactsOf(world, await upload(world, fileOf([{ client: "A", state: "SP", phone }]), IN_COP));
  expect(
    DateTime.fromISO(moved?.mayWriteAt ?? "")
      .toUTC()
      .toFormat("yyyy-MM-dd HH:mm"),
  ).toBe("2026-11-23 11:30");
});
