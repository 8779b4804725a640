import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { blockNumber, liftBlocks } from "../../db/number-blocks.ts";
import { joinNumber } from "../../src/app/businesses/found.ts";
import { BLOCK_SOURCES, type BlockSource } from "../../src/domain/outreach/block-source.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => world.owner`update channel set blocks = '{}'`);

const block = (source: BlockSource, because: string) =>
  world.db.inBusiness(world.business.id, (tx) =>
    blockNumber(tx, world.business.id, { channelId: world.channelId, source, because }),
  );
const lift = (...sources: BlockSource[]) =>
  world.db.inBusiness(world.business.id, (tx) =>
    liftBlocks(tx, world.business.id, { channelId: world.channelId, sources }),
  );
const shown = async () =>
  (
    await world.owner<{ blockedBecause: string | null }[]>`
      select blocked_because from channel where id = ${world.channelId}`
  )[0]?.blockedBecause;

test("each source lifts its own reason and no other, and the gravest that stands is shown", async () => {
  for (const source of BLOCK_SOURCES) await block(source, `of ${source}`);
  const standing: BlockSource[] = [...BLOCK_SOURCES];
  while (standing.length > 0) {
    expect(await shown()).toBe(`of ${standing[0]}`);
    const [source] = standing.splice(0, 1);
    if (source) expect(await lift(source)).toEqual([`of ${source}`]);
  }
  expect(await shown()).toBeNull();
});

test("the same said again is no news; a restriction stands as it was said first", async () => {
  expect(await block("link", "link.unlinked")).toBe(true);
  expect(await block("link", "link.unlinked")).toBe(false);
  expect(await block("link", "link.banned")).toBe(true);
  expect(await block("restriction", "463")).toBe(true);
  expect(await block("restriction", "131048")).toBe(false);
  expect(await shown()).toBe("463");
  expect(await lift("restriction")).toEqual(["463"]);
  expect(await lift("restriction")).toEqual([]);
});

test("nobody writes the reason that is shown, and no source is made up", async () => {
  await expect(world.owner`update channel set blocked_because = '190'`).rejects.toThrow(/generated column|DEFAULT/);
  await expect(world.owner`update channel set blocks = '{"somebody":"x"}'`).rejects.toThrow(
    /channel_block_source_known/,
  );
});

test("a start tries again what was refused, on every number, and lifts neither a restriction nor Meta's word nor a link's", async () => {
  const other = newId();
  await world.db.inBusiness(world.business.id, (tx) =>
    insertChannel(tx, world.business.id, { id: other, kind: "baileys", name: "Two", routingKey: `linked:${other}` }),
  );
  await world.owner`update channel set blocks = '{"credentials":"190","refused":"131042","meta":"banned"}'
    where id = ${world.channelId}`;
  await world.owner`update channel set blocks = '{"credentials":"190","link":"link.unlinked","restriction":"463"}' where id = ${other}`;
  await joinNumber(world.deps, { businessId: world.business.id, phoneNumberId: undefined });
  const left = await world.owner<{ id: string; blocks: object }[]>`select id, blocks from channel`;
  expect(new Map(left.map(({ id, blocks }) => [id, blocks]))).toEqual(
    new Map<string, object>([
      [world.channelId, { meta: "banned" }],
      [other, { link: "link.unlinked", restriction: "463" }],
    ]),
  );
});
