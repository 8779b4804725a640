import { describe, expect, it } from "vitest";
import { classifyTrigger, countBursts } from "../../../src/domain/contact-law/trigger.ts";
import { at } from "./facts-for-test.ts";

const wrote = at("2026-11-24 10:00");
const chat = {
  messageKind: "answer",
  lastInboundAt: wrote,
  conversationClosed: false,
  repliesSinceDebtorWrote: 0,
} as const;

describe("a send is a reply", () => {
  it("within 24 hours of the debtor's last message, and no minute longer", () => {
    expect(classifyTrigger("reply", chat, at("2026-11-25 09:59"))).toBe("reply");
    expect(classifyTrigger("reply", chat, at("2026-11-25 10:00"))).toBe("proactive");
  });

  it("only to somebody who wrote", () => {
    const { lastInboundAt: _, ...silent } = chat;
    expect(classifyTrigger("reply", silent, wrote)).toBe("proactive");
  });

  it("and once more after the debtor fell silent; then it is proactive", () => {
    const following = (repliesSinceDebtorWrote: number) =>
      classifyTrigger("reply", { ...chat, messageKind: "nudge", repliesSinceDebtorWrote }, at("2026-11-24 14:00"));
    expect(following(1)).toBe("reply");
    expect(following(2)).toBe("proactive");
  });

  it("while no outcome has closed the chat, but for the answer to the message that closed it", () => {
    const closed = { ...chat, conversationClosed: true };
    expect(classifyTrigger("reply", closed, at("2026-11-24 10:01"))).toBe("reply");
    expect(classifyTrigger("reply", { ...closed, repliesSinceDebtorWrote: 1 }, at("2026-11-24 10:01"))).toBe(
      "proactive",
    );
    expect(classifyTrigger("reply", { ...closed, messageKind: "nudge" }, at("2026-11-24 10:01"))).toBe("proactive");
    expect(classifyTrigger("reply", { ...closed, messageKind: "agent" }, at("2026-11-24 10:01"))).toBe("proactive");
  });

  it("never when it is a demand that we start", () => {
    for (const messageKind of ["opening", "reminder", "promise_reminder", "instalment_reminder"] as const) {
      expect(classifyTrigger("reply", { ...chat, messageKind }, wrote)).toBe("proactive");
    }
  });

  it("never when it was meant as proactive", () => {
    expect(classifyTrigger("proactive", chat, wrote)).toBe("proactive");
  });
});

describe("a confirmation", () => {
  it("is a receipt or an agreement; a demand that calls itself one is not", () => {
    const { lastInboundAt: _, ...silent } = chat;
    expect(classifyTrigger("confirmation", { ...silent, messageKind: "receipt" }, wrote)).toBe("confirmation");
    expect(classifyTrigger("confirmation", { ...silent, messageKind: "agreement" }, wrote)).toBe("confirmation");
    expect(classifyTrigger("confirmation", { ...silent, messageKind: "instalment_reminder" }, wrote)).toBe("proactive");
  });
});

describe("bursts", () => {
  it("messages within ten minutes of each other are one, in whatever order they are told", () => {
    expect(countBursts([])).toBe(0);
    expect(countBursts([at("2026-11-24 10:00")])).toBe(1);
    expect(countBursts([at("2026-11-24 10:18"), at("2026-11-24 10:00"), at("2026-11-24 10:09")])).toBe(1);
    expect(countBursts([at("2026-11-24 10:00"), at("2026-11-24 10:10"), at("2026-11-24 10:21")])).toBe(2);
  });
});
