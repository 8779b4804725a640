import type { Business } from "../../../../db/businesses.ts";
import type { ChosenReadingRow } from "../../../../db/console/law.ts";
import { present } from "../../../domain/assert.ts";
import type { Clause } from "../../../domain/contact-law/clause.ts";
import type { CountryLaw as CountryFile } from "../../../domain/contact-law/countries/country-law.ts";
import { holidaysOf } from "../../../domain/contact-law/holidays.ts";
import { lawFor } from "../../../domain/contact-law/law-for.ts";
import { changesOf } from "../../../domain/contact-law/pages/changes.ts";
import { type Country, nameOf } from "../../../domain/contact-law/pages/country.ts";
import { answersOf, forbiddenOf, limitsOf, rolesOf, stopsOf, whoOf } from "../../../domain/contact-law/pages/told.ts";
import { WORDS } from "../../../domain/contact-law/pages/words-of.ts";
import { WEEKDAYS, weekdayName } from "../../../domain/contact-law/pages/write.ts";
import type { Hours, Profile, Reading } from "../../../domain/contact-law/profile.ts";
import { addDays, type IsoDate } from "../../../domain/time.ts";
import type { Language } from "../../contract/common.ts";
import type {
  CountryLaw,
  LawChapter,
  OpenHours,
  ReadingChoice,
  ReadingName,
  ReadingView,
  RuleSaid,
} from "../../contract/law.ts";
import type { Names } from "./author.ts";
import { clauseView } from "./decision.ts";
import { moment } from "./moments.ts";

/** How far ahead closed days are shown. */
const DAYS_AHEAD = 60;

export type Shown = {
  readonly business: Business;
  readonly part: string | undefined;
  /** The business's own day. */
  readonly on: IsoDate;
  /** Newest first. */
  readonly chosen: readonly ChosenReadingRow[];
  readonly names: Names;
  readonly language: Language;
};

/** The law of a country as it holds for a business, in words that its pages for lawyers use too. */
export function countryLawView(law: CountryFile, shown: Shown): CountryLaw {
  const { business, part, on, language } = shown;
  const profile = present(lawFor(business, { country: law.country, subdivision: part }).profile, "a written law");
  const country: Country = { law, profile, language, words: WORDS[language] };
  const { hours, holidays, countsAsContact } = profile;
  const history = shown.chosen.map((row) => choiceView(row, law.readings, shown));
  return {
    country: law.country,
    name: nameOf(law.country, language),
    version: profile.version,
    part: part ?? null,
    parts: law.subdivisions,
    zones: profile.zones,
    hours: {
      week: WEEKDAYS.map((day) => ({ name: weekdayName(day, language), open: hours.week[day].map(openHours) })),
      clause: clauseView(hours.clause, language),
    },
    holidays: holidays ? { next: closedDays(holidays, on), clause: clauseView(holidays.clause, language) } : null,
    limits: limitsOf(country).map(({ says, channels, clause }) => told(`${says}${channels}`, clause, language)),
    counts: country.words.caps.counts[countsAsContact],
    chapters: chaptersOf(country),
    readings: law.readings.map((reading) => readingView(reading, { law, profile, history, language })),
    history,
  };
}

function told(says: string | null, clause: Clause | null, language: Language): RuleSaid {
  return { says, clause: clause && clauseView(clause, language) };
}

function chaptersOf(country: Country): LawChapter[] {
  const { profile, language, words } = country;
  const { headings, stops } = words;
  const rules = (of: readonly { says: string | null; clause: Clause | null }[]) =>
    of.map(({ says, clause }) => told(says, clause, language));
  return [
    { topic: "who", heading: headings.who, note: rolesOf(country), rules: rules(whoOf(country)) },
    { topic: "answers", heading: headings.answers, note: null, rules: rules(answersOf(country)) },
    {
      topic: "stops",
      heading: headings.stops,
      note: null,
      rules: [
        ...stopsOf(country).map(({ state, left, clause }) =>
          told(`${stops.state.replace("…", "")} ${state}: ${left}`, clause, language),
        ),
        told(stops.holds, profile.holds.clause, language),
      ],
    },
    {
      topic: "content",
      heading: headings.content,
      note: null,
      rules: [told(null, profile.content.clause, language), ...rules(eachOnce(forbiddenOf(country)))],
    },
  ];
}

/** A clause that forbids some words and doubts others says both at once. */
function eachOnce(rules: readonly { readonly says: string; readonly clause: Clause }[]) {
  const ofClause = Map.groupBy(rules, ({ clause }) => clause);
  return [...ofClause].map(([clause, same]) => ({ says: same.map(({ says }) => says).join(" · "), clause }));
}

type Choosing = {
  readonly law: CountryFile;
  readonly profile: Profile;
  readonly history: readonly ReadingChoice[];
  readonly language: Language;
};

function readingView(reading: Reading, { law, profile, history, language }: Choosing): ReadingView {
  const now = profile.readings;
  const { name, about, options } = reading;
  const last = history.find((choice) => choice.reading === name);
  return {
    name,
    about: about[language],
    options: options.map((option) => ({
      name: option.name,
      clause: clauseView(option.clause, language),
      isInForce: now[name] === option.name,
      strictness: option.strictness,
      changes:
        now[name] === option.name
          ? []
          : changesOf(law, language, { before: now, after: { ...now, [name]: option.name } }),
    })),
    chosen: last && last.to.name === now[name] ? last : null,
  };
}

function choiceView(
  { id, at, actor, reading, from, option, reason }: ChosenReadingRow,
  offered: readonly Reading[],
  { names, language }: Pick<Shown, "names" | "language">,
): ReadingChoice {
  const known = offered.find(({ name }) => name === reading);
  const named = (name: string): ReadingName => {
    const clause = known?.options.find((one) => one.name === name)?.clause;
    return { name, says: clause?.text[language] ?? null };
  };
  return {
    id,
    at: moment(at),
    by: names.get(actor) ?? null,
    reading,
    about: known?.about[language] ?? null,
    from: from === null ? null : named(from),
    to: named(option),
    reason,
  };
}

function closedDays({ calendar }: NonNullable<Profile["holidays"]>, on: IsoDate): IsoDate[] {
  const last = addDays(on, DAYS_AHEAD);
  const years = new Set([Number(on.slice(0, 4)), Number(last.slice(0, 4))]);
  return [...years]
    .flatMap((year) => [...holidaysOf(calendar, year)])
    .filter((day) => on <= day && day < last)
    .toSorted();
}

function openHours({ start, end }: Hours): OpenHours {
  return { start: clock(start), end: clock(end) };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
