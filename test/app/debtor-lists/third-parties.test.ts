import { afterEach, beforeEach, expect, test } from "vitest";
import { openableOfList, openList } from "../../../src/app/conversations/open-list.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, contactsOf, dryRunOf, upload } from "./lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
  await world.setTime(WEDNESDAY);
});
afterEach(() => world[Symbol.asyncDispose]());

type Line = { client: string; name?: string; contact?: string; relation?: string; phone: string; allows?: string };

function fileOf(lines: readonly Line[]): Buffer {
  const header =
    "Código cliente;Nombre;Contacto;Relación;Celular;Factura;Saldo;Autoriza WhatsApp;Fecha autorización;Texto autorización";
  const rows = lines.map(
    ({ client, name = `Persona de muestra ${client}`, contact = "", relation = "", phone, allows = "Sí" }) =>
      [
        client,
        name,
        contact,
        relation,
        phone,
        `FV-${phone}`,
        "1480000",
        allows,
        ...(allows === "" ? ["", ""] : ["28/01/2026", "Acepto"]),
      ].join(";"),
  );
  return Buffer.from([header, ...rows, ""].join("\r\n"));
}

const IN_COP = { settings: { currency: "COP" } } as const;
const REFERENCE = { contact: "Contacto de muestra", relation: "Referencia personal" };
const verdictsOf = async (lines: readonly Line[]) => {
  const uploaded = await upload(world, fileOf(lines), IN_COP);
  const { contact, warnings, permission } = dryRunOf(world, uploaded);
  const found = await contactsOf(world, uploaded);
  const verdicts = found.map(({ reference, mayWriteAt, verdict }) => [
    reference,
    contact[verdict]?.reason,
    mayWriteAt !== null,
  ]);
  return { verdicts, warnings: warnings.map(({ code, rows }) => [code, rows]), given: permission.given };
};

test("a dry run says whose numbers are a third party's, by the clause and in the row", async () => {
  const { verdicts, warnings, given } = await verdictsOf([
    { client: "A", ...REFERENCE, phone: "300 555 0101" },
    { client: "B", ...REFERENCE, relation: "Codeudor", phone: "300 555 0102" },
    { client: "C", name: "Tienda de muestra 07 S.A.S.", ...REFERENCE, relation: "Tesorería", phone: "300 555 0103" },
    { client: "D", phone: "300 555 0104" },
    { client: "D", ...REFERENCE, phone: "300 555 0105" },
    { client: "E", phone: "300 555 0106", allows: "" },
    { client: "E", ...REFERENCE, phone: "300 555 0107" },
  ]);
  expect(verdicts).toEqual([
    ["A", "THIRD_PARTY", false],
    ["B", "OK", true],
    ["C", "OK", true],
    ["D", "OK", true],
    // What the reference allows is no word of the debtor's.
    ["E", "NO_PERMISSION", false],
  ]);
  expect(warnings).toContainEqual(["phone-third-party", 3]);
  expect(given).toBe(3);
});

test("what is on file counts in the next dry run: a reference's number stays one, and an own number opens the way", async () => {
  await bring(
    world,
    fileOf([
      { client: "A", ...REFERENCE, phone: "300 555 0101" },
      { client: "B", ...REFERENCE, phone: "300 555 0102" },
    ]),
    IN_COP,
  );
  const roles = await world.owner`select role from contact where business_id = ${world.business.id} order by phone`;
  expect(roles).toEqual([{ role: "Referencia personal" }, { role: "Referencia personal" }]);
  const { verdicts } = await verdictsOf([
    { client: "A", phone: "" },
    { client: "B", phone: "300 555 0103" },
  ]);
  expect(verdicts).toEqual([
    ["A", "THIRD_PARTY", false],
    ["B", "OK", true],
  ]);
});

test("of a list only those are counted as to be written to who have a number of their own", async () => {
  const { list } = await upload(
    world,
    fileOf([
      { client: "A", ...REFERENCE, phone: "300 555 0101" },
      { client: "B", ...REFERENCE, relation: "Titular", phone: "300 555 0102" },
      { client: "C", ...REFERENCE, phone: "300 555 0103" },
      { client: "C", phone: "300 555 0104" },
      { client: "D", contact: "Persona de muestra D", relation: "Tesorera", phone: "300 555 0105" },
      { client: "E", ...REFERENCE, relation: "Tesorera", phone: "300 555 0106" },
    ]),
    IN_COP,
  );
  await world.owner`update debtor_list set state = 'committing' where id = ${list.id}`;
  await commitLists(world.deps, world.business.id);
  const of = { businessId: world.business.id, listId: list.id };
  expect(await openableOfList(world.deps, of)).toMatchObject({ count: 3 });
  expect(await openList(world.deps, { ...of, userId: "user-7" })).toMatchObject({ opened: 3 });
});
