import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../src/domain/assert.ts";
import { PAGE_COPY } from "../../src/web/pages/copy.ts";
import { shown } from "../console/browser.ts";
import { type Demo, startDemo } from "./demo.ts";
import { numbered, says } from "./desk.ts";
import { busy, launchBrowser, type Session, visitor, WORDS } from "./visitor.ts";

// What a newcomer sees in the first minutes, on the real thing: every click is counted, every page is looked at with axe.

const { sim, inbox, shell, debtors, terms, elsewhere } = WORDS.es;
const pay = PAGE_COPY.es;
const PAYER = "Persona de muestra 01";
const DISPUTER = "Persona de muestra 02";
const COLOMBIAN = "Comercial de Muestra";
const MEXICAN = "Abarrotes de Muestra";
const MEXICAN_PAYER = "Persona de muestra 21";
const WALK_WITHIN_MS = 120_000;
/** What README promises of a start, the install aside. */
const STARTS_WITHIN_MS = 10_000;
/** What an agent is promised: what a debtor disputes is seen at once. */
const SEEN_WITHIN_MS = 1_000;

let demo: Demo;
let browser: Browser;
/** The link works once: what the newcomer does after their walk is done in the same session. */
let signedIn: Session | undefined;
beforeAll(async () => {
  // One after the other: who waits for a start has not also opened a browser at that moment.
  [demo, browser] = [await startDemo(), await launchBrowser()];
}, WALK_WITHIN_MS);
afterAll(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

const chat = (page: Page) => page.getByRole("log", { name: sim.phone });
const option = (page: Page, title: string | RegExp) => chat(page).getByRole("button", { name: title }).last();

test(
  "a newcomer is the debtor up to the receipt, then the agent of a dispute, and sees the books",
  async () => {
    expect.soft(demo.startedInMs(), busy()).toBeLessThanOrEqual(STARTS_WITHIN_MS);
    await using newcomer = await visitor(browser);
    const { page, context, click, look } = newcomer;
    const from = performance.now();

    await page.goto(demo.link());
    await shown(page.getByText(inbox.emptyWaiting));
    signedIn = await context.storageState();
    await look("the inbox, empty");

    await click(page.getByRole("link", { name: sim.title, exact: true }));
    await shown(page.getByText(sim.chooseWho));
    await look("the simulator");
    await click(page.getByRole("link", { name: PAYER }));
    await look("an empty chat");
    await click(page.getByRole("button", { name: sim.businessFirst }));
    await click(option(page, "Sí, soy yo"));
    await shown(chat(page).getByText("cuatro").last());
    await page.getByLabel(sim.message).fill("0101");
    await page.keyboard.press("Enter");
    await shown(chat(page).getByText("$ 480.000").first());
    await click(option(page, "Ver opciones"));
    await shown(chat(page).getByText("3 pagos mensuales").first());
    await click(option(page, "Ver opciones"));
    await look("the simulator in mid-conversation");
    await click(option(page, "3 pagos mensuales"));
    await click(option(page, "Sí, acepto"));

    const opened = context.waitForEvent("page");
    await click(chat(page).getByRole("link").last());
    const payment = await opened;
    await look("the payment page", payment);
    await click(payment.getByRole("button", { name: pay.payNow }));
    await shown(payment.getByText(pay.testBanner));
    await look("the test checkout", payment);
    await click(payment.getByRole("button", { name: pay.testPay }));
    await shown(payment.getByText(pay.thanksTitle));
    await look("the thanks page", payment);
    await payment.close();
    await shown(chat(page).getByText("Recibimos su pago"));
    const untilReceipt = newcomer.clicks();
    expect(untilReceipt).toBeLessThanOrEqual(12);

    // A second window of the same person, open where an agent sits.
    const agents = await context.newPage();
    await agents.goto(`${demo.url}/inbox/waiting`);
    await shown(agents.getByText(inbox.emptyWaiting));
    await page.bringToFront();
    await click(page.getByRole("link", { name: DISPUTER }));
    await page.getByLabel(sim.message).fill("Hola, esa deuda no es mía, no la reconozco");
    const disputedAt = performance.now();
    await page.keyboard.press("Enter");
    await shown(agents.getByRole("link", { name: DISPUTER }));
    const inboxAfterMs = performance.now() - disputedAt;
    expect.soft(inboxAfterMs, busy()).toBeLessThanOrEqual(SEEN_WITHIN_MS);
    await shown(agents.getByText(terms.handOver.dispute).first());

    await click(page.getByRole("link", { name: inbox.views.waiting }));
    await look("the inbox with a dispute");
    await click(page.getByRole("link", { name: DISPUTER }));
    await shown(page.getByRole("log", { name: inbox.thread }));
    await look("a conversation that waits");
    await click(page.getByRole("button", { name: inbox.takeOver }));
    await page.getByLabel(inbox.writeReply).fill("Buenas tardes, reviso su caso hoy mismo.");
    await page.keyboard.press("Enter");
    await look("a conversation that is mine");
    const phone = await context.newPage();
    await phone.goto(`${demo.url}/sim/573005550102`);
    await shown(chat(phone).getByText("Buenas tardes, reviso su caso hoy mismo."));
    await phone.close();
    await page.bringToFront();
    await click(page.getByRole("button", { name: inbox.handBack }));
    await look("the question before handing back");
    await click(page.getByRole("dialog").getByRole("button", { name: inbox.handBackDo }));
    await shown(page.getByText(inbox.composer.bot_owns));

    await click(page.getByRole("link", { name: shell.debtors }));
    await shown(page.getByRole("table"));
    await look("the debtors");
    await click(page.getByRole("link", { name: PAYER }));
    await shown(page.getByText(terms.instalmentState.paid).first());
    await shown(page.getByText(terms.entryKind["payment received"]).first());
    for (const part of [debtors.debts, debtors.plan, debtors.timeline, debtors.ledgerLines]) {
      expect(await page.getByRole("heading", { name: part, exact: true }).count(), part).toBe(1);
    }
    await look("a debtor's file");
    expect(newcomer.clicks()).toBeLessThanOrEqual(20);

    const seconds = Math.round((performance.now() - from) / 100) / 10;
    process.stdout.write(
      `The newcomer's walk: ${untilReceipt} clicks to the receipt, ${newcomer.clicks()} in all, ${seconds} s with axe on each page; ` +
        `started in ${Math.round(demo.startedInMs())} ms, the dispute was in the inbox after ${Math.round(inboxAfterMs)} ms\n`,
    );
    expect(newcomer.complaints).toEqual([]);
  },
  WALK_WITHIN_MS,
);

test(
  "an owner goes to the Mexican one, where a debtor pays in pesos, and finds the tab of the Colombian one shut",
  async () => {
    await using owner = await visitor(browser, { signedIn: present(signedIn, "the newcomer's session") });
    const { page, context, click, look } = owner;
    await page.goto(demo.url);
    await shown(page.getByRole("heading", { level: 1 }));
    const left = await context.newPage();
    await left.goto(`${demo.url}/debtors`);
    await shown(left.getByRole("link", { name: "Persona de muestra 01" }));

    await page.bringToFront();
    await click(page.locator("summary", { hasText: shell.changeBusiness }));
    await look("the choice of a business");
    await click(page.getByRole("button", { name: MEXICAN }));
    await shown(page.locator("summary", { hasText: MEXICAN }));
    await shown(left.getByRole("heading", { name: elsewhere.title(MEXICAN) }));
    await look("a tab that was left behind", left);

    await click(page.getByRole("link", { name: sim.title, exact: true }));
    await click(page.getByRole("link", { name: MEXICAN_PAYER }));
    await click(page.getByRole("button", { name: sim.businessFirst }));
    await click(option(page, "Sí, soy yo"));
    await shown(chat(page).getByText("cuatro").last());
    await page.getByLabel(sim.message).fill("2121");
    await page.keyboard.press("Enter");
    await shown(chat(page).getByText("Total: $2,450.00"));
    const opened = context.waitForEvent("page");
    await click(option(page, "Pagar ahora"));
    await click(chat(page).getByRole("link").last());
    const payment = await opened;
    await shown(payment.getByText("$2,450.00").first());
    await click(payment.getByRole("button", { name: pay.payNow }));
    await click(payment.getByRole("button", { name: pay.testPay }));
    await shown(payment.getByText(pay.thanksTitle));
    await payment.close();
    await shown(chat(page).getByText("Recibimos su pago de $2,450.00"));

    await click(left.getByRole("button", { name: elsewhere.comeBack(COLOMBIAN) }));
    await shown(left.getByRole("link", { name: "Persona de muestra 01" }));
    expect(await left.getByText(MEXICAN_PAYER).count(), `${MEXICAN_PAYER} in ${debtors.title} of ${COLOMBIAN}`).toBe(0);
    await shown(page.getByRole("heading", { name: elsewhere.title(COLOMBIAN) }));
    expect(owner.complaints.filter((text) => !/ 409 /.test(text))).toEqual([]);
  },
  WALK_WITHIN_MS,
);

test(
  "each dispute is in the inbox within a second",
  async () => {
    await using someone = await visitor(browser, { signedIn: present(signedIn, "the newcomer's session") });
    const { page } = someone;
    await page.goto(`${demo.url}/inbox/waiting`);
    await shown(page.getByText(inbox.emptyWaiting));
    const afterMs: number[] = [];
    for (const debtor of [3, 4, 5]) {
      const from = performance.now();
      await says(someone, demo.url, { debtor, body: "no reconozco esa deuda" });
      await shown(page.getByRole("link", { name: numbered(debtor) }));
      afterMs.push(performance.now() - from);
    }
    process.stdout.write(`Disputes were in the inbox after ${afterMs.map(Math.round).join(", ")} ms\n`);
    // Each of them, from before it is sent until an agent can read it.
    expect(Math.max(...afterMs), busy()).toBeLessThanOrEqual(SEEN_WITHIN_MS);
    expect(someone.complaints).toEqual([]);
  },
  WALK_WITHIN_MS,
);
