import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { FILE } from "./fake-file.ts";
import { SESSION } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

/** Each page in a state with something on it, and what shows that it stands. */
const PAGES = [
  { path: "/inbox", shows: ".conversation" },
  { path: "/inbox/closed", shows: ".list-outcomes .chip" },
  { path: "/inbox/mine", shows: ".empty" },
  { path: "/inbox/waiting/c/conversation-1", shows: ".bubble" },
  { path: "/inbox/waiting/c/conversation-1/file", shows: ".file-owed" },
  { path: "/debtors", shows: ".debtor-table" },
  { path: "/debtors/debtor-1", shows: ".timeline" },
  { path: "/lists", shows: ".list-link" },
  { path: "/lists/new", shows: ".drop" },
  { path: "/lists/list-ask", shows: ".basis" },
  { path: "/lists/list-check", shows: ".verdicts" },
  { path: "/lists/list-loading", shows: ".progress" },
  { path: "/lists/list-done", shows: ".card" },
  { path: "/receipts/receipt-1", shows: ".receipt-body" },
  { path: "/ledger", shows: ".trial-verdict" },
  { path: "/blocked", shows: ".fold" },
  { path: "/not-understood", shows: ".missed" },
  { path: "/law", shows: ".law-reading" },
  { path: "/law/BR", shows: ".law-week" },
  { path: "/numbers", shows: ".number" },
  { path: "/numbers/new", shows: ".number-ways" },
  { path: "/numbers/new/cloud", shows: ".demo-notice" },
  { path: "/numbers/new/phone", shows: ".demo-notice" },
  { path: "/numbers/number-1", shows: ".number-known" },
  { path: "/numbers/number-2", shows: ".number-alarms" },
  { path: "/numbers/number-3", shows: ".number-stand" },
  { path: "/numbers/number-3/link", shows: ".number-stand" },
  { path: "/numbers/number-5/link", shows: ".number-risk" },
  { path: "/templates", shows: ".template" },
  { path: "/sim", shows: ".sim-chat" },
  { path: "/sim/573005551001", shows: ".chat" },
  { path: "/sim/573005551002", shows: ".chat-start" },
  { path: "/nowhere", shows: ".empty" },
];

/**
 * Each page is reached from within the console, which is sooner done: by its address the walk through the real thing opens them all
 * (`e2e/every-page.test.ts`). English is the shortest of the three and looks like the others: its words are held by the compiler.
 */
const LOOKS = [
  { language: "es", colorScheme: "light", width: 1280 },
  { language: "pt-BR", colorScheme: "dark", width: 360 },
] as const;

/** As a link of the console goes. While a page's part is fetched React keeps what stood before, hidden. */
async function followLink(page: Page, url: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(url)})`);
}

/** Of the first look at the inbox, in bytes of gzip; its styles apart. */
const MOST_SCRIPT = 127_000;
const MOST_STYLE = 20_000;

describe.skipIf(!hasChromium)("the console's pages", () => {
  let folder: string;
  let api: FakeApi;
  let browser: Browser;

  useConsole((opened) => {
    ({ folder, api, browser } = opened);
  });

  async function look({ language, colorScheme, width }: (typeof LOOKS)[number]): Promise<void> {
    const { page } = browser;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
    await page.goto(api.address);
    await page.evaluate(`localStorage.setItem("saldar-language", "${language}")`);
    await page.reload();
  }

  describe.each(LOOKS)("in $language, $colorScheme, at $width px", (how) => {
    it("have no fault that a machine can find, and nothing runs out of sight", { timeout: 120_000 }, async () => {
      await look(how);
      const faults: string[] = [];
      for (const { path, shows } of PAGES) {
        await followLink(browser.page, api.address + path);
        await shown(browser.page.locator(shows).filter({ visible: true }).first());
        faults.push(...(await accessibilityFaults(browser.page)).map((fault) => `${path}: ${fault}`));
        const runsOver = await browser.page.evaluate("document.documentElement.scrollWidth > innerWidth");
        if (runsOver) faults.push(`${path}: wider than its window`);
      }
      expect(faults).toEqual([]);
      expect(browser.complaints).toEqual([]);
    });
  });

  it("ask whoever is not signed in to sign in, wherever they come from, without a fault", async () => {
    await look(LOOKS[0]);
    api.session = undefined;
    await browser.page.goto(`${api.address}/sign-in?error=used`);
    await shown(browser.page.getByRole("alert"));
    expect(await accessibilityFaults(browser.page)).toEqual([]);
    await browser.page.getByLabel("Correo electrónico").fill("agente@muestra.test");
    await browser.page.getByLabel("Contraseña").fill("una contraseña larga");
    await browser.page.keyboard.press("Enter");
    await shown(browser.page.getByRole("heading", { name: "En espera" }));
    expect(api.session).toBe(SESSION);
  });

  it("open each rule of a dry run to its debtors, a page at a time, without a fault", async () => {
    await look(LOOKS[0]);
    const { page } = browser;
    await page.goto(`${api.address}/lists/list-check`);
    await page.locator("summary", { hasText: "820" }).click();
    await shown(page.getByRole("row", { name: "CL-1001" }));
    expect(await page.getByRole("row", { name: "CL-1002" }).count()).toBe(0);
    await page.getByRole("button", { name: "Ver más" }).click();
    await shown(page.getByRole("row", { name: "CL-1002" }));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("say what was not sent by rule, open each to its messages, a page at a time, and ask for other days", async () => {
    await look(LOOKS[0]);
    const { page } = browser;
    await page.goto(`${api.address}/blocked`);
    await page.locator("summary", { hasText: "12.045" }).click();
    await shown(page.getByRole("row", { name: "CL-1001" }).getByText("Espera hasta"));
    await shown(page.getByRole("row", { name: "CL-1002" }).getByText("Se desistió"));
    await page.getByRole("button", { name: "Ver más" }).click();
    await shown(page.getByRole("row", { name: "Número desconocido" }));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.getByLabel("Desde").inputValue()).toBe("2026-10-24");
    const asked = page.waitForRequest((request) => request.url().includes("/api/blocked?from=2026-11-01"));
    await page.getByLabel("Desde").fill("2026-11-01");
    await asked;
    await page.locator("summary", { hasText: "12.045" }).click();
    await page.getByRole("link", { name: "Persona de muestra 01" }).click();
    await shown(page.getByRole("heading", { name: "¿Podemos escribirle ahora?" }));
  });

  it("say the law, let an administrator choose a reading with a reason, and show what changes from then on", async () => {
    await look(LOOKS[0]);
    const { page } = browser;
    await page.goto(`${api.address}/law`);
    const week = page.getByRole("group", { name: "¿Cuántas veces por semana" });
    const choose = week.getByRole("button", { name: "Elegir esta" });
    await shown(week.getByText("La eligió Alba de muestra"));
    await shown(page.getByText("No se escribe a nadie que viva en Uruguay"));
    await shown(page.getByText("«contact = by_telegraph» ya no se ofrece"));
    expect(await choose.isDisabled()).toBe(true);
    // With the keyboard alone: an arrow picks the other reading, and the next thing is the button.
    await week.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await week.getByRole("radio").last().isChecked()).toBe(true);
    await choose.press("Enter");
    const dialog = page.getByRole("dialog", { name: "¿Elegir otra lectura?" });
    await shown(dialog.getByText("un contacto por semana (de lunes a domingo)"));
    expect(await dialog.getByText("Saldrán mensajes que hoy se detienen").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Elegirla" }).click();
    await shown(dialog.getByText("Diga por qué"));
    expect(api.asked.filter(({ method }) => method === "PUT")).toEqual([]);
    await dialog.getByLabel("Por qué").fill("  Lo pidió nuestra abogada ");
    await dialog.getByRole("button", { name: "Elegirla" }).click();
    await shown(page.getByText("Elegida. Vale desde la próxima decisión."));
    expect(api.asked.at(-1)).toEqual({
      method: "PUT",
      path: "/api/contact-law/CO/readings/week",
      body: JSON.stringify({ option: "one_contact", reason: "Lo pidió nuestra abogada" }),
    });
    const contact = page.getByRole("group", { name: "¿Qué cuenta como contacto" });
    await contact.getByRole("radio").last().check();
    await contact.getByRole("button", { name: "Elegir esta" }).click();
    await shown(dialog.getByText("Saldrán mensajes que hoy se detienen"));
    await page.keyboard.press("Escape");
    await page.getByLabel("País donde vive la persona").selectOption("BR");
    await shown(page.getByLabel("Parte del país"));
    expect(new URL(page.url()).pathname).toBe("/law/BR");
  });

  it("let whoever may not choose read which reading is in force, and by whose choice", async () => {
    await look(LOOKS[0]);
    const { page } = browser;
    api.session = { ...SESSION, permissions: SESSION.permissions.filter((one) => one !== "law.choose") };
    await page.goto(`${api.address}/law`);
    await shown(page.getByText("Eligen los administradores."));
    await shown(page.getByText("Ley 2300 de 2023, art. 3 · Citado por terceros").first());
    expect(await page.getByRole("radio").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Elegir esta" }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    api.session = SESSION;
  });

  it("say of a debtor whether we may write now, in the debtor's own time, and hand out the file in the page's language", async () => {
    await look(LOOKS[0]);
    const { page } = browser;
    const contactNow = FILE.contactNow && { ...FILE.contactNow, zone: "Europe/Madrid" };
    api.scripted.set("GET /api/debtors/debtor-1", { status: 200, body: { ...FILE, contactNow } });
    await page.goto(`${api.address}/debtors/debtor-1`);
    await shown(page.getByText("Próximo momento legal: lun, 23 nov, 13:00").first());
    await shown(page.getByText("Las horas son las del deudor: Europe/Madrid"));
    const guessed = contactNow && { ...contactNow, zone: "America/Bogota", zoneIsTheirs: false };
    api.scripted.set("GET /api/debtors/debtor-1", { status: 200, body: { ...FILE, contactNow: guessed } });
    await page.reload();
    await shown(
      page.getByText("No sabemos el huso horario del deudor. Las horas son las de la empresa: America/Bogota"),
    );
    const card = page.locator(".card", { hasText: "¿Podemos escribirle ahora?" });
    await shown(card.getByText("Ley 2300 de 2023, artículo 3", { exact: true }).first());
    api.scripted.set("GET /api/debtors/debtor-1", { status: 200, body: { ...FILE, contactNow: null } });
    await page.reload();
    await shown(page.getByText("No hay un número al que escribir"));
    api.scripted.delete("GET /api/debtors/debtor-1");
    const href = (name: string) => page.getByRole("link", { name }).getAttribute("href");
    expect(await href("Descargar CSV")).toBe("/api/debtors/debtor-1/contacts.csv?language=es");
    expect(await href("Descargar PDF")).toBe("/api/debtors/debtor-1/contacts.pdf?language=es");
  });

  it("say what failed, with the number to ask about, and try again", async () => {
    await look(LOOKS[0]);
    api.scripted.set("GET /api/debtors", {
      status: 500,
      body: { code: "internal", message: "broken", requestId: "req-77" },
    });
    await browser.page.goto(`${api.address}/debtors`);
    await shown(browser.page.getByText("req-77"));
    api.scripted.delete("GET /api/debtors");
    await browser.page.getByRole("button", { name: "Reintentar" }).click();
    await shown(browser.page.locator(".debtor-table"));
  });

  it("bring the inbox in little, and from nowhere else", async () => {
    const sizes = { js: 0, css: 0 };
    const elsewhere: string[] = [];
    const files: string[] = [];
    browser.page.on("response", (response) => {
      if (!response.url().startsWith(api.address)) elsewhere.push(response.url());
      files.push(new URL(response.url()).pathname);
    });
    await browser.page.goto(`${api.address}/inbox`);
    await shown(browser.page.locator(".conversation").first());
    browser.page.removeAllListeners("response");
    for (const file of files) {
      const kind = file.endsWith(".js") ? "js" : file.endsWith(".css") ? "css" : undefined;
      if (kind) sizes[kind] += gzipSync(await readFile(join(folder, file))).length;
    }
    expect(elsewhere).toEqual([]);
    expect(sizes.js).toBeGreaterThan(50_000);
    expect(sizes.js).toBeLessThanOrEqual(MOST_SCRIPT);
    expect(sizes.css).toBeLessThanOrEqual(MOST_STYLE);
  });
});
