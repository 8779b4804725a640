import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

/** What the debtor read last, after saying these in turn. */
async function lastHeard(...words: string[]): Promise<{ debtor: SampleDebtor; text: string }> {
  people += 1;
  const debtor = await world.addDebtor(people);
  for (const text of ["hola", debtor.document.slice(-4), ...words]) {
    await world.says(debtor.phone, text);
    await world.settle();
  }
  return { debtor, text: world.heard(debtor.phone).at(-1) ?? "" };
}

const daysIn = (text: string): string[] => [...text.matchAll(/(\d{1,2}) de (\w+) de \d{4}/g)].map(([day]) => day);

test("a plan that was repeated is offered anew in the rhythm that the debtor asks for, and agreed to by a yes", async () => {
  const monthly = (await lastHeard("en 3 cuotas")).text;
  const { debtor, text } = await lastHeard("en 3 cuotas", "quincenal");
  expect(text).toMatch(/^Este sería su acuerdo de pago/);
  expect(daysIn(text)).toHaveLength(3);
  expect(daysIn(text).slice(1)).not.toEqual(daysIn(monthly).slice(1));

  await world.says(debtor.phone, "sí, acepto");
  await world.settle();
  const [plan] = await world.owner`select terms from plan where debtor_id = ${debtor.id}`;
  expect(plan).toMatchObject({ terms: { instalments: 3, frequency: "quincenal" } });
});

test("where the policy has no such plan, those that it has are shown", async () => {
  await world.owner`update business set plan_policy = jsonb_set(plan_policy, '{frequencies}', '["monthly"]') where id = ${world.business.id}`;
  const { text } = await lastHeard("en 3 cuotas", "mejor por semana");
  expect(text).toMatch(/Puede pagarlo así/);
});

test("the plan's own rhythm said back is no yes: it is asked once more, and then a person reads it", async () => {
  expect((await lastHeard("en 3 cuotas", "mensual")).text).toMatch(/^Este sería su acuerdo de pago/);
  expect((await lastHeard("en 3 cuotas", "mensual", "mensual")).text).toMatch(/una persona/);
});
