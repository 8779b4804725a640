import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shown } from "../console/browser.ts";
import { type Demo, startDemo } from "./demo.ts";
import { launchBrowser, visitor, WORDS } from "./visitor.ts";

// The power goes in the middle of a conversation.

const { sim, inbox } = WORDS.es;
const WITHIN_MS = 120_000;

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
}, WITHIN_MS);
afterAll(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

const chat = (page: Page) => page.getByRole("log", { name: sim.phone });

test(
  "killed and started again on the same folder, the conversation goes on where it was, for a browser that stayed open",
  async () => {
    await using debtor = await visitor(browser);
    const { page, click } = debtor;
    await page.goto(demo.link());
    await shown(page.getByText(inbox.emptyWaiting));
    await page.goto(`${demo.url}/sim/573005550101`);
    await click(page.getByRole("button", { name: sim.businessFirst }));
    await click(chat(page).getByRole("button", { name: "Sí, soy yo" }));
    await shown(chat(page).getByText("cuatro"));

    await demo.kill();
    await demo.start();

    await page.getByLabel(sim.message).fill("0101");
    await page.keyboard.press("Enter");
    await shown(chat(page).getByText("$ 480.000").first());
    expect(await chat(page).getByText("Hola, Persona de muestra 01").count()).toBe(1);
    // While nobody listened the stream and what it asks for again failed, and the browser says so; nothing else may have.
    const known =
      /ERR_CONNECTION_REFUSED|ERR_SOCKET_NOT_CONNECTED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_NETWORK_CHANGED/;
    expect(debtor.complaints.filter((text) => !known.test(text))).toEqual([]);
  },
  WITHIN_MS,
);
