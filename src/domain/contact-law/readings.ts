import type { Texts } from "./clause.ts";
import type { DecidedBy } from "./decision.ts";
import type { Reading, ReadingOption } from "./profile.ts";
import { readingsOf } from "./profiles.ts";

/** What a business chose where sources conflict, by country and name: `{ CO: { contact: "two_way_only" } }`. */
export type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One choice of a business, by names. */
export type Choice = { readonly country: string; readonly reading: string; readonly option: string };

/**
 * What a business chose for a country, of what is offered there. A later version may offer a reading no more: its default is
 * in force again then, and no message waits for somebody to notice. `unknownChoices` tells them.
 */
export function knownChoices(choices: Choices, country: string): Record<string, string> {
  const known = choicesIn(choices, country).filter(isOffered);
  return Object.fromEntries(known.map(({ reading, option }) => [reading, option]));
}

/** What it chose and is offered no more: it has no effect, and somebody has to choose anew or let it be. */
export function unknownChoices(choices: Choices): Choice[] {
  return Object.keys(choices).flatMap((country) => choicesIn(choices, country).filter((one) => !isOffered(one)));
}

/** What may be chosen under these names; undefined where nothing may. */
export function offeredAs({
  country,
  reading,
  option,
}: Choice): { reading: Reading; option: ReadingOption } | undefined {
  const named = readingsOf(country).find(({ name }) => name === reading);
  const chosen = named?.options.find(({ name }) => name === option);
  return named && chosen && { reading: named, option: chosen };
}

/** A reading that held by a business's choice: its names, and its words where this build still has them. */
export type HeldReading = Choice & { readonly about: Texts | undefined; readonly says: Texts | undefined };

/**
 * The readings in which a decision followed the choice of the business and not the default of its time. The version names
 * them, so a default that changes later does not change what is told of an old decision.
 */
export function heldByChoice({ country, version, readings }: Omit<DecidedBy, "subdivision">): HeldReading[] {
  const named = version.split("+").slice(1);
  return Object.entries(readings).flatMap(([reading, option]) => {
    if (!named.includes(`${reading}=${option}`)) return [];
    const offered = offeredAs({ country, reading, option });
    return [{ country, reading, option, about: offered?.reading.about, says: offered?.option.clause.text }];
  });
}

function choicesIn(choices: Choices, country: string): Choice[] {
  return Object.entries(choices[country] ?? {}).map(([reading, option]) => ({ country, reading, option }));
}

function isOffered(choice: Choice): boolean {
  return offeredAs(choice) !== undefined;
}
