import type { CountryLaw } from "../countries/country-law.ts";
import type { Profile } from "../profile.ts";
import { profileOf } from "../profiles.ts";
import type { PageLanguage } from "./words.ts";
import { WORDS } from "./words-of.ts";
import { writtenWeek } from "./write.ts";

/** What another choice would change, in words: `part` is that part of the country alone, such as `AM`; null for all of it. */
export type Change = {
  /** `place`: whose law holds for somebody of whom too little is known. */
  readonly topic: "place" | "hours" | "holidays" | "caps" | "counts";
  readonly part: string | null;
  readonly before: string;
  readonly after: string;
};

type Chosen = Readonly<Record<string, string>>;

/** What would hold other than now. A part is named only for what does not change for the whole country. */
export function changesOf(
  law: CountryLaw,
  language: PageLanguage,
  chosen: { readonly before: Chosen; readonly after: Chosen },
): Change[] {
  const between = (subdivision: string | undefined): Change[] => {
    const before = profileOf(law.country, { readings: chosen.before, subdivision });
    const after = profileOf(law.country, { readings: chosen.after, subdivision });
    return before && after ? differences(before, after, language) : [];
  };
  const whole = between(undefined);
  const topics = new Set(whole.map(({ topic }) => topic));
  const changed = [...whole, ...law.subdivisions.flatMap(between).filter(({ topic }) => !topics.has(topic))];
  return changed.length > 0 ? changed : ofPlace(law, language, chosen);
}

/** A choice that changes no law of any place is about which place's law holds: told by what its options say. */
function ofPlace(
  law: CountryLaw,
  language: PageLanguage,
  { before, after }: { readonly before: Chosen; readonly after: Chosen },
): Change[] {
  return law.readings.flatMap(({ name, options }) => {
    const [was, is] = [before, after].map((chosen) => options.find((one) => one.name === chosen[name]) ?? options[0]);
    if (!was || !is || was === is) return [];
    return [
      { topic: "place" as const, part: null, before: was.clause.text[language], after: is.clause.text[language] },
    ];
  });
}

function differences(before: Profile, after: Profile, language: PageLanguage): Change[] {
  const part = after.subdivision ?? null;
  return TOPICS.flatMap(({ topic, of, written }) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after))
      ? []
      : [{ topic, part, before: written(before, language), after: written(after, language) }],
  );
}

/** Compared as they are, and written only when they differ: to write a week takes a hundred times as long. */
const TOPICS: readonly {
  readonly topic: Exclude<Change["topic"], "place">;
  readonly of: (profile: Profile) => unknown;
  readonly written: (profile: Profile, language: PageLanguage) => string;
}[] = [
  {
    topic: "hours",
    of: ({ hours }) => hours.week,
    written: ({ hours }, language) => writtenWeek(hours.week, { language, words: WORDS[language] }),
  },
  {
    topic: "holidays",
    // The days, and not the rule that closes them: two readings may close the same ones for another reason.
    of: ({ holidays }) => holidays?.calendar ?? null,
    written: ({ holidays }, language) => holidays?.clause.text[language] ?? WORDS[language].holidays.none,
  },
  {
    topic: "caps",
    of: ({ caps }) => caps,
    written: ({ caps }, language) => {
      const { cap, none } = WORDS[language].caps;
      const limits = caps.map((one) => `${cap(one)}${one.channels ? ` (${one.channels.join(", ")})` : ""}`);
      return limits.length === 0 ? none : limits.join("; ");
    },
  },
  {
    topic: "counts",
    of: ({ countsAsContact }) => countsAsContact,
    written: ({ countsAsContact }, language) => WORDS[language].caps.counts[countsAsContact],
  },
];
