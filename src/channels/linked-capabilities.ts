import type { LinkedKind } from "../domain/channel-kind.ts";
import type { Capabilities, PairRate } from "./channel.ts";
import { META_PAIR_RATE } from "./meta-pair-rate.ts";

/** Text and files; nobody new is written to first. */
const LINKED: Omit<Capabilities, "media" | "rate" | "answersWithinMs"> = {
  freeTextAnyTime: true,
  templates: false,
  templateTimeToLiveSeconds: undefined,
  textMax: 4096,
  // Neither library sends any that phones show (WhiskeySockets/Baileys#2239): choices are written out as numbers.
  buttons: undefined,
  list: undefined,
  statuses: ["sent", "delivered", "read", "failed"],
  initiate: "warm-only",
};

const MB = 1024 * 1024;
const PICTURES = ["image/jpeg", "image/png"];
const DOCUMENTS = ["application/pdf"];

/**
 * What each kind of linked phone can: the drivers' own word for it, known without their libraries, since a process that does not
 * hold a session judges messages for it too.
 */
export const LINKED_CAPABILITIES: Readonly<Record<LinkedKind, Capabilities>> = {
  baileys: {
    ...LINKED,
    // WhatsApp takes more; these are the Cloud API's limits, so that one file goes by either.
    media: { image: { maxBytes: 5 * MB, mimes: PICTURES }, document: { maxBytes: 100 * MB, mimes: DOCUMENTS } },
    // 3 s to begin and 15 s for the acknowledgement.
    answersWithinMs: 18_000,
    // One message each 5 s on average, as a hurried person would.
    rate: { channel: { everyMs: 5_000, burst: 3 }, recipient: ofAPerson(5) },
  },
  whatsapp_web: {
    ...LINKED,
    // A file goes through Chromium's pipe as base64, three times over.
    media: { image: { maxBytes: 5 * MB, mimes: PICTURES }, document: { maxBytes: 16 * MB, mimes: DOCUMENTS } },
    // One after the other, a file for up to a minute.
    answersWithinMs: 63_000,
    // What a person can type. Numbers that wrote faster, or the same to many, are the ones that were lost.
    rate: { channel: { everyMs: 6_000, burst: 1 }, recipient: ofAPerson(3) },
  },
};

/** Meta's rate for its own numbers, with a smaller burst: a person types no forty-five lines in six seconds. */
function ofAPerson(burst: number): PairRate {
  return { ...META_PAIR_RATE, burst };
}
