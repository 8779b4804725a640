import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ClauseView, MessageItem } from "../../src/web/contract.ts";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { conversation, NOW, SESSION, UNSENT } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

const THREAD = "/inbox/waiting/c/conversation-1";
const mine = conversation(1, { composer: "mine_open", owner: { kind: "agent", agent: SESSION.user, isMe: true } });
const LATEST: MessageItem = {
  type: "message",
  id: "message-9",
  at: NOW,
  direction: "in",
  author: { kind: "debtor" },
  kind: "text",
  body: "¿Sigue ahí?",
  options: [],
  status: null,
  failedCode: null,
  failedBecause: null,
  fileUrl: null,
  fileMime: null,
  fileName: null,
  cardNumberDropped: false,
  waits: true,
  decision: null,
  reading: null,
};

const DOUBT: ClauseView = {
  id: "any.no-threats",
  standing: "policy",
  law: "Saldar",
  article: "10",
  text: "No se amenaza a nadie.",
  confidence: "unverified",
  source: "src/domain/contact-law/README.md",
};

describe.skipIf(!hasChromium)("an agent at the inbox", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole(async (opened) => {
    ({ api, browser } = opened);
    await browser.page.setViewportSize({ width: 1280, height: 800 });
  });

  beforeEach(async () => {
    api.conversations.set("conversation-1", conversation(1));
    api.scripted.clear();
    api.asked.length = 0;
    await browser.page.goto(api.address);
    await browser.page.evaluate("localStorage.clear(); sessionStorage.clear()");
  });

  it("goes from a conversation that a lost number ended to the one as which it went on, and back", async () => {
    const { page } = browser;
    api.conversations.set(
      "conversation-1",
      conversation(1, {
        number: "Cobros 1",
        wentOn: { id: "conversation-2", number: "Cobros 2" },
        items: [
          { ...UNSENT, id: "unsent-8", failure: "WINDOW_CLOSED" },
          { ...UNSENT, id: "unsent-9", state: "superseded", decision: null, failure: "MOVED_TO_OTHER_NUMBER" },
        ],
      }),
    );
    const continues = { id: "conversation-1", number: "Cobros 1" };
    api.conversations.set("conversation-2", conversation(2, { number: "Cobros 2", continues }));
    await page.goto(api.address + THREAD);
    await shown(page.getByText("Su número se perdió: se empezó de nuevo en otro"));
    await shown(page.getByRole("article", { name: /^No se envió/ }).getByText("Pasaron 24 horas desde que escribió"));
    expect(await page.getByText(/MOVED_TO_OTHER_NUMBER|WINDOW_CLOSED/).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Siguió en Cobros 2, porque Cobros 1 se perdió" }).click();
    await page.getByRole("link", { name: "Sigue de la conversación en Cobros 1" }).click();
    await page.waitForURL("**/inbox/all/c/conversation-1");
    api.conversations.set("conversation-2", conversation(2));
  });

  const writing = () => browser.page.getByRole("textbox", { name: "Escriba al deudor…" });
  const posted = (path: string) => api.asked.filter((one) => one.path.endsWith(path));

  it("names in the list who said the last word, the phone itself too", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/waiting`);
    await shown(page.getByText("El teléfono: No reconozco esa deuda"));
    await shown(page.getByText("Bot: No reconozco esa deuda").first());
  });

  it("keeps the focus where a file was taken out again", async () => {
    const { page } = browser;
    api.conversations.set("conversation-1", mine);
    api.scripted.set("POST /api/conversations/conversation-1/files", { status: 201, body: { id: "file-1" } });
    await page.goto(api.address + THREAD);
    const file = { name: "recibo.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
    await page.getByLabel("Adjuntar").first().setInputFiles(file);
    await page.getByRole("button", { name: /recibo\.pdf/ }).press("Enter");
    expect(await page.evaluate("document.activeElement.closest('button')?.textContent")).toBe("Adjuntar");
  });

  it.each([
    ["es", "Decidido al planificarlo.", "Se decide otra vez antes de que salga."],
    ["pt-BR", "Decidido ao ser planejada.", "Decide-se de novo antes que saia."],
    ["en", "Decided when it was planned.", "It is decided again before it leaves."],
  ])("reads in %s that what was planned is decided on again only while it waits", async (language, planned, again) => {
    const { page } = browser;
    const unsent = conversation(1).items.find(({ type }) => type === "unsent");
    if (unsent?.type !== "unsent") throw new Error("there is one that was never sent");
    const items = (["queued", "blocked", "superseded"] as const).map((state) => ({ ...unsent, id: state, state }));
    api.conversations.set("conversation-1", { ...conversation(1), items });
    await page.evaluate((chosen) => localStorage.setItem("saldar-language", chosen), language);
    await page.goto(api.address + THREAD);
    const said = page.locator(".decision");
    await shown(said.nth(2));
    const [waits, ...over] = await said.allTextContents();
    expect(waits).toContain(`${planned} ${again}`);
    expect(over).toHaveLength(2);
    for (const text of over) {
      expect(text).toContain(planned);
      expect(text).not.toContain(again);
    }
  });

  it("takes over with one key, sees what was on its way, and may write at once", async () => {
    const { page } = browser;
    await page.goto(api.address + THREAD);
    await shown(page.locator(".bubble").first());
    await page.keyboard.press("t");
    await shown(page.getByText("Le recuerdo su saldo."));
    await expect.poll(() => page.evaluate("document.activeElement?.placeholder")).toBe("Escriba al deudor…");
    expect(posted("/take-over")).toHaveLength(1);
  });

  it("sees the words as a bubble before the server has answered, and the newest message goes with them", async () => {
    const { page } = browser;
    api.conversations.set("conversation-1", mine);
    await page.goto(api.address + THREAD);
    await writing().fill("Buenos días, ya reviso su caso.");
    const shownAfterMs = await page.evaluate(`(async () => {
      const field = document.querySelector(".composer textarea");
      const seen = new Promise((resolve) => new MutationObserver((_, watcher) => {
        if (document.querySelector(".bubble-pending")) { watcher.disconnect(); resolve(performance.now()); }
      }).observe(document.querySelector(".log"), { childList: true, subtree: true }));
      const pressed = performance.now();
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      return (await seen) - pressed;
    })()`);
    expect(shownAfterMs).toBeLessThanOrEqual(100);
    await shown(page.locator(".bubble-agent:not(.bubble-pending)", { hasText: "ya reviso" }));
    expect(posted("/reply").map(({ body }) => JSON.parse(body))).toEqual([
      { text: "Buenos días, ya reviso su caso.", lastSeenMessageId: "message-3" },
    ]);
  });

  it("gets the words back, and is told to read, when the debtor wrote meanwhile", async () => {
    const { page } = browser;
    api.conversations.set("conversation-1", mine);
    await page.goto(api.address + THREAD);
    await writing().fill("Le escribo mañana.");
    api.scripted.set("POST /api/conversations/conversation-1/reply", {
      status: 409,
      body: { code: "conversation.stale", message: "stale", requestId: "req-5", missed: [...mine.items, LATEST] },
    });
    await page.keyboard.press("Enter");
    await shown(page.getByText("1 mensaje nuevo mientras escribía"));
    expect(await writing().inputValue()).toBe("Le escribo mañana.");
  });

  it("is asked about words in doubt, and sends them anyway by a button of its own, not by the same key again", async () => {
    const { page } = browser;
    const address = "POST /api/conversations/conversation-1/reply";
    const finding = {
      rule: "threat_hint",
      severity: "doubtful",
      start: 3,
      end: 10,
      advice: "Quita la amenaza.",
      clause: DOUBT,
    };
    api.conversations.set("conversation-1", mine);
    await page.goto(api.address + THREAD);
    await writing().fill("Un abogado puede ayudarle.");
    api.scripted.set(address, {
      status: 409,
      body: { code: "content.doubtful", message: "doubtful", requestId: "req-6", findings: [finding] },
    });
    await page.keyboard.press("Enter");
    await shown(page.getByText("“abogado”: Quita la amenaza."));
    expect(await writing().inputValue()).toBe("Un abogado puede ayudarle.");

    const anyway = page.getByRole("button", { name: "Enviar de todos modos" });
    await shown(anyway);
    await writing().press("Enter");
    await expect.poll(() => posted("/reply").length).toBe(2);
    await shown(anyway);
    api.scripted.delete(address);
    await anyway.click();
    await shown(page.locator(".bubble-agent:not(.bubble-pending)", { hasText: "Un abogado" }));
    await anyway.waitFor({ state: "detached" });
    expect(posted("/reply").map(({ body }) => JSON.parse(body).confirmed)).toEqual([
      undefined,
      undefined,
      ["threat_hint"],
    ]);
  });

  it("sees a document by the name under which it was sent, and by its kind where it has none", async () => {
    const { page } = browser;
    const sent: MessageItem = {
      ...LATEST,
      direction: "out",
      author: { kind: "bot" },
      kind: "document",
      body: "",
      status: "sent",
      waits: false,
    };
    const items = [
      {
        ...sent,
        id: "named",
        fileUrl: "/api/messages/named/file",
        fileMime: "application/pdf",
        fileName: "estado de cuenta.pdf",
      },
      { ...sent, id: "gone", fileName: "acuerdo.pdf" },
      { ...sent, id: "nameless" },
    ];
    api.conversations.set("conversation-1", { ...conversation(1), items });
    await page.goto(api.address + THREAD);
    await shown(page.getByRole("link", { name: "estado de cuenta.pdf" }));
    expect((await page.locator(".bubble-media").allTextContents()).toSorted()).toEqual([
      "Documento",
      "acuerdo.pdf",
      "estado de cuenta.pdf",
    ]);
  });

  it("writes a note in another place, which goes to another address", async () => {
    const { page } = browser;
    api.conversations.set("conversation-1", mine);
    await page.goto(api.address + THREAD);
    await shown(page.locator(".bubble").first());
    await page.keyboard.press("i");
    await page.getByRole("textbox", { name: "Solo lo ve su equipo…" }).fill("Pedir la factura");
    await page.getByRole("button", { name: "Agregar nota" }).click();
    await expect.poll(() => posted("/notes").length).toBe(1);
    expect(posted("/reply")).toEqual([]);
  });

  it("hands back only after saying where the bot goes on, and closes only with an outcome", async () => {
    const { page } = browser;
    api.conversations.set("conversation-1", mine);
    await page.goto(api.address + THREAD);
    await shown(page.locator(".bubble").first());
    await page.keyboard.press("b");
    const dialog = page.getByRole("dialog", { name: "Devolver al bot" });
    await shown(dialog.getByRole("button", { name: "Cerrar esta ventana", exact: true }));
    expect(await dialog.getByRole("button", { name: "Cerrar", exact: true }).count()).toBe(0);
    await page.getByLabel("No es seguro").check();
    await page.getByRole("button", { name: "Devolver", exact: true }).click();
    await expect.poll(() => posted("/hand-back").map(({ body }) => body)).toEqual(['{"verified":false}']);

    await page.getByRole("button", { name: "Cerrar", exact: true }).click();
    const close = page.getByRole("button", { name: "Cerrar conversación" });
    expect(await close.isDisabled()).toBe(true);
    await page.getByLabel("¿Cómo terminó?").selectOption("dispute");
    await close.click();
    await expect.poll(() => posted("/close").map(({ body }) => body)).toEqual(['{"outcome":"dispute"}']);
  });

  it("sees what happens elsewhere without doing anything, and the number of those who wait in the title", async () => {
    const { page } = browser;
    await page.goto(api.address + THREAD);
    await shown(page.locator(".bubble").first());
    await expect.poll(() => page.title()).toBe("(12) Saldar");
    const changed = conversation(1);
    api.conversations.set("conversation-1", { ...changed, items: [...changed.items, LATEST] });
    api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
    await shown(page.getByText("¿Sigue ahí?"));
    api.tell({
      kind: "conversation.viewing",
      subjectId: "conversation-1",
      payload: { user: { id: "user-3", name: "Agente de muestra 03" }, isWriting: true, until: NOW },
    });
    await shown(page.getByText("Agente de muestra 03 está escribiendo…"));
  });

  it("is told while the line is cut, and no longer once it stands again", async () => {
    const { page } = browser;
    // The page before is gone first: its line is not the one that is waited for.
    await page.goto("about:blank");
    const before = api.streamed.length;
    await page.goto(api.address + THREAD);
    await shown(page.locator(".bubble").first());
    await vi.waitFor(() => expect(api.streamed.length).toBeGreaterThan(before), { timeout: 10_000 });
    const seen = shown(page.getByText("Sin conexión desde las 10:30"));
    api.cutStreams();
    await seen;
    await page.locator(".connection").waitFor({ state: "detached" });
  });

  it("goes through the list by keys, and can switch a key off", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox`);
    await shown(page.locator(".conversation").first());
    await page.keyboard.press("j");
    await page.waitForURL("**/c/conversation-1");
    await page.keyboard.press("j");
    await page.waitForURL("**/c/conversation-2");
    await page.keyboard.press("k");
    await page.waitForURL("**/c/conversation-1");

    await page.keyboard.press("?");
    await page.getByLabel("Conversación siguiente").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(page.url()).toContain("/c/conversation-1");
  });

  it("sees how many ended how, looks at those alone, and at all again", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/closed`);
    const outcomes = page.getByRole("group", { name: "Cómo terminaron" });
    const promises = outcomes.getByRole("button", { name: "Promesa 3", exact: true });
    await shown(promises);
    const rows = page.locator(".list-row");
    const isOfAll = async () => (await rows.first().getAttribute("aria-setsize")) === "16";
    await expect.poll(isOfAll).toBe(true);
    expect(await outcomes.getByRole("button").count()).toBe(14);

    await promises.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.locator(".badge").allTextContents()).toEqual(["Promesa", "Promesa", "Promesa"]);
    expect(await promises.getAttribute("aria-pressed")).toBe("true");
    expect(await accessibilityFaults(page)).toEqual([]);

    // It is let go of where there is none of it, too.
    await page.locator('a[href="/inbox/bot"]').click();
    await shown(page.getByText("No hay conversaciones aquí"));
    // Nothing here has ended: what a chip tells is the last outcome so far.
    expect(await outcomes.count()).toBe(0);
    const last = page.getByRole("group", { name: "Último resultado" });
    await last.getByRole("button", { name: "Promesa 0", exact: true }).click();
    await shown(rows.first());
    await page.getByRole("link", { name: "Cerradas" }).click();
    await expect.poll(isOfAll).toBe(true);
    expect(await promises.getAttribute("aria-pressed")).toBe("false");
  });

  it("sees no count of a whole view over what a search found, and the counts again after it", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/closed`);
    const outcomes = page.getByRole("group", { name: "Cómo terminaron" });
    const counted = outcomes.getByRole("button", { name: "Promesa 3", exact: true });
    await shown(counted);
    const search = page.getByLabel("Nombre, teléfono o referencia");
    await search.fill("maría");
    await shown(outcomes.getByRole("button", { name: "Promesa", exact: true }));
    expect(await outcomes.locator(".figure").count()).toBe(0);
    expect(await outcomes.getByRole("button").count()).toBe(14);
    await search.fill("");
    await shown(counted);
  });

  it("has what waits whole, whatever was chosen among what is over", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/closed`);
    await page.getByRole("button", { name: "Promesa 3", exact: true }).click();
    await page.getByRole("link", { name: "En espera" }).click();
    await shown(page.locator(".list-row").nth(5));
    expect(await page.locator(".list-row").first().getAttribute("aria-setsize")).toBe("12");
    expect(await page.getByRole("group", { name: "Cómo terminaron" }).count()).toBe(0);
  });

  it("draws only the rows that are seen of a long list", async () => {
    const { page } = browser;
    await page.goto(`${api.address}/inbox/all`);
    await shown(page.locator(".conversation").first());
    expect(await page.locator(".conversation").count()).toBeLessThan(30);
    expect(await page.locator(".list-row").first().getAttribute("aria-setsize")).toBe("50");
  });
});
