import { randomBytes } from "node:crypto";
import { type BinaryNode, Browsers } from "@whiskeysockets/baileys";
import { beforeAll, expect, test } from "vitest";
import { type Client, connectClient } from "../../support/whatsapp-server/client.ts";
import { memoryAuth } from "../../support/whatsapp-server/memory-auth.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

test("a scanned QR links, restarts with 515, and the companion is online with its empty history at once", async () => {
  await using world = await linkedWorld();
  const { server, shop } = world;
  const auth = memoryAuth();
  await using first = connectClient(server.url, auth);
  const [qr = ""] = await first.qrCodes(1);
  server.scanQr(shop, qr);
  expect(await first.closed()).toBe(515);
  await using second = connectClient(server.url, auth);
  await second.opened();
  expect(second.socket.user?.id).toBe("573000000001:2@s.whatsapp.net");
  await server.receipts.until(1, ({ type }) => type === "hist_sync");
  await server.phone(world.debtor).says(shop, "hola");
  expect(await second.messages(1)).toMatchObject([{ text: "hola", type: "notify" }]);
  expect(server.troubles.all).toEqual([]);
});

test("a typed code links, once the server has taken it", async () => {
  await using world = await linkedWorld();
  const { server, shop } = world;
  const auth = memoryAuth();
  await using first = connectClient(server.url, auth);
  await first.qrCodes(1);
  const code = await first.socket.requestPairingCode(shop.number);
  await server.codeRequests.until(1);
  server.typeCode(shop, code);
  expect(await first.closed()).toBe(515);
  await using second = connectClient(server.url, auth);
  await second.opened();
  expect(second.socket.user?.id).toBe("573000000001:2@s.whatsapp.net");
});

test("a wrong code links nobody, and the right one after it does", async () => {
  await using world = await linkedWorld();
  const { server, shop } = world;
  const auth = memoryAuth();
  await using first = connectClient(server.url, auth);
  await first.qrCodes(1);
  const code = await first.socket.requestPairingCode(shop.number);
  await server.codeRequests.until(1);
  const refused = refusals(first, 1);
  server.typeCode(shop, "AAAAAAAA");
  expect(await refused).toEqual(["400"]);
  expect(shop.companions.size).toBe(1);
  server.typeCode(shop, code);
  expect(await first.closed()).toBe(515);
});

test.each([
  ["a browser that WhatsApp does not know", Browsers.ubuntu("Saldar"), false],
  ["an order of the test", Browsers.macOS("Chrome"), true],
] as const)("a code is refused with 400 because of %s, though the client shows it", async (_, browser, isOrdered) => {
  await using world = await linkedWorld();
  const { server, shop } = world;
  if (isOrdered) server.order({ kind: "refuseCode" }, { account: shop });
  await using client = connectClient(server.url, memoryAuth(), { browser: [...browser] });
  await client.qrCodes(1);
  const refused = refusals(client, 1);
  expect(await client.socket.requestPairingCode(shop.number)).toMatch(/^[A-Z0-9]{8}$/);
  expect(await refused).toEqual(["400"]);
  expect(() => server.typeCode(shop, "AAAAAAAA")).toThrow("nobody asked for a code");
});

test("by order a scanned QR is retired: the client has to show one with a fresh secret", async () => {
  await using world = await linkedWorld();
  const { server, shop } = world;
  server.order({ kind: "refreshOnScan" }, { account: shop });
  const auth = memoryAuth();
  await using client = connectClient(server.url, auth);
  const [qr = ""] = await client.qrCodes(1);
  const told = new Promise((done) => client.socket.ws.on("CB:notification,type:companion_reg_refresh", done));
  server.scanQr(shop, qr);
  await told;
  expect(() => server.scanQr(shop, qr)).toThrow("retired");
  const secret = randomBytes(32).toString("base64");
  client.socket.ev.emit("creds.update", { advSecretKey: secret });
  server.scanQr(shop, withSecret(qr, secret));
  expect(await client.closed()).toBe(515);
});

/** The codes of the next refused questions. */
function refusals(client: Client, count: number): Promise<readonly (string | undefined)[]> {
  const codes: (string | undefined)[] = [];
  return new Promise((done) => {
    client.socket.ws.on("CB:iq,type:error", ({ content }: BinaryNode) => {
      codes.push(Array.isArray(content) ? content[0]?.attrs["code"] : undefined);
      if (codes.length === count) done(codes);
    });
  });
}

function withSecret(qr: string, secret: string): string {
  const parts = qr.split(",");
  parts[3] = secret;
  return parts.join(",");
}
