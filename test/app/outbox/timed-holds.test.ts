import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placeHolds } from "../../../db/agreements.ts";
import { placedHoldsOf } from "../../../db/console/debtor-file.ts";
import { holdsOf } from "../../../db/console/holds.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// A hold that was placed for a time is over when its time is: for what we start, for answers, and on the screen.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const UNTIL = WEDNESDAY.plus({ hours: 3 });
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const place = (debtor: SampleDebtor, kind: string, until: DateTime | null = UNTIL) =>
  world.owner`
    insert into hold (business_id, id, debtor_id, kind, placed_at, until)
    values (${world.business.id}, ${newId()}, ${debtor.id}, ${kind}, ${WEDNESDAY.minus({ days: 1 })}, ${until})`;

const shown = (debtor: SampleDebtor, now: DateTime) =>
  world.db.inBusiness(world.business.id, (tx) => holdsOf(tx, world.business.id, { debtorIds: [debtor.id], now }));

const openAt = async (moment: DateTime, debtor: SampleDebtor): Promise<string[]> => {
  clock.set(moment);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return world.heard(debtor.phone);
};

test("a pause stops what we start until its moment, and no longer", async () => {
  const [early, late] = [await world.addDebtor(801), await world.addDebtor(802)];
  await place(early, "paused");
  await place(late, "paused");
  expect(await openAt(UNTIL.minus({ minutes: 1 }), early)).toHaveLength(0);
  expect(await openAt(UNTIL.plus({ minutes: 1 }), late)).toHaveLength(1);
});

test("an answer too is judged with a hold that stands, and without one that is over", async () => {
  const debtor = await world.addDebtor(803);
  const until = clock.now().plus({ hours: 1 });
  await place(debtor, "crisis", until);
  await expect(place(debtor, "opt_out", until)).rejects.toMatchObject({ code: "23514" });
  const judgedWith = async (): Promise<string[] | undefined> => {
    await world.says(debtor.phone, "hola");
    await world.settle();
    const [decided] = await world.owner<{ holds: string[] }[]>`
      select array(select jsonb_array_elements(d.record -> 'facts' -> 'holds') ->> 'kind') as holds from send_decision d
      join conversation c on c.id = d.conversation_id where c.debtor_id = ${debtor.id} order by d.id desc limit 1`;
    return decided?.holds;
  };
  expect(await judgedWith()).toEqual(["crisis"]);
  clock.set(until.plus({ minutes: 1 }));
  expect(await judgedWith()).toEqual([]);
});

test("the console shows a hold with its end, and no more once it is over; the file says when that was", async () => {
  const debtor = await world.addDebtor(804);
  await place(debtor, "paused");
  expect(await shown(debtor, UNTIL.minus({ minutes: 1 }))).toMatchObject([{ kind: "paused", until: UNTIL }]);
  expect(await shown(debtor, UNTIL)).toEqual([]);
  const listed = await world.db.inBusiness(world.business.id, (tx) =>
    placedHoldsOf(tx, world.business.id, { debtorId: debtor.id, now: UNTIL }),
  );
  expect(listed).toMatchObject([{ kind: "paused", liftedAt: UNTIL }]);
});

test("a second reason without an end is not swallowed by one that had an end", async () => {
  const debtor = await world.addDebtor(805);
  await place(debtor, "hardship");
  const placedAt = UNTIL.plus({ hours: 1 });
  await world.db.inBusiness(world.business.id, (tx) =>
    placeHolds(tx, world.business.id, [
      { id: newId(), debtorId: debtor.id, kind: "hardship", sourceId: newId(), placedAt },
    ]),
  );
  expect(await shown(debtor, UNTIL.plus({ days: 30 }))).toMatchObject([
    { kind: "hardship", since: placedAt, until: null },
  ]);
});
