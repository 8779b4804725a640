import { BufferJSON, initAuthCreds } from "@whiskeysockets/baileys";
import { type BaileysSettings, baileys } from "../../../src/channels/baileys/baileys.ts";
import type {
  ChannelEvent,
  InboundMessage,
  InboundStatus,
  LinkChanged,
  LinkedChannel,
  LinkState,
} from "../../../src/channels/channel.ts";
import { systemClock } from "../../../src/clock.ts";
import { chance, randomBytesOf } from "../../../src/ids.ts";
import { type Chronicle, makeChronicle } from "../whatsapp-server/chronicle.ts";
import { trustRoot } from "../whatsapp-server/trust-root.ts";
import type { User } from "../whatsapp-server/user.ts";
import {
  startWhatsAppServer,
  type WhatsAppServer,
  type WhatsAppServerOptions,
} from "../whatsapp-server/whatsapp-server.ts";
import { type StoreInMemory, sessionStoreInMemory } from "./session-store-in-memory.ts";
import { handTimers, type Timers } from "./timers.ts";

/** A shop with a phone at WhatsApp, a debtor with another, and our driver between them. */
export type ShopWorld = AsyncDisposable & {
  readonly server: WhatsAppServer;
  readonly shop: User;
  readonly debtor: User;
  readonly store: StoreInMemory;
  /** One more process that has the shop's keys. */
  phone(overrides?: Partial<BaileysSettings>): LinkedPhone;
};

export type LinkedPhone = AsyncDisposable & {
  readonly channel: LinkedChannel;
  readonly timers: Timers;
  readonly events: Chronicle<ChannelEvent>;
  readonly reports: unknown[];
  readonly restarts: Chronicle<true>;
  /** What the sink does instead of keeping the event. */
  sink: (event: ChannelEvent) => Promise<void>;
  start(): Promise<void>;
  /** Starts and waits until the phone is connected. */
  opened(): Promise<void>;
  /** Resolves with the state once it has been told so many times. */
  link<S extends LinkState["state"]>(state: S, times?: number): Promise<Extract<LinkState, { state: S }>>;
  messages(count: number): Promise<readonly InboundMessage[]>;
  status(status: InboundStatus["status"], outboxId?: string): Promise<InboundStatus>;
};

/** `linked`: as if the phone had been linked long ago; else nobody has linked it yet. */
export async function shopWorld({
  linked = true,
  ...options
}: WhatsAppServerOptions & { readonly linked?: boolean } = {}): Promise<ShopWorld> {
  const server = await startWhatsAppServer(options);
  const distrust = trustRoot(server.rootKey);
  const shop = server.addUser("573000000100", "Tienda de muestra 07");
  const debtor = server.addUser("573000000001", "Deudora de muestra 01");
  const store = sessionStoreInMemory();
  if (linked) {
    const creds = initAuthCreds();
    Object.assign(creds, server.registerCompanion(shop, creds));
    store.values.set("creds/", JSON.stringify(creds, BufferJSON.replacer));
  }
  const phones = new Set<LinkedPhone>();
  return {
    server,
    shop,
    debtor,
    store,
    phone(overrides) {
      const phone = linkedPhone({ store, socketUrl: server.url, ...overrides });
      phones.add(phone);
      return phone;
    },
    async [Symbol.asyncDispose]() {
      for (const phone of phones) await phone.channel.close();
      distrust();
      await server.close();
    },
  };
}

function linkedPhone(overrides: Partial<BaileysSettings> & Pick<BaileysSettings, "store">): LinkedPhone {
  const timers = handTimers();
  const events = makeChronicle<ChannelEvent>();
  const restarts = makeChronicle<true>();
  const reports: unknown[] = [];
  const channel = baileys({
    id: "channel-1",
    clock: systemClock,
    chance,
    bytes: randomBytesOf,
    silence: () => undefined,
    report: (error) => void reports.push(error),
    restartProcess: () => restarts.add(true),
    after: timers.after,
    ...overrides,
  });
  const isLink = (event: ChannelEvent): event is LinkChanged => event.type === "link";
  const phone: LinkedPhone = {
    channel,
    timers,
    events,
    reports,
    restarts,
    sink: (event) => Promise.resolve(events.add(event)),
    start: () => channel.start((event) => phone.sink(event)),
    async opened() {
      await phone.start();
      await phone.link("open");
    },
    async link<S extends LinkState["state"]>(state: S, times = 1) {
      const told = await events.until(times, (event) => isLink(event) && event.link.state === state);
      const last = told.filter(isLink).at(-1)?.link;
      if (!last || !isState(last, state)) throw new Error("no such state");
      return last;
    },
    async messages(count) {
      const told = await events.until(count, ({ type }) => type === "message");
      return told.filter((event) => event.type === "message");
    },
    async status(status, outboxId) {
      const isIt = (event: ChannelEvent): event is InboundStatus =>
        event.type === "status" && event.status === status && (outboxId === undefined || event.outboxId === outboxId);
      const [told] = (await events.until(1, isIt)).filter(isIt);
      if (!told) throw new Error("no such status");
      return told;
    },
    [Symbol.asyncDispose]: () => channel.close(),
  };
  return phone;
}

function isState<S extends LinkState["state"]>(link: LinkState, state: S): link is Extract<LinkState, { state: S }> {
  return link.state === state;
}
