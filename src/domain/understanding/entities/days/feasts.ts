import { addDays, type IsoDate } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { dayFrom, easterOf, nthWeekday, partsOf } from "../calendar.ts";
import { nextAfter, wordAt } from "../day-grammar.ts";
import { wordSet } from "../day-words.ts";
import type { Cursor, Found } from "../written-dates.ts";

type DayOfYear = (year: number) => IsoDate | undefined;

const fixed =
  (month: number, day: number): DayOfYear =>
  (year) =>
    dayFrom({ year, month, day });
const nth =
  (count: number, weekday: number, month: number): DayOfYear =>
  (year) =>
    nthWeekday({ year, month }, count, weekday);
const easter =
  (days: number): DayOfYear =>
  (year) =>
    addDays(easterOf(year), days);

type Feast = {
  readonly on: DayOfYear;
  readonly in?: readonly string[];
  readonly days?: number;
  readonly isName?: boolean;
};

/**
 * Feasts by which people name days, as folded words. Those with `in` are that day there only, those with `days` last, and
 * an `isName` is a surname as well unless something leads to it.
 */
const FEASTS: readonly (readonly [names: string, feast: Feast])[] = [
  [
    "ano nuevo|ano novo|new year|new years|new years day|primero de ano|primer dia del ano|primeiro dia do ano",
    { on: fixed(1, 1) },
  ],
  ["reyes", { on: fixed(1, 6), isName: true }],
  ["dia de reyes|dia de los reyes|dia de reis|reyes magos", { on: fixed(1, 6) }],
  ["san valentin|valentines|valentines day", { on: fixed(2, 14) }],
  ["dia de la mujer|dia da mulher", { on: fixed(3, 8) }],
  [
    "dia del trabajo|dia del trabajador|dia de los trabajadores|dia internacional de los trabajadores|dia do trabalho|dia do trabalhador",
    { on: fixed(5, 1) },
  ],
  ["halloween", { on: fixed(10, 31) }],
  ["dia de muertos|dia de los muertos|dia de los difuntos|finados|dia de finados", { on: fixed(11, 2) }],
  ["todos los santos|dia de todos los santos|todos os santos|dia de todos os santos", { on: fixed(11, 1) }],
  ["velitas|dia de las velitas|noche de las velitas", { on: fixed(12, 7) }],
  ["dia de la virgen", { on: fixed(12, 12), in: ["MX"] }],
  ["nochebuena|noche buena|christmas eve|vespera de natal", { on: fixed(12, 24) }],
  ["navidad|dia de navidad|natal|dia de natal|christmas|christmas day|xmas", { on: fixed(12, 25) }],
  [
    "nochevieja|noche vieja|fin de ano|fin del ano|fim de ano|fim do ano|final de ano|final del ano|final do ano|reveillon|new years eve|end of the year|end of year|ultimo dia del ano|ultimo dia do ano",
    { on: fixed(12, 31) },
  ],
  ["dia de la madre|dia de las madres|dia de la mama", { on: fixed(5, 10), in: ["MX"] }],
  [
    "dia de la madre|dia de las madres|dia das maes|dia de la mama|mothers day",
    { on: nth(2, 7, 5), in: ["CO", "PE", "EC", "CL", "BR", "US"] },
  ],
  [
    "dia del padre|dia de los padres|fathers day",
    { on: nth(3, 7, 6), in: ["CO", "PE", "EC", "CL", "MX", "AR", "US", "GB"] },
  ],
  ["dia dos pais", { on: nth(2, 7, 8) }],
  ["fiestas patrias", { on: fixed(9, 18), in: ["CL"], days: 2 }],
  ["fiestas patrias", { on: fixed(7, 28), in: ["PE"], days: 2 }],
  ["fiestas patrias", { on: fixed(9, 16), in: ["MX"], days: 1 }],
  ["thanksgiving", { on: nth(4, 4, 11) }],
  ["black friday|viernes negro", { on: (year) => addDays(nthWeekday({ year, month: 11 }, 4, 4) ?? easterOf(year), 1) }],
  ["semana santa|holy week", { on: easter(-7), days: 8 }],
  ["jueves santo", { on: easter(-3) }],
  ["viernes santo|sexta feira santa|sexta santa|good friday", { on: easter(-2) }],
  ["pascua|domingo de pascua|pascoa|domingo de pascoa|easter|easter sunday", { on: easter(0) }],
  ["corpus christi", { on: easter(60) }],
  ["carnaval|carnavales|carnival", { on: easter(-50), days: 4 }],
];

type Entry = { readonly words: readonly string[]; readonly feast: Feast };

const BY_FIRST_WORD: ReadonlyMap<string, readonly Entry[]> = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [names, feast] of FEASTS) {
    for (const words of names.split("|").map((name) => name.split(" "))) {
      const first = words[0] ?? "";
      entries.set(first, [...(entries.get(first) ?? []), { words, feast }]);
    }
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length);
  return entries;
}

const LEADS = wordSet("en para pa hasta tras pasando pasados pasado antes despues luego");

/** "en navidad", "año nuevo", "Semana Santa": the next one; a feast of days is a stretch of them. */
export function feast({ tokens, at, context: { today, country } }: Cursor): Found | undefined {
  const entry = BY_FIRST_WORD.get(wordAt(tokens, at))?.find(
    ({ words, feast: { in: countries, isName } }) =>
      (countries?.includes(country) ?? true) &&
      (!isName || isLed(tokens, at)) &&
      words.every((word, index) => wordAt(tokens, at + index) === word),
  );
  if (!entry) return undefined;
  const { on: onIn, days = 1 } = entry.feast;
  const { year } = partsOf(today);
  const found = [year, year + 1].map(onIn).find((day) => day !== undefined && addDays(day, days - 1) >= today);
  const gone = [year, year - 1].map(onIn).find((day) => day !== undefined && day < today);
  const end = at + entry.words.length;
  if (!found) return undefined;
  const isOver = ["previous", "last"].includes(wordAt(tokens, at - 1));
  if (isOver && gone) return { on: gone, end };
  if (days === 1) return { on: found, end: nextAfter(tokens, end) ?? end, gone };
  const to = addDays(found, days - 1);
  return {
    on: found < today ? today : found,
    end,
    gone,
    ambiguous: true,
    range: { from: found, to },
    alternatives: [to],
  };
}

function isLed(tokens: readonly Token[], at: number): boolean {
  const isOf = ["de", "los"].includes(wordAt(tokens, at - 1));
  return LEADS.has(wordAt(tokens, isOf ? at - 2 : at - 1));
}
