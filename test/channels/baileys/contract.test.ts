import { beforeAll } from "vitest";
import type { ChannelEvent, InboundMessage, InboundStatus } from "../../../src/channels/channel.ts";
import { type LinkedPhone, type ShopWorld, shopWorld } from "../../support/sessions/linked-phone.ts";
import type { Arrived } from "../../support/whatsapp-server/hub.ts";
import { trustMediaCertificate } from "../../support/whatsapp-server/media-certificate.ts";
import { decryptMedia } from "../../support/whatsapp-server/media-encryption.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import type { User } from "../../support/whatsapp-server/user.ts";
import {
  channelContract,
  type LinkedHarness,
  linkedContract,
  type Person,
  type SentFile,
  type Trouble,
} from "../contract.ts";

beforeAll(quietSignal);

channelContract("Baileys", openBaileys, { unreachable: "404", failedLater: undefined });
linkedContract("Baileys", openBaileys);

const ACK_WITHIN_MS = 15_000;

async function openBaileys(): Promise<LinkedHarness> {
  const world = await shopWorld({ media: "host" });
  const { server, debtor } = world;
  if (server.mediaCertificate) trustMediaCertificate(server.mediaCertificate);
  const other = server.addUser("573000000003", "Deudor de muestra 03");
  const stand = { phone: world.phone() };
  await stand.phone.opened();
  const kept: ChannelEvent[] = [];
  const all = (): readonly ChannelEvent[] => [...kept, ...stand.phone.events.all];
  const trouble: Record<Trouble, () => void> = {
    "refused-recipient": () => server.order({ kind: "errorAck", code: "404" }),
    "server-error-once": () => server.order({ kind: "errorAck", code: "503" }),
    "lost-answer": () => {
      server.order({ kind: "loseAck" });
      const next = server.shown(debtor).length + 1;
      void server.untilShown(debtor, next).then(() => stand.phone.timers.fire(ACK_WITHIN_MS));
    },
    "failed-later": () => {
      throw new Error("WhatsApp's server says yes or no once");
    },
  };
  const shown = () => server.shown(debtor);
  return {
    get channel() {
      return stand.phone.channel;
    },
    shown: () => shown().map(({ id, text }) => ({ outboxId: outboxIdOf(world, id), text: text ?? "", optionIds: [] })),
    async statuses() {
      const isLast = (id: string) => (event: ChannelEvent) =>
        event.type === "status" && event.providerId === id && event.status !== "sent";
      for (const { id } of shown()) await stand.phone.events.until(1, isLast(id));
      return all().filter((event): event is InboundStatus => event.type === "status");
    },
    makeTrouble: (kind) => trouble[kind](),
    people: [personOf(world, debtor, stand), personOf(world, other, stand)],
    async received(count) {
      const before = kept.filter(isMessage);
      return [...before, ...(await stand.phone.messages(count - before.length))];
    },
    refuseNext(times) {
      const { phone } = stand;
      let left = times;
      phone.sink = (event) => {
        if (event.type !== "message" || left === 0) return Promise.resolve(phone.events.add(event));
        left -= 1;
        void phone.timers.fire(500);
        return Promise.reject(new Error("the database is away"));
      };
    },
    async reconnect() {
      server.kick(world.shop, "drop");
      await stand.phone.timers.fire(1_000, 1_500);
      await stand.phone.link("open", 2);
    },
    async dieInSink(write, during) {
      const { phone } = stand;
      const seen = Promise.withResolvers<void>();
      phone.sink = () => {
        seen.resolve();
        return new Promise<void>(() => undefined);
      };
      await write();
      await seen.promise;
      await phone.channel.close();
      kept.push(...phone.events.all);
      await during?.();
      stand.phone = world.phone();
      await stand.phone.opened();
    },
    files: () => Promise.resolve(shown().flatMap((arrived) => fileIn(world, arrived.message))),
    async close() {
      await world[Symbol.asyncDispose]();
    },
  };
}

const isMessage = (event: ChannelEvent): event is InboundMessage => event.type === "message";

/** What the driver itself wrote down of the message before it left. */
function outboxIdOf({ store }: ShopWorld, id: string): string | undefined {
  const sent: unknown = JSON.parse(store.values.get(`saldar-sent/${id}`) ?? "{}");
  if (typeof sent !== "object" || sent === null || !("outboxId" in sent)) return undefined;
  return typeof sent.outboxId === "string" ? sent.outboxId : undefined;
}

function personOf({ server, shop }: ShopWorld, user: User, stand: { readonly phone: LinkedPhone }): Person {
  const phone = server.phone(user);
  return {
    writes: (text, { replyTo } = {}) =>
      replyTo === undefined
        ? phone.says(shop, text)
        : phone.sends(shop, { extendedTextMessage: { text, contextInfo: { stanzaId: replyTo } } }),
    sendsPicture: ({ bytes, mime, caption }) =>
      phone.sendsMedia(shop, { kind: "Image", bytes: Buffer.from(bytes), mime, ...(caption && { caption }) }),
    async reads() {
      const ids = server.shown(user).map(({ id }) => id);
      phone.reads(shop, ids);
      for (const id of ids) {
        await stand.phone.events.until(
          1,
          (event) => event.type === "status" && event.providerId === id && event.status === "read",
        );
      }
    },
  };
}

function fileIn({ server }: ShopWorld, { documentMessage }: Arrived["message"]): readonly SentFile[] {
  const blob = server.media?.files.get(documentMessage?.directPath ?? "");
  if (!documentMessage?.mediaKey || blob === undefined) return [];
  const bytes = decryptMedia(blob, documentMessage.mediaKey, "Document");
  return [{ bytes, mime: documentMessage.mimetype ?? "", caption: documentMessage.caption ?? undefined }];
}
