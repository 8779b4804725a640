import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Meta, startMeta } from "../../src/bench/meta.ts";
import { metaAccount } from "../../src/bench/meta-account.ts";
import { textFrom, webhook, webhookSender } from "../../src/bench/meta-webhooks.ts";
import { systemClock } from "../../src/clock.ts";
import { shown } from "../console/browser.ts";
import { type Installation, startInstallation } from "./installation.ts";
import { launchBrowser, visitor, WORDS } from "./visitor.ts";

// An owner and a number of Meta's: a real server, and a Graph and its webhooks played on loopback.

const { linking, numbers, numberPage } = WORDS.es;
const { cloud } = linking;
const WITHIN_MS = 120_000;
const NAME = "Cobros de muestra";
const PHONE_NUMBER_ID = "300000000000010";
const WABA_ID = "200000000000010";
const APP_SECRET = "the-app-secret-of-this-test";
const TOKEN = "EAA-token-of-this-test";

let meta: Meta;
let saldar: Installation;
let browser: Browser;

beforeAll(async () => {
  meta = await startMeta({ accessToken: "nobody's", phoneNumberId: "1", clock: systemClock });
  const account = { wabaId: WABA_ID, appId: "9001", accessToken: TOKEN, appSecret: APP_SECRET };
  meta.openAccount(metaAccount({ ...account, phoneNumberId: PHONE_NUMBER_ID, phone: "+57 300 0000001" }));
  const settings = { SALDAR_MODE: "production", WHATSAPP_GRAPH_URL: meta.url };
  [saldar, browser] = await Promise.all([
    startInstallation((url) => ({ ...settings, PUBLIC_URL: url })),
    launchBrowser(),
  ]);
  const list = ["src/cli.ts", "import", "samples/deudores-colombia.csv"];
  await promisify(execFile)(process.execPath, list, { env: saldar.env });
}, WITHIN_MS);
afterAll(async () => {
  await browser?.close();
  await saldar?.[Symbol.asyncDispose]();
  await meta?.close();
});

test(
  "a number is checked at Meta, added, written to by the address that is shown, given other credentials, and retired",
  async () => {
    await using owner = await visitor(browser);
    const { page } = owner;
    await page.goto(saldar.link());
    await shown(page.getByText(WORDS.es.inbox.emptyWaiting));
    await page.goto(`${saldar.url}/numbers/new`);
    await page.getByRole("link", { name: cloud.go }).click();
    await fill(page, {
      [cloud.label]: NAME,
      [cloud.expectedPhone]: "+57 300 000 0001",
      [cloud.phoneNumberId]: PHONE_NUMBER_ID,
      [cloud.wabaId]: WABA_ID,
      [cloud.accessToken]: "EAA-of-somebody-else",
      [cloud.appSecret]: APP_SECRET,
    });
    await page.getByRole("button", { name: cloud.check }).click();
    await comes(page.getByText(cloud.mayNotBeAdded));
    await shown(page.getByText("Meta no acepta el token de acceso"));
    expect(await page.getByRole("button", { name: cloud.add, exact: true }).isEnabled()).toBe(false);
    await owner.look("a token that Meta refuses");

    await fill(page, { [cloud.accessToken]: TOKEN });
    await shown(page.getByText(cloud.changed));
    await page.getByRole("button", { name: cloud.checkAgain }).click();
    await comes(page.getByText(cloud.mayBeAdded));
    await shown(page.getByText(cloud.facts("Tienda de muestra 07", "+57 300 0000001")));
    await owner.look("a number in good order");
    await page.getByRole("button", { name: cloud.add, exact: true }).click();
    await comes(page.getByRole("heading", { name: cloud.atMeta }));
    await owner.look("what is left to do at Meta");
    const address = await page.getByRole("textbox", { name: cloud.webhook }).inputValue();
    const verifyToken = await page.getByRole("textbox", { name: cloud.verifyToken }).inputValue();
    expect(address).toBe(`${saldar.url}/webhooks/whatsapp/${PHONE_NUMBER_ID}`);
    const challenge = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.verify_token": verifyToken,
      "hub.challenge": "1158201444",
    });
    expect(await (await fetch(`${address}?${challenge}`)).text()).toBe("1158201444");

    await page.getByRole("link", { name: linking.link.goToNumber }).click();
    await comes(page.getByText(numbers.works, { exact: true }));
    await shown(page.getByText(address));
    const sender = webhookSender(address, APP_SECRET);
    expect(await sender.post(says("wamid.IN1"))).toBe(200);
    await meta.acceptedCount(1);
    expect(meta.accepted[0]).toMatchObject({ to: "573005550102" });
    expect(meta.accepted[0]?.text).toContain("Persona de muestra 02");
    await page.reload();
    await comes(page.getByRole("row", { name: /24 horas 1/ }));
    await owner.look("the page of a number of Meta's");
    expect(owner.complaints).toEqual([]);

    await page.getByRole("button", { name: numberPage.credentials }).click();
    const dialog = page.getByRole("dialog");
    await fill(dialog, { [cloud.accessToken]: "EAA-of-somebody-else", [cloud.appSecret]: APP_SECRET });
    await dialog.getByRole("button", { name: numberPage.credentials }).click();
    await comes(dialog.getByText("Meta no acepta el token de acceso"));
    await owner.look("credentials that Meta refuses");
    await fill(dialog, { [cloud.accessToken]: TOKEN });
    await dialog.getByRole("button", { name: numberPage.credentials }).click();
    await comes(page.getByText(numberPage.credentialsSaved));

    await page.getByRole("button", { name: numberPage.retire }).click();
    await fill(dialog, { [numberPage.retireType(NAME)]: NAME, [numberPage.retireWhy]: "fin de la prueba" });
    await owner.look("before a number is retired");
    await dialog.getByRole("button", { name: numberPage.retire }).click();
    await comes(page.getByText(numbers.retired, { exact: true }));
    await owner.look("a retired number");
    // What Meta still sends is taken, so that it stops sending it, and answered by nobody.
    expect(await sender.post(says("wamid.IN2"))).toBe(200);
    sender.close();
    // The browser itself tells of every answer that is a refusal: the one above.
    expect(owner.complaints.filter((text) => !text.includes("409"))).toEqual([]);
  },
  WITHIN_MS,
);

async function fill(place: Page | Locator, entered: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(entered)) await place.getByLabel(label, { exact: true }).fill(value);
}

/** What asks Meta takes a while, and on a machine with other work longer. */
const comes = (what: Locator) => expect.poll(() => what.isVisible(), { timeout: 30_000 }).toBe(true);

const says = (id: string) => {
  const at = Math.floor(systemClock.now().toSeconds());
  return webhook(PHONE_NUMBER_ID, [[[textFrom({ phone: "573005550102", id, at }, "hola")]]]);
};
