import { afterAll, beforeAll, expect, test } from "vitest";
import { liftHold } from "../../../src/app/holds/lift-hold.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const holdsOf = async ({ id }: SampleDebtor): Promise<string[]> => {
  const found = await world.owner<
    { kind: string }[]
  >`select kind from active_hold where debtor_id = ${id} and kind <> 'with_agent' order by kind`;
  return found.map(({ kind }) => kind);
};

const lift = (debtor: SampleDebtor, kind: Parameters<typeof liftHold>[1]["kind"]) =>
  liftHold(world.deps, {
    businessId: world.business.id,
    debtorId: debtor.id,
    userId: "supervisor-1",
    kind,
    reason: "She called and asked to be written to again",
  });

test("a hold is lifted by a person, with the reason on record; every other hold stands", async () => {
  const debtor = await world.addDebtor(1);
  for (const words of ["hola", debtor.document.slice(-4), "me quedé sin trabajo", "no me escriban más"]) {
    await world.says(debtor.phone, words);
    await world.settle();
  }
  expect(await holdsOf(debtor)).toEqual(["hardship", "opt_out"]);
  expect(await lift(debtor, "hardship")).toBe("lifted");
  expect(await holdsOf(debtor)).toEqual(["opt_out"]);
  const [hold] = await world.owner<
    { id: string; liftedBy: string }[]
  >`select id, lifted_by from hold where debtor_id = ${debtor.id} and kind = 'hardship'`;
  expect(hold?.liftedBy).toBe("supervisor-1");
  expect(await world.owner`select actor, action, after from audit_event where subject_id = ${hold?.id ?? ""}`).toEqual([
    {
      actor: "supervisor-1",
      action: "hold.lifted",
      after: { kind: "hardship", reason: "She called and asked to be written to again" },
    },
  ]);
});

test("what nobody placed is not lifted, and what was lifted is not lifted twice", async () => {
  const debtor = await world.addDebtor(2);
  expect(await lift(debtor, "hardship")).toBe("not-found");
  await world.owner`insert into hold (business_id, id, debtor_id, kind, placed_at)
    values (${world.business.id}, gen_random_uuid(), ${debtor.id}, 'legal', now() - interval '1 day')`;
  expect(await lift(debtor, "legal")).toBe("lifted");
  expect(await lift(debtor, "legal")).toBe("not-found");
});
