import { existsSync } from "node:fs";
import axe from "axe-core";
import { chromium, type Locator, type Page } from "playwright-core";
import { vi } from "vitest";

const CHROMIUM = "/usr/bin/chromium";

export const hasChromium = existsSync(CHROMIUM);

export type Browser = {
  readonly page: Page;
  /** What the page complained of: broken policy, failed scripts. A refused request is no complaint. */
  readonly complaints: string[];
  close(): Promise<void>;
};

let launched: ReturnType<typeof chromium.launch> | undefined;

/** The worker's browser, for all its files one after the other: one a file took longer to start than most pages take to look at. It ends with the worker. */
function workersBrowser(): ReturnType<typeof chromium.launch> {
  launched ??= chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return launched;
}

/** A profile of its own in the worker's browser, with nothing fetched from outside. */
export async function openBrowser(): Promise<Browser> {
  const context = await (await workersBrowser()).newContext({ locale: "es" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    page,
    complaints,
    close: () => context.close(),
  };
}

/** A page's wait for its server: a machine that runs four browsers and four servers was seen to take more than 10 s. Nothing waits longer than it must. */
export const PATIENCE_MS = 30_000;

/** Waits until it can be seen. */
export async function shown(target: Locator): Promise<void> {
  await until(`${target} is seen`, () => target.isVisible());
}

/**
 * Waits until it is so, asking each 20 ms. Playwright's own wait asks less and less often, up to half a second apart: of a page
 * that stands after 0.4 s it hears after 0.8, which over all pages was a minute of tests.
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const ask = async () => {
    if (!(await isSo())) throw new Error(`waited in vain until ${what}`);
  };
  await vi.waitFor(ask, { interval: 20, timeout: PATIENCE_MS });
}

/** What axe tells of a fault, as far as a test says it. */
type Violation = { readonly id: string; readonly nodes: { readonly html: string; readonly failureSummary?: string }[] };

/** Everything that a machine can find against WCAG 2.2 AA, in a line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const violations = await page.evaluate<Violation[]>(
    `axe.run({ resultTypes: ["violations"], runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
  );
}
