import { beforeAll, describe, expect, test } from "vitest";
import { connectClient } from "../../support/whatsapp-server/client.ts";
import { memoryAuth } from "../../support/whatsapp-server/memory-auth.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

describe("a linked companion", () => {
  test("logs in, and has its keys on the server", async () => {
    await using world = await linkedWorld();
    await using client = connectClient(world.server.url, world.auth);
    await client.opened();
    const companion = await world.server.untilLoggedIn(world.shop);
    expect(companion.oneTime.length).toBeGreaterThan(800);
    expect(client.socket.user?.lid).toBe(world.shop.lid.replace("@", ":1@"));
  });

  test("writes to a phone, whose owner's own phone gets a copy under the id that the client chose", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await client.socket.sendMessage(debtor.pn, { text: "Hola" }, { messageId: "3EB0AAAA" });
    const [shown] = await server.untilShown(debtor, 1);
    expect(shown).toMatchObject({ id: "3EB0AAAA", text: "Hola", from: shop, encryption: "pkmsg" });
    const [copy] = await server.arrived.until(1, ({ isOwnCopy }) => isOwnCopy);
    expect(copy).toMatchObject({ id: "3EB0AAAA", text: "Hola", to: shop });
  });

  test.each(["lid", "pn"] as const)("gets what a stranger writes under the address %s", async (addressing) => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    const id = await server.phone(debtor).says(shop, "ya pagué", { addressing });
    const [message] = await client.messages(1);
    expect(message).toMatchObject({ id, text: "ya pagué", type: "notify" });
    expect(message?.message.key).toMatchObject(
      addressing === "lid"
        ? { remoteJid: debtor.lid, remoteJidAlt: debtor.pn }
        : { remoteJid: debtor.pn, remoteJidAlt: debtor.lid },
    );
    expect(message?.message.pushName).toBe(debtor.name);
    await server.untilSettled(shop);
  });
});

describe("what is told of a message", () => {
  test("the server has it, the phone has it, the person has read it", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await client.socket.sendMessage(debtor.lid, { text: "Hola" }, { messageId: "3EB0AAAA" });
    await client.messages(1, "me");
    server.phone(debtor).reads(shop, ["3EB0AAAA"]);
    const [read] = await client.changes.until(1, ({ update }) => update.status === READ);
    expect(read?.key).toMatchObject({ id: "3EB0AAAA", fromMe: true, remoteJid: debtor.lid });
    await server.untilSettled(shop);
  });

  test("a phone that is off tells nothing until it is on", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    server.phone(debtor).tells("nothing");
    await client.socket.sendMessage(debtor.lid, { text: "Hola" }, { messageId: "3EB0AAAA" });
    await client.messages(1, "me");
    expect(client.changes.all).toEqual([]);
    server.phone(debtor).receives(shop, ["3EB0AAAA"]);
    await client.changes.until(1, ({ update }) => update.status === DELIVERED);
  });

  test("the debtor's phone sees that it is read, and that somebody types", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    const id = await server.phone(debtor).says(shop, "hola");
    const [message] = await client.messages(1);
    await server.untilReceipt(shop, id, "inactive");
    await client.socket.readMessages(message ? [message.message.key] : []);
    await server.untilReceipt(shop, id, "read");
    await client.socket.sendPresenceUpdate("composing", debtor.lid);
    expect(await server.typing.until(1)).toMatchObject([{ account: shop, to: debtor.lid, state: "composing" }]);
    server.phone(debtor).types(shop);
    expect(await client.presences.until(1)).toMatchObject([{ id: debtor.lid }]);
  });
});

test("what the owner writes on the phone itself comes to the companion as its own", async () => {
  await using world = await linkedWorld();
  const { server, shop, debtor } = world;
  await using client = connectClient(server.url, world.auth);
  await client.opened();
  const id = await server.phone(shop).says(debtor, "le escribo yo");
  const [message] = await client.messages(1, "me");
  expect(message).toMatchObject({ id, text: "le escribo yo" });
  expect(message?.message.key).toMatchObject({ remoteJid: debtor.lid, remoteJidAlt: debtor.pn });
  expect(server.shown(debtor)).toMatchObject([{ id, text: "le escribo yo", from: shop }]);
  await server.untilSettled(shop);
});

describe("what came while the client was away", () => {
  test("is given when it is back, in order, as append", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    {
      await using before = connectClient(server.url, world.auth);
      await before.opened();
      await before.end();
      await server.departures.until(1);
    }
    for (const text of ["uno", "dos", "tres"]) await server.phone(debtor).says(shop, text);
    expect(server.unsettled(shop)).toBe(3);
    await using client = connectClient(server.url, world.auth);
    const messages = await client.messages(3);
    expect(messages.map(({ type, text }) => [type, text])).toEqual([
      ["append", "uno"],
      ["append", "dos"],
      ["append", "tres"],
    ]);
    await server.untilSettled(shop);
  });
});

describe("what cannot be read is asked for again", () => {
  test("by the client, when the line garbled it", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await server.phone(debtor).says(shop, "uno");
    await client.messages(1);
    server.order({ kind: "garble" }, { account: shop });
    const id = await server.phone(debtor).says(shop, "dos");
    expect((await client.messages(2)).map(({ text }) => text)).toEqual(["uno", "dos"]);
    const copies = client.upserts.all.filter(({ message }) => message.key.id === id);
    expect(copies.map(({ message }) => Boolean(message.message))).toEqual([false, true]);
    await server.untilSettled(shop);
    expect(server.receipts.all.filter(({ type }) => type === "retry").map(({ ids }) => ids)).toEqual([[id]]);
  });

  test("by the client, when it was restored without its sessions", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    {
      await using before = connectClient(server.url, world.auth);
      await before.opened();
      await server.phone(debtor).says(shop, "uno");
      await before.messages(1);
      await before.socket.sendMessage(debtor.lid, { text: "ok" });
      await server.untilShown(debtor, 1);
      await server.phone(debtor).says(shop, "dos");
      await before.messages(2);
      await before.end();
    }
    for (const key of world.auth.values.keys()) if (key.startsWith("session/")) world.auth.values.delete(key);
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await server.phone(debtor).says(shop, "tres");
    expect((await client.messages(1)).map(({ text }) => text)).toEqual(["tres"]);
  });

  test("by the debtor's phone that lost its sessions: the client sends it again under its id", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    await using client = connectClient(server.url, world.auth);
    await client.opened();
    await client.socket.sendMessage(debtor.lid, { text: "uno" });
    await server.untilShown(debtor, 1);
    await server.phone(debtor).says(shop, "ok");
    await client.messages(1);
    server.phone(debtor).forgetsSessions();
    await client.socket.sendMessage(debtor.lid, { text: "dos" }, { messageId: "3EB0AGAIN" });
    const shown = await server.untilShown(debtor, 2);
    expect(shown.map(({ text }) => text)).toEqual(["uno", "dos"]);
    expect(debtor.asked.get("3EB0AGAIN")).toBe(1);
    await server.untilSettled(shop);
  });

  test("and a client that has forgotten it is asked for the very message it sent", async () => {
    await using world = await linkedWorld();
    const { server, shop, debtor } = world;
    {
      await using before = connectClient(server.url, world.auth);
      await before.opened();
      await before.socket.sendMessage(debtor.lid, { text: "uno" }, { messageId: "3EB0AGAIN" });
      await server.untilShown(debtor, 1);
      await before.end();
    }
    const asked: unknown[] = [];
    await using client = connectClient(server.url, world.auth, {
      getMessage: async ({ id }) => {
        asked.push(id);
        return { conversation: "uno" };
      },
    });
    await client.opened();
    server.phone(debtor).asksAgain(shop, "3EB0AGAIN");
    const [, again] = await server.arrived.until(2, ({ to }) => to === debtor);
    expect(again).toMatchObject({ id: "3EB0AGAIN", text: "uno" });
    expect(asked).toEqual(["3EB0AGAIN"]);
  });
});

test("two companions of one account both get what comes, and each what the other writes", async () => {
  await using world = await linkedWorld();
  const { server, shop, debtor } = world;
  const other = memoryAuth();
  Object.assign(other.state.creds, server.registerCompanion(shop, other.state.creds));
  await using one = connectClient(server.url, world.auth);
  await using two = connectClient(server.url, other);
  await Promise.all([one.opened(), two.opened()]);
  await server.phone(debtor).says(shop, "hola");
  expect(await one.messages(1)).toMatchObject([{ text: "hola" }]);
  expect(await two.messages(1)).toMatchObject([{ text: "hola" }]);
  await one.socket.sendMessage(debtor.lid, { text: "buenas" }, { messageId: "3EB0BOTH" });
  expect(await two.messages(1, "me")).toMatchObject([{ id: "3EB0BOTH", text: "buenas" }]);
  await server.untilShown(debtor, 1);
});

const DELIVERED = 3;
const READ = 4;
