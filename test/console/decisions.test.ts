import { rm } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, openBrowser } from "./browser.ts";
import { buildConsole } from "./build.ts";
import { type FakeApi, startFakeApi } from "./fake-api.ts";

describe.skipIf(!hasChromium)("what a person decides about money, holds and first words", () => {
  let folder: string;
  let api: FakeApi;
  let browser: Browser;

  beforeAll(async () => {
    folder = await buildConsole();
    api = await startFakeApi(folder);
    browser = await openBrowser();
    await browser.page.goto(api.address);
    await browser.page.evaluate('localStorage.setItem("saldar-language", "es")');
  });

  beforeEach(async () => {
    api.asked.length = 0;
    await browser.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await browser.page.setViewportSize({ width: 1280, height: 800 });
  });

  afterAll(async () => {
    await browser.close();
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const button = (name: string) => browser.page.getByRole("button", { name });
  const bodyOf = (path: string): unknown => JSON.parse(api.asked.find((asked) => asked.path === path)?.body ?? "null");

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

  it("a dispute is accepted for exactly what is not owed, and not for more or for nothing", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Decidir la disputa D-2026-0007").click();
    await looksRight();
    await button("Aceptar y corregir").click();
    await page.getByText("Diga por qué").waitFor();
    await page.getByText("Diga qué no se debe").waitFor();
    await page.getByLabel("No se debe de Factura FV-1009, nevera (COP)").fill("500.000");
    await page.getByText("Como máximo").waitFor();
    await page.getByLabel("No se debe de Factura FV-1009, nevera (COP)").fill("12.000");
    await page.getByLabel("Por qué").fill("El interés se cobró dos veces");
    expect(api.asked).toEqual([]);
    await button("Aceptar y corregir").click();
    await page.getByText("la corrección está en el libro mayor").waitFor();
    expect(bodyOf("/api/disputes/dispute-1/accept")).toEqual({
      corrections: [{ debtId: "debt-1", amount: "COP 12000.00" }],
      note: "El interés se cobró dos veces",
    });
  });

  it("a dispute is rejected with a reason alone", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Decidir la disputa D-2026-0007").click();
    await page.getByLabel("La deuda se mantiene").check();
    await page.getByLabel("Por qué").fill("El contrato está firmado");
    await button("Rechazar la disputa").click();
    await page.getByText("La deuda se mantiene. El aviso al deudor sale en su momento").waitFor();
    expect(bodyOf("/api/disputes/dispute-1/reject")).toEqual({ note: "El contrato está firmado" });
  });

  it("a hold that somebody placed is lifted with a reason", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Levantar: Dificultades").click();
    await looksRight();
    await button("Levantar la pausa").click();
    await page.getByText("Diga por qué").waitFor();
    await page.getByLabel("Por qué").fill("Pidió retomar");
    await button("Levantar la pausa").click();
    await page.getByText("La pausa está levantada").waitFor();
    expect(bodyOf("/api/debtors/debtor-1/holds/lift")).toEqual({ kind: "hardship", reason: "Pidió retomar" });
  });

  it("money that is nobody's is given to a debtor's debt, or marked to go back", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/ledger`);
    await button("Ubicar: $ 80.000").click();
    await page.getByLabel("Nombre, teléfono o referencia del deudor").fill("Persona");
    await page.getByRole("button", { name: "Elegir: Persona de muestra 2", exact: true }).click();
    await page.getByLabel("Paga primero").selectOption({ label: "FV-1014 · $ 68.000" });
    await looksRight();
    await page.getByLabel("Por qué").fill("Lo dijo por teléfono");
    await button("Ubicar el dinero").click();
    await page.getByText("Ubicado").waitFor();
    expect(bodyOf("/api/suspense/payment-7/place")).toEqual({
      debtorId: "debtor-2",
      debtId: "debt-2",
      note: "Lo dijo por teléfono",
    });

    await button("Devolver: $ 80.000").click();
    await looksRight();
    await page.getByLabel("Por qué").fill("Pago repetido");
    await button("Marcar por devolver").click();
    await page.getByText("Marcado por devolver").waitFor();
    expect(bodyOf("/api/suspense/payment-7/refund")).toEqual({ note: "Pago repetido" });
    expect(browser.complaints).toEqual([]);
  });

  it("conversations of a list are started with that list's debtors alone, after saying how many", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/lists/list-done`);
    await button("Iniciar conversaciones").click();
    await page.getByRole("heading", { name: "¿Escribir a 187 deudores?" }).waitFor();
    await looksRight();
    expect(api.asked).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Iniciar conversaciones" }).click();
    await page.getByText("187 conversaciones abiertas").waitFor();
    const path = "/api/debtor-lists/list-done/conversations";
    expect(api.asked.map(({ method, path, body }) => ({ method, path, body: JSON.parse(body) }))).toEqual([
      { method: "POST", path, body: {} },
      { method: "POST", path, body: { after: "debtor-100" } },
    ]);
  });
});
