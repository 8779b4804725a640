import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
});
afterAll(() => world[Symbol.asyncDispose]());

/** Words that are no plain yes, in whatever way, on the day after that on which the first instalment would have been. */
test.each(["👍", "mmm a ver", "sí, acepto"])(
  "«%s» to a plan whose first day has gone by shows what is possible now",
  async (words) => {
    clock.set(WEDNESDAY);
    people += 1;
    const debtor = await world.addDebtor(people);
    for (const text of ["hola", debtor.document.slice(-4), "200 mil hoy y el resto en 3"]) {
      await world.says(debtor.phone, text);
      await world.settle();
    }
    expect(world.heard(debtor.phone).at(-1)).toMatch(/^Este sería su acuerdo de pago/);
    clock.set(WEDNESDAY.plus({ hours: 20 }));
    await world.says(debtor.phone, words);
    await world.settle();
    expect(world.heard(debtor.phone).at(-1)).toMatch(/Puede pagarlo así/);
    expect(await world.owner`select id from plan where debtor_id = ${debtor.id}`).toEqual([]);
    expect(log.complaints).toEqual([]);
  },
);
