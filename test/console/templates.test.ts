import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { SESSION } from "./fake-people.ts";
import { TEMPLATES } from "./fake-templates.ts";
import { useConsole } from "./use-console.ts";

describe.skipIf(!hasChromium)("the message templates", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    browser.page.context().setDefaultTimeout(10_000);
  });
  beforeEach(() => {
    api.session = { ...SESSION, permissions: [...SESSION.permissions, "templates.manage"] };
    api.asked.length = 0;
    api.scripted.clear();
  });

  it("show how each stands at Meta, what differs, what it costs, and why one is paused", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/templates`);
    const rows = page.locator(".template");
    await shown(rows.first());
    const texts = await rows.allTextContents();
    for (const said of ["Aprobada", "Mala", "En pausa aquí", "USD 0.0008 (Colombia)", "Nada"])
      expect(texts[0]).toContain(said);
    for (const said of ["Sin registrar", "no está registrada", "No se conoce", "Registrar"])
      expect(texts[1]).toContain(said);
    for (const said of ["Marketing", "otro texto; otra categoría", "Cambiar"]) expect(texts[2]).toContain(said);
    for (const said of ["Rechazada", "Meta dice: PROMOTIONAL"]) expect(texts[3]).toContain(said);
    await shown(page.getByText("12 mensajes esperan sus plantillas."));
    await shown(page.getByText("al menos USD 0.24"));
    expect(await page.getByRole("row", { name: /Respuestas/ }).textContent()).toContain("No se conoce");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  it("in a demo are said to be none, and why, with what to do for some", async () => {
    const { page } = browser;
    api.scripted.set("GET /api/templates", { status: 200, body: { ...TEMPLATES, accounts: [], waiting: 0 } });
    await page.goto(`${api.address}/templates`);
    await shown(page.getByText("Una demostración no tiene cuenta en Meta"));
    await shown(page.getByText("SALDAR_MODE=production"));
    expect(await page.getByText("cuando se agrega un número").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("are shown whole before Meta gets them, and then what it answered", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/templates`);
    await page.getByRole("button", { name: "Enviar 2 plantillas a Meta…" }).click();
    const dialog = page.getByRole("dialog");
    const said = await dialog.textContent();
    for (const part of [
      "Registrar: saldar_nudge · es",
      "Cambiar: saldar_receipt",
      "{{2}} como en «Comercial de Muestra»",
      "Sí, soy yo",
      "60 minutos",
      "Otro texto {{1}}",
    ])
      expect(said).toContain(part);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(api.asked).toEqual([]);
    await dialog.getByRole("button", { name: "Enviar estas" }).click();
    await shown(dialog.getByText("Recibida: En revisión"));
    await shown(dialog.getByText("Se borró hace menos de 30 días.", { exact: false }));
    expect(api.asked.map(({ path, body }) => ({ path, ...JSON.parse(body) }))).toEqual([
      {
        path: "/api/templates/submit",
        wabaId: "102290129340398",
        templates: [
          { name: "saldar_nudge", language: "es" },
          { name: "saldar_receipt", language: "es" },
        ],
      },
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("are read anew and resumed by whoever may, who hears when Meta says no", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/templates`);
    await page.getByRole("button", { name: "Leer de Meta ahora" }).click();
    await shown(page.getByText("Leído: cambió 1 plantilla."));
    api.scripted.set("POST /api/templates/sync", {
      status: 200,
      body: { accounts: [{ wabaId: "102290129340398", because: "not-allowed", detail: "200: no" }] },
    });
    await page.getByRole("button", { name: "Leer de Meta ahora" }).click();
    await shown(page.getByText("whatsapp_business_management", { exact: false }));
    await page.getByRole("button", { name: "Volver a enviarla" }).click();
    await shown(page.getByText("Se vuelve a enviar.").first());
    expect(api.asked.at(-1)?.path).toBe("/api/templates/template-1/resume");
  });

  it("are only looked at by the others, say where no account is known, and are asked for again when one changes", async () => {
    const { page } = browser;
    api.session = { ...SESSION, business: { ...SESSION.business, isDemo: false } };
    await page.goto(`${api.address}/templates`);
    await shown(page.locator(".template").first());
    for (const name of ["Leer de Meta ahora", "Volver a enviarla", /Enviar 2/])
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    api.scripted.set("GET /api/templates", { status: 200, body: { ...TEMPLATES, accounts: [], waiting: 0 } });
    api.tell({ kind: "template.changed", subjectId: null });
    await shown(page.getByText("No se conoce la cuenta de WhatsApp Business", { exact: false }));
  });
});
