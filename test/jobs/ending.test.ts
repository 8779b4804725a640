import { afterAll, beforeAll, expect, test } from "vitest";
import { commitList } from "../../src/app/debtor-lists/commit-list.ts";
import { commitLists } from "../../src/app/debtor-lists/commit-lists.ts";
import { present } from "../../src/domain/assert.ts";
import { countsOf, csvOf, upload } from "../app/debtor-lists/lists.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

test("a long list that is being committed ends with its batch when the process is to end, and the rest stays to be done", async () => {
  const { list } = await upload(world, csvOf(Array.from({ length: 5_500 }, () => ({}))));
  await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
  const commit = present(world.jobs.tasks["lists"], "what the bell of lists does");
  const committing = commit(world.business.id);
  world.jobs.beginNothingMore();
  await committing;
  expect(await countsOf(world)).toMatchObject({ debts: 5_000 });
  await commit(world.business.id);
  expect(await countsOf(world)).toMatchObject({ debts: 5_000 });
  await commitLists(world.deps, world.business.id);
  expect(await countsOf(world)).toMatchObject({ debts: 5_500 });
});
