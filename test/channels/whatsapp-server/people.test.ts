import { beforeAll, describe, expect, test } from "vitest";
import { connectClient } from "../../support/whatsapp-server/client.ts";
import { memoryAuth } from "../../support/whatsapp-server/memory-auth.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

describe("who somebody is", () => {
  test("a number that hides itself is known by its lid alone", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await server.phone(debtor).says(shop, "hola", { addressing: "hidden" });
    const [message] = await client.messages(1);
    expect(message?.message.key.remoteJid).toBe(debtor.lid);
    expect(message?.message.key.remoteJidAlt).toBeUndefined();
    await client.socket.sendMessage(debtor.lid, { text: "¿quién es?" });
    expect(await server.untilShown(debtor, 1)).toMatchObject([{ text: "¿quién es?" }]);
  });

  test("who dials a number is told the address, which may be another", async () => {
    await using world = await linkedWorld();
    const { server, debtor } = world;
    server.alsoDialled(debtor, "5213000000002");
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    // Of a number without WhatsApp Baileys says nothing at all.
    const found = await client.socket.onWhatsApp("+5213000000002", "+573009999999");
    expect(found).toEqual([{ jid: debtor.pn, exists: true }]);
  });

  test("receipts come from the address that was written to", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0AAAA" });
    await client.messages(1, "me");
    server.phone(debtor).reads(shop, ["3EB0AAAA"]);
    const [read] = await client.changes.until(1, ({ update }) => update.status === READ);
    expect(read?.key.remoteJid).toBe(debtor.pn);
  });
});

describe("an account that is restricted", () => {
  test("may answer those who wrote to it, and writes to nobody new (463) until it is free", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    const stranger = server.addUser("573000000003", "Desconocido de muestra 03");
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await server.phone(debtor).says(shop, "hola");
    await client.messages(1);
    server.restrict(shop, 1_800_000_000);
    await client.socket.sendMessage(debtor.lid, { text: "Hola" });
    await client.socket.sendMessage(stranger.pn, { text: "Hola" }, { messageId: "3EB0NEW" });
    expect(await server.nacks.until(1)).toMatchObject([{ id: "3EB0NEW", code: "463" }]);
    expect(server.shown(debtor).length).toBe(1);
    const lock = await client.socket.fetchAccountReachoutTimelock();
    expect(lock).toMatchObject({ isActive: true, timeEnforcementEnds: new Date(1_800_000_000_000) });
    server.relent();
    await client.socket.sendMessage(stranger.pn, { text: "Hola" });
    await server.untilShown(stranger, 1);
  });
});

describe("a companion", () => {
  test("that was away gets the receipts that it missed", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    server.phone(debtor).tells("nothing");
    {
      await using before = connectClient(server.url, world.auth);
      await before.opened();
      await before.socket.sendMessage(debtor.lid, { text: "Hola" }, { messageId: "3EB0AAAA" });
      await server.untilShown(debtor, 1);
      await before.end();
      await server.departures.until(1);
    }
    server.phone(debtor).reads(shop, ["3EB0AAAA", "3EB0BBBB"]);
    await using client = connectClient(server.url, world.auth);
    const read = await client.changes.until(2, ({ update }) => update.status === READ);
    expect(read.map(({ key }) => key.id)).toEqual(["3EB0AAAA", "3EB0BBBB"]);
    await server.untilSettled(shop);
  });

  test("is told when its keys run out, and uploads more", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    const [companion] = shop.companions.values();
    companion?.oneTime.splice(5);
    await server.phone(debtor).says(shop, "hola");
    await server.uploads.until(2);
    expect(companion?.oneTime.length).toBe(4 + 5);
  });

  test("may write to itself, which only shows whether the server still answers", async () => {
    await using world = await linkedWorld();
    const { server, shop } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    const acked = new Promise((done) => client.socket.ws.on("CB:ack,class:message", done));
    await client.socket.sendMessage(shop.pn, { text: "." });
    await acked;
    expect(server.shown(shop)).toEqual([]);
  });

  test("that logs out is linked no more", async () => {
    await using world = await linkedWorld();
    const { server, shop } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await client.socket.logout();
    expect(await client.closed()).toBe(401);
    await server.departures.until(1);
    expect(shop.companions.size).toBe(0);
    await using again = connectClient(server.url, world.auth);
    expect(await again.closed()).toBe(401);
  });

  test("asks three times for what the line garbles three times, with keys of its own from the second on", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.order({ kind: "garble" }, { account: shop, times: 3 });
    const id = await server.phone(debtor).says(shop, "por fin");
    expect(await client.messages(1)).toMatchObject([{ id, text: "por fin" }]);
    expect(server.receipts.all.filter(({ type }) => type === "retry").length).toBe(3);
    await server.untilSettled(shop);
    expect(server.troubles.all).toEqual([]);
  });
});

test("keys of another companion do not let anybody in", async () => {
  await using world = await linkedWorld();
  const stolen = world.auth.copy();
  const other = memoryAuth();
  Object.assign(stolen.state.creds, { noiseKey: other.state.creds.noiseKey });
  await using client = connectClient(world.server.url, stolen);
  expect(await client.closed()).toBe(401);
});

const READ = 4;
