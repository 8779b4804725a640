import type { Frequency } from "../../negotiation/terms.ts";
import { ONE, readNumber } from "../entities/read-number.ts";
import type { Token } from "../tokens.ts";

/** What instalments are called, and the frequency that some of the names tell. */
const NAMES: ReadonlyMap<string, Frequency | undefined> = new Map<string, Frequency | undefined>([
  ...`cuota cuotas cuotita cuotitas quota quotas pagos pagitos partes plazos armadas letras letritas parcialidades abonos abonitos
  tramos tantos exhibiciones contados boletos parcela parcelas parcelinhas vezes veces x prestacoes instalments installments
  payments parts chunks entregas`
    .split(/\s+/)
    .map((name) => [name, undefined] as const),
  ...["mensualidad", "mensualidades", "meses", "mesecitos", "months"].map((name) => [name, "monthly"] as const),
  ["quincenas", "quincenal"],
  ["quinzenas", "quincenal"],
  ["semanas", "weekly"],
  ["weeks", "weekly"],
]);

/** Months and weeks are a span of time unless they are what something is spread over. */
const SPANS: ReadonlySet<string> = new Set([
  "meses",
  "mesecitos",
  "months",
  "semanas",
  "weeks",
  "quincenas",
  "quinzenas",
]);
const YEARS: ReadonlySet<string> = new Set(["ano", "anos", "year", "years"]);

/** These say what a number is not: after them "en 3" is no count. */
const OTHER_UNITS: ReadonlySet<string> = new Set(
  "dias dia mes semana days horas hora mil k % millones lucas palos soles pesos reais dolares euros minutos ano anos am pm".split(
    " ",
  ),
);

const QUALITIES: ReadonlySet<string> = new Set(
  `iguales fijas pequenas comodas chiquitas mensuales quincenales semanales iguais fixas pequenas mensais quinzenais semanais equal
  monthly weekly biweekly sencillas faciles`.split(/\s+/),
);

/** Verbs that spread a debt over what follows: "divídelo en 4", "faz em 6". Beginnings of folded words. */
const SPREADS =
  /^(divid|divd|part|parcel|fraccion|fracion|difer|difier|reparti|separ|refinanci|financi|reestructur|haz|hag|faz|fas|bot[ae]|poe|ponh|pon|coloc|split|spread|break|plazo|prazo)/;

/** Fewer is a payment, more is a slip of the finger. */
const MOST = 120;

/** Without a name, more than so many are an amount: "hazlo en 50". */
const MOST_BARE = 24;
const MOST_AWAITED = 60;

/** How far back the verb may stand. Words. */
const REACH = 5;

export type Count = {
  /** Undefined when a range was said ("dos o tres cuotas"): it is asked, never chosen for them. */
  readonly count: number | undefined;
  readonly frequency: Frequency | undefined;
  /** Tokens `at` up to but without `end`. */
  readonly at: number;
  readonly end: number;
};

/**
 * Every number of instalments, left to right: "en 3 cuotas", "3x", "divídelo en 4", "a 6 meses", "1+5", "cinco de 120", "a dos
 * años". `isAfterRest` tells whether a token comes after "el resto", where "en 3" and "en 2 meses" count.
 */
export function countsIn(
  tokens: readonly Token[],
  { isAfterRest, isAwaited }: { readonly isAfterRest: (at: number) => boolean; readonly isAwaited: boolean },
): Count[] {
  const counts: Count[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = countAt(tokens, at, { afterRest: isAfterRest(at), isAwaited });
    if (!found) continue;
    counts.push(found);
    at = found.end - 1;
  }
  return counts;
}

type Place = { readonly afterRest: boolean; readonly isAwaited: boolean };

function countAt(tokens: readonly Token[], at: number, { afterRest, isAwaited }: Place): Count | undefined {
  const first = wholeAt(tokens, at);
  if (!first) return undefined;
  const other = ["o", "ou", "or", "a", "-", "y", "e"].includes(tokens[first.end]?.word ?? "")
    ? wholeAt(tokens, first.end + 1)
    : undefined;
  const plus = tokens[first.end]?.word === "+" ? wholeAt(tokens, first.end + 1) : undefined;
  if (plus && first.value >= 1 && first.value <= 3 && plus.value <= MOST)
    return { count: first.value + plus.value, frequency: undefined, at, end: plus.end };

  const last = other && nameAfter(tokens, other.end) ? other : first;
  const name = nameAfter(tokens, last.end);
  const lead = tokens[at - 1]?.word ?? "";
  const spreads = isSpread(tokens, at);
  const isTimes = name !== undefined && TIMES.has(name.word) && !isPaidTimes(tokens, at, name.end);
  const isName =
    name !== undefined &&
    !(isTimes && !isAwaited && !spreads && !afterRest) &&
    !(SPANS.has(name.word) && !afterRest && !isAwaited && lead !== "a" && !spreads);
  if (!afterRest && isOwed(tokens, at)) return undefined;
  const years = YEARS.has(tokens[last.end]?.word ?? "") && (lead === "a" || spreads) ? 12 : undefined;
  const bare = !name && isBareCount(tokens, at, first.end, { afterRest, isAwaited, spreads, lead });
  if (!isName && years === undefined && !bare) return undefined;

  const value = years === undefined ? last.value : last.value * years;
  if (value < (afterRest ? 1 : 2) || value > MOST || (years === undefined && last.value > MOST)) return undefined;
  const isRange = last === other && other.value !== first.value;
  return {
    count: isRange ? undefined : value,
    frequency: years === undefined ? name && NAMES.get(name.word) : "monthly",
    at,
    end: name?.end ?? (years === undefined ? last.end : last.end + 1),
  };
}

const ARTICLES: ReadonlySet<string> = new Set(
  "las los as os esas estas essas mis minhas todas ultimas primeras".split(" "),
);
const OWED: ReadonlySet<string> = new Set(
  "debo devo faltan faltam falta eran eram son sao llevo quedan restan atrasadas vencidas tengo tenho pague paguei van".split(
    " ",
  ),
);

/** "Las dos cuotas que debo", "debo 3 letras", "me faltan 2 parcelas": instalments that there are, not ones that are asked for. */
function isOwed(tokens: readonly Token[], at: number): boolean {
  if (ARTICLES.has(tokens[at - 1]?.word ?? "")) return true;
  const clause = tokens[at]?.clause;
  return tokens.slice(Math.max(0, at - 3), at).some((token, index, before) => {
    const isIf = ["si", "se", "que"].includes(before[index - 1]?.word ?? "");
    return token.clause === clause && OWED.has(token.word) && !isIf;
  });
}

const TIMES: ReadonlySet<string> = new Set(["veces", "vezes"]);

/** "En 3 veces", "15 vezes de 60"; not "3 veces por semana", "te llamé 3 veces". */
function isPaidTimes(tokens: readonly Token[], at: number, end: number): boolean {
  const leads = ["en", "em", "de", "umas", "unas", "uns", "e", "por", "mantem", "as"];
  const next = tokens[end]?.word ?? "";
  return (
    !["por", "al", "a", "ao", "na"].includes(next) &&
    (leads.includes(tokens[at - 1]?.word ?? "") || next === "de" || at === 0)
  );
}

type Bare = Place & { readonly spreads: boolean; readonly lead: string };

/** "El resto en 3", "divídelo en 4", "cinco de 120", and where a number of instalments is awaited "3" and "ponle diez". */
function isBareCount(
  tokens: readonly Token[],
  at: number,
  end: number,
  { afterRest, isAwaited, spreads, lead }: Bare,
): boolean {
  const next = tokens[end]?.word ?? "";
  if (OTHER_UNITS.has(next) || next === "%" || next === "/" || next === ":") return false;
  const isLed = ["en", "em", "in", "a", "into", "over"].includes(lead);
  const value = wholeAt(tokens, at)?.value ?? 0;
  if (isLed && lead !== "a" && (afterRest || (spreads && value <= MOST_BARE))) return true;
  // "Cinco de 120": so many of so much.
  const each = next === "de" || next === "of" ? readNumber(tokens, end + 1, "") : undefined;
  if (
    each &&
    value <= MOST_AWAITED &&
    each.millionths >= 10n * ONE &&
    (each.millionths > BigInt(value) * ONE || each.scaled)
  ) {
    return !["el", "dia", "the", "del", "al"].includes(lead);
  }
  return isAwaited && value <= MOST_AWAITED;
}

function wholeAt(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const word = tokens[at]?.word ?? "";
  const dozen = ["docena", "duzia", "dozen"].includes(tokens[at + 1]?.word ?? "");
  if (dozen && ["media", "meia", "half"].includes(word)) return { value: 6, end: at + 2 };
  if (dozen && ["una", "uma", "a"].includes(word)) return { value: 12, end: at + 2 };
  if (tokens[at]?.kind === "word" && ["un", "una", "um", "uma", "uno", "one"].includes(word)) return undefined;
  const number = readNumber(tokens, at, "");
  if (!number || number.scaled || number.millionths % ONE !== 0n || number.millionths > 1_000n * ONE) return undefined;
  return { value: Number(number.millionths / ONE), end: number.end };
}

function nameAfter(tokens: readonly Token[], from: number): { word: string; end: number } | undefined {
  let at = from;
  while (QUALITIES.has(tokens[at]?.word ?? "") || tokens[at]?.word === "de") at++;
  const word = tokens[at]?.word ?? "";
  return NAMES.has(word) ? { word, end: at + 1 } : undefined;
}

function isSpread(tokens: readonly Token[], at: number): boolean {
  const clause = tokens[at]?.clause;
  for (let before = at - 1; before >= 0 && before >= at - REACH; before--) {
    const token = tokens[before];
    if (!token || token.clause !== clause) return false;
    if (SPREADS.test(token.word)) return true;
  }
  return false;
}
