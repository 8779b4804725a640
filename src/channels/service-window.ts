import type { DateTime } from "luxon";
import type { Capabilities, OutContent } from "./channel.ts";

/** WhatsApp's customer service window: 24 hours from the person's last message (Meta error 131047 after it). */
const WINDOW = { hours: 24 } as const;

/** Until when free text may be sent; `undefined` when the person never wrote. */
export function windowClosesAt(lastInboundAt: DateTime | undefined): DateTime | undefined {
  return lastInboundAt?.plus(WINDOW);
}

/** Whether this content may go now as it is. If not, only a template may. */
export function fitsWindow(
  content: OutContent,
  can: Capabilities,
  { lastInboundAt, now }: { readonly lastInboundAt: DateTime | undefined; readonly now: DateTime },
): boolean {
  if (content.kind === "template" || can.freeTextAnyTime) return true;
  const closesAt = windowClosesAt(lastInboundAt);
  return closesAt !== undefined && now < closesAt;
}
