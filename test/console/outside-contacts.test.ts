import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { useConsole } from "./use-console.ts";

describe.skipIf(!hasChromium)("contacts that were made outside Saldar", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    await browser.page.goto(api.address);
    await browser.page.evaluate('localStorage.setItem("saldar-language", "es")');
  });

  beforeEach(async () => {
    api.asked.length = 0;
    await browser.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await browser.page.setViewportSize({ width: 1280, height: 800 });
    await browser.page.goto(`${api.address}/debtors/debtor-1`);
  });

  const PATH = "/api/debtors/debtor-1/outside-contacts";
  const asked = (path: string): unknown[] =>
    api.asked.filter((one) => one.path === path).map(({ body }) => JSON.parse(body));

  /** In the dark and on a small phone too: no fault, and nothing runs out of sight. */
  async function looksRight(): Promise<void> {
    const { page } = browser;
    for (const [colorScheme, width] of [
      ["dark", 360],
      ["light", 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    }
  }

  it("a call is entered with what came of it, and nothing that has not happened or is of another year", async () => {
    const { page } = browser;
    await page.getByRole("button", { name: "Registrar un contacto por fuera" }).click();
    const dialog = page.getByRole("dialog");
    const send = () => dialog.getByRole("button", { name: "Registrar" }).click();
    await looksRight();
    await send();
    await shown(dialog.getByText("Complete todo.").first());
    await dialog.getByLabel("En qué quedó").selectOption({ label: "Hablaron, o respondió" });
    await dialog.getByLabel("Hora").fill("10:05");
    await dialog.getByLabel("Día").fill("2026-11-23");
    await send();
    await shown(dialog.getByText("Esto aún no ha pasado"));
    await dialog.getByLabel("Día").fill("2025-11-20");
    await send();
    await shown(dialog.getByText("hace más de 90 días: revise el año"));
    await looksRight();
    expect(api.asked).toEqual([]);
    await dialog.getByLabel("Día").fill("2026-11-20");
    await dialog.getByLabel("Nota, si hace falta").fill(" Paga el viernes ");
    // A line that failed and is tried again is the same contact.
    api.scripted.set(`POST ${PATH}`, {
      status: 503,
      body: { code: "database.unavailable", message: "", requestId: "r" },
    });
    await send();
    await shown(dialog.getByRole("alert"));
    api.scripted.delete(`POST ${PATH}`);
    await send();
    await shown(page.getByText("Registrado. Cuenta desde el próximo mensaje."));
    const [first, second, ...more] = asked(PATH);
    expect(second).toEqual(first);
    expect(more).toEqual([]);
    expect(second).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      channel: "voice",
      at: "2026-11-20T10:05",
      initiatedBy: "collector",
      kind: "two_way",
      contactId: "contact-1",
      note: "Paga el viernes",
    });
  });

  it("a visit of the debtor's own has no number and no more to say; an e-mail has its address; each has an id of its own", async () => {
    const { page } = browser;
    const dialog = page.getByRole("dialog");
    const enter = async (channel: string, address: string) => {
      await page.getByRole("button", { name: "Registrar un contacto por fuera" }).click();
      await dialog.getByLabel("Cómo").selectOption({ label: channel });
      await dialog.getByLabel("Quién empezó").selectOption({ label: "El deudor" });
      await dialog.getByLabel("Día").fill("2026-11-20");
      await dialog.getByLabel("Hora").fill("08:30");
      expect(await dialog.getByLabel("En qué quedó").count()).toBe(0);
      expect(await dialog.getByLabel("Con qué número").count()).toBe(0);
      await dialog.getByLabel("Número o correo, si se sabe").fill(address);
      await dialog.getByRole("button", { name: "Registrar" }).click();
      await dialog.waitFor({ state: "hidden" });
    };
    await enter("Visita", "");
    await enter("Correo electrónico", "persona@muestra.example");
    const at = "2026-11-20T08:30";
    const made = asked(PATH) as { id: string }[];
    expect(made).toMatchObject([
      { channel: "visit", at, initiatedBy: "debtor", kind: "inbound" },
      { channel: "email", at, initiatedBy: "debtor", kind: "inbound", address: "persona@muestra.example" },
    ]);
    expect(Object.keys(made[0] ?? {})).not.toContain("address");
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
  });

  it("the timeline says what it was, by whom it was entered, and which was withdrawn; one is withdrawn with a reason", async () => {
    const { page } = browser;
    const line = page.locator(".timeline-item", { hasText: "Llamada, de nuestra parte" });
    await shown(line.getByText("Paga el viernes"));
    await shown(line.getByText("Lo registró Ana"));
    const withdrawn = page.locator(".timeline-item", { hasText: "Correo electrónico, del deudor" });
    await shown(withdrawn.getByText("Lo retiró Beatriz"));
    expect(await withdrawn.getByRole("button").count()).toBe(0);
    await line.getByRole("button", { name: "No fue así" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Retirar" }).click();
    await shown(dialog.getByText("Diga por qué"));
    expect(api.asked).toEqual([]);
    await looksRight();
    await dialog.getByLabel("Por qué").fill("Era otra persona");
    await dialog.getByRole("button", { name: "Retirar" }).click();
    await shown(page.getByText("Retirado. Ya no cuenta."));
    expect(asked(`${PATH}/t-10/withdrawal`)).toEqual([{ reason: "Era otra persona" }]);
  });

  it("the page answers for each other channel too, with its article", async () => {
    const { page } = browser;
    const card = page.locator(".card", { hasText: "¿Y por otros medios?" });
    const call = card.locator("li", { hasText: "Llamada" });
    await shown(call.getByText("No", { exact: true }));
    await call.getByText("Llamada").click();
    await shown(call.getByText("Ley 2300 de 2023"));
    await looksRight();
    await shown(page.getByText("También por otros medios: llamadas"));
  });
});
