import type { Blocked, BlockedMessages } from "../../src/web/contract.ts";
import { BLOCKED, CONVERSATION_ID, DEBTOR_ID } from "./fake-people.ts";

export const BLOCKED_RULES: Blocked = {
  from: "2026-10-24",
  to: "2026-11-22",
  rules: [
    {
      reason: "HOLIDAY",
      clauseId: "CO.holiday",
      clause: BLOCKED.clause,
      count: 12_045,
      latest: "2026-11-22T15:20:00.000Z",
    },
    {
      reason: "HOLD_dispute",
      clauseId: "any.holds",
      clause: BLOCKED.clause && {
        ...BLOCKED.clause,
        id: "any.holds",
        standing: "policy",
        law: "Saldar",
        article: "6",
        confidence: "unverified",
        source: "src/domain/contact-law/README.md",
        text: "A quien tiene una disputa abierta no se le cobra.",
      },
      count: 1,
      latest: "2026-11-21T15:20:00.000Z",
    },
    { reason: "NO_PERMISSION", clauseId: "", clause: null, count: 1, latest: "2026-11-20T15:20:00.000Z" },
  ],
};

const message = (number: number, became: BlockedMessages["items"][number]["became"]) => ({
  id: `decision-${number}`,
  at: "2026-11-22T15:20:00.000Z",
  kind: "opening",
  debtor: number === 3 ? null : { id: DEBTOR_ID, name: `Persona de muestra 0${number}`, reference: `CL-100${number}` },
  conversationId: CONVERSATION_ID,
  became,
  until: became === "waits" ? "2026-11-23T12:00:00.000Z" : null,
});

export const BLOCKED_MESSAGES: Readonly<Record<"first" | "second", BlockedMessages>> = {
  first: { items: [message(1, "waits"), message(2, "given_up")], next: "second" },
  second: { items: [message(3, "withdrawn"), message(4, "left")], next: null },
};
