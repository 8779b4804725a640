import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { MESSAGES } from "../../../flows/collect/messages.ts";
import { discloses, templateOf, writeMessage } from "../../../flows/collect/write-message.ts";
import type { MessageKey, Option, Words } from "../../../flows/vocabulary.ts";
import type { Capabilities, OutContent } from "../../channels/channel.ts";
import { render, renderTemplate } from "../../channels/render.ts";
import { windowClosesAt } from "../../channels/service-window.ts";
import { assert, present } from "../../domain/assert.ts";
import type { Deps } from "../deps.ts";
import type { Judged } from "./gate.ts";
import { messageKind } from "./kinds.ts";
import { withStopLine } from "./with-stop-line.ts";
import { type WordFacts, wordsFor } from "./words.ts";

/** A message written out: what the channel gets, what we keep, and the menu a later answer is read against. */
export type Composed = { readonly content: OutContent; readonly body: string; readonly options: readonly Option[] };

/** Why there is nothing to send: WhatsApp's 24 hours are over and this message has no approved template. */
export type NotComposed = { readonly refused: "window_closed" };

export type ComposeContext = {
  readonly deps: Pick<Deps, "secrets" | "publicUrl">;
  readonly business: Business;
  readonly now: DateTime;
};

/**
 * Writes one message from the facts of this moment, as the law it was judged by wants it to end.
 * @throws {BrokenInvariant} when it would disclose a debt to somebody who has not proved who they are.
 */
export function compose(
  context: ComposeContext,
  { send, law }: Pick<Judged, "send" | "law">,
  facts: WordFacts,
  can: Capabilities,
): Composed | NotComposed {
  const closesAt = windowClosesAt(send.lastInboundAt ?? undefined);
  const isOpen = can.freeTextAnyTime || (closesAt !== undefined && context.now < closesAt);
  if (send.payload.message === undefined) {
    if (!isOpen) return { refused: "window_closed" };
    const body = present(send.payload.text, "the agent's text");
    if (send.payload.file !== undefined) return { content: withFile(send, send.payload.file, body), body, options: [] };
    return { content: { kind: "text", body }, body, options: [] };
  }

  const message = messageKey(send.payload.message);
  // The last lock before a disclosure: whatever a flow asked for, an unverified person reads nothing of a debt.
  assert(!discloses(message) || send.verifiedAt !== null, `${message} would disclose a debt to somebody unverified`);
  const words = wordsFor(context, send, facts);
  if (isOpen) {
    const saying = writeMessage(asItIs(message, words), send.language, words);
    const options = saying.options ?? [];
    const addressed = { country: law.country, kind: messageKind(send.kind), language: send.language };
    const body = withStopLine(saying.body, addressed, options);
    return { content: render({ body, options }, can, send.language).content, body, options };
  }

  const template = templateOf(message, send.language, words);
  if (!template) return { refused: "window_closed" };
  const { name, languageCode, parameters, saying } = template;
  const options = saying.options ?? [];
  const content: OutContent = {
    kind: "template",
    name,
    language: languageCode,
    params: parameters,
    options,
    fallbackText: saying.body,
  };
  return { content: renderTemplate(content, can), body: saying.body, options };
}

/** The last lock before a disclosure, here too: nobody can read in a file whether it speaks of a debt. */
function withFile(
  { verifiedAt }: Judged["send"],
  { token, mime, fileName }: NonNullable<Judged["send"]["payload"]["file"]>,
  caption: string,
): OutContent {
  assert(verifiedAt !== null, "a file would be sent to somebody unverified");
  const type = mime.startsWith("image/") ? "image" : "document";
  return { kind: "media", type, token, fileName, ...(caption !== "" && { caption }) };
}

/** The balance of somebody who owes nothing is not a sum of zero with three ways to pay it. */
function asItIs(message: MessageKey, { owed }: Words): MessageKey {
  return owed.minor <= 0n && (message === "balance.show" || message === "options.show")
    ? "balance.nothingOwed"
    : message;
}

function messageKey(key: string): MessageKey {
  assert(isMessageKey(key), `no message ${key}`);
  return key;
}

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key);
}
