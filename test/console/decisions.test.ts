import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { FILE } from "./fake-file.ts";
import { useConsole } from "./use-console.ts";

describe.skipIf(!hasChromium)("what a person decides about money, holds and first words", () => {
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
    await shown(page.getByText("Diga por qué"));
    await shown(page.getByText("Diga qué no se debe"));
    await page.getByLabel("No se debe de Factura FV-1009, nevera (COP)").fill("500.000");
    await shown(page.getByText("Como máximo"));
    await page.getByLabel("No se debe de Factura FV-1009, nevera (COP)").fill("12.000");
    await page.getByLabel("Por qué").fill("El interés se cobró dos veces");
    expect(api.asked).toEqual([]);
    await button("Aceptar y corregir").click();
    await shown(page.getByText("la corrección está en el libro mayor"));
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
    await shown(page.getByText("La deuda se mantiene. El aviso al deudor sale en su momento"));
    expect(bodyOf("/api/disputes/dispute-1/reject")).toEqual({ note: "El contrato está firmado" });
  });

  it("a hold that somebody placed is lifted with a reason", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Levantar: Dificultades").click();
    await looksRight();
    await button("Levantar la pausa").click();
    await shown(page.getByText("Diga por qué"));
    await page.getByLabel("Por qué").fill("Pidió retomar");
    await button("Levantar la pausa").click();
    await shown(page.getByText("La pausa está levantada"));
    expect(bodyOf("/api/debtors/debtor-1/holds/lift")).toEqual({ kind: "hardship", reason: "Pidió retomar" });
  });

  it("a stop is recorded with how it is known, and only once all of it is said", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Dejar de escribirle").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Qué se sabe").selectOption({ label: "Tiene abogado" });
    await looksRight();
    await dialog.getByRole("button", { name: "Dejar de escribirle" }).click();
    await shown(page.getByText("Complete todo."));
    expect(api.asked).toEqual([]);
    await page.getByLabel("Nombre del abogado").fill("Estudio de muestra");
    await page.getByLabel("El abogado no responde").check();
    api.scripted.set("POST /api/debtors/debtor-1/stops", { status: 200, body: { stopped: false } });
    await page.getByLabel("Por qué").fill("Llegó una carta");
    await dialog.getByRole("button", { name: "Dejar de escribirle" }).click();
    await shown(page.getByText("no impide escribirle"));
    expect(bodyOf("/api/debtors/debtor-1/stops")).toEqual({
      stop: {
        kind: "attorney",
        name: "Estudio de muestra",
        contactKnown: true,
        unresponsive: true,
        consentsToDirect: false,
      },
      reason: "Llegó una carta",
    });
  });

  it("a lawyer who is gone is ended with a reason, and a decision says which reading the business had chosen", async () => {
    const { page } = browser;
    const attorney = { name: "Estudio de muestra", contactKnown: true, unresponsive: false, consentsToDirect: false };
    const wishes = { ...FILE.wishes, attorney };
    const moratorium = { type: "Insolvencia", lastProtectedDay: "2027-01-31" };
    api.scripted.set("GET /api/debtors/debtor-1", {
      status: 200,
      body: { ...FILE, wishes: { ...wishes, moratorium } },
    });
    await page.goto(`${api.address}/debtors/debtor-1`);
    const now = page.locator(".card", { hasText: "¿Podemos escribirle ahora?" });
    await shown(now.getByText("Lectura elegida por la empresa: ¿Cuántas veces por semana").first());
    await shown(page.getByText("Insolvencia, con protección hasta el 31 ene 2027"));
    await button("Ya terminó: Abogado: Estudio de muestra").click();
    const dialog = page.getByRole("dialog", { name: "¿Ya terminó? Abogado: Estudio de muestra" });
    await looksRight();
    await dialog.getByRole("button", { name: "Ya terminó" }).click();
    await shown(page.getByText("Diga por qué"));
    expect(api.asked).toEqual([]);
    await page.getByLabel("Por qué").fill("Se anotó por error");
    await dialog.getByRole("button", { name: "Ya terminó" }).click();
    await shown(page.getByText("Terminado. Ya no detiene nada."));
    expect(bodyOf("/api/debtors/debtor-1/stops/end")).toEqual({ kind: "attorney", reason: "Se anotó por error" });
    api.scripted.delete("GET /api/debtors/debtor-1");
  });

  it("a reading of the law is chosen on a small phone too", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/law`);
    const contact = page.getByRole("group", { name: "¿Qué cuenta como contacto" });
    await contact.getByRole("radio").last().check();
    await contact.getByRole("button", { name: "Elegir esta" }).click();
    await shown(page.getByText("Saldrán mensajes que hoy se detienen"));
    await looksRight();
    await page.keyboard.press("Escape");
  });

  it("hours that somebody asked for are kept, and taken away again when they are emptied", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Horas y lugar").click();
    const asked = page.getByRole("group", { name: "Estas horas le caen mal" });
    await asked.getByLabel("Lu").check();
    await asked.getByLabel("Desde").fill("09:00");
    await asked.getByLabel("Hasta").fill("12:00");
    await button("Agregar otras horas").click();
    const more = page.getByRole("group", { name: "Estas horas le caen mal (2)" });
    await more.getByLabel("Do").check();
    await more.getByLabel("Desde").fill("08:00");
    await more.getByLabel("Hasta").fill("20:00");
    await looksRight();
    api.scripted.set("POST /api/debtors/debtor-1/times", { status: 200, body: { countsHours: true } });
    await page.getByLabel("Por qué").fill("Trabaja de mañana");
    await button("Guardar").click();
    await shown(page.getByText("Vale desde el próximo mensaje."));
    expect(bodyOf("/api/debtors/debtor-1/times")).toEqual({
      zone: "America/Bogota",
      requestedHours: null,
      inconvenient: [
        { days: [1], start: "09:00", end: "12:00" },
        { days: [7], start: "08:00", end: "20:00" },
      ],
      reason: "Trabaja de mañana",
    });
  });

  it("hours that the law does not let count are kept, and nobody is told that they hold", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Horas y lugar").click();
    const asked = page.getByRole("group", { name: "Pidió otras horas" });
    await asked.getByLabel("Sá").check();
    await asked.getByLabel("Desde").fill("18:00");
    await asked.getByLabel("Hasta").fill("20:00");
    await shown(page.getByText("solo con las dos"));
    await page.getByLabel("Por qué").fill("Lo pidió por teléfono");
    api.scripted.set("POST /api/debtors/debtor-1/times", { status: 200, body: { countsHours: false } });
    await button("Guardar").click();
    await shown(page.getByText("no cuentan"));
  });

  it("a permission says where, when and in which words; the debtor's own is a message of theirs", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Registrar permiso").click();
    const dialog = page.getByRole("dialog");
    await looksRight();
    await dialog.getByLabel("Sus palabras, o lo que firmó").fill("Sí, escríbanme");
    await dialog.getByLabel("Día").fill("2026-11-20");
    await dialog.getByLabel("Dónde aceptó").fill("tienda");
    await dialog.getByLabel("WhatsApp").uncheck();
    await dialog.getByRole("button", { name: "Registrar permiso" }).click();
    await shown(dialog.getByText("Complete todo."));
    for (const channel of ["llamadas", "WhatsApp"]) await dialog.getByLabel(channel).check();
    await dialog.getByRole("button", { name: "Registrar permiso" }).click();
    await shown(page.getByText("El permiso está registrado"));
    expect(bodyOf("/api/debtors/debtor-1/permissions")).toEqual({
      contactId: "contact-1",
      wording: "Sí, escríbanme",
      on: "2026-11-20",
      channel: "tienda",
      by: ["voice", "whatsapp"],
      otherNumbers: false,
    });
  });

  it("a person is erased only by whoever types their reference", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/debtors/debtor-1`);
    await button("Borrar datos personales").click();
    await looksRight();
    await button("Borrar para siempre").click();
    await shown(page.getByText("Complete todo."));
    await page.getByLabel("Escriba la referencia CL-1001").fill("CL-1001");
    await button("Borrar para siempre").click();
    await shown(page.getByText("Borrado."));
    expect(bodyOf("/api/debtors/debtor-1/erasure")).toEqual({ reference: "CL-1001" });
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
    await shown(page.getByText("Ubicado"));
    expect(bodyOf("/api/suspense/payment-7/place")).toEqual({
      debtorId: "debtor-2",
      debtId: "debt-2",
      note: "Lo dijo por teléfono",
    });

    await button("Devolver: $ 80.000").click();
    await looksRight();
    await page.getByLabel("Por qué").fill("Pago repetido");
    await button("Marcar por devolver").click();
    await shown(page.getByText("Marcado por devolver"));
    expect(bodyOf("/api/suspense/payment-7/refund")).toEqual({ note: "Pago repetido" });
    expect(browser.complaints).toEqual([]);
  });

  it("conversations of a list are started with that list's debtors alone, after saying how many", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/lists/list-done`);
    await button("Iniciar conversaciones").click();
    await shown(page.getByRole("heading", { name: "¿Escribir a 187 deudores?" }));
    await looksRight();
    expect(api.asked).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Iniciar conversaciones" }).click();
    await shown(page.getByText("187 conversaciones abiertas"));
    const path = "/api/debtor-lists/list-done/conversations";
    expect(api.asked.map(({ method, path, body }) => ({ method, path, body: JSON.parse(body) }))).toEqual([
      { method: "POST", path, body: {} },
      { method: "POST", path, body: { after: "debtor-100" } },
    ]);
  });
});
