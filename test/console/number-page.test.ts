import { beforeEach, describe, expect, it } from "vitest";
import { spanishPages } from "../../src/console/i18n/page-words.es.ts";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { CHECKED_BADLY, CHECKED_WELL } from "./fake-numbers.ts";
import { SESSION } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

const { numberPage: words, linking, numbers } = spanishPages;
const REAL = { ...SESSION, business: { ...SESSION.business, isDemo: false } };

describe.skipIf(!hasChromium)("the page of a number", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole((opened) => {
    ({ api, browser } = opened);
  });
  beforeEach(() => {
    api.session = REAL;
    api.asked.length = 0;
    api.scripted.clear();
  });
  const lastAsked = () => {
    const { method, path, body } = api.asked.at(-1) ?? {};
    return { method, path, body: JSON.parse(body === undefined || body === "" ? "null" : body) };
  };

  it("shows what its health decided with every reason, what Meta said, and what nobody understood", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/number-1`);
    await page.locator("summary", { hasText: "Más lento" }).click();
    await shown(page.getByText("solo 4 de 120 personas respondieron"));
    // A rule of a newer server is shown by its name.
    await shown(page.getByText("a-newer-rule"));
    await shown(page.getByText("Se mira de nuevo a más tardar lun, 23 nov, 10:30"));
    await page.locator("summary", { hasText: "La calidad del número bajó" }).click();
    await shown(page.getByText('"current_limit": "TIER_250"'));
    await page.locator("summary", { hasText: "messages.holographic" }).click();
    await shown(page.getByText('"type": "holographic"'));
    expect(await page.getByText("statuses.odd").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: words.seen }).click();
    await shown(page.getByText(words.seenDone));
    expect(lastAsked()).toMatchObject({ method: "POST", path: "/api/unknown-parts/part-1/seen" });
  });

  it("lets a stopped number go on once it is said what that means, and takes alarms off the list", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/number-2`);
    await page.getByRole("button", { name: words.clear }).click();
    await shown(page.getByText(words.cleared));
    expect(lastAsked().path).toBe("/api/alarms/alarm-1/clear");
    await page.getByRole("button", { name: words.resume }).click();
    const dialog = page.getByRole("dialog", { name: words.resumeTitle });
    await shown(dialog.getByText("puede perderse para siempre"));
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: words.resume }).click();
    await shown(page.getByText(words.resumed));
    expect(lastAsked()).toEqual({ method: "POST", path: "/api/channels/number-2/resume", body: {} });
  });

  it("is taken out of use only when its name is typed and a reason is given", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/number-1`);
    await page.getByRole("button", { name: words.retire }).click();
    const dialog = page.getByRole("dialog", { name: words.retireTitle });
    const typed = dialog.getByLabel(words.retireType("WhatsApp"));
    await typed.fill("whatsap");
    await dialog.getByRole("button", { name: words.retire }).click();
    await shown(dialog.getByText(words.retireWrong));
    await shown(dialog.getByText(words.whyMissing));
    expect(api.asked).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await typed.fill("WhatsApp");
    await dialog.getByLabel(words.retireWhy, { exact: true }).fill("Ya no es nuestro");
    await page.keyboard.press("Enter");
    await shown(page.getByText(words.retireDone));
    expect(lastAsked()).toEqual({
      method: "POST",
      path: "/api/channels/number-1/retirement",
      body: { reason: "Ya no es nuestro" },
    });
  });

  it("says when its phone could not be told that it is out of use", async () => {
    const { page } = browser;
    const name = "Mostrador de muestra";
    await page.goto(`${api.address}/numbers/number-3`);
    await page.getByRole("button", { name: words.retire }).click();
    const dialog = page.getByRole("dialog", { name: words.retireTitle });
    await dialog.getByLabel(words.retireType(name)).fill(name);
    await dialog.getByLabel(words.retireWhy, { exact: true }).fill("Se perdió");
    await page.keyboard.press("Enter");
    await shown(page.getByText(words.retireLeft));
  });

  it("is checked at Meta when asked, and keeps its credentials where the others do not work", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/number-1`);
    await page.getByRole("button", { name: words.check }).click();
    expect(api.asked).toEqual([]);
    const looking = page.getByRole("dialog", { name: words.checkTitle });
    await looking.getByRole("button", { name: linking.cloud.check }).click();
    await shown(looking.getByText("La dirección no se pudo probar desde aquí."));
    expect(lastAsked()).toMatchObject({ path: "/api/cloud-numbers/number-1/check", body: { subscribe: false } });
    await page.keyboard.press("Escape");

    api.scripted.set("PUT /api/cloud-numbers/number-1/credentials", {
      status: 409,
      body: { code: "number.not-checked", message: "not", requestId: "req-1", ...CHECKED_BADLY },
    });
    await page.getByRole("button", { name: words.credentials }).click();
    const dialog = page.getByRole("dialog", { name: words.credentialsTitle });
    expect(await dialog.getByLabel(linking.cloud.accessToken).getAttribute("type")).toBe("password");
    await dialog.getByLabel(linking.cloud.accessToken).fill("an-access-token");
    await dialog.getByLabel(linking.cloud.appSecret).fill("an-app-secret");
    await dialog.getByRole("button", { name: words.credentials }).click();
    await shown(dialog.getByText("El token venció. Cree otro."));
    expect(await accessibilityFaults(page)).toEqual([]);
    api.scripted.set("PUT /api/cloud-numbers/number-1/credentials", { status: 200, body: CHECKED_WELL });
    await dialog.getByRole("button", { name: words.credentials }).click();
    await shown(page.getByText(words.credentialsSaved));
    expect(lastAsked().body).toMatchObject({ accessToken: "an-access-token", appSecret: "an-app-secret" });
    expect(lastAsked().body.verifyToken).toMatch(/^[0-9a-f]{32}$/);
  });

  it("unlinks a phone once that is confirmed", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/number-3`);
    await page.getByRole("button", { name: linking.link.unlink }).click();
    const dialog = page.getByRole("dialog", { name: linking.link.unlinkTitle });
    expect(api.asked).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: linking.link.unlink }).click();
    await shown(page.getByText(linking.link.askedUnlink));
    expect(lastAsked().path).toBe("/api/channels/number-3/unlink");
  });

  it("is not there for a number that does not exist", async () => {
    await browser.page.goto(`${api.address}/numbers/number-77`);
    await shown(browser.page.getByText("Esta página no existe"));
  });
});

describe.skipIf(!hasChromium)("adding a number of the Cloud API", () => {
  let api: FakeApi;
  let browser: Browser;
  const { cloud } = linking;

  useConsole((opened) => {
    ({ api, browser } = opened);
  });
  beforeEach(() => {
    api.session = REAL;
    api.asked.length = 0;
    api.scripted.clear();
  });

  const ENTERED = {
    name: "Principal",
    expectedPhone: "+57 300 000 0001",
    phoneNumberId: "100000000000001",
    wabaId: "200000000000001",
    accessToken: "an-access-token",
    appSecret: "an-app-secret",
  } as const;

  async function enter(): Promise<void> {
    const fields = [
      [cloud.label, ENTERED.name],
      [cloud.expectedPhone, ENTERED.expectedPhone],
      [cloud.phoneNumberId, ENTERED.phoneNumberId],
      [cloud.wabaId, ENTERED.wabaId],
      [cloud.accessToken, ENTERED.accessToken],
      [cloud.appSecret, ENTERED.appSecret],
    ] as const;
    for (const [label, value] of fields) await browser.page.getByLabel(label, { exact: true }).fill(value);
  }

  it("asks Meta first, says of each check what to do, and adds only what was checked as it stands", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/new/cloud`);
    await page.getByRole("button", { name: cloud.check }).click();
    expect(await page.getByText(cloud.missing).count()).toBe(6);
    expect(api.asked).toEqual([]);
    await enter();
    await shown(page.getByRole("textbox", { name: cloud.webhook }));
    expect(await page.getByRole("textbox", { name: cloud.webhook }).inputValue()).toBe(
      "https://cobros.example.com/webhooks/whatsapp/100000000000001",
    );

    api.scripted.set("POST /api/cloud-numbers/check", { status: 200, body: CHECKED_BADLY });
    await page.getByRole("button", { name: cloud.check }).click();
    await shown(page.getByText("El token venció. Cree otro."));
    await shown(page.getByText(cloud.mayNotBeAdded));
    const add = page.getByRole("button", { name: cloud.add });
    expect(await add.isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    api.scripted.set("POST /api/cloud-numbers/check", { status: 200, body: CHECKED_WELL });
    await page.getByRole("button", { name: cloud.checkAgain }).click();
    await shown(page.getByText(cloud.mayBeAdded));
    await shown(page.getByText("Meta lo conoce como Tienda de muestra 07, +57 300 0000001."));
    expect(await page.locator(".number-checks li").count()).toBe(CHECKED_WELL.checks.length);
    await page.getByLabel(cloud.wabaId, { exact: true }).fill("200000000000002");
    await shown(page.getByText(cloud.changed));
    expect(await add.isDisabled()).toBe(true);
    await page.getByLabel(cloud.wabaId, { exact: true }).fill(ENTERED.wabaId);
    await add.click();

    await shown(page.getByText(cloud.atMeta));
    const [checkedBody, addedBody] = [api.asked[0], api.asked.at(-1)].map((asked) => JSON.parse(asked?.body ?? "null"));
    expect(addedBody).toEqual({ ...ENTERED, verifyToken: expect.stringMatching(/^[0-9a-f]{32}$/), subscribe: true });
    expect(checkedBody).toEqual({ ...addedBody, name: undefined });
    expect(await page.getByRole("textbox", { name: cloud.verifyToken }).inputValue()).toBe(addedBody.verifyToken);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: linking.link.goToNumber }).click();
    await shown(page.getByRole("heading", { name: "WhatsApp", exact: true }));
    expect(page.url()).not.toContain("an-access-token");
    expect(browser.complaints).toEqual([]);
  });

  it("shows what failed when Meta changed its mind between the check and the adding, and who has the number else", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers/new/cloud`);
    await enter();
    await page.getByRole("button", { name: cloud.check }).click();
    await shown(page.getByText(cloud.mayBeAdded));
    const refusal = { message: "no", requestId: "req-9" };
    api.scripted.set("POST /api/cloud-numbers", {
      status: 409,
      body: { ...refusal, code: "number.not-checked", ...CHECKED_BADLY },
    });
    await page.getByRole("button", { name: cloud.add }).click();
    await shown(page.getByText("El token venció. Cree otro."));
    expect(await page.getByRole("button", { name: cloud.add }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: cloud.checkAgain }).click();
    await shown(page.getByText(cloud.mayBeAdded));
    api.scripted.set("POST /api/cloud-numbers", { status: 409, body: { ...refusal, code: "number.taken" } });
    await page.getByRole("button", { name: cloud.add }).click();
    await shown(page.getByText("Este número ya está conectado aquí, o es de otra empresa."));
  });

  it("is not offered to a demo, which is never joined to a real number", async () => {
    const { page } = browser;
    api.session = SESSION;
    await page.goto(`${api.address}/numbers/new`);
    await shown(page.getByText("nunca se une a un número real"));
    expect(await page.getByRole("link", { name: cloud.go }).count()).toBe(0);
  });

  it("turns on what waits for a lost number going on another one", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers`);
    await page.getByRole("checkbox", { name: numbers.moves.label }).click();
    await shown(page.getByText(numbers.moves.on));
    expect(api.asked).toMatchObject([
      { method: "PUT", path: "/api/business/moves-to-other-number", body: `{"moves":true}` },
    ]);
  });
});
