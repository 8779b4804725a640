import { beforeAll, describe, expect, test } from "vitest";
import { connectClient } from "../../support/whatsapp-server/client.ts";
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
