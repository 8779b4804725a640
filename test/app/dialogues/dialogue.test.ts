import { createHash } from "node:crypto";
import { beforeAll, describe } from "vitest";
import { phoneOf } from "../../../src/app/simulator/phone.ts";
import { orderFault, sendFromPhone } from "../../../src/app/simulator/send-from-phone.ts";
import { statusOf, webhook } from "../../../src/bench/meta-webhooks.ts";
import type { Fault } from "../../../src/channels/simulator/fault.ts";
import { simulator } from "../../../src/channels/simulator/simulator.ts";
import { newId } from "../../../src/ids.ts";
import { parseWhatsappPayload } from "../../../webhooks/whatsapp-payload.ts";
import { useDatabase } from "../../support/database.ts";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { trustMediaCertificate } from "../../support/whatsapp-server/media-certificate.ts";
import { decryptMedia } from "../../support/whatsapp-server/media-encryption.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { CREDENTIALS } from "../../support/world.ts";
import { dialogueContract, type FarPerson, type FarSide, type Near } from "./dialogue-contract.ts";

const database = useDatabase();
beforeAll(quietSignal);

dialogueContract("Baileys", { kind: "baileys", database, open: farBaileys });

async function farBaileys({ channelId, take }: Near): Promise<FarSide> {
  const world = await shopWorld({ media: "host" });
  const { server, shop } = world;
  const distrust = server.mediaCertificate && trustMediaCertificate(server.mediaCertificate);
  const stand = async () => {
    const phone = world.phone({ id: channelId });
    phone.sink = async (event) => {
      await take(event);
      phone.events.add(event);
    };
    await phone.opened();
    return phone;
  };
  let now = await stand();
  const withPhone = (phone: string) => {
    const user = server.user(`${phone}@s.whatsapp.net`) ?? server.addUser(phone, "Persona de muestra");
    return user;
  };
  return {
    channel: () => now.channel,
    person(phone) {
      const user = withPhone(phone);
      const theirs = server.phone(user);
      return {
        writes: (text) => theirs.says(shop, text),
        async writesTwice(text) {
          const id = await theirs.says(shop, text);
          await theirs.says(shop, text, { id });
        },
        chooses: (index) => theirs.says(shop, String(index + 1)),
        sendsPicture: ({ bytes, mime, caption }) =>
          theirs.sendsMedia(shop, { kind: "Image", bytes: Buffer.from(bytes), mime, ...(caption && { caption }) }),
        shown: () => Promise.resolve(server.shown(user).map(({ text }) => text ?? "")),
        files: () =>
          Promise.resolve(
            server.shown(user).flatMap(({ message: { documentMessage } }) => {
              const blob = server.media?.files.get(documentMessage?.directPath ?? "");
              if (!documentMessage?.mediaKey || blob === undefined) return [];
              const bytes = decryptMedia(blob, documentMessage.mediaKey, "Document");
              return [{ bytes, mime: documentMessage.mimetype ?? "", caption: documentMessage.caption ?? undefined }];
            }),
          ),
      };
    },
    makeTrouble(trouble, phone) {
      if (trouble === "refused-recipient") return server.order({ kind: "errorAck", code: "404" });
      if (trouble === "server-error-once") return server.order({ kind: "errorAck", code: "503" });
      server.order({ kind: "loseAck" });
      const user = withPhone(phone);
      void server.untilShown(user, server.shown(user).length + 1).then(() => now.timers.fire(15_000));
    },
    tellStatuses: () => undefined,
    async interrupt(during) {
      server.kick(shop, "drop");
      await during();
      await now.timers.fire(1_000, 1_500);
      await now.link("open", 2);
    },
    async dies() {
      await now.channel.close();
      now = await stand();
    },
    async close() {
      distrust?.();
      await world[Symbol.asyncDispose]();
    },
  };
}
