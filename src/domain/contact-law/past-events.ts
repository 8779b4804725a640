import type { DateTime } from "luxon";
import type { Channel, Contact } from "./facts.ts";
import { BURST_MS } from "./trigger.ts";

/** What became of a contact. The first four are ours, `inbound` is the person's own, `rejected` never left. */
export const HISTORY_KINDS = ["accepted", "delivered", "read", "two_way", "inbound", "rejected"] as const;

export type EventKind = (typeof HISTORY_KINDS)[number];

/** Who began it. Of the person's own is always `inbound`, and of ours any other kind. */
export const INITIATORS = ["collector", "debtor"] as const;
export type Initiator = (typeof INITIATORS)[number];

export type PastEvent = {
  readonly at: DateTime;
  readonly channel: Channel;
  readonly initiatedBy: Initiator;
  readonly kind: EventKind;
};

/** What the kind says of who began it, and what was said of that, are the same. */
export function isOfInitiator(initiatedBy: Initiator, kind: EventKind): boolean {
  return (initiatedBy === "debtor") === (kind === "inbound");
}

/**
 * Whether what we do by `ours` may be an answer to what they did by `theirs`: whoever writes is written to by any channel, and is neither
 * called nor visited for it.
 */
export function mayAnswer(ours: Channel, theirs: Channel): boolean {
  return ours === theirs || !IN_PERSON.includes(ours);
}

const IN_PERSON: readonly Channel[] = ["voice", "visit"];

/** The oldest first. */
export function inOrder(events: readonly PastEvent[]): PastEvent[] {
  return events.toSorted((a, b) => a.at.toMillis() - b.at.toMillis());
}

export const isInbound = ({ initiatedBy, kind }: PastEvent): boolean => initiatedBy === "debtor" || kind === "inbound";
export const isSend = ({ initiatedBy, kind }: PastEvent): boolean =>
  initiatedBy === "collector" && kind !== "inbound" && kind !== "rejected";

/** When they last came by a channel, and our bursts since that may be answers to it. */
type Heard = { readonly at: DateTime; answers: number };

/**
 * What counts towards the caps: a send that was accepted, once a burst. One that answered the person within 24 hours counts
 * towards none, and neither does the one more that may follow when they fall silent. `past`: the oldest first.
 */
export function contactsAmong(past: readonly PastEvent[]): Contact[] {
  const contacts: Contact[] = [];
  const heard = new Map<Channel, Heard>();
  let last: { readonly event: PastEvent; readonly counts: boolean } | undefined;
  for (const event of past) {
    const { at, channel } = event;
    const answered = event.kind === "two_way";
    if (isInbound(event)) {
      heard.set(channel, { at, answers: 0 });
      continue;
    }
    if (!isSend(event)) continue;
    const burst = last?.event.channel === channel && gapMs(last.event, event) <= BURST_MS ? last : undefined;
    const asked = [...heard].filter(([theirs]) => mayAnswer(channel, theirs)).map(([, one]) => one);
    if (!burst) for (const one of asked) one.answers += 1;
    const isReply = asked.some((one) => at < one.at.plus({ hours: 24 }) && one.answers <= 2);
    last = { event, counts: burst?.counts ?? !isReply };
    if (!burst && !isReply) contacts.push({ at, channel, proactive: true, answered });
    // What goes on with a contact is a part of it, also when the person had written meanwhile.
    const begun = contacts.at(-1);
    if (burst?.counts && answered && begun) contacts[contacts.length - 1] = { ...begun, answered };
  }
  return contacts;
}

function gapMs(earlier: PastEvent, later: PastEvent): number {
  return later.at.toMillis() - earlier.at.toMillis();
}
