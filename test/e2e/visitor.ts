import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { englishPages } from "../../src/console/i18n/page-words.en.ts";
import { spanishPages } from "../../src/console/i18n/page-words.es.ts";
import { portuguesePages } from "../../src/console/i18n/page-words.pt-BR.ts";
import { english } from "../../src/console/i18n/words.en.ts";
import { spanish } from "../../src/console/i18n/words.es.ts";
import { portuguese } from "../../src/console/i18n/words.pt-BR.ts";
import { accessibilityFaults, PATIENCE_MS, shown } from "../console/browser.ts";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What the pages say: a reworded button breaks no walk. */
export const WORDS = {
  es: { ...spanish, ...spanishPages },
  "pt-BR": { ...portuguese, ...portuguesePages },
  en: { ...english, ...englishPages },
} as const;

export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`The end-to-end tests walk through real pages and need ${CHROMIUM}: apt-get install chromium`);
  }
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Beside a time that was not kept: a machine with other work is slower for everybody, and says so. */
export function busy(): string {
  const [lastMinute = 0] = loadavg();
  return `this machine had ${lastMinute.toFixed(1)} at work for its ${availableParallelism()} cores`;
}

export type Visitor = AsyncDisposable & {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything that the pages complained of: broken policies, failed scripts, failed requests. */
  readonly complaints: string[];
  /** Clicks so far, through `click`. */
  clicks(): number;
  click(target: Locator): Promise<void>;
  /** Where one can be seen to be: no accessibility fault. */
  look(name: string, page?: Page): Promise<void>;
};

export type Looks = {
  readonly locale?: "es-CO" | "pt-BR" | "en-US";
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly hasTouch?: boolean;
  /** Comes with the cookies of whoever signed in. */
  readonly signedIn?: Session;
};
export type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Somebody with a browser profile of their own, on a desk in the light unless said otherwise. */
export async function visitor(browser: Browser, { signedIn, ...looks }: Looks = {}): Promise<Visitor> {
  const context = await browser.newContext({
    locale: "es-CO",
    colorScheme: "light",
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...looks,
    ...(signedIn && { storageState: signedIn }),
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  context.on("page", (page) => page.on("pageerror", (error) => complaints.push(error.message)));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  const page = await context.newPage();
  let clicks = 0;
  return {
    context,
    page,
    complaints,
    clicks: () => clicks,
    async click(target) {
      clicks += 1;
      await shown(target);
      await target.click();
    },
    async look(name, seen = page) {
      expect.soft(await accessibilityFaults(seen), name).toEqual([]);
    },
    async [Symbol.asyncDispose]() {
      await context.close();
    },
  };
}
