import { execFile } from "node:child_process";
import { promisify } from "node:util";
import jsQR from "jsqr";
import type { Browser, Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shown } from "../console/browser.ts";
import { quietSignal } from "../support/whatsapp-server/quiet-signal.ts";
import type { User } from "../support/whatsapp-server/user.ts";
import { startWhatsAppServer, type WhatsAppServer } from "../support/whatsapp-server/whatsapp-server.ts";
import { thread } from "./desk.ts";
import { type Installation, startInstallation } from "./installation.ts";
import { launchBrowser, type Session, visitor, WORDS } from "./visitor.ts";

// An owner and a phone: a real server with its session hosts, and WhatsApp played on loopback. What links is read off the screen.

const { linking, numbers, shell } = WORDS.es;
const { phone, link } = linking;
const WITHIN_MS = 120_000;
const NAME = "Mostrador de muestra";

let whatsApp: WhatsAppServer;
let saldar: Installation;
let browser: Browser;
let session: Session;
let shop: User;
let other: User;
let debtor: User;

beforeAll(async () => {
  quietSignal();
  [whatsApp, browser] = await Promise.all([startWhatsAppServer(), launchBrowser()]);
  shop = whatsApp.addUser("573000000003", "Tienda de muestra 07");
  other = whatsApp.addUser("573000000004", "Tienda de muestra 08");
  debtor = whatsApp.addUser("573005550101", "Persona de muestra 01");
  saldar = await startInstallation((url) => ({
    SALDAR_MODE: "production",
    PUBLIC_URL: url,
    BAILEYS_SOCKET_URL: whatsApp.url,
  }));
  const list = ["src/cli.ts", "import", "samples/deudores-colombia.csv"];
  await promisify(execFile)(process.execPath, list, { env: saldar.env });
  await using first = await visitor(browser);
  await first.page.goto(saldar.link());
  await shown(first.page.getByRole("link", { name: shell.numbers }));
  session = await first.context.storageState();
}, WITHIN_MS);
afterAll(async () => {
  await browser?.close();
  await saldar?.[Symbol.asyncDispose]();
  await whatsApp?.close();
});

test(
  "a phone is linked by the QR on the screen, the wrong one told apart, and answers who writes to it until it is unlinked",
  async () => {
    await using owner = await visitor(browser, { signedIn: session });
    const { page } = owner;
    await page.goto(`${saldar.url}/numbers/new`);
    await page.getByRole("link", { name: phone.go }).click();
    await page.getByLabel(linking.cloud.label).fill(NAME);
    await page.getByLabel(phone.expectedPhone).fill("+57 300 000 0003");
    await page.getByRole("button", { name: phone.next }).click();
    // Nothing goes on before somebody has taken the risk.
    await shown(page.getByText(phone.acceptMissing));
    expect(new URL(page.url()).pathname).toBe("/numbers/new/phone");
    await page.getByLabel(phone.accept).check();
    await owner.look("the risk, accepted");
    await page.getByRole("button", { name: phone.next }).click();
    await comes(page.getByRole("heading", { name: link.unlinked }));
    await shown(page.getByText("Administrador asumió el riesgo"));

    await page.getByRole("button", { name: link.askQr }).click();
    const wrongQr = await scanned(page);
    await owner.look("a QR");
    whatsApp.scanQr(other, wrongQr);
    await comes(page.getByRole("heading", { name: link.ends["wrong-number"] }));
    await owner.look("another phone was linked");

    await page.locator("html").evaluate((root) => root.setAttribute("data-same-page", "yes"));
    await page.getByRole("button", { name: link.askAgain }).click();
    whatsApp.scanQr(shop, await scanned(page));
    await comes(page.getByRole("heading", { name: link.open }));
    for (const said of [link.openAs("+573000000003"), link.isExpected, "Lo vinculó Administrador"])
      await shown(page.getByText(said));
    await owner.look("a linked phone");
    // By itself: nobody loaded the page again.
    expect(await page.locator("html").getAttribute("data-same-page")).toBe("yes");

    await whatsApp.phone(debtor).says(shop, "hola");
    const [answer] = await whatsApp.untilShown(debtor, 1);
    expect(answer).toMatchObject({ from: shop });
    expect(answer?.text).toContain("asistente");
    await page.goto(`${saldar.url}/inbox/bot`);
    await page.getByRole("link", { name: "Persona de muestra 01" }).click();
    await shown(thread(page).getByText("hola", { exact: true }));
    await page.goto(`${saldar.url}/numbers`);
    await shown(page.getByText(numbers.linkedWorks));
    await page.getByRole("link", { name: NAME }).click();
    await shown(page.getByRole("row", { name: /24 horas 1 1/ }));
    await owner.look("the page of a linked phone");

    await page.getByRole("button", { name: link.unlink }).click();
    await owner.look("before unlinking");
    await page.getByRole("dialog").getByRole("button", { name: link.unlink }).click();
    await comes(page.getByRole("heading", { name: link.unlinked }));
    await expect.poll(() => shop.companions.size, { timeout: 30_000 }).toBe(0);
    expect(owner.complaints).toEqual([]);
  },
  WITHIN_MS,
);

test(
  "a phone is linked by the code on the screen",
  async () => {
    await using owner = await visitor(browser, { signedIn: session });
    const { page } = owner;
    await page.goto(`${saldar.url}/numbers`);
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("link", { name: link.toLink }).click();
    await page.getByRole("button", { name: link.askCode }).click();
    await comes(page.getByRole("heading", { name: link.code }));
    await owner.look("a code");
    const halves = await page.locator(".number-code [aria-hidden]").allInnerTexts();
    whatsApp.typeCode(shop, halves.join(""));
    await comes(page.getByRole("heading", { name: link.open }));
    await shown(page.getByText(link.isExpected));
    await whatsApp.phone(debtor).says(shop, "¿sigue ahí?");
    await whatsApp.untilShown(debtor, 2);
    expect(owner.complaints).toEqual([]);
    expect(whatsApp.troubles.all).toEqual([]);
  },
  WITHIN_MS,
);

/** What takes processes and WhatsApp a while, and a machine with other work longer. */
const comes = (what: Locator) => expect.poll(() => what.isVisible(), { timeout: 30_000 }).toBe(true);

/** As a camera sees it: what the picture on the screen says. */
async function scanned(page: Page): Promise<string> {
  const picture = page.getByRole("img", { name: link.qrAlt });
  await comes(picture);
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  const read = jsQR.default(new Uint8ClampedArray(data), width, height);
  expect(read, "a QR that a camera reads").not.toBeNull();
  return read?.data ?? "";
}
