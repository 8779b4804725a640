import { afterAll, beforeAll, expect, test } from "vitest";
import { contactLines, countContactLines } from "../../db/contact-lines.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

test("a permission stands with every channel that it permits, as given while it permits any", async () => {
  const { id: businessId } = world.business;
  const person = await world.addDebtor(1);
  const say = (granted: boolean, others: readonly string[], on: string) => world.owner`
    insert into contact_permission (business_id, id, contact_id, granted, other_channels, wording, granted_on, source, at)
    values (${businessId}, ${newId()}, ${person.contactId}, ${granted}, ${[...others]}::text[], ${on}, ${on}::date, 'upload', ${on}::date)`;
  await say(false, ["sms", "voice"], "2027-01-01");
  await say(true, ["email"], "2027-01-02");
  await say(true, [], "2027-01-03");
  await say(false, [], "2027-01-04");
  const lines = await world.db.inBusiness(businessId, async (tx) => {
    const { asOf } = await countContactLines(tx, businessId, person.id);
    return contactLines(tx, businessId, { debtorId: person.id, asOf, after: undefined, limit: 100 });
  });
  const said = lines.filter(({ wording }) => wording?.startsWith("2027-"));
  expect(said.map(({ what, status, channels }) => [what, status, channels])).toEqual([
    ["permission", "granted", ["sms", "voice"]],
    ["permission", "granted", ["whatsapp", "email"]],
    ["permission", "granted", ["whatsapp"]],
    ["permission", "refused", []],
  ]);
});
