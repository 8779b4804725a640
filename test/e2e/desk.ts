import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { shown } from "../console/browser.ts";
import { type Demo, startDemo } from "./demo.ts";
import { type Looks, launchBrowser, type Session, type Visitor, visitor, WORDS } from "./visitor.ts";

const { sim, inbox } = WORDS.es;
const START_WITHIN_MS = 120_000;

/** A demo of a test file's own, and browsers in which somebody has signed in. Whoever is asked for closes by `await using`. */
export type Desk = {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly session: Session;
  agent(looks?: Looks): Promise<Visitor>;
  /** A debtor's phone writes, wherever the visitor's own browser is at the moment. */
  says(visitor: Visitor, debtor: number, body: string): Promise<void>;
};

/** Started before the tests of the file that calls this at its top level, and ended after them. */
export function useDesk(): Desk {
  let demo: Demo;
  let browser: Browser;
  let session: Session;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    await using first = await visitor(browser);
    await first.page.goto(demo.link());
    await shown(first.page.getByText(inbox.emptyWaiting));
    session = await first.context.storageState();
  }, START_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
  });
  return {
    get demo() {
      return demo;
    },
    get browser() {
      return browser;
    },
    get session() {
      return session;
    },
    agent: (looks = {}) => visitor(browser, { ...looks, signedIn: session }),
    says: (who, debtor, body) => says(who, demo.url, { debtor, body }),
  };
}

export async function says(
  { context }: Visitor,
  url: string,
  { debtor, body }: { debtor: number; body: string },
): Promise<void> {
  const sent = await context.request.post(`${url}/api/simulator/phones/${phoneOf(debtor)}/messages`, {
    data: { kind: "text", body },
    headers: { origin: url },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
}

export const numbered = (debtor: number) => `Persona de muestra ${String(debtor).padStart(2, "0")}`;
export const phoneOf = (debtor: number) => `5730055501${String(debtor).padStart(2, "0")}`;
/** The text as it is seen, line by line. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read, and lines are told apart
export const seen = (place: Locator) => place.innerText();
export const chat = (page: Page) => page.getByRole("log", { name: sim.phone });
export const thread = (page: Page) => page.getByRole("log", { name: inbox.thread });
