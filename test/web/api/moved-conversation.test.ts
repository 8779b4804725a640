import { afterAll, beforeAll, expect, test } from "vitest";
import { insertChannel } from "../../../db/businesses.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { moveToOtherNumber } from "../../../src/app/outbox/move-to-other-number.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import type { Conversation } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

/** What `move-to-other-number.ts` did, as the console is told of it. */
const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let deps: Deps;
const otherId = newId();

beforeAll(async () => {
  world = await makeWorld(database);
  await world.owner`update channel set name = 'Cobros 1' where id = ${world.channelId}`;
  const first = present(world.deps.channels.get(world.channelId), "the number");
  const channels = new Map<string, Channel>([
    [world.channelId, first],
    [otherId, { ...first, id: otherId }],
  ]);
  deps = { ...world.deps, channels, sendable: () => [...channels.keys()] };
  server = await startConsole(database, world);
  agent = await server.signInAs("agent");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const thread = async (id: string) => (await agent.get<Conversation>(`/api/conversations/${id}`)).body;

test("a conversation that went on by another number says so at both its ends, and why its opening was withdrawn", async () => {
  const [moves, stays] = [await world.addDebtor(1), await world.addDebtor(2)];
  await world.owner`insert into contact_permission (business_id, id, contact_id, granted, other_numbers, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${moves.contactId}, true, true, 'Autorizo otros números', '2026-01-01', 'agent')`;
  const opening = { businessId: world.business.id, debtorIds: [moves.id, stays.id], userId: "ana" };
  await openConversations(world.deps, opening);
  await world.db.inBusiness(world.business.id, (tx) =>
    insertChannel(tx, world.business.id, { id: otherId, kind: "cloud", name: "Cobros 2", routingKey: "other-number" }),
  );
  await world.owner`update channel set retired_at = ${world.deps.clock.now()} where id = ${world.channelId}`;
  await world.owner`update business set moves_to_other_number = true`;
  expect(await moveToOtherNumber(deps, world.business.id)).toBe(1);

  const ids = await world.owner<{ id: string; debtorId: string }[]>`select id, debtor_id from conversation order by id`;
  const [before, after] = await Promise.all(
    ids.filter(({ debtorId }) => debtorId === moves.id).map(({ id }) => thread(id)),
  );
  expect(before).toMatchObject({
    number: "Cobros 1",
    continues: null,
    wentOn: { id: after?.id, number: "Cobros 2" },
    items: expect.arrayContaining([
      expect.objectContaining({ type: "unsent", state: "superseded", failure: "MOVED_TO_OTHER_NUMBER" }),
    ]),
  });
  expect(after).toMatchObject({ number: "Cobros 2", continues: { id: before?.id, number: "Cobros 1" }, wentOn: null });
  const stayed = await thread(
    present(
      ids.find(({ debtorId }) => debtorId === stays.id),
      "who stays",
    ).id,
  );
  expect(stayed).toMatchObject({ number: "Cobros 1", continues: null, wentOn: null });
});
