import { describe, expect, it } from "vitest";
import { canWrite, composerMode, heldUntilIn } from "../../src/console/inbox/composer-mode.ts";
import type { ThreadItem } from "../../src/web/contract.ts";
import { BLOCKED, conversation, SESSION } from "./fake-people.ts";

const NOW_MS = Date.parse("2026-11-22T15:30:00.000Z");
const SEEN = { nowMs: NOW_MS, isOffline: false, missed: 0, heldUntil: undefined };
const mine = conversation(1, { composer: "mine_open", owner: { kind: "agent", agent: SESSION.user, isMe: true } });
const inHours = (hours: number) => new Date(NOW_MS + hours * 3_600_000).toISOString();

describe("the place to write", () => {
  it("is the owner's alone", () => {
    expect(composerMode(conversation(20), SEEN).mode).toBe("bot_owns");
    expect(composerMode(conversation(1), SEEN).mode).toBe("nobody");
    expect(composerMode(conversation(15), SEEN)).toEqual({ mode: "other_owns", name: "Agente de muestra 02" });
    expect(
      [conversation(20), conversation(1), conversation(15)].map((one) => canWrite(composerMode(one, SEEN))),
    ).toEqual([false, false, false]);
  });

  it("tells when the 24 hours run out, and closes by itself when they have", () => {
    expect(composerMode({ ...mine, windowClosesAt: inHours(5) }, SEEN).mode).toBe("mine_open");
    expect(composerMode({ ...mine, windowClosesAt: inHours(1) }, SEEN).mode).toBe("mine_closing");
    const over = composerMode({ ...mine, windowClosesAt: inHours(-1) }, SEEN);
    expect(over.mode).toBe("mine_closed");
    expect(canWrite(over)).toBe(false);
  });

  it("goes on taking text while the line is cut", () => {
    const offline = composerMode(mine, { ...SEEN, isOffline: true });
    expect(offline.mode).toBe("offline");
    expect(canWrite(offline)).toBe(true);
  });

  it("asks to read what came while one wrote", () => {
    expect(composerMode(mine, { ...SEEN, missed: 2 })).toEqual({ mode: "stale", missed: 2 });
  });

  it("says until when the law holds back what was written, and forgets it then", () => {
    const held: ThreadItem = {
      type: "unsent",
      id: "outbox-7",
      at: inHours(0),
      author: { kind: "agent", agent: SESSION.user },
      kind: "agent",
      message: null,
      text: "Buenos días",
      state: "queued",
      sendAt: inHours(1),
      decision: BLOCKED,
      waitsBecause: null,
      failure: null,
    };
    const heldUntil = heldUntilIn([...mine.items, held]);
    expect(heldUntil).toBe(BLOCKED.until);
    expect(composerMode(mine, { ...SEEN, heldUntil }).mode).toBe("outside_hours");
    expect(
      composerMode(
        { ...mine, windowClosesAt: inHours(48) },
        { ...SEEN, nowMs: Date.parse(BLOCKED.until ?? ""), heldUntil },
      ).mode,
    ).toBe("mine_open");
    expect(heldUntilIn([...mine.items, { ...held, author: { kind: "bot" } }])).toBeUndefined();
    expect(heldUntilIn([...mine.items, { ...held, state: "superseded" }])).toBeUndefined();
  });

  it("is closed for whoever asked to be left alone, and at the end", () => {
    expect(composerMode({ ...mine, composer: "opted_out" }, SEEN).mode).toBe("opted_out");
    expect(composerMode({ ...mine, composer: "closed" }, SEEN).mode).toBe("closed");
  });
});
