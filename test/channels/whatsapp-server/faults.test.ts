import { setTimeout as pause } from "node:timers/promises";
import type { BinaryNode } from "@whiskeysockets/baileys";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../support/until.ts";
import { type Client, connectClient } from "../../support/whatsapp-server/client.ts";
import type { Kick } from "../../support/whatsapp-server/kick.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

describe("a connection ends", () => {
  test.each<[Kick, number]>([
    ["drop", 428],
    ["replaced", 440],
    ["removed", 401],
    ["banned", 403],
    ["outdated", 405],
    ["unavailable", 503],
    ["restart", 515],
  ])("when the server does %s: %i", async (how, code) => {
    await using world = await linkedWorld();
    await using client = connectClient(world.server.url, world.auth);
    await client.opened();
    world.server.kick(world.shop, how);
    expect(await client.closed()).toBe(code);
  });

  test("when the server says nothing any more: the client notices by its own ping (408)", async () => {
    await using world = await linkedWorld();
    await using client = connectClient(world.server.url, world.auth, { keepAliveIntervalMs: 100 });
    await client.opened();
    world.server.kick(world.shop, "mute");
    expect(await client.closed()).toBe(408);
  });

  test("when somebody logs in with the same keys: the older is told 440", async () => {
    await using world = await linkedWorld();
    await using older = connectClient(world.server.url, world.auth);
    await older.opened();
    await using newer = connectClient(world.server.url, world.auth.copy());
    await newer.opened();
    expect(await older.closed()).toBe(440);
  });
});

test("a server that goes down and comes back has forgotten nothing", async () => {
  await using world = await linkedWorld();
  const { server, shop, debtor } = world;
  await using client = connectClient(server.url, world.auth);
  await client.opened();
  await server.goDown();
  expect(await client.closed()).toBe(428);
  await using vain = connectClient(server.url, world.auth);
  expect(await vain.closed()).toBeDefined();
  await server.phone(debtor).says(shop, "¿hola?");
  await server.comeBack();
  await using next = connectClient(server.url, world.auth);
  expect(await next.messages(1)).toMatchObject([{ text: "¿hola?", type: "append" }]);
});

describe("a login is refused", () => {
  test.each([
    ["removed", 401],
    ["banned", 403],
    ["outdated", 405],
  ] as const)("after %s, with %i", async (how, code) => {
    await using world = await linkedWorld();
    world.server.kick(world.shop, how);
    await using client = connectClient(world.server.url, world.auth);
    expect(await client.closed()).toBe(code);
  });

  test("to a client that is too old, with 405", async () => {
    await using world = await linkedWorld({ minimumVersion: [2, 3000, 1_500_000_000] });
    await using client = connectClient(world.server.url, world.auth);
    expect(await client.closed()).toBe(405);
  });

  test("as often as it was ordered", async () => {
    await using world = await linkedWorld();
    world.server.order({ kind: "refuseLogin", code: 503 }, { account: world.shop });
    await using refused = connectClient(world.server.url, world.auth);
    expect(await refused.closed()).toBe(503);
    await using admitted = connectClient(world.server.url, world.auth);
    await admitted.opened();
  });
});

test("a deaf connection answers pings and delivers nothing; the next one gets what waited", async () => {
  await using world = await linkedWorld();
  const { server, shop, debtor } = world;
  await using client = connectClient(server.url, world.auth);
  await client.opened();
  server.kick(shop, "deaf");
  await server.phone(debtor).says(shop, "¿hola?");
  await client.socket.query({ tag: "iq", attrs: { to: "s.whatsapp.net", type: "get", xmlns: "w:p" } });
  await client.socket.sendMessage(debtor.lid, { text: "Hola" }, { messageId: "3EB0DEAF" });
  await server.untilShown(debtor, 1);
  expect(client.upserts.all.filter(({ message }) => !message.key.fromMe)).toEqual([]);
  await client.end();
  await using next = connectClient(server.url, world.auth);
  expect(await next.messages(1)).toMatchObject([{ text: "¿hola?", type: "append" }]);
});

describe("a message of the client", () => {
  test.each(["404", "429", "463", "479"])("comes back with error %s", async (code) => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "errorAck", code }, { contact: debtor });
    const told = acks(client, 1);
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0BBBB" });
    expect(await told).toMatchObject([{ id: "3EB0BBBB", error: code }]);
    expect(server.shown(debtor)).toEqual([]);
    expect(server.nacks.all).toMatchObject([{ id: "3EB0BBBB", code }]);
  });

  test("to somebody who has left WhatsApp comes back with 404", async () => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    const told = acks(client, 2);
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0HOLA" });
    await server.untilShown(debtor, 1);
    debtor.isRegistered = false;
    await client.socket.sendMessage(debtor.pn, { text: "¿Sigues ahí?" }, { messageId: "3EB0GONE" });
    const [good, gone] = await told;
    expect(good?.["error"]).toBeUndefined();
    expect(gone).toMatchObject({ id: "3EB0GONE", error: "404" });
  });

  test("is shown though its ack is lost; one that is held comes when it is let go", async () => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "loseAck" });
    server.order({ kind: "holdAck" });
    const first = acks(client, 1);
    const both = acks(client, 2);
    for (const id of ["LOST", "HELD", "GOOD"]) {
      await client.socket.sendMessage(debtor.pn, { text: id }, { messageId: id });
    }
    await server.untilShown(debtor, 3);
    expect((await first).map(({ id }) => id)).toEqual(["GOOD"]);
    server.releaseAcks();
    expect((await both).map(({ id }) => id)).toEqual(["GOOD", "HELD"]);
  });

  test.each([
    ["cutBeforeRouting", 0],
    ["cutBeforeAck", 1],
  ] as const)("meets %s: the phone shows %i, and the client hears no ack", async (kind, shown) => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind });
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0DDDD" });
    expect(await client.closed()).toBe(428);
    expect(server.shown(debtor).length).toBe(shown);
  });

  test("sent twice under one id comes twice, and is shown once", async () => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    for (const text of ["uno", "uno"]) await client.socket.sendMessage(debtor.pn, { text }, { messageId: "3EB0EEEE" });
    await server.arrived.until(2, ({ to }) => to === debtor);
    expect(server.arrivedAt(debtor).map(({ id }) => id)).toEqual(["3EB0EEEE", "3EB0EEEE"]);
    expect(server.shown(debtor).map(({ id }) => id)).toEqual(["3EB0EEEE"]);
  });
});

describe("a message to the client", () => {
  test("given twice is handed over once, and its second copy refused", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "duplicate" });
    await server.phone(debtor).says(shop, "uno", { id: "DOUBLE" });
    await server.refusals.until(1, ({ id, code }) => id === "DOUBLE" && code === "487");
    await server.phone(debtor).says(shop, "dos");
    expect((await client.messages(2)).map(({ text }) => text)).toEqual(["uno", "dos"]);
  });

  test("comes after those behind it, by order", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "reorder", count: 3 });
    for (const text of ["uno", "dos", "tres"]) await server.phone(debtor).says(shop, text);
    expect((await client.messages(3)).map(({ text }) => text)).toEqual(["tres", "dos", "uno"]);
    await server.untilSettled(shop);
  });

  test("comes again when the line broke before it was acknowledged", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "cutAfterDelivery" });
    await server.phone(debtor).says(shop, "uno");
    expect(await client.closed()).toBe(428);
    expect(server.unsettled(shop)).toBeGreaterThan(0);
    await using next = connectClient(server.url, world.auth);
    await next.opened();
    await server.untilSettled(shop);
  });
});

type Ack = BinaryNode["attrs"];

/** The next acknowledgements of messages, as they stand in the protocol: Baileys itself tells of errors only. */
function acks(client: Client, count: number): Promise<readonly Ack[]> {
  const found: Ack[] = [];
  return new Promise((done) => {
    client.socket.ws.on("CB:ack,class:message", ({ attrs }: BinaryNode) => {
      found.push(attrs);
      if (found.length === count) done([...found]);
    });
  });
}

describe("what a companion is given", () => {
  test("late is overtaken by what came after it, and comes once", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    const other = server.addUser("573000000003", "Deudor de muestra 02");
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "late", ms: 300 }, { account: shop });
    const late = await server.phone(debtor).says(shop, "primero");
    await server.phone(other).says(shop, "después");
    expect((await client.messages(2)).map(({ text }) => text)).toEqual(["después", "primero"]);
    await server.untilSettled(shop);
    expect(server.struck).toEqual([{ kind: "late", account: shop, id: late }]);
  });

  test("late is not given again when its companion came back meanwhile and has read it", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using first = connectClient(server.url, world.auth);
    await first.opened();
    server.order({ kind: "late", ms: 1_500 }, { account: shop });
    await server.phone(debtor).says(shop, "hola");
    await first.end();
    await using next = connectClient(server.url, world.auth);
    expect(await next.messages(1)).toMatchObject([{ text: "hola", type: "append" }]);
    await server.untilSettled(shop);
    await pause(1_700);
    expect(next.upserts.all).toHaveLength(1);
    expect(server.refusals.all).toEqual([]);
  });

  test("to come in another order comes all the same when the server relents", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "reorder", count: 5 }, { account: shop });
    await server.phone(debtor).says(shop, "uno");
    await server.phone(debtor).says(shop, "dos");
    server.relent();
    expect((await client.messages(2)).map(({ text }) => text)).toEqual(["dos", "uno"]);
  });

  test("of receipts may come twice", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    let receipts = 0;
    client.socket.ws.on("CB:receipt", () => {
      receipts += 1;
    });
    server.order({ kind: "duplicateReceipt" }, { account: shop });
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0CAFE" });
    await until("the receipt and its double", () => receipts === 2);
    expect(server.told.all).toMatchObject([{ account: shop, from: debtor, ids: ["3EB0CAFE"], type: "delivered" }]);
  });
});
