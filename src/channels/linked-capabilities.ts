import type { LinkedKind } from "../domain/channel-kind.ts";
import type { Capabilities } from "./channel.ts";

/** WhatsApp takes more; these are the Cloud API's limits, so that one file goes by any number. */
const MEDIA: Capabilities["media"] = {
  image: { maxBytes: 5 * 1024 * 1024, mimes: ["image/jpeg", "image/png"] },
  document: { maxBytes: 100 * 1024 * 1024, mimes: ["application/pdf"] },
};

const LINKED: Capabilities = {
  freeTextAnyTime: true,
  templates: false,
  templateTimeToLiveSeconds: undefined,
  textMax: 4096,
  // Neither library sends any that phones show (whatsapp.md §1.5): choices are written out as numbers.
  buttons: undefined,
  list: undefined,
  media: MEDIA,
  statuses: ["sent", "delivered", "read", "failed"],
  initiate: "warm-only",
  // 3 s to begin and 15 s for the acknowledgement.
  answersWithinMs: 18_000,
  rate: { channel: { everyMs: 5_000, burst: 3 }, recipient: { everyMs: 6_000, burst: 5 } },
};

/**
 * What each kind of linked phone can, known without its library: a process that does not hold its session judges messages for it
 * too.
 */
export const LINKED_CAPABILITIES: Readonly<Record<LinkedKind, Capabilities>> = {
  baileys: LINKED,
  // One after the other, a file for up to a minute.
  whatsapp_web: { ...LINKED, answersWithinMs: 63_000 },
};
