import jsQR from "jsqr";
import type { Locator } from "playwright-core";
import { PNG } from "pngjs";
import { beforeEach, describe, expect, it } from "vitest";
import { spanishPages } from "../../src/console/i18n/page-words.es.ts";
import type { LinkEnd, LinkView, NumberLink } from "../../src/web/contract.ts";
import { accessibilityFaults, type Browser, hasChromium, shown, until } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { linkIn } from "./fake-numbers.ts";
import { SESSION } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

// As WhatsApp's are: a reference and three keys, some 240 characters.
const QR = `2@${"sample".repeat(20)},${"a".repeat(43)}=,${"b".repeat(43)}=,${"c".repeat(43)}=`;
const NEXT_QR = QR.replaceAll("sample", "second");
const SOON = "2026-11-22T15:30:40.000Z";
const PHONE = "573000000003";
const words = spanishPages.linking.link;

const ENDS = Object.keys(words.ends).filter((end): end is LinkEnd => Object.hasOwn(words.endNotes, end));

/** Each state that a link can be in, and what is read of it. None but the last may say that it is connected. */
const STATES: readonly { link: LinkView; says: readonly string[]; offers: readonly string[] }[] = [
  { link: { state: "unlinked" }, says: [words.unlinked, words.unlinkedNote], offers: [words.askQr, words.askCode] },
  { link: { state: "unlinked", isLeft: true }, says: [words.leftNote], offers: [words.askQr, words.askCode] },
  {
    link: { state: "qr", qr: QR, expiresAt: SOON, left: 4 },
    says: [words.qr, "Siguen 4 más por sí solos", "Dispositivos vinculados"],
    offers: [words.askCode],
  },
  {
    link: { state: "qr", qr: QR, expiresAt: SOON, left: 0 },
    says: [words.last],
    offers: [words.askAnother, words.askCode],
  },
  {
    link: { state: "code", code: "ABCD1234", expiresAt: SOON },
    says: [words.code, "ABCD", "1234", "WhatsApp no muestra ningún aviso"],
    offers: [words.askAnother, words.askQr],
  },
  { link: { state: "linking" }, says: [words.linkingNote], offers: [] },
  { link: { state: "connecting" }, says: [words.connectingNote], offers: [] },
  { link: { state: "unattended" }, says: [words.unattended, words.unattendedNote], offers: [] },
  {
    link: { state: "down", because: "428", retryAt: SOON },
    says: [words.down, "nada se pierde", "428"],
    offers: [],
  },
  {
    link: { state: "restricted", because: "463", until: SOON },
    says: [words.restricted, "Hasta dom, 22 nov, 10:30", words.restrictedNote],
    offers: [],
  },
  { link: { state: "restricted", because: "463", until: null }, says: [words.restrictedOpen], offers: [] },
  ...ENDS.map((because) => ({
    link: { state: "ended", because, detail: "as it was said" } as const,
    says: [words.ends[because], words.endNotes[because], "as it was said"],
    offers: [words.askAgain, words.askCode],
  })),
  { link: { state: "open", phone: PHONE }, says: [words.open, `Es +${PHONE}.`], offers: [] },
];

describe.skipIf(!hasChromium)("linking a phone", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole((opened) => {
    ({ api, browser } = opened);
  });
  beforeEach(() => {
    api.session = { ...SESSION, business: { ...SESSION.business, isDemo: false } };
    api.asked.length = 0;
    api.scripted.clear();
  });

  const stand = (link: LinkView, more: Partial<NumberLink> = {}) =>
    api.scripted.set("GET /api/channels/number-3/link", { status: 200, body: linkIn(link, more) });
  const changed = () => api.tell({ kind: "channel.changed", subjectId: "number-3" });
  const open = async () => {
    await browser.page.goto(`${api.address}/numbers/number-3/link`);
    await shown(browser.page.getByRole("heading", { name: "Vincular Mostrador de muestra" }));
  };

  it("tells each state as it is, with what to do, and as soon as it changes", { timeout: 60_000 }, async () => {
    const { page } = browser;
    stand({ state: "unlinked" });
    await open();
    const card = page.locator(".number-link");
    for (const { link, says, offers } of STATES) {
      stand(link);
      changed();
      for (const text of says) await shown(card.getByText(text).first());
      const buttons = (await card.getByRole("button").allTextContents()).toSorted();
      expect(buttons, link.state).toEqual([...offers].toSorted());
      expect(await card.getByText(words.open, { exact: true }).count(), link.state).toBe(link.state === "open" ? 1 : 0);
      expect(await accessibilityFaults(page), link.state).toEqual([]);
    }
    expect(STATES.map(({ link }) => link.state)).toEqual(expect.arrayContaining(["qr", "code", "linking", "ended"]));
    expect(browser.complaints).toEqual([]);
  });

  it("says whose phone it is, whether it is the expected one, and who linked it when", async () => {
    const { page } = browser;
    const linked = { phone: "573000000009", by: "Alba de muestra", at: SOON, isExpected: false };
    stand({ state: "open", phone: "573000000009" }, { linked });
    await open();
    await shown(page.getByText("Es +573000000009."));
    await shown(page.getByText(words.isNotExpected));
    await shown(page.getByText("Lo vinculó Alba de muestra, dom, 22 nov, 10:30."));
    stand({ state: "open", phone: PHONE }, { linked: { ...linked, phone: PHONE, by: null, isExpected: true } });
    changed();
    await shown(page.getByText(words.isExpected));
    await shown(page.getByText("Vinculado dom, 22 nov, 10:30."));
  });

  it.each(["light", "dark"] as const)(
    "draws a QR that a camera reads, in %s, and the next one by itself",
    async (colorScheme) => {
      const { page } = browser;
      await page.emulateMedia({ colorScheme });
      stand({ state: "qr", qr: QR, expiresAt: SOON, left: 1 });
      await open();
      const qr = page.getByRole("img", { name: words.qrAlt });
      await shown(qr);
      expect(await readQr(qr)).toBe(QR);
      stand({ state: "qr", qr: NEXT_QR, expiresAt: SOON, left: 0 });
      changed();
      await until("the next QR is drawn", async () => (await readQr(qr)) === NEXT_QR);
      expect(page.url()).not.toContain("sample");
      // What links a phone is nowhere that outlives the page.
      expect(await page.evaluate("JSON.stringify([localStorage, sessionStorage])")).not.toContain("second");
      expect(await page.evaluate("caches.keys()")).toEqual([]);
      expect(browser.complaints).toEqual([]);
    },
  );

  it("counts down, shows no QR or code that is over, and says what then", async () => {
    const { page } = browser;
    await page.clock.install();
    stand({ state: "qr", qr: QR, expiresAt: SOON, left: 0 });
    await open();
    await shown(page.getByRole("timer").getByText(/Sirve (40|39) segundos más/));
    // The page asks again meanwhile, and this server, whose clock stands still, would say forty seconds each time.
    api.scripted.set("GET /api/channels/number-3/link", {
      status: 500,
      body: { code: "internal", message: "broken", requestId: "req-7" },
    });
    await page.clock.fastForward(15_000);
    await shown(page.getByRole("timer").getByText(/Sirve 2\d segundos más/));
    await page.clock.fastForward(60_000);
    await shown(page.getByText(words.over));
    expect(await page.getByRole("img", { name: words.qrAlt }).count()).toBe(0);
    await shown(page.getByRole("button", { name: words.askAnother }));
  });

  it("asks for a QR and for a code, and says when no process heard it", async () => {
    const { page } = browser;
    stand({ state: "unlinked" });
    await open();
    await page.getByRole("button", { name: words.askQr }).press("Enter");
    await until("it is asked for", async () => api.asked.length === 1);
    stand({ state: "unlinked" }, { asked: "link-by-qr" });
    changed();
    await shown(page.getByText(words.asked));
    api.scripted.set("POST /api/channels/number-3/link", {
      status: 503,
      body: { code: "channel.no-process", message: "nobody", requestId: "req-5" },
    });
    await page.getByRole("button", { name: words.askCode }).click();
    await shown(page.getByText("Ningún proceso atiende teléfonos vinculados"));
    expect(api.asked.map(({ path, body }) => [path, body])).toEqual([
      ["/api/channels/number-3/link", `{"by":"qr"}`],
      ["/api/channels/number-3/link", `{"by":"code"}`],
    ]);
  });

  it("offers no code where nobody said on which phone it would be typed", async () => {
    const { page } = browser;
    stand({ state: "unlinked" }, { expectedPhone: null });
    await open();
    await shown(page.getByRole("button", { name: words.askQr }));
    expect(await page.getByRole("button", { name: words.askCode }).count()).toBe(0);
  });

  it("says the risk before the first QR, and links nothing until somebody takes it", async () => {
    const { page } = browser;
    const { phone } = spanishPages.linking;
    stand({ state: "unlinked" }, { risk: null });
    await open();
    await shown(page.getByText("Nunca use su número principal"));
    await shown(page.getByText("no permite la cobranza de deudas"));
    expect(await page.getByRole("button", { name: words.askQr }).count()).toBe(0);
    await page.getByRole("button", { name: phone.acceptDo }).click();
    await shown(page.getByText(phone.acceptMissing));
    expect(api.asked).toEqual([]);
    // With the keyboard alone.
    await page.getByRole("checkbox", { name: phone.accept }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    stand({ state: "unlinked" });
    await page.keyboard.press("Enter");
    await shown(page.getByRole("button", { name: words.askQr }));
    await shown(page.getByText("Alba de muestra asumió el riesgo dom, 22 nov, 10:00."));
    expect(api.asked.map(({ path }) => path)).toEqual(["/api/channels/number-3/accept-risk"]);
  });

  it("takes a new phone with its number and its risk, and goes on to its QR", async () => {
    const { page } = browser;
    const { phone, cloud } = spanishPages.linking;
    stand({ state: "unlinked" });
    await page.goto(`${api.address}/numbers`);
    await page.getByRole("link", { name: "Agregar un número" }).click();
    await page.getByRole("link", { name: phone.go }).click();
    await page.getByRole("button", { name: phone.next }).click();
    await shown(page.getByText(phone.acceptMissing));
    await shown(page.getByText(phone.phoneWrong));
    await page.getByRole("checkbox", { name: phone.accept }).check();
    await page.getByLabel(cloud.label).fill("Mostrador");
    await page.getByLabel(phone.expectedPhone).fill("300 000 0003");
    await page.getByRole("button", { name: phone.next }).click();
    await shown(page.getByText(phone.phoneWrong));
    expect(api.asked).toEqual([]);
    await page.getByLabel(phone.expectedPhone).fill("+57 300 000 0003");
    await page.getByRole("button", { name: phone.next }).press("Enter");
    await shown(page.getByRole("button", { name: words.askQr }));
    expect(new URL(page.url()).pathname).toBe("/numbers/number-3/link");
    expect(api.asked[0]).toMatchObject({
      path: "/api/linked-phones",
      body: JSON.stringify({ kind: "baileys", name: "Mostrador", phone: "+57 300 000 0003", acceptsRisk: true }),
    });
  });

  it.each(["", "/cloud", "/phone"])(
    "in a demo says how to get a number, with no form, at /numbers/new%s",
    async (part) => {
      const { page } = browser;
      api.session = SESSION;
      await page.goto(`${api.address}/numbers/new${part}`);
      await shown(page.getByText(spanishPages.linking.demo));
      await shown(page.getByText("SALDAR_MODE=production"));
      expect(await page.getByRole("textbox").count()).toBe(0);
      expect(await page.getByRole("main").getByRole("button").count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  it("is an administrator's: others read how the link stands, and nothing that links a phone", async () => {
    const { page } = browser;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    api.session = { ...SESSION, permissions: SESSION.permissions.filter((one) => one !== "channels.manage") };
    await page.goto(`${api.address}/numbers/number-3/link`);
    await shown(page.getByText("Su rol no incluye esta página"));
    await page.goto(`${api.address}/numbers/number-3`);
    await shown(page.getByText("Lo vinculó Alba de muestra"));
    expect(await page.getByRole("button", { name: words.unlink }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Sacar de uso" }).count()).toBe(0);
    page.removeAllListeners("request");
    expect(asked).not.toContain("/api/channels/number-3/link");
    expect(asked).not.toContain("/api/unknown-parts");
  });
});

/** As a phone's camera would: from what the screen shows. */
async function readQr(target: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await target.screenshot());
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}
