import type { Zone } from "../time.ts";
import { STATE_UNKNOWN, stateOfAreaCode } from "./countries/brazil-area-codes.ts";
import type { PlaceKnown } from "./facts.ts";
import type { Profile } from "./profile.ts";
import { profileOf } from "./profiles.ts";
import { type Choices, knownChoices } from "./readings.ts";

/** Who is owed: where they are, and which readings they chose for each country where sources conflict. */
export type Creditor = {
  readonly country: string;
  readonly zone: Zone;
  readonly readings: Choices;
};

/** What is known of where a person lives. */
export type Lives = {
  readonly country?: string | null | undefined;
  /** The part of ISO 3166-2 after the hyphen: `SP`. */
  readonly subdivision?: string | null | undefined;
  readonly zone?: Zone | null | undefined;
  /** E.164, or the same digits alone. */
  readonly phone?: string | null | undefined;
};

/** The law one person is under, and every zone they may be in; all of them must allow what we start. */
export type Law = {
  readonly country: string;
  readonly profile: Profile | undefined;
  readonly zones: readonly Zone[];
  /** Their clock, where it is on file or their place has but one; what is shown in any other would be a guess. */
  readonly zone: Zone | undefined;
  readonly known: PlaceKnown;
};

/**
 * The one place where it is decided whose law holds: that of where the person lives, and who they owe only says where that
 * is when nobody else does. A zone on file is the person's; without it each zone of their country or state is plausible, not
 * only the creditor's own. An area code is a guess, and would make the law milder than where its owner may live: it counts only
 * where the business chose that reading. Without `lives` it is the law for somebody of whom nothing is known.
 */
export function lawFor(creditor: Creditor, lives: Lives = {}): Law {
  const country = lives.country ?? creditor.country;
  const guessed = country === "BR" ? guessedState(creditor, lives) : undefined;
  const subdivision = lives.subdivision ?? guessed;
  const profile = profileOf(country, { readings: knownChoices(creditor.readings, country), subdivision });
  return {
    country,
    profile,
    zones: lives.zone ? [lives.zone] : (profile?.zones ?? [creditor.zone]),
    zone: lives.zone ?? (profile?.zones.length === 1 ? profile.zones[0] : undefined),
    known: lives.subdivision ? "said" : guessed ? "plausible" : lives.country ? "said" : "assumed",
  };
}

function guessedState({ readings }: Creditor, { phone }: Lives): string | undefined {
  return phone && readings["BR"]?.[STATE_UNKNOWN.reading] === STATE_UNKNOWN.byAreaCode
    ? stateOfAreaCode(phone)
    : undefined;
}
