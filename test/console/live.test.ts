import { describe, expect, it, vi } from "vitest";
import { type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { conversation, NOW } from "./fake-people.ts";
import { useConsole } from "./use-console.ts";

const THREAD = "/inbox/waiting/c/conversation-1";

describe.skipIf(!hasChromium)("the line to the server", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole((opened) => {
    ({ api, browser } = opened);
  });
  it("that falls silent without a word is opened again from where it was, and what happened meanwhile is shown", async () => {
    const { page } = browser;
    await page.clock.install({ time: NOW });
    await page.goto(api.address + THREAD);
    await shown(page.getByRole("article").first());
    await vi.waitFor(() => expect(api.streamed).toHaveLength(1));
    api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
    const reloaded = page.waitForResponse((response) => response.url().endsWith("/api/conversations/conversation-1"));
    api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
    await reloaded;

    api.silenceStreams();
    const [item] = conversation(1).items;
    if (item?.type !== "message") throw new Error("the first item is a message");
    api.conversations.set("conversation-1", {
      ...conversation(1),
      items: [{ ...item, id: "message-77", body: "Escrito mientras no había línea" }],
    });
    await page.clock.fastForward(30_000);
    expect(api.streamed).toHaveLength(1);
    await page.clock.fastForward(15_000);
    await vi.waitFor(() => expect(api.streamed).toEqual(["?business=business-1", "?business=business-1&after=2"]));
    api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
    await shown(page.getByText("Escrito mientras no había línea"));
  });

  it("that beats is left alone", async () => {
    const { page } = browser;
    await page.goto("about:blank");
    const opened = api.streamed.length + 1;
    await page.goto(api.address + THREAD);
    await shown(page.getByRole("article").first());
    await vi.waitFor(() => expect(api.streamed).toHaveLength(opened), { timeout: 10_000 });
    for (let beats = 0; beats < 4; beats += 1) {
      const heard = page.waitForResponse((response) => response.url().endsWith("/api/conversations/conversation-1"));
      api.tell({ kind: "conversation.changed", subjectId: "conversation-1" });
      await heard;
      await page.clock.fastForward(30_000);
    }
    expect(api.streamed).toHaveLength(opened);
  });

  it("shows a message that was not delivered with its code, what it means and what to do", async () => {
    const { page } = browser;
    const item = conversation(1).items.find(({ type }) => type === "message");
    if (item?.type !== "message") throw new Error("there is a message");
    api.conversations.set("conversation-1", {
      ...conversation(1),
      items: [
        {
          ...item,
          direction: "out",
          author: { kind: "bot" },
          status: "failed",
          failedCode: "131026",
          failedBecause: "Busque otro contacto.",
        },
      ],
    });
    await page.goto(api.address + THREAD);
    await shown(page.getByText("No se entregó (código 131026). Busque otro contacto."));
  });
});
