import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { SESSION, SESSION_ELSEWHERE } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

const HERE = SESSION.business;
const THERE = SESSION_ELSEWHERE.business;

describe.skipIf(!hasChromium)("a person of two businesses", () => {
  let api: FakeApi;
  let browser: Browser;
  /** What each request of the pages said about the business it was drawn for, since it was last emptied. */
  const said: (string | undefined)[] = [];

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    browser.page.context().setDefaultTimeout(10_000);
    browser.page.context().on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/api/events") said.push(searchParams.get("business") ?? undefined);
      else if (pathname.startsWith("/api/")) said.push(request.headers()["x-saldar-business"]);
    });
  });
  beforeEach(async () => {
    api.session = SESSION;
    api.asked.length = 0;
    await browser.page.setViewportSize({ width: 1280, height: 800 });
    await browser.page.goto(`${api.address}/inbox`);
    await shown(browser.page.locator(".conversation").first());
  });

  const head = (page: Page) => page.locator(".rail-head");
  const other = (page: Page) => head(page).getByRole("button", { name: THERE.name });
  const open = (page: Page) => head(page).locator("summary", { hasText: "Cambiar de negocio" }).click();
  const arrived = (page: Page, { name }: { readonly name: string }) =>
    shown(head(page).locator(".rail-business", { hasText: name }));
  const elsewhere = (page: Page) => page.getByRole("heading", { name: `Ahora está en ${THERE.name}` });

  it("goes to the other with the keyboard: the page begins anew at home, and nothing of the first is left", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/waiting/c/conversation-1`);
    await page.evaluate(`sessionStorage.setItem("draft:conversation-1", "de la otra")`);
    await head(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await shown(other(page));
    expect(await head(page).locator("[aria-current]").textContent()).toContain(HERE.name);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    said.length = 0;
    await page.keyboard.press("Enter");
    await arrived(page, THERE);
    expect(new URL(page.url()).pathname).toBe("/inbox");
    expect(await page.evaluate("sessionStorage.length")).toBe(0);
    expect(api.asked.at(-1)).toMatchObject({ path: "/api/session/business", body: `{"businessId":"${THERE.id}"}` });
    await shown(page.locator(".conversation").first());
    expect(said).toContain(THERE.id);
    expect(said).not.toContain(HERE.id);
    expect(browser.complaints).toEqual([]);
  });

  it("does so on a telephone, where the way is in the menu", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Menú" }).click();
    await open(page);
    await shown(other(page));
    expect(await accessibilityFaults(page)).toEqual([]);
    await other(page).click();
    await shown(page.locator(".topbar-business", { hasText: THERE.name }));
  });

  it("stays when the present one is chosen, and who has one business is shown no way", async () => {
    const { page } = browser;
    await open(page);
    await head(page).getByRole("button", { name: HERE.name }).click();
    await other(page).waitFor({ state: "hidden" });
    expect(api.asked).toEqual([]);
    api.session = { ...SESSION, businesses: SESSION.businesses.slice(0, 1) };
    await page.reload();
    await arrived(page, HERE);
    expect(await head(page).locator("details").count()).toBe(0);
  });

  it("who goes in one tab finds the other tab shut, and goes on there or comes back with what was being written", async () => {
    const { page } = browser;
    await page.evaluate(`sessionStorage.setItem("draft:conversation-1", "a medias")`);
    const second = await page.context().newPage();
    await second.goto(`${api.address}/debtors`);
    await open(second);
    await other(second).click();
    await arrived(second, THERE);
    await shown(elsewhere(page));
    expect(await page.locator(".conversation").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole("button", { name: `Volver a ${HERE.name}` }).click();
    await arrived(page, HERE);
    expect(await page.evaluate(`sessionStorage.getItem("draft:conversation-1")`)).toBe("a medias");
    await shown(second.getByRole("heading", { name: `Ahora está en ${HERE.name}` }));
    await second.getByRole("button", { name: `Seguir en ${HERE.name}` }).click();
    await arrived(second, HERE);
    await second.close();
    expect(browser.complaints).toEqual([]);
  });

  it("whose tab heard nothing is stopped by the server at the next thing it does, and at the stream's", async () => {
    const { page } = browser;
    api.session = SESSION_ELSEWHERE;
    await page.getByRole("link", { name: "Deudores" }).click();
    await shown(elsewhere(page));
    await page.getByRole("button", { name: `Seguir en ${THERE.name}` }).click();
    await arrived(page, THERE);
    expect(new URL(page.url()).pathname).toBe("/inbox");

    api.session = SESSION;
    api.cutStreams();
    await shown(page.getByRole("heading", { name: `Ahora está en ${HERE.name}` }));
  });
});
