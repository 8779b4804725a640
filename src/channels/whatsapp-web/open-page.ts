import type * as WhatsAppWebJs from "whatsapp-web.js";
import type { LinkBy } from "../channel.ts";
import type { Chromium } from "./chromium.ts";
import type { Library } from "./library.ts";
import { page } from "./page.ts";
import { processOf } from "./processes.ts";
import { end, type Profile } from "./profile.ts";
import { withinMs } from "./time-out.ts";

/** `inject` is what its types leave out: it takes the library into each page that is loaded. */
export type Client = Omit<WhatsAppWebJs.Client, "pupPage" | "pupBrowser"> & {
  inject(): Promise<void>;
  /** Null until Chromium runs. */
  pupPage: NonNullable<WhatsAppWebJs.Client["pupPage"]> | null;
  pupBrowser: NonNullable<WhatsAppWebJs.Client["pupBrowser"]> | null;
};

/** Chromium with WhatsApp Web in it. */
export type OpenPage = {
  readonly client: Client;
  /** Chromium's, once it runs. */
  pid(): number | undefined;
  /** Names of the modules this WhatsApp Web lacks; none when the page cannot be asked. */
  missingModules(): Promise<string[]>;
  close(): Promise<void>;
};

/** What the page does. Nothing is heard of a page after its `close` was called. */
export type PageHearing = {
  qr(qr: string): void;
  code(code: string): void;
  /** WhatsApp did not take the number for a code. */
  refused(because: string): void;
  authenticated(): void;
  ready(): void;
  state(state: string): void;
  loggedOut(): void;
  /** It does not come as far as it should: perhaps WhatsApp changed its page. */
  broken(because: string): void;
  /** Page or Chromium are gone, and cannot be asked. */
  crashed(because: string): void;
  /** Data as the page holds it. */
  message(data: unknown): void;
  ack(data: unknown, ack: number): void;
  reaction(data: unknown): void;
  /** A person goes by another number from now on. */
  moved(data: unknown, ids: { readonly before: string; readonly now: string }): void;
  /** A message that cannot be read yet, or for ever. */
  unreadable(data: unknown): void;
};

export type PageSettings = {
  readonly library: Library;
  readonly chromium: Chromium;
  readonly profile: Profile;
  readonly pinned: PinnedPage | undefined;
  readonly chromiumArgs: readonly string[];
  readonly linkBy: LinkBy | undefined;
  readonly codeMs: number;
  readonly openWithinMs: number;
  readonly closeWithinMs: number;
};

/** A page kept as `<folder>/<version>.html` and shown in place of today's: an older WhatsApp Web, or a test's. */
export type PinnedPage = { readonly folder: string; readonly version: string };

/** Starts Chromium on the number's profile. @throws {AppError} when the profile is not free; whatever fails later is heard as `broken`. */
export async function openPage(settings: PageSettings, hearing: PageHearing): Promise<OpenPage> {
  const { library, profile } = settings;
  await profile.claim();
  let closed = false;
  // Each of these comes from a listener of the library's, which must not throw, and perhaps after the end.
  const heard = new Proxy(hearing, {
    get: (target, name: keyof PageHearing) => (closed ? () => undefined : target[name]),
  });
  const auth = new library.LocalAuth({ clientId: profile.clientId, dataPath: profile.folder });
  const client = new library.Client(clientOptions(settings, auth)) as unknown as Client;
  const guarded = guard(client, auth, heard);
  listen(client, heard);
  const launched = Promise.withResolvers<void>();
  auth.afterBrowserInitialized = async () => {
    watchBrowser(client, heard);
    const pid = client.pupBrowser?.process()?.pid;
    if (pid !== undefined) await profile.heldBy(pid);
    launched.resolve();
  };
  client.initialize().then(launched.resolve, (error: unknown) => {
    launched.resolve();
    heard.broken(`it did not start: ${wordsOf(error)}`);
  });
  return {
    client,
    pid: () => client.pupBrowser?.process()?.pid,
    missingModules: async () => {
      const asked = client.pupPage === null ? undefined : page.missingModules(client.pupPage);
      return asked === undefined ? [] : ((await withinMs(asked, 5_000).catch(() => undefined)) ?? []);
    },
    async close() {
      if (closed) return;
      closed = true;
      await withinMs(launched.promise, settings.openWithinMs);
      await closeBrowser(client, guarded, settings.closeWithinMs);
      await profile.release();
    },
  };
}

function clientOptions(settings: PageSettings, auth: WhatsAppWebJs.LocalAuth): WhatsAppWebJs.ClientOptions {
  const { chromium, pinned, chromiumArgs, linkBy, codeMs } = settings;
  return {
    authStrategy: auth,
    authTimeoutMs: settings.openWithinMs,
    userAgent: chromium.userAgent,
    // By default the library keeps each page it has seen in the working folder.
    webVersionCache: pinned === undefined ? { type: "none" } : { type: "local", path: pinned.folder, strict: true },
    ...(pinned === undefined ? {} : { webVersion: pinned.version }),
    takeoverOnConflict: false,
    ...(linkBy?.by === "code"
      ? { pairWithPhoneNumber: { phoneNumber: linkBy.phone, showNotification: true, intervalMs: codeMs } }
      : {}),
    puppeteer: {
      headless: true,
      executablePath: chromium.path,
      // No port that others on this machine could speak to; and when we are killed the pipe breaks, which ends Chromium.
      pipe: true,
      // Signals are for whoever runs us: puppeteer would end the whole process.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        // Chromium refuses its sandbox to root, and takes no other way to start.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ...chromiumArgs,
      ],
    },
  };
}

/** What the library would do by itself and must not: end the browser, delete the profile under it, and fail where nobody catches. */
function guard(client: Client, auth: WhatsAppWebJs.LocalAuth, heard: PageHearing): { destroy(): Promise<void> } {
  const original = { inject: client.inject, requestPairingCode: client.requestPairingCode, destroy: client.destroy };
  client.inject = async () => {
    try {
      await original.inject.call(client);
      await watchState(client, heard);
    } catch (error) {
      heard.broken(`the page did not take the library in: ${wordsOf(error)}`);
    }
  };
  client.requestPairingCode = async (...given) => {
    try {
      return await original.requestPairingCode.apply(client, given);
    } catch (error) {
      heard.refused(wordsOf(error));
      return "";
    }
  };
  client.destroy = () => Promise.resolve();
  auth.logout = () => Promise.resolve();
  return { destroy: () => original.destroy.call(client) };
}

const STATE_HEARD = "saldarStateHeard";

async function watchState(client: Client, heard: PageHearing): Promise<void> {
  const to = client.pupPage;
  if (to === null) return;
  const known = await to.evaluate((name) => name in globalThis, STATE_HEARD);
  if (!known) await to.exposeFunction(STATE_HEARD, (state: string) => heard.state(state));
  heard.state(await page.watchState(to, STATE_HEARD));
}

function watchBrowser(client: Client, heard: PageHearing): void {
  client.pupPage?.on("error", (error) => heard.crashed(`the page crashed: ${wordsOf(error)}`));
  client.pupBrowser?.on("disconnected", () => heard.crashed("Chromium ended"));
}

function listen(client: Client, heard: PageHearing): void {
  client.on("qr", (qr) => heard.qr(qr));
  client.on("code", (code: string) => heard.code(code));
  client.on("authenticated", () => heard.authenticated());
  client.on("ready", () => heard.ready());
  client.on("auth_failure", (because) => heard.refused(because));
  // Other reasons are states of the connection, which are heard as such.
  client.on("disconnected", (because) => {
    if (because === "LOGOUT") heard.loggedOut();
  });
  client.on("message_create", (message) => heard.message(message.rawData));
  client.on("message_ack", (message, ack) => heard.ack(message.rawData, ack));
  client.on("message_reaction", (reaction) => heard.reaction(reaction));
  client.on("message_ciphertext", (message) => heard.unreadable(message.rawData));
  client.on("contact_changed", (message, before, now, isContact) => {
    if (isContact) heard.moved(message.rawData, { before: `${before}`, now: `${now}` });
  });
}

async function closeBrowser(client: Client, guarded: { destroy(): Promise<void> }, limitMs: number): Promise<void> {
  const pid = client.pupBrowser?.process()?.pid;
  const before = pid === undefined ? undefined : await processOf(pid);
  // A Chromium that hangs or has crashed cannot close itself, and is ended below.
  await withinMs(
    guarded.destroy().catch(() => undefined),
    limitMs,
  );
  // Its id may be another's by now.
  if (before !== undefined && (await processOf(before.pid))?.startedAt === before.startedAt)
    await end(before.pid, "SIGKILL");
}

/** An error of page or browser in words for the operator. Numbers of people are taken out: a page may name whom it spoke of. */
export function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (
    words
      .replaceAll(/\d{7,}/g, "#")
      .split("\n")[0]
      ?.slice(0, 300) ?? ""
  );
}
