import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { type DueSend, type GivenUp, markSending, recordSaid, writeOutbound } from "../../../db/outbox.ts";
import type { PairPace } from "../../../db/pair-pace.ts";
import type { SendableTemplate } from "../../../db/templates.ts";
import type { Channel, OutContent, OutMessage } from "../../channels/channel.ts";
import { type PairDebt, reservePair } from "../../channels/pacing.ts";
import { present } from "../../domain/assert.ts";
import { windowEnd } from "../../domain/contact-law/openings.ts";
import { templateHold } from "../../domain/template.ts";
import type { Deps } from "../deps.ts";
import { type Composed, compose } from "./compose.ts";
import type { Judged } from "./gate.ts";
import type { WordFacts } from "./words.ts";

/** A message that is written out and marked as on its way; its bytes have not left yet. `left`: its person's pace, with it. */
export type Leaving = { readonly send: DueSend; readonly message: OutMessage; readonly left: PairPace };

export type WriteContext = {
  readonly deps: Pick<Deps, "secrets" | "publicUrl" | "channels" | "log">;
  readonly business: Business;
  /** The business's own time, and the real one: windows and days go by the first, leases and rates by the second. */
  readonly now: DateTime;
  readonly realNow: DateTime;
  /** What is known of the templates that this batch may need. */
  readonly templates: readonly SendableTemplate[];
};

export type WrittenOut = {
  readonly written: readonly {
    readonly send: DueSend;
    readonly channel: Channel;
    readonly written: Composed;
    /** The end of the lawful window, in real time, where the law binds it to one. */
    readonly notAfter: DateTime | undefined;
  }[];
  /** What cannot be sent, whatever the time: the window is closed, or writing it failed. */
  readonly given: readonly GivenUp[];
  /** What waits until its template may be sent. */
  readonly held: readonly DueSend[];
};

/** What the channel takes to answer, and a process to write it down: one that is still silent after this is dead. */
const WRITTEN_DOWN_WITHIN_MS = 5_000;

/** Writes the texts from the facts of this moment. One that cannot be written is given up by itself and stops no other. */
export function writeTexts(context: WriteContext, allowed: readonly Judged[], facts: WordFacts): WrittenOut {
  const written: WrittenOut["written"][number][] = [];
  const given: GivenUp[] = [];
  const held: DueSend[] = [];
  for (const judged of allowed) {
    const { send } = judged;
    const channel = present(context.deps.channels.get(send.channelId), `the channel ${send.channelId}`);
    try {
      const composed = compose(context, judged, facts, channel.can);
      if ("refused" in composed) given.push({ id: send.id, state: "blocked", failure: { reason: "WINDOW_CLOSED" } });
      else if (isHeld(context, send, composed.content)) held.push(send);
      else written.push({ send, channel, written: composed, notAfter: lawfulUntil(context, judged) });
    } catch (error) {
      context.deps.log.error({ error, outboxId: send.id }, "a message could not be written");
      given.push({ id: send.id, state: "rejected", failure: { detail: String(error) } });
    }
  }
  return { written, given, held };
}

/** By what is known of its template. Of one that nobody has told us of Meta decides, as it does of what we know wrongly. */
function isHeld({ templates }: WriteContext, { channelId }: DueSend, content: OutContent): boolean {
  if (content.kind !== "template") return false;
  const known = knownOf(templates, channelId, content);
  const sent = { variables: content.params.length, quickReplies: content.options.length };
  return known !== undefined && templateHold(known, sent) !== undefined;
}

function knownOf(
  templates: readonly SendableTemplate[],
  channelId: string,
  { name, language }: OutContent & { kind: "template" },
): SendableTemplate | undefined {
  return templates.find((one) => one.channelId === channelId && one.name === name && one.language === language);
}

/** Keeps what the debtor will read, marks it as on its way, and what it leaves on its conversation. */
export async function keepWritten(
  tx: Tx,
  { business, now, realNow, templates }: WriteContext,
  { written }: Pick<WrittenOut, "written">,
): Promise<Leaving[]> {
  if (written.length === 0) return [];
  const leaving = written.map(({ send, channel, written: { content }, notAfter }) => ({
    send,
    message: { outboxId: send.id, to: addressOf(send), content, ...(notAfter && { notAfter }) },
    left: paceAfter(channel, send, realNow),
  }));
  await Promise.all([
    markSending(
      tx,
      business.id,
      written.map(({ send, channel: { can } }) => ({
        id: send.id,
        leaseUntil: realNow.plus({ milliseconds: can.answersWithinMs + WRITTEN_DOWN_WITHIN_MS }),
      })),
    ),
    writeOutbound(
      tx,
      business.id,
      written.map(({ send, written }) => outboundRow(send, written, { now, templates })),
    ),
    recordSaid(
      tx,
      business.id,
      written.map(({ send, channel, written }) => ({
        conversationId: send.conversationId,
        options: written.options,
        saidAt: now,
        ...paceAfter(channel, send, realNow),
        found: { pacedUntilMs: send.pacedUntilMs, burstFromMs: send.burstFromMs },
        isRetry: send.attempts > 0,
      })),
    ),
  ]);
  return leaving;
}

/** When the hours close by which the gate allowed what we start: the driver must refuse nothing else than the gate does. */
function lawfulUntil(
  { now, realNow }: WriteContext,
  { law: { profile }, facts, decision }: Judged,
): DateTime | undefined {
  if (decision.judgedAs !== "proactive" || !profile) return undefined;
  const end = windowEnd(profile, facts, now);
  return end ? realNow.plus({ milliseconds: end.toMillis() - now.toMillis() }) : undefined;
}

function outboundRow(
  send: DueSend,
  { body, options, content }: Composed,
  { now, templates }: Pick<WriteContext, "now" | "templates">,
) {
  const detail = {
    options,
    ...(content.kind === "template" && {
      template: content.name,
      language: content.language,
      // As Meta has it now: by this it is billed, whatever it becomes later.
      category: knownOf(templates, send.channelId, content)?.category ?? null,
    }),
    message: send.payload.message ?? null,
    ...(content.kind === "media" && { media: { type: content.type, fileName: content.fileName } }),
  };
  return {
    id: send.id,
    conversationId: send.conversationId,
    channelId: send.channelId,
    author: send.author,
    kind: content.kind,
    body,
    detail,
    sentAt: now,
  };
}

function addressOf({ waId, phone, bsuid, lid }: DueSend): OutMessage["to"] {
  const number = waId ?? phone?.replace(/^\+/, "");
  return { ...(number && { phone: number }), ...(bsuid && { bsuid }), ...(lid && { lid }) };
}

function paceAfter({ can }: Channel, send: DueSend, realNow: DateTime): PairPace {
  const { owed } = reservePair(can.rate.recipient, pairDebt(send), { nowMs: realNow.toMillis(), says: saysOf(send) });
  return {
    pacedUntilMs: BigInt(owed.paidUntilMs),
    burstFromMs: owed.burstFromMs === undefined ? null : BigInt(owed.burstFromMs),
  };
}

/** The bot's answer to what they just wrote, or something more: what we begin, and an agent's lines, for which they do not wait by the second. */
export function saysOf({ trigger, author }: DueSend): "answer" | "more" {
  return trigger === "reply" && author === "bot" ? "answer" : "more";
}

/** What this recipient's share of the channel's rate owes, in real milliseconds. */
export function pairDebt({ pacedUntilMs, burstFromMs }: DueSend): PairDebt | undefined {
  if (pacedUntilMs === null) return undefined;
  return { paidUntilMs: Number(pacedUntilMs), burstFromMs: burstFromMs === null ? undefined : Number(burstFromMs) };
}
