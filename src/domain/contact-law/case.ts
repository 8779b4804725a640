import type { DateTime } from "luxon";
import type { IsoDate, Zone } from "../time.ts";
import type { Channel, Facts, Permission, Trigger, WeeklyTime } from "./facts.ts";
import { contactsAmong, inOrder, isInbound, isSend, mayAnswer, type PastEvent } from "./past-events.ts";
import { countBursts } from "./trigger.ts";

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
  const past = inOrder(asked.history.filter(({ at }) => at <= asked.now));
  const asking = past.findLast((event) => isInbound(event) && mayAnswer(asked.channel, event.channel));
  const lastInboundAt = asking?.at ?? untoldInboundAt(asked);
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
    contacts: contactsAmong(past),
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
