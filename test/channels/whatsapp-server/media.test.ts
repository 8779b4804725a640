import { downloadMediaMessage } from "@whiskeysockets/baileys";
import { beforeAll, expect, test } from "vitest";
import { connectClient } from "../../support/whatsapp-server/client.ts";
import { trustMediaCertificate } from "../../support/whatsapp-server/media-certificate.ts";
import { decryptMedia } from "../../support/whatsapp-server/media-encryption.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { linkedWorld } from "../../support/whatsapp-server/world.ts";

beforeAll(quietSignal);

test("a picture comes in as it was taken, and a document goes out as it was written", async () => {
  await using world = await linkedWorld({ media: "host" });
  const { server, shop, debtor } = world;
  if (!server.mediaCertificate) throw new Error("no host for media");
  const distrust = trustMediaCertificate(server.mediaCertificate);
  await using client = connectClient(server.url, world.auth);
  await client.opened();
  const bytes = Buffer.from("a picture of a receipt".repeat(500));
  await server.phone(debtor).sendsMedia(shop, { kind: "Image", bytes, mime: "image/png", caption: "mi pago" });
  const [message] = await client.messages(1);
  expect(message?.text).toBe("mi pago");
  if (!message) throw new Error("nothing came");
  expect(await downloadMediaMessage(message.message, "buffer", {})).toEqual(bytes);

  const document = Buffer.from("%PDF-1.4 acuerdo");
  await client.socket.sendMessage(debtor.lid, { document, mimetype: "application/pdf", fileName: "acuerdo.pdf" });
  const [shown] = await server.untilShown(debtor, 1);
  const part = shown?.message.documentMessage;
  const blob = server.media?.files.get(new URL(part?.url ?? "").pathname);
  expect(part?.fileName).toBe("acuerdo.pdf");
  expect(decryptMedia(blob ?? Buffer.alloc(0), part?.mediaKey ?? Buffer.alloc(0), "Document")).toEqual(document);
  distrust();
});
