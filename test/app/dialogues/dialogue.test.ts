import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DateTime } from "luxon";
import { beforeAll, describe } from "vitest";
import { phoneOf } from "../../../src/app/simulator/phone.ts";
import { orderFault, type PhoneSends, sendFromPhone } from "../../../src/app/simulator/send-from-phone.ts";
import {
  choiceFrom,
  imageFrom,
  statusOf,
  textFrom,
  type WebhookItem,
  webhook,
} from "../../../src/bench/meta-webhooks.ts";
import type { OutContent } from "../../../src/channels/channel.ts";
import { cloudApi } from "../../../src/channels/cloud-api/cloud-api.ts";
import type { Fault } from "../../../src/channels/simulator/fault.ts";
import { simulator } from "../../../src/channels/simulator/simulator.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { parseWhatsappPayload } from "../../../webhooks/whatsapp-payload.ts";
import { CAN_DRIVE, linkedPage, WHY_NOT } from "../../channels/whatsapp-web/linked-page.ts";
import { useDatabase } from "../../support/database.ts";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { trustMediaCertificate } from "../../support/whatsapp-server/media-certificate.ts";
import { decryptMedia } from "../../support/whatsapp-server/media-encryption.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { CREDENTIALS } from "../../support/world.ts";
import { dialogueContract, type FarSide, type Near } from "./dialogue-contract.ts";

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

dialogueContract("the Cloud API", { kind: "cloud", database, open: farCloud });

function farCloud({ world: { business, meta }, deps, channelId, receive }: Near): Promise<FarSide> {
  const stand = () =>
    cloudApi({ id: channelId, graphUrl: meta.url, ...CREDENTIALS, clock: deps.clock, messagesPerSecond: 1000 });
  let now = stand();
  /** While we are away Meta keeps what it has for us, and tells it later. */
  let kept: Buffer[] | undefined;
  const told = new Set<string>();
  const hand = async (body: Buffer): Promise<void> => {
    if (kept !== undefined) {
      kept.push(body);
      return;
    }
    const receivedAt = deps.clock.now();
    for (const { messages, statuses } of parseWhatsappPayload(body, receivedAt)?.batches ?? [])
      await receive({ businessId: business.id, channelId, body: body.toString(), messages, statuses, receivedAt });
  };
  const tell = (...items: readonly WebhookItem[]) => hand(webhook(CREDENTIALS.phoneNumberId, [[items]]));
  const seconds = () => deps.clock.now().toUnixInteger();
  return Promise.resolve({
    channel: () => now,
    person(phone) {
      const theirs = () => meta.accepted.filter(({ to }) => to === phone);
      const written = () => ({ phone, id: `wamid.${newId()}`, at: seconds() });
      return {
        writes: (text) => tell(textFrom(written(), text)),
        async writesTwice(text) {
          const item = textFrom(written(), text);
          await tell(item);
          await tell(item);
        },
        async chooses(index) {
          const option = present(theirs().at(-1)?.options[index], "an option to tap");
          await tell(choiceFrom(written(), option, "button_reply"));
        },
        async sendsPicture({ bytes, mime }) {
          const mediaId = newId();
          meta.keepMedia(mediaId, Buffer.from(bytes), mime);
          const sha256 = createHash("sha256").update(bytes).digest("base64");
          await tell(imageFrom(written(), { mediaId, sha256 }));
        },
        shown: () => Promise.resolve(theirs().map(({ text }) => text)),
        files: () =>
          Promise.resolve(
            theirs().flatMap(({ message }) => {
              if (message.type !== "document") return [];
              const file = meta.mediaOf(message.document.id);
              return file === undefined ? [] : [{ ...file, caption: message.document.caption }];
            }),
          ),
      };
    },
    makeTrouble(trouble, to) {
      if (trouble === "refused-recipient") return meta.order({ kind: "error", code: 131026 }, { to });
      if (trouble === "server-error-once") return meta.order({ kind: "error", code: 131000, status: 500 }, { to });
      meta.order({ kind: "cut", takes: true }, { to });
    },
    async tellStatuses() {
      for (const one of meta.accepted) {
        if (told.has(one.providerId)) continue;
        told.add(one.providerId);
        await tell(statusOf({ ...one, at: seconds() }, "sent"), statusOf({ ...one, at: seconds() }, "delivered"));
      }
    },
    async interrupt(during) {
      const meanwhile: Buffer[] = [];
      kept = meanwhile;
      await during();
      kept = undefined;
      for (const body of meanwhile) await hand(body);
    },
    async dies() {
      await now.close();
      now = stand();
    },
    close: () => now.close(),
  });
}

dialogueContract("the simulator", { kind: "simulator", database, open: farSimulator });

function farSimulator({ world, deps, channelId, receive }: Near): Promise<FarSide> {
  const businessId = world.business.id;
  const phones = phoneOf(deps, { businessId, channelId });
  const stand = () => simulator({ id: channelId, clock: deps.clock, phone: phones });
  let now = stand();
  const order = (phone: string, fault: Fault) => orderFault(deps, { businessId, phone, fault });
  let away: readonly string[] = [];
  const known = new Set<string>();
  return Promise.resolve({
    channel: () => now,
    person(phone) {
      known.add(phone);
      const send = async (sends: PhoneSends): Promise<void> => {
        if (away.includes(phone)) await order(phone, { kind: "delay", seconds: 5 });
        await sendFromPhone({ ...deps, receive }, { businessId, phone, sends });
      };
      const rows = () => world.owner<{ content: OutContent }[]>`
        select content from simulator_message
        where business_id = ${businessId} and phone = ${phone} and direction = 'out' order by sequence`;
      return {
        writes: (body) => send({ kind: "text", body }),
        async writesTwice(body) {
          await order(phone, { kind: "duplicate" });
          await send({ kind: "text", body });
        },
        async chooses(index) {
          const last = (await rows()).at(-1)?.content;
          const option = present(last?.kind === "choice" ? last.options[index] : undefined, "an option to tap");
          await send({ kind: "choiceReply", id: option.id, title: option.title });
        },
        sendsPicture: ({ bytes, ...file }) => send({ kind: "picture", ...file, bytes: Buffer.from(bytes) }),
        shown: async () => (await rows()).map(({ content }) => JSON.stringify(content)),
        async files() {
          const sent = (await rows()).flatMap(({ content }) => (content.kind === "media" ? [content] : []));
          return Promise.all(
            sent.map(async ({ token, caption }) => {
              const [file] = await world.owner<{ mime: string; bytes: Buffer }[]>`
                select mime, bytes from simulator_media where business_id = ${businessId} and token = ${token}`;
              return { ...present(file, "the file"), caption };
            }),
          );
        },
      };
    },
    makeTrouble(trouble, phone) {
      if (trouble === "refused-recipient") return order(phone, { kind: "refuse", code: 131026 });
      if (trouble === "server-error-once") return order(phone, { kind: "refuse-http", status: 500 });
      return order(phone, { kind: "lose-answer" });
    },
    tellStatuses: () => undefined,
    async interrupt(during) {
      away = [...known];
      await during();
      away = [];
    },
    dies: () => {
      now = stand();
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
}

describe.skipIf(!CAN_DRIVE)(CAN_DRIVE ? "in Chromium" : WHY_NOT, () => {
  dialogueContract("whatsapp-web.js", { kind: "whatsapp_web", database, open: farWeb });
});

async function farWeb({ channelId, take }: Near): Promise<FarSide> {
  const page = await linkedPage();
  page.before = take;
  const { world } = page.server;
  const settings = { id: channelId, limits: { sendWithinMs: 1_000, startWithinMs: 20_000, firstRetryMs: 10 } };
  let now = await page.open(settings);
  return {
    channel: () => now,
    person(phone) {
      const chat = `${phone}@c.us`;
      const theirs = () => world.sent.filter(({ to }) => to === chat);
      const say = (said: object) => Promise.resolve(page.server.say({ chat, ...said }));
      return {
        writes: (body) => say({ body }),
        async writesTwice(body) {
          page.server.tell("message", await say({ body }));
        },
        chooses: (index) => say({ body: String(index + 1) }),
        sendsPicture({ bytes, mime, caption }) {
          const { filehash } = page.server.keepFile(bytes);
          return say({ type: "image", directPath: "/v/1", mimetype: mime, filehash, caption });
        },
        shown: () => Promise.resolve(theirs().map(({ body, caption }) => body ?? caption ?? "")),
        files: () =>
          Promise.resolve(
            theirs().flatMap(({ filehash, mimetype = "", caption }) => {
              const bytes = Buffer.from(world.files.get(filehash ?? "") ?? "", "base64");
              return filehash === undefined ? [] : [{ bytes, mime: mimetype, caption }];
            }),
          ),
      };
    },
    makeTrouble: (trouble) => void world.troubles.push(trouble),
    tellStatuses: () => page.server.answerLate(),
    async interrupt(during) {
      const { chromium } = JSON.parse(await readFile(join(page.folder, `${channelId}.owner.json`), "utf8"));
      page.told.clear();
      process.kill(Number(chromium), "SIGKILL");
      await page.told.until(({ links }) => links().some(({ state }) => state === "down"), "the end of the line");
      await during();
      await page.told.until(({ links }) => links().at(-1)?.state === "open", "the line again");
    },
    async dies() {
      const mark = page.told.readUpTo.at(-1);
      await now.close();
      now = await page.open({ ...settings, ...(mark && { readUpTo: DateTime.fromISO(mark, { zone: "utc" }) }) });
    },
    close: () => page.close(),
  };
}
