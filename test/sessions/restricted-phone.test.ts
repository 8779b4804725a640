import { expect, test } from "vitest";
import { liftBlocks } from "../../db/number-blocks.ts";
import { LIFTED_BY_PERSON } from "../../src/domain/outreach/block-source.ts";
import { workerWorld } from "../support/linked-phones/worker-world.ts";
import { until } from "../support/until.ts";

// WhatsApp restricts a number while a real session host holds its phone.

test("a phone that WhatsApp restricts answers again as soon as a person lets it go on: its link stood all the time", async () => {
  await using holding = await workerWorld();
  const { world, exchange, linkedPhone, stateOf } = holding;
  const { business, db, owner } = world;
  const debtor = await world.addDebtor(1);
  const id = await linkedPhone();

  exchange.tell(id, { say: "restricted" });
  await until("its block", async () => (await stateOf(id)) === "restricted");
  expect(await owner`select blocked_because from channel where id = ${id}`).toEqual([
    { blockedBecause: "link.restricted" },
  ]);
  exchange.writes(id, { phone: debtor.phone.slice(1), text: "hola" });
  await until("an answer that waits", async () => (await owner`select from outbox`).length > 0);
  expect(exchange.arrived).toEqual([]);

  await db.inBusiness(business.id, (tx) => liftBlocks(tx, business.id, { channelId: id, sources: LIFTED_BY_PERSON }));
  await until("the answer", () => exchange.arrived.find(({ channelId }) => channelId === id));
});
