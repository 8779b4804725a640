import { DateTime } from "luxon";
import { assert } from "../../../src/domain/assert.ts";
import type { Contact, Facts } from "../../../src/domain/contact-law/facts.ts";
import type { Profile } from "../../../src/domain/contact-law/profile.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";
import "../../../src/domain/time.ts";

export const BOGOTA = "America/Bogota";

/** A moment in Bogotá: `at("2026-11-23 10:00")`. */
export function at(text: string, zone = BOGOTA): DateTime {
  return DateTime.fromFormat(text, "yyyy-MM-dd HH:mm", { zone });
}

export function colombiaLaw(readings: Record<string, string> = {}): Profile {
  const profile = profileOf("CO", { readings });
  assert(profile, "Colombia has a profile");
  return profile;
}

/** A first message to a debtor in Colombia with permission and no past. */
export function factsWith(changes: Partial<Facts> = {}): Facts {
  return {
    country: "CO",
    trigger: "proactive",
    messageKind: "opening",
    channel: "whatsapp",
    recipient: "debtor",
    zones: [BOGOTA],
    permission: { channels: ["whatsapp"], source: "upload", givenAt: at("2026-01-15 09:00") },
    holds: [],
    contacts: [],
    conversationClosed: false,
    repliesSinceDebtorWrote: 0,
    ...changes,
  };
}

export function contact(text: string, changes: Partial<Contact> = {}): Contact {
  return { at: at(text), channel: "whatsapp", proactive: true, ...changes };
}
