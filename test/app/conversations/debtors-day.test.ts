import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";

/** Thursday for half an hour where the business is, and still Wednesday evening in Tijuana. */
const BETWEEN_DAYS = DateTime.fromISO("2026-11-19T00:30:00", { zone: "America/Bogota" }) as DateTime<true>;

const database = useDatabase();
const clock = handClock(BETWEEN_DAYS);
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
  await world.setTime(BETWEEN_DAYS);
});
afterAll(() => world[Symbol.asyncDispose]());

async function verified(number: number, zone: string | null) {
  const debtor = await world.addDebtor(number);
  await world.owner`update debtor set zone = ${zone} where id = ${debtor.id}`;
  await told(debtor.phone, "hola", debtor.document.slice(-4));
  return debtor;
}

async function told(phone: string, ...texts: readonly string[]): Promise<string> {
  for (const text of texts) {
    await world.says(phone, text);
    await world.settle();
  }
  return world.heard(phone).at(-1) ?? "";
}

test.each([
  ["America/Tijuana", "19 de noviembre"],
  [null, "20 de noviembre"],
])("a day is counted from today where the debtor is: %s", async (zone, day) => {
  const debtor = await verified(zone ? 1 : 2, zone);
  expect(await told(debtor.phone, "se lo pago mañana sin falta")).toContain(day);
});

test("a promise for what is tomorrow there and today here is kept with their days", async () => {
  const debtor = await verified(3, "America/Tijuana");
  expect(await told(debtor.phone, "se lo pago mañana sin falta")).toContain("19 de noviembre");
  await told(debtor.phone, "sí");
  const promises = await world.owner`select promised_on, due_on, state from promise where debtor_id = ${debtor.id}`;
  expect(promises).toEqual([{ promisedOn: "2026-11-18", dueOn: "2026-11-19", state: "open" }]);
  expect(log.complaints).toEqual([]);
});

test("a plan that begins today there is agreed", async () => {
  const debtor = await verified(4, "America/Tijuana");
  expect(await told(debtor.phone, "200 mil hoy y el resto en 3")).toMatch(/^Este sería su acuerdo de pago/);
  await told(debtor.phone, "sí, acepto");
  expect(await world.owner`select agreed_on from plan where debtor_id = ${debtor.id}`).toEqual([
    { agreedOn: "2026-11-18" },
  ]);
  expect(log.complaints).toEqual([]);
});
