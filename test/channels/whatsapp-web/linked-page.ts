import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  ChannelEvent,
  InboundMessage,
  InboundStatus,
  LinkedChannel,
  LinkState,
} from "../../../src/channels/channel.ts";
import { type WhatsAppWebSettings, whatsappWeb } from "../../../src/channels/whatsapp-web/whatsapp-web.ts";
import { systemClock } from "../../../src/clock.ts";
import { hasChromium } from "../../console/browser.ts";
import { CHROMIUM_ARGS } from "../../support/whatsapp-web-page/chromium-args.ts";
import { type PageServer, startPageServer } from "../../support/whatsapp-web-page/server.ts";

const hasLibrary = existsSync(new URL("../../../node_modules/whatsapp-web.js/package.json", import.meta.url));

/** Says what is missing, where nothing can be driven. */
export const CAN_DRIVE = hasChromium && hasLibrary;
export const WHY_NOT = `needs ${[hasChromium ? "" : "Chromium", hasLibrary ? "" : "the package whatsapp-web.js"].filter(Boolean).join(" and ")}`;

/** What a driver told, and what it was told; the same on one machine for one after the other. */
export type Told = {
  readonly events: ChannelEvent[];
  readonly readUpTo: string[];
  readonly reports: string[];
  links(): LinkState[];
  messages(): InboundMessage[];
  statuses(): InboundStatus[];
  /** Resolves when something like it was told, before or after. */
  until(is: (told: Told) => boolean, what: string): Promise<void>;
  clear(): void;
};

export type LinkedPage = {
  readonly server: PageServer;
  readonly folder: string;
  readonly told: Told;
  /** A driver of the number's profile, as a process that has just started makes it. */
  driver(settings?: Partial<WhatsAppWebSettings>): LinkedChannel;
  /** A driver, started, and linked where it is not yet. */
  open(settings?: Partial<WhatsAppWebSettings>): Promise<LinkedChannel>;
  sink(event: ChannelEvent): Promise<void>;
  /** Stands before what keeps an event: what it rejects is not kept. */
  before: (event: ChannelEvent) => Promise<void>;
  close(): Promise<void>;
};

export async function linkedPage(): Promise<LinkedPage> {
  const server = await startPageServer();
  const folder = await mkdtemp(join(tmpdir(), "saldar-profiles-"));
  const { told, heard } = listener();
  const drivers: LinkedChannel[] = [];
  const sink = async (event: ChannelEvent): Promise<void> => {
    await page.before(event);
    told.events.push(event);
    heard();
  };
  const driver = (settings: Partial<WhatsAppWebSettings> = {}): LinkedChannel => {
    const made = whatsappWeb({
      id: "channel-1",
      clock: systemClock,
      chance: () => 0,
      folder,
      pinned: server.pinned,
      chromiumArgs: CHROMIUM_ARGS,
      report: (error, doing) => void told.reports.push(`${doing}: ${error}`),
      keepReadUpTo: (moment) => {
        told.readUpTo.push(moment.toISO() ?? "");
        heard();
        return Promise.resolve();
      },
      ...settings,
      limits: { sendWithinMs: 1_000, ...settings.limits },
    });
    drivers.push(made);
    return made;
  };
  const page: LinkedPage = {
    server,
    folder,
    told,
    driver,
    sink,
    before: () => Promise.resolve(),
    async open(settings) {
      const channel = driver(settings);
      await channel.start(sink);
      if (!server.world.isLinked) {
        await channel.link({ by: "qr" });
        await told.until(({ links }) => links().some(({ state }) => state === "qr"), "a QR");
        server.link();
      }
      await told.until(({ links }) => links().at(-1)?.state === "open", "an open link");
      return channel;
    },
    async close() {
      await Promise.all(drivers.map((channel) => channel.close()));
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return page;
}

function listener(): { told: Told; heard: () => void } {
  const waiting = new Set<() => void>();
  const events: ChannelEvent[] = [];
  const readUpTo: string[] = [];
  const told: Told = {
    events,
    readUpTo,
    reports: [],
    links: () => events.flatMap((event) => (event.type === "link" ? [event.link] : [])),
    messages: () => events.filter((event) => event.type === "message"),
    statuses: () => events.filter((event) => event.type === "status"),
    until(is, what) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!is(told)) return;
          waiting.delete(look);
          clearTimeout(late);
          resolve();
        };
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${what} was not told; but ${JSON.stringify(told.links())} and ${events.length} events`));
        }, 20_000);
        waiting.add(look);
        look();
      });
    },
    clear() {
      events.length = 0;
      readUpTo.length = 0;
    },
  };
  return {
    told,
    heard: () => {
      for (const look of waiting) look();
    },
  };
}
