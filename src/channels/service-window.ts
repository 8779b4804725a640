import type { DateTime } from "luxon";

/**
 * Whether free text may be sent: WhatsApp's customer service window is open for 24 hours after the person's last message
 * (Meta error 131047 after it), and closed for who never wrote. Channels with `freeTextAnyTime` have no window.
 */
export function isWindowOpen(lastInboundAt: DateTime | undefined, now: DateTime): boolean {
  const closesAt = windowClosesAt(lastInboundAt);
  return closesAt !== undefined && now < closesAt;
}

export function windowClosesAt(lastInboundAt: DateTime | undefined): DateTime | undefined {
  return lastInboundAt?.plus({ hours: 24 });
}
