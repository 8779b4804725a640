import { expect, test } from "vitest";
import { makeTakeEvent } from "../../../src/app/channels/take-event.ts";
import { newRandomId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld } from "../../support/world.ts";

const database = useDatabase();

test("what a phone's driver passed over is kept whole once, and a person is called once", async () => {
  await using world = await makeWorld(database);
  const { business, channelId } = world;
  const take = makeTakeEvent({ ...world.deps, receive: world.receive });
  const event = { type: "passed-over", what: "message.refused", raw: '{"strange":"\u0000 part"}' } as const;
  const phone = { businessId: business.id, channelId, owner: newRandomId() };
  await take(phone, event);
  await take(phone, event);
  const parts = await world.owner`select channel_id, what from unknown_part where business_id = ${business.id}`;
  expect(parts).toEqual([{ channelId, what: "message.refused" }]);
  const alarms = await world.owner`select kind, subject_id from alarm where business_id = ${business.id}`;
  expect(alarms).toEqual([{ kind: "channel.passed-over", subjectId: channelId }]);
});
