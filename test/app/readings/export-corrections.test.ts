import { afterAll, beforeAll, expect, test } from "vitest";
import { correctReading } from "../../../src/app/readings/correct-reading.ts";
import { exportCorrections } from "../../../src/app/readings/export-corrections.ts";
import { present } from "../../../src/domain/assert.ts";
import { parseLines } from "../../../src/domain/understanding/classifier/lines.ts";
import type { Intent } from "../../../src/domain/understanding/reading.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let debtor: SampleDebtor;
beforeAll(async () => {
  world = await makeWorld(database);
  debtor = await world.addDebtor(7);
  await world.owner`update debtor set name = 'Peñaloza Ibáñez Demuestra', reference = 'CLI-000417' where id = ${debtor.id}`;
  await world.owner`update contact set name = 'Tía Eulogia Demuestra' where id = ${debtor.contactId}`;
});
afterAll(() => world[Symbol.asyncDispose]());

/** Says it and has it corrected. */
async function corrected(text: string, intent: Intent, by = debtor): Promise<void> {
  await world.says(by.phone, text);
  await world.settle();
  const [message] = await world.owner<{ id: string }[]>`
    select m.id from message m join conversation c on c.id = m.conversation_id
    where c.debtor_id = ${by.id} and m.direction = 'in' order by m.id desc limit 1`;
  const messageId = present(message, "what was said").id;
  const asked = { businessId: world.business.id, messageId, userId: "ana", intent };
  expect(await correctReading(world.deps, asked)).toBe("corrected");
}

async function exported(since?: typeof WEDNESDAY): Promise<string[]> {
  const file = await exportCorrections(world.deps, { businessId: world.business.id, by: "ana", since });
  let text = "";
  for await (const part of file.parts) text += part;
  // As the classifier's training reads them.
  if (text.split("\n").length > 2) parseLines("corrections.tsv", text);
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.shift()).toBe("intent\talso\tcountry\tregister\tstate\ttext");
  return lines;
}

const SECRET = [
  // Names: of the debtor and of who has the number, whole and in part, with accents and without.
  ["habla peñaloza", "peñaloza"],
  ["de parte de PENALOZA IBANEZ le digo", "IBANEZ"],
  ["soy la tía Eulogia pues", "Eulogia"],
  ["ahí le dejo con ibañez", "ibañez"],
  // Phones in all shapes.
  ["mi otro número +57 301 555 8899", "8899"],
  ["llame al (601) 555-8899 de día", "8899"],
  ["es 3015558899 o 301.555.8899", "8899"],
  ["fono +56 9 5555 8899", "8899"],
  ["cel 55 1155 558899 pls", "558899"],
  ["zap 11 95555-8899 tá", "8899"],
  ["ring +44 7700 900123 ok", "900123"],
  ["tel 555-0123 ext 4", "555-0123"],
  // Document ids of our countries.
  ["cc 1.020.304.506 mia", "304.506"],
  ["rut 12.345.678-5 oiga", "345.678"],
  ["dni 45678912 peru", "45678912"],
  ["curp PEIE850101HDFXXX09", "PEIE850101"],
  ["rfc PEIE850101AB1", "PEIE850101"],
  ["cédula 1712345678 ec", "1712345678"],
  ["cuit 20-12345678-6 listo", "12345678"],
  ["cpf 123.456.789-09 aí", "456.789"],
  ["nie X1234567L vale", "1234567"],
  ["dni 12345678Z vale", "12345678"],
  ["ssn 123-45-6789 ok", "6789"],
  ["ni QQ123456C ok", "123456"],
  // Where they are on the net, their accounts and cards.
  ["escriba a penaloza.i+x@correo-demuestra.com.co ya", "correo-demuestra"],
  ["iban ES91 2100 0418 4502 0005 1332 ese", "0005"],
  ["iban ES9121000418450200051332 ese", "0418"],
  ["cbu 2850590940090418135201 ese", "0904"],
  ["clabe 032180000118359719 esa", "1183597"],
  ["agência 1234 conta 56789-0 essa", "56789"],
  // Where they live.
  ["estoy en la calle 45 # 12-34 apto 501 oiga", "12-34"],
  ["moro na rua das Flores, 123 viu", "123"],
  ["av. siempreviva 742 oiga", "742"],
  // What we call them.
  ["mi código CLI-000417 ese", "000417"],
] as const;

test.each(SECRET)("no line leaves unmasked: %s", async (text, secret) => {
  await corrected(text, "hardship");
  const lines = await exported();
  const line = lines.at(-1) ?? "";
  expect(line).toMatch(/\[[\p{L}]+\]/u);
  for (const each of lines) expect(each.toLowerCase()).not.toContain(secret.toLowerCase());
});

test("a line says what, where and in answer to what; each stands once, in one line, and as no formula", async () => {
  const other = await world.addDebtor(8);
  await corrected("=ahí\tvemos\n\npues", "request_time", other);
  await corrected("ahí vemos pues", "request_time", other);
  await corrected("ahí vemos pues", "hardship", other);
  const lines = (await exported()).filter((line) => line.includes("vemos"));
  expect(lines).toEqual([
    "request_time\t-\tCO\tplain\tdigits\tahí vemos pues",
    "hardship\t-\tCO\tplain\tdigits\tahí vemos pues",
  ]);
});

test("amounts and days stay, which is what the words are about", async () => {
  await corrected("le doy 200 mil el viernes 15 y vemos", "promise");
  expect((await exported()).at(-1)).toContain("le doy 200 mil el viernes 15 y vemos");
});

test("what was taken back is left out, and of what was said twice the last word holds", async () => {
  await corrected("quién sabe mijo", "hardship");
  const [{ id } = { id: "" }] = await world.owner<{ id: string }[]>`
    select message_id as id from reading_correction order by id desc limit 1`;
  const say = (intent: Intent | null) =>
    correctReading(world.deps, { businessId: world.business.id, messageId: id, userId: "ana", intent });
  const said = async () =>
    (await exported()).filter((line) => line.includes("quién sabe")).map((line) => line.split("\t")[0]);
  expect(await said()).toEqual(["hardship"]);
  await say("request_time");
  expect(await said()).toEqual(["request_time"]);
  await say(null);
  expect(await said()).toEqual([]);
});

test("since a day there are only those made from then on; and the audit names who took them out", async () => {
  await world.setTime(WEDNESDAY.plus({ days: 2 }));
  await corrected("mañana quizás no sé", "request_time");
  const lines = await exported(WEDNESDAY.plus({ days: 1 }));
  expect(lines.map((line) => line.split("\t").at(-1))).toEqual(["mañana quizás no sé"]);
  const audit =
    await world.owner`select actor, after from audit_event where action = 'corrections.exported' order by id desc limit 1`;
  expect(audit[0]).toMatchObject({ actor: "ana", after: { since: "2026-11-19T15:00:00.000Z" } });
});
