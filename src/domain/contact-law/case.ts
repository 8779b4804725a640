import type { DateTime } from "luxon";
import type { IsoDate, Zone } from "../time.ts";
import type { Channel, Contact, Facts, Permission, Trigger, WeeklyTime } from "./facts.ts";
import { BURST_MS, countBursts } from "./trigger.ts";

/** Who a case may be about: every role but the stranger, who is never approached. */
export const CASE_RECIPIENTS = [
  "debtor",
  "co_debtor",
  "guarantor",
  "reference",
  "relative",
  "employer",
  "other",
] as const;

/** What became of a contact. The first four are ours, `inbound` is the person's own, `rejected` never left. */
export const HISTORY_KINDS = ["accepted", "delivered", "read", "two_way", "inbound", "rejected"] as const;

export type PastEvent = {
  readonly at: DateTime;
  readonly channel: Channel;
  readonly initiatedBy: "collector" | "debtor";
  readonly kind: (typeof HISTORY_KINDS)[number];
};

/** One question to the gate in the words of whoever keeps the facts elsewhere: who, where, when, how, and what went before. */
export type Case = {
  readonly country: string;
  readonly zones: readonly Zone[];
  readonly now: DateTime;
  readonly channel: Channel;
  readonly trigger: Trigger;
  readonly recipient: (typeof CASE_RECIPIENTS)[number];
  readonly history: readonly PastEvent[];
  readonly channelAuthorised: boolean | undefined;
  readonly authorisedChannels: readonly Channel[] | undefined;
  readonly optedOut: boolean;
  /** Alone it says that they opted out; without it, who opted out did so at an unknown moment. */
  readonly optedOutAt: DateTime | undefined;
  readonly requestedHours: Facts["requestedHours"];
  readonly inconvenient: readonly WeeklyTime[];
  readonly attorney: Facts["attorney"];
  readonly moratorium: { readonly type: string; readonly lastProtectedDay: IsoDate } | undefined;
  /** Ours since the person's last message, where the history does not tell; of a reply it says that they wrote. */
  readonly repliesSinceLastInbound: number | undefined;
};

const KIND_OF = { proactive: "opening", reply: "answer", confirmation: "receipt" } as const;

/** The gate's facts for a case. What comes after its own moment is not looked at. */
export function factsOfCase(asked: Case): Facts {
  const past = asked.history.filter(({ at }) => at <= asked.now).toSorted((a, b) => a.at.toMillis() - b.at.toMillis());
  const lastInboundAt = past.findLast(isInbound)?.at ?? untoldInboundAt(asked);
  const since = past.filter((event) => isSend(event) && lastInboundAt !== undefined && event.at > lastInboundAt);
  const permission = permissionOf(asked);
  const { requestedHours, attorney, moratorium } = asked;
  const optedOutAt = asked.optedOutAt ?? (asked.optedOut ? asked.now : undefined);
  return {
    country: asked.country,
    trigger: asked.trigger,
    messageKind: KIND_OF[asked.trigger],
    channel: asked.channel,
    recipient: asked.recipient,
    zones: asked.zones,
    holds: [],
    contacts: contactsIn(past),
    conversationClosed: false,
    repliesSinceDebtorWrote: asked.repliesSinceLastInbound ?? countBursts(since.map(({ at }) => at)),
    inconvenient: asked.inconvenient,
    ...(permission && { permission }),
    ...(optedOutAt && { optedOutAt }),
    ...(lastInboundAt && { lastInboundAt }),
    ...(requestedHours && { requestedHours }),
    ...(attorney && { attorney }),
    ...(moratorium && { moratorium }),
  };
}

/** Who counts replies to a message that the history does not hold says that there was one; it is taken for just written. */
function untoldInboundAt({ trigger, repliesSinceLastInbound, now }: Case): DateTime | undefined {
  return trigger === "reply" && repliesSinceLastInbound !== undefined ? now : undefined;
}

/**
 * Where channels are named only they are authorised, less this one when it is said not to be; where none are named, what is
 * said of this one counts. Where neither is said there is no permission at all.
 */
function permissionOf({ channel, channelAuthorised, authorisedChannels, now }: Case): Permission | undefined {
  if (channelAuthorised === undefined && authorisedChannels === undefined) return undefined;
  const named = authorisedChannels ?? (channelAuthorised ? [channel] : []);
  const channels = named.filter((each) => each !== channel || channelAuthorised !== false);
  return { channels, source: "upload", givenAt: now };
}

const isInbound = ({ initiatedBy, kind }: PastEvent): boolean => initiatedBy === "debtor" || kind === "inbound";
const isSend = ({ initiatedBy, kind }: PastEvent): boolean =>
  initiatedBy === "collector" && kind !== "inbound" && kind !== "rejected";

/**
 * What counts towards the caps: a send that was accepted, once a burst. One that answered the person within 24 hours counts
 * towards none, and neither does the one more that may follow when they fall silent.
 */
function contactsIn(past: readonly PastEvent[]): Contact[] {
  const contacts: Contact[] = [];
  let inboundAt: DateTime | undefined;
  let repliesSince = 0;
  let last: { readonly event: PastEvent; readonly counts: boolean } | undefined;
  for (const event of past) {
    if (isInbound(event)) {
      inboundAt = event.at;
      repliesSince = 0;
      continue;
    }
    if (!isSend(event)) continue;
    const burst = last?.event.channel === event.channel && gapMs(last.event, event) <= BURST_MS ? last : undefined;
    if (!burst) repliesSince += 1;
    const isReply = inboundAt !== undefined && event.at < inboundAt.plus({ hours: 24 }) && repliesSince <= 2;
    last = { event, counts: burst?.counts ?? !isReply };
    const answered = event.kind === "two_way";
    if (!burst && !isReply) contacts.push({ at: event.at, channel: event.channel, proactive: true, answered });
    // What goes on with a contact is a part of it, also when the person had written meanwhile.
    const begun = contacts.at(-1);
    if (burst?.counts && answered && begun) contacts[contacts.length - 1] = { ...begun, answered };
  }
  return contacts;
}

function gapMs(earlier: PastEvent, later: PastEvent): number {
  return later.at.toMillis() - earlier.at.toMillis();
}
