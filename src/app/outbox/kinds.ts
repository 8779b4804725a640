import type { MessageKey } from "../../../flows/vocabulary.ts";
import { present } from "../../domain/assert.ts";
import type { Trigger } from "../../domain/contact-law/facts.ts";
import { MESSAGE_KINDS, type MessageKind } from "../../domain/outreach/holds.ts";

export type { Trigger };

/** Messages whose kind does not depend on who asked for them. Everything else the bot says is an answer. */
const KINDS: Partial<Record<MessageKey, MessageKind>> = {
  opening: "opening",
  "opening.isItYou": "opening",
  nudge: "nudge",
  "nudge.continue": "nudge",
  "promise.broken": "reminder",
  "paid.thanks": "receipt",
  "paid.thanksInFull": "receipt",
  "paid.receipt": "receipt",
};

/**
 * What a message is for holds and contact law. A message we start is never an answer, whatever its words; and whoever says hello is
 * answered, though with the words of an opening.
 */
export function kindOf(message: MessageKey, trigger: Trigger): MessageKind {
  const kind = KINDS[message] ?? "answer";
  if (kind === "opening" && trigger === "reply") return "answer";
  return kind === "answer" && trigger === "proactive" ? "reminder" : kind;
}

/** The kind as the outbox keeps it. */
export function messageKind(kind: string): MessageKind {
  return present(
    MESSAGE_KINDS.find((known) => known === kind),
    `the message kind ${kind}`,
  );
}
