import { beforeEach, describe, expect, it } from "vitest";
import { EXPECTATIONS } from "../../flows/vocabulary.ts";
import { folded, INTENT_GROUPS, likeliest } from "../../src/console/readings/intents.ts";
import { INTENTS } from "../../src/domain/understanding/reading.ts";
import type { MessageItem, MessageReading } from "../../src/web/contract.ts";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { conversation, NOW, SESSION } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

const THREAD = "/inbox/waiting/c/conversation-1";
const READ: MessageReading = {
  intent: "already_paid",
  confidence: 0.95,
  evidence: "ya *pagué* todo",
  act: "act",
  others: [{ intent: "human", confidence: 0.95, evidence: "una persona" }],
  candidates: [],
  correction: null,
};

describe("the menu of intents", () => {
  it("has each intent once", () => {
    expect(Object.values(INTENT_GROUPS).flat().toSorted()).toEqual([...INTENTS].toSorted());
  });

  it("puts first what was offered, then what else was read, and never what it stands for", () => {
    expect(likeliest({ ...READ, candidates: ["dispute"] })).toEqual(["dispute", "human", "request_time"]);
    expect(likeliest({ ...READ, act: "confirm", candidates: ["receipt", "dispute", "human"] })).toEqual([
      "already_paid",
      "receipt",
      "dispute",
    ]);
    const correction = { intent: "human", by: SESSION.user, at: NOW } as const;
    expect(likeliest({ ...READ, correction })).toEqual(["already_paid", "request_time", "promise"]);
  });

  it("is searched without accents and capitals", () => {
    expect(folded("Pide MÁS tiempo, señor")).toBe("pide mas tiempo, senor");
  });
});

describe.skipIf(!hasChromium)("how a message was read", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    browser.page.context().setDefaultTimeout(10_000);
    await browser.page.setViewportSize({ width: 1280, height: 800 });
  });

  beforeEach(async () => {
    api.session = SESSION;
    api.scripted.clear();
    api.asked.length = 0;
    show(READ);
    await browser.page.goto(api.address);
    await browser.page.evaluate("localStorage.clear(); sessionStorage.clear()");
  });

  function show(...readings: MessageReading[]): void {
    const items = readings.map(
      (reading, index): MessageItem => ({
        type: "message",
        id: `message-${index}`,
        at: NOW,
        direction: "in",
        author: { kind: "debtor" },
        kind: "text",
        body: "oiga ya *pagué* todo, quiero una persona",
        options: [],
        status: null,
        failedCode: null,
        failedBecause: null,
        fileUrl: null,
        fileMime: null,
        fileName: null,
        cardNumberDropped: false,
        waits: false,
        decision: null,
        reading,
      }),
    );
    api.conversations.set("conversation-1", conversation(1, { items }));
  }

  const lines = () => browser.page.locator(".reading");
  const puts = () => api.asked.filter(({ method }) => method === "PUT");

  it("stands in words under it, with how sure it was, doubt in words too, and by whom it was corrected", async () => {
    const { page } = browser;
    show(
      READ,
      { ...READ, others: [], act: "confirm", confidence: 0.6 },
      { ...READ, intent: "crisis", others: [], act: "human", confidence: 0.5 },
      { ...READ, intent: "unclear", others: [], act: "menu", confidence: 1, evidence: "" },
      { ...READ, correction: { intent: "promise", by: { id: "user-2", name: "Agente de muestra 02" }, at: NOW } },
      { ...READ, correction: { intent: "already_paid", by: { id: "user-2", name: "Agente de muestra 02" }, at: NOW } },
    );
    await page.goto(api.address + THREAD);
    await shown(lines().nth(5));
    const texts = (await lines().allTextContents()).map((text) =>
      text.replaceAll("\u00a0", " ").replace(/ Corregir$/, ""),
    );
    expect(texts).toEqual([
      "Dice que ya pagó · 95 % · también: pide hablar con una persona",
      "Dice que ya pagó · 60 % · con duda, el bot preguntó",
      "Puede estar en peligro · 50 % · con duda, pasó a una persona",
      "No se entendió",
      "Corregido por Agente de muestra 02: promete pagar",
      "Confirmado por Agente de muestra 02: dice que ya pagó",
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("is corrected with two clicks, the likeliest first, and shown at once", async () => {
    const { page } = browser;
    await page.goto(api.address + THREAD);
    await shown(lines().first());
    let clicks = 0;
    await page.exposeFunction("countClick", () => {
      clicks += 1;
    });
    await page.evaluate("addEventListener('pointerdown', () => countClick(), true)");
    await lines().first().click();
    const dialog = page.getByRole("dialog", { name: "¿Qué quiso decir?" });
    const likely = dialog.getByRole("region", { name: "Lo más probable" }).getByRole("button");
    expect(await likely.allTextContents()).toEqual(["Pide hablar con una persona", "Pide más tiempo", "Promete pagar"]);
    expect(await accessibilityFaults(page)).toEqual([]);
    show({ ...READ, correction: { intent: "promise", by: SESSION.user, at: NOW } });
    await likely.last().click();
    await shown(page.getByText("Corregido por Agente de muestra 01: promete pagar"));
    await dialog.waitFor({ state: "detached" });
    expect(clicks).toBe(2);
    expect(puts()).toEqual([{ method: "PUT", path: "/api/messages/message-0/reading", body: '{"intent":"promise"}' }]);
    expect(browser.complaints).toEqual([]);
  });

  it("is corrected with the keyboard alone: found by typing, taken by Enter; Escape leaves it, and gives the focus back", async () => {
    const { page } = browser;
    await page.goto(api.address + THREAD);
    await lines().first().focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "¿Qué quiso decir?" });
    await shown(dialog);
    await expect.poll(() => page.evaluate("document.activeElement?.type")).toBe("search");
    await page.keyboard.type("MAS TIEM");
    expect(await dialog.locator(".intents .chip").allTextContents()).toEqual(["Pide más tiempo"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(puts()).toEqual([]);
    await expect.poll(() => page.evaluate("document.activeElement?.className")).toBe("reading");
    await page.keyboard.press("Enter");
    await shown(dialog);
    await page.keyboard.type("mas tiem");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(puts().map(({ body }) => body)).toEqual(['{"intent":"request_time"}']);
  });

  it("is taken back in the same menu", async () => {
    const { page } = browser;
    show({ ...READ, correction: { intent: "promise", by: SESSION.user, at: NOW } });
    await page.goto(api.address + THREAD);
    await lines().first().click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator('.chip[aria-pressed="true"]').allTextContents()).toEqual(["Promete pagar"]);
    await dialog.getByRole("button", { name: "Quitar la corrección" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(puts().map(({ body }) => body)).toEqual(['{"intent":null}']);
    expect(await shownNote()).toBe(false);
  });

  const shownNote = () => browser.page.getByText("No cambia deudas, pausas ni el estado").isVisible();

  it("says that a correction changes nothing else, and stays open with the reason when it is refused", async () => {
    const { page } = browser;
    await page.goto(api.address + THREAD);
    api.scripted.set("PUT /api/messages/message-0/reading", {
      status: 404,
      body: { code: "request.not-found", message: "no such message", requestId: "req-77" },
    });
    await lines().first().click();
    await expect.poll(shownNote).toBe(true);
    await page.getByRole("dialog").getByRole("button", { name: "Promete pagar" }).first().click();
    await shown(page.getByRole("dialog").getByRole("alert"));
  });

  it("underlines the words it rests on while it has the focus, also over bold ones", async () => {
    const { page } = browser;
    show({ ...READ, evidence: "ya pagué todo" });
    await page.goto(api.address + THREAD);
    const underlined = () => page.evaluate("[...(CSS.highlights.get('evidence') ?? [])].map(String)");
    await lines().first().focus();
    expect(await underlined()).toEqual(["ya pagué todo"]);
    await page.locator(".log").focus();
    expect(await underlined()).toEqual([]);
    expect(await lines().first().getAttribute("title")).toBe("«ya pagué todo»");
  });

  it("is live in another tab, in older messages too", async () => {
    const { page } = browser;
    const [newest] = conversation(1).items;
    if (newest === undefined) throw new Error("there is something newer");
    const older = (reading: MessageReading) => {
      show(reading);
      const { items } = api.conversations.get("conversation-1") ?? conversation(1);
      api.scripted.set("GET /api/conversations/conversation-1/items", { status: 200, body: { items, older: null } });
      api.conversations.set("conversation-1", conversation(1, { items: [newest], older: "before" }));
    };
    older(READ);
    await page.goto(api.address + THREAD);
    await page.getByRole("button", { name: "Ver mensajes anteriores" }).click();
    await shown(lines().filter({ hasText: "Dice que ya pagó" }));
    await expect.poll(() => page.getByRole("button", { name: "Ver mensajes anteriores" }).count()).toBe(0);
    older({ ...READ, correction: { intent: "promise", by: { id: "user-2", name: "Agente de muestra 02" }, at: NOW } });
    api.tell({ kind: "reading.changed", subjectId: "conversation-1" });
    await shown(page.getByText("Corregido por Agente de muestra 02: promete pagar"));
  });

  it("is read by whoever may not answer, and not corrected", async () => {
    const { page } = browser;
    api.session = { ...SESSION, permissions: SESSION.permissions.filter((one) => one !== "conversations.answer") };
    await page.goto(api.address + THREAD);
    await shown(lines().first());
    expect(await page.locator("button.reading").count()).toBe(0);
  });
});

describe.skipIf(!hasChromium)("what was not understood", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    browser.page.context().setDefaultTimeout(10_000);
  });
  beforeEach(() => {
    api.session = SESSION;
    api.asked.length = 0;
  });

  it("is listed by frequency, a page at a time, and asked for by day, state and language", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/not-understood`);
    const groups = page.locator(".missed");
    await shown(groups.first());
    expect(await groups.first().textContent()).toContain("42 veces");
    expect(await groups.nth(1).textContent()).toContain("Corregido: Pide más tiempo (17)");
    await page.getByRole("button", { name: "Ver más" }).click();
    await shown(groups.nth(2));
    expect(await accessibilityFaults(page)).toEqual([]);
    const states = page.getByLabel("En respuesta a").locator("option");
    expect(await states.evaluateAll((all) => all.map((one) => one.getAttribute("value")))).toEqual([
      "",
      ...EXPECTATIONS,
    ]);
    const asked = page.waitForRequest(
      (request) => new URL(request.url()).search === "?from=2026-10-24&to=2026-11-22&state=promise&language=pt-BR",
    );
    await page.getByLabel("En respuesta a").selectOption("promise");
    await page.getByLabel("Idioma").selectOption("pt-BR");
    await asked;
    expect(await page.getByRole("link", { name: "Descargar correcciones" }).getAttribute("href")).toBe(
      "/api/corrections.tsv?since=2026-10-24",
    );
    await groups.first().getByRole("link", { name: "Abrir el chat" }).first().click();
    await shown(page.locator(".bubble").first());
    expect(new URL(page.url()).pathname).toBe("/inbox/all/c/conversation-1");
  });

  it("is corrected a group at a time, with two clicks, within what is asked for", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/not-understood`);
    await page.getByRole("button", { name: "Corregir los 42" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Pide más tiempo" }).first().click();
    await shown(page.getByText("42 mensajes corregidos"));
    expect(api.asked.map(({ path, body }) => [path, JSON.parse(body)])).toContainEqual([
      "/api/not-understood/reading",
      { from: "2026-10-24", to: "2026-11-22", words: "ahi vemos pues", intent: "request_time" },
    ]);
    expect(browser.complaints).toEqual([]);
  });

  it("hides the download from whoever may not take it out", async () => {
    const { page } = browser;
    api.session = { ...SESSION, permissions: SESSION.permissions.filter((one) => one !== "corrections.export") };
    await page.goto(`${api.address}/not-understood`);
    await shown(page.locator(".missed").first());
    expect(await page.getByRole("link", { name: "Descargar correcciones" }).count()).toBe(0);
  });
});
