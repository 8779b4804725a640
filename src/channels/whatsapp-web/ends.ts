import type { LinkEnd } from "../channel.ts";

/** States of the page's connection after which it does not go on by itself. */
export const ENDS: Readonly<Record<string, { readonly because: LinkEnd; readonly detail: string }>> = {
  CONFLICT: { because: "replaced", detail: "WhatsApp Web was opened elsewhere with this companion" },
  TOS_BLOCK: { because: "banned", detail: "WhatsApp blocked this number for breaking its terms" },
  SMB_TOS_BLOCK: { because: "banned", detail: "WhatsApp blocked this business number for breaking its terms" },
  DEPRECATED_VERSION: { because: "outdated", detail: "WhatsApp no longer serves this WhatsApp Web" },
  PROXYBLOCK: { because: "refused", detail: "WhatsApp refuses connections from this address" },
};
