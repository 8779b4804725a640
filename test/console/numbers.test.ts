import type { Locator } from "playwright-core";
import { PNG } from "pngjs";
import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { NUMBERS, SIMULATED_PAGE } from "./fake-numbers.ts";
import { SESSION } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

describe.skipIf(!hasChromium)("the numbers and their limits", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    browser.page.context().setDefaultTimeout(10_000);
  });
  beforeEach(() => {
    api.session = SESSION;
    api.asked.length = 0;
    api.scripted.clear();
  });

  it("show what each may do and has done, and let an admin choose a tier, none, or a share", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers`);
    const first = page.locator(".number").first();
    await shown(first);
    const text = plain(await first.textContent());
    for (const said of ["250 personas en 24 horas", "652 mensajes", "Funciona"]) expect(text).toContain(said);
    for (const said of [
      "100 % usado",
      "2,496 US$",
      "y 2 mensajes sin precio",
      "600 mensajes: esperan el límite de Meta",
    ])
      expect(text).toContain(said);
    expect(text).toContain(
      "Más lento: primero a 125 personas en 24 horas, un mensaje cada 0,25 s, porque su calidad según Meta es media.",
    );
    const figures = first.getByRole("row", { name: "24 horas" }).getByRole("cell");
    expect((await figures.allTextContents()).map(plain)).toEqual([
      "312",
      "298 96 %",
      "201 64 %",
      "6",
      "250",
      "61 24 %",
      "4 2 %",
    ]);
    expect(await page.locator(".number").nth(1).textContent()).toContain("Cualquier cantidad de personas");

    await first.getByRole("button", { name: "Cambiar su límite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Límite de Meta").selectOption("other");
    await dialog.getByLabel("Personas en 24 horas").fill("0");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await shown(dialog.getByText("Dé un número entero de personas"));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(api.asked.filter(({ path }) => path.endsWith("/messaging-limit"))).toEqual([]);

    await dialog.getByLabel("Personas en 24 horas").fill("1500");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await shown(page.getByText("Guardado."));
    await first.getByRole("button", { name: "Cambiar su límite" }).click();
    await dialog.getByLabel("Límite de Meta").selectOption("unlimited");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await dialog.waitFor({ state: "detached" });
    const sent = api.asked.filter(({ path }) => path === "/api/channels/number-1/messaging-limit");
    expect(sent.map(({ body }) => body)).toEqual([`{"limit":1500}`, `{"limit":null}`]);
    expect(browser.complaints).toEqual([]);
  });

  it("show of a linked phone the budget of its own health, never a limit of Meta's, and let it only be lowered", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/numbers`);
    const linked = page.locator(".number", { hasText: "Mostrador de muestra" });
    await shown(linked);
    const text = plain(await linked.textContent());
    for (const said of ["40 personas en 24 horas", "10 % usado", "WhatsApp no publica ningún límite"])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Meta|250/);

    await linked.getByRole("button", { name: "Cambiar su límite" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("Tope").locator("option").allTextContents()).toEqual([
      "Solo el de Saldar",
      "Otra cantidad",
    ]);
    expect(await dialog.textContent()).not.toContain("Meta");
    await dialog.getByLabel("Tope").selectOption("other");
    await dialog.getByLabel("Personas en 24 horas").fill("15");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await shown(page.getByText("Guardado."));
    const sent = api.asked.filter(({ path }) => path === "/api/channels/number-3/messaging-limit");
    expect(sent.map(({ body }) => body)).toEqual([`{"limit":15}`]);
  });

  it("say of a simulated one neither since when it is in use nor a limit that could be changed", async () => {
    const { page } = browser;
    const { link: _, ...card } = SIMULATED_PAGE;
    api.scripted.set("GET /api/channels", { status: 200, body: { channels: [card] } });
    api.scripted.set("GET /api/channels/number-6", { status: 200, body: SIMULATED_PAGE });
    await page.goto(`${api.address}/numbers`);
    await shown(page.locator(".number").getByText("Simulador"));
    expect(await page.getByRole("button", { name: /Cambiar/ }).count()).toBe(0);
    // Who answered is one of its people, and nobody was written to first.
    await shown(page.getByText("En las últimas 24 horas escribió primero a"));
    await page.locator(".number").getByRole("link", { name: "Simulador" }).click();
    await shown(page.getByText("Un número dentro de Saldar"));
    expect(await page.getByText(/En uso desde|Aún sin uso/).count()).toBe(0);
    const cards = await page.locator(".number-page .card h2").allTextContents();
    expect(cards.slice(0, 2)).toEqual(["Cómo está ahora", "Qué fue de sus mensajes"]);
    expect(await page.locator(".card", { hasText: "Cómo está ahora" }).locator("table").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("say at the edge of a table that there is more of it, and no longer once it is scrolled there", async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${api.address}/numbers/number-1`);
    const frame = page.getByRole("region", { name: /Qué fue de sus mensajes/ });
    await shown(frame);
    const scroll = (to: string) =>
      page.evaluate(
        `{ const frame = document.querySelector(".table-frame"); frame.scrollLeft = ${to}; frame.scrollLeft }`,
      );
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await scroll("0");
      expect(await edges(frame), colorScheme).toEqual({ start: false, end: true });
      await scroll("frame.scrollWidth");
      expect(await edges(frame), colorScheme).toEqual({ start: true, end: false });
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await edges(frame)).toEqual({ start: false, end: false });
  });

  it("are looked at by whoever may not change them", async () => {
    const { page } = browser;
    api.session = { ...SESSION, permissions: SESSION.permissions.filter((one) => one !== "channels.manage") };
    await page.goto(`${api.address}/numbers`);
    await shown(page.locator(".number").first());
    expect(await page.getByRole("button", { name: "Cambiar su límite" }).count()).toBe(0);
  });

  it("tell before sending how many days a list takes, and why a message waits", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/lists/list-check`);
    await shown(page.getByText("escribir a 902 deudores lleva 4 días"));
    await page.goto(`${api.address}/lists/list-done`);
    await page.getByRole("button", { name: "Iniciar conversaciones" }).click();
    const dialog = page.getByRole("dialog");
    await shown(dialog.getByText("escribir a 187 deudores lleva 2 días"));
    expect(await dialog.textContent()).toMatch(/25 (de )?nov/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${api.address}/sim/573005551001`);
    await shown(page.getByText("espera su turno").first());
  });

  it("tell before sending what the first messages cost by market, and what nobody knows", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/lists/list-check`);
    const costs = page.getByRole("region", { name: "Lo que costarán los primeros mensajes" });
    await shown(costs);
    const cells = async (row: string) =>
      (await costs.getByRole("row", { name: row }).getByRole("cell").allTextContents()).map(plain);
    expect(await cells("Colombia")).toEqual(["Utilidad", "880", "0,0008 US$", "0,704 US$"]);
    expect(await cells("Perú")).toEqual(["Utilidad", "20", "0,02 US$", "0,40 US$"]);
    expect(await costs.getByRole("row", { name: "Perú" }).textContent()).toContain("según la lista del 1 ene 2026");
    expect(await cells("Corea del Sur")).toEqual(["Utilidad", "2", "no se conoce", "no se conoce"]);
    await shown(page.getByText("900 primeros mensajes cuestan 1,104"));
    await shown(page.getByText("De 2 más no se conoce el precio."));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("are asked for again while they are on the screen, and when the clock is moved, and not at each message", async () => {
    const { page } = browser;
    await page.clock.install();
    await page.goto(`${api.address}/numbers`);
    await shown(page.locator(".number").first());
    const reaches = (reached: number) =>
      api.scripted.set("GET /api/channels", {
        status: 200,
        body: { channels: NUMBERS.channels.slice(0, 1).map((number) => ({ ...number, reached })) },
      });
    let asks = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/api/channels")) asks += 1;
    });
    const heard = page.waitForResponse((response) => response.url().includes("/api/inbox"));
    reaches(251);
    api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
    await heard;
    expect(asks).toBe(0);
    await page.clock.fastForward(15_000);
    await shown(page.getByText("251 personas"));
    reaches(252);
    api.tell({ kind: "clock.moved", subjectId: null });
    await shown(page.getByText("252 personas"));
    expect(asks).toBe(2);
    api.scripted.delete("GET /api/channels");
  });
});

/** Intl parts a number from its sign by a space that does not break. */
function plain(text: string | null): string {
  return (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");
}

/** At which edges a frame's lowest lines, below its words, are shaded: their colour beside that of the middle. */
async function edges(frame: Locator): Promise<{ start: boolean; end: boolean }> {
  const { data, width, height } = PNG.sync.read(await frame.screenshot());
  const colourAt = (x: number) =>
    data.subarray(((height - 5) * width + x) * 4, ((height - 5) * width + x) * 4 + 3).join();
  const middle = colourAt(Math.floor(width / 2));
  return { start: colourAt(2) !== middle, end: colourAt(width - 3) !== middle };
}
