import { beforeAll, expect, test } from "vitest";
import { type Client, connectClient } from "../../support/whatsapp-server/client.ts";
import type { Fault } from "../../support/whatsapp-server/faults.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { type LinkedWorld, linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

const FAULTS: readonly (readonly Fault[])[] = [
  [{ kind: "duplicate" }, { kind: "garble" }],
  [{ kind: "cutAfterDelivery" }],
  [{ kind: "reorder", count: 3 }, { kind: "duplicate" }],
  [{ kind: "cutAfterDelivery" }, { kind: "refuseLogin", code: 503 }],
  [{ kind: "garble" }, { kind: "reorder", count: 6 }],
];

/** Read before: the client had decrypted a first copy, and cannot a second time. */
const READ_BEFORE = "487";

/**
 * The server repeats, garbles, reorders, cuts and refuses, and a plain client comes back each time. It is the server that is
 * tried here: it may forget none, and the client must have had each. What it read while the line broke it never hands over
 * and can read no second time: that is Baileys without a journal, and why our driver has one.
 */
test("in a storm of faults no message is forgotten: each was acknowledged, or read before the line broke", async () => {
  await using world = await linkedWorld();
  const { server, shop, debtor } = world;
  const staying = stay(world);
  const strangers = [
    debtor,
    ...[3, 4, 5].map((one) => server.addUser(`57300000000${one}`, `Deudor de muestra 0${one}`)),
  ];
  await server.untilLoggedIn(shop);
  const ids: string[] = [];
  for (let round = 0; round < 10; round++) {
    for (const fault of FAULTS[round % FAULTS.length] ?? []) server.order(fault, { account: shop });
    for (let place = 0; place < 6; place++) {
      const from = strangers[(round + place) % strangers.length] ?? debtor;
      ids.push(await server.phone(from).says(shop, `mensaje ${ids.length + 1}`));
    }
    await server.untilSettled(shop);
  }
  await staying.end();
  const acknowledged = new Set(server.receipts.all.flatMap(({ ids: of, type }) => (type === "retry" ? [] : of)));
  const readBefore = new Set(server.refusals.all.flatMap(({ id, code }) => (code === READ_BEFORE ? [id] : [])));
  expect(ids.filter((id) => !acknowledged.has(id) && !readBefore.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(50);
  expect(server.logins.all.length).toBeGreaterThan(4);
  expect(server.troubles.all).toEqual([]);
});

/** A client that comes back as often as its line is cut, until it is told to end. */
function stay({ server, auth }: LinkedWorld): { end(): Promise<void> } {
  let isOver = false;
  let last: Client | undefined;
  const staying = (async () => {
    while (!isOver) {
      last = connectClient(server.url, auth);
      await last.closed();
    }
  })();
  return {
    async end() {
      isOver = true;
      await last?.end();
      await staying;
    },
  };
}
