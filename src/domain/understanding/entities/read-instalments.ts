import type { Frequency } from "../../negotiation/terms.ts";
import type { Token } from "../tokens.ts";
import { skip, smallCount, wordAt } from "./day-grammar.ts";
import { wordSet } from "./day-words.ts";

export type InstalmentsReading = {
  /** Payments in all that the words name; of "el resto en 3" those of the rest. */
  readonly count: number;
  /** The other counts of "2 o 3 cuotas", "de 3 a 6 pagos". */
  readonly alternatives: readonly number[];
  /** Where the name tells it: "a 6 meses", "4 mensualidades". */
  readonly frequency?: Frequency;
  /** Just "en 3", with nothing that says of what: it counts where the talk is of a rest or of instalments. */
  readonly bare: boolean;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

type Name = {
  /** Counts payments by itself; the others do only after "en": "3 cuotas", but "te llamé 3 veces". */
  readonly plain: boolean;
  readonly frequency?: Frequency;
};

const NAMES: ReadonlyMap<string, Name> = new Map([
  ...names(
    `cuota cuotas cuotitas pagos paguitos plazos armadas letras parcialidades abonos exhibiciones parcela parcelas parcelinhas
    prestacoes prestaciones instalments installments instalment installment payments x`,
    { plain: true },
  ),
  ...names(
    "pago exhibicion abono plazo parte partes tramos tantos veces vezes vez parts payment times tandas entregas",
    { plain: false },
  ),
  ...names("mensualidad mensualidades", { plain: true, frequency: "monthly" }),
]);

/** Spans of time that are a number of payments only where the lead says so: "a seis meses", "over 3 months". */
const SPANS: ReadonlyMap<string, Frequency> = new Map([
  ["meses", "monthly"],
  ["months", "monthly"],
  ["quincenas", "quincenal"],
  ["quinzenas", "quincenal"],
  ["semanas", "weekly"],
  ["weeks", "weekly"],
]);

/** Fewer is no payment, more is a slip of the finger. */
const MOST_INSTALMENTS = 120;

/** Every number of payments of the message, left to right: "en 3 cuotas", "3x", "a seis meses", "dividido en cuatro", "de contado". */
export function readInstalments(tokens: readonly Token[]): InstalmentsReading[] {
  const readings: InstalmentsReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = atOnce(tokens, at) ?? halves(tokens, at) ?? counted(tokens, at);
    if (found) readings.push(found);
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return readings;
}

const QUALITIES = wordSet(
  "iguales fijas pequenas comodas iguais fixas equal fixed monthly weekly pequenos solo sola solos unicos unica unico mas mais suaves",
);
const IN = wordSet("en em in into");
const OVER_TIME = wordSet("a por durante for over along");
const OR = wordSet("o u ou or a - to");
const ROUGHLY = wordSet("unas unos umas uns like about como");

function counted(tokens: readonly Token[], at: number): InstalmentsReading | undefined {
  const couple = coupleOf(tokens, at);
  if (couple) return couple;
  const first = smallCount(tokens, at);
  if (!first || isOrdinal(tokens, first.end)) return undefined;
  const second = OR.has(wordAt(tokens, first.end)) ? smallCount(tokens, first.end + 1) : undefined;
  const last = second && isName(tokens, skip(tokens, second.end, QUALITIES)) ? second : first;
  const nameAt = skip(tokens, last.end, QUALITIES);
  const leadAt = leadBefore(tokens, at);
  const lead = wordAt(tokens, leadAt);
  const name = NAMES.get(wordAt(tokens, nameAt));
  const span = name ? undefined : SPANS.get(wordAt(tokens, nameAt));
  const counts = [first.count, ...(last === second ? [second.count] : [])];
  if (counts.some((count) => count < 1 || count > MOST_INSTALMENTS)) return undefined;

  const [count = 0, ...alternatives] = counts;
  const reading = { count, alternatives, bare: false, first: at };
  const isLed = IN.has(lead) || isDivided(tokens, leadAt);
  if (
    name &&
    (name.plain ? count > 1 || isLed : isLed) &&
    !isOwed(tokens, leadAt, nameAt + 1) &&
    !isRate(tokens, nameAt)
  )
    return { ...reading, end: nameAt + 1, ...(name.frequency && { frequency: name.frequency }) };
  if (span && count > 1 && OVER_TIME.has(lead)) return { ...reading, end: nameAt + 1, frequency: span };
  if (!IN.has(lead) || name || span || !isBareEnd(tokens, first.end) || count < 2) return undefined;
  return { ...reading, alternatives: [], end: first.end, bare: !isDivided(tokens, leadAt - 1) };
}

function leadBefore(tokens: readonly Token[], at: number): number {
  const isSkipped =
    ROUGHLY.has(wordAt(tokens, at - 1)) ||
    ["las", "los", "ate", "hasta", "de", "as", "the"].includes(wordAt(tokens, at - 1));
  return isSkipped ? at - 2 : at - 1;
}

/** "3ª parcela", "2nd payment": which one, not how many. */
function isOrdinal(tokens: readonly Token[], at: number): boolean {
  const isGlued = tokens[at]?.start === tokens[at - 1]?.end && wordAt(tokens, at) !== "x";
  return (
    isGlued &&
    ["ª", "º", "°", "a", "o", "st", "nd", "rd", "th", "ra", "da", "ta", "er", "ro", "do", "to", "va"].includes(
      wordAt(tokens, at),
    )
  );
}

function isName(tokens: readonly Token[], at: number): boolean {
  return NAMES.has(wordAt(tokens, at)) || SPANS.has(wordAt(tokens, at));
}

const DIVIDE = /^(divid|divis|part[ie]|fraccion|parcel|split|separ|reparti|difer|financi)/;

/** "dividido en", "partirlo en", "parcelar em", "split it into". */
function isDivided(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  return (
    DIVIDE.test(word) ||
    (["it", "la", "lo", "deuda", "divida", "esto", "isso"].includes(word) && DIVIDE.test(wordAt(tokens, at - 1)))
  );
}

const OWES = wordSet(
  "debo debe deben adeudo llevo lleva faltan falta quedan restan tengo pague pagado pagadas hice di devo paguei faltam fiz owe missed made",
);
const OVERDUE = wordSet(
  "atrasadas atrasados vencidas vencidos pendientes pagadas pagados restantes atraso pagas pendentes overdue late left",
);

/** "Debo 3 cuotas", "2 parcelas vencidas": how many there are, not how many are offered. */
function isOwed(tokens: readonly Token[], leadAt: number, end: number): boolean {
  const isBehind = [leadAt, leadAt - 1].some((at) => OWES.has(wordAt(tokens, at)));
  return (
    isBehind ||
    OVERDUE.has(wordAt(tokens, end)) ||
    (["en", "em"].includes(wordAt(tokens, end)) && OVERDUE.has(wordAt(tokens, end + 1)))
  );
}

/** "dos veces al mes": a rhythm. */
function isRate(tokens: readonly Token[], nameAt: number): boolean {
  return (
    ["veces", "vezes", "vez", "times"].includes(wordAt(tokens, nameAt)) &&
    ["al", "por", "a", "per", "ao"].includes(wordAt(tokens, nameAt + 1))
  );
}

const UNITS = wordSet(
  "dia dias day days mes meses semana semanas week weeks hora horas hour hours mil k % ano anos quincena quincenas minutos month months punto ponto : / -",
);

function isBareEnd(tokens: readonly Token[], at: number): boolean {
  return !UNITS.has(wordAt(tokens, at)) && tokens[at]?.kind !== "number" && wordAt(tokens, at) !== "por";
}

/** "un par de cuotas". */
function coupleOf(tokens: readonly Token[], at: number): InstalmentsReading | undefined {
  if (!["par", "couple"].includes(wordAt(tokens, at)) || !NAMES.has(wordAt(tokens, at + 2))) return undefined;
  return { count: 2, alternatives: [3], bare: false, first: at, end: at + 3 };
}

const ONCE: readonly string[] = [
  "de contado",
  "al contado",
  "a vista",
  "pago unico",
  "cuota unica",
  "parcela unica",
  "en un pago",
  "en un solo pago",
  "un solo pago",
  "una sola cuota",
  "una sola exhibicion",
  "en una exhibicion",
  "uma so vez",
  "de una sola vez",
  "in one payment",
  "one single payment",
  "in full",
  "lump sum",
];
const ONCE_WORDS = ONCE.map((phrase) => phrase.split(" "));

function atOnce(tokens: readonly Token[], at: number): InstalmentsReading | undefined {
  const words = ONCE_WORDS.find((phrase) => phrase.every((word, index) => wordAt(tokens, at + index) === word));
  return words && { count: 1, alternatives: [], bare: false, first: at, end: at + words.length };
}

const HALF = wordSet("mitad metade half");
/** How far apart the two halves may stand: "la mitad hoy y la otra mitad el viernes". Words. */
const HALVES_REACH = 8;

/** "mitad y mitad", "metade agora e metade depois". */
function halves(tokens: readonly Token[], at: number): InstalmentsReading | undefined {
  if (!HALF.has(wordAt(tokens, at))) return undefined;
  const { clause } = tokens[at] ?? {};
  for (let next = at + 1; next <= at + HALVES_REACH && tokens[next]?.clause === clause; next++) {
    if (HALF.has(wordAt(tokens, next))) return { count: 2, alternatives: [], bare: false, first: at, end: next + 1 };
  }
  return undefined;
}

function names(list: string, name: Name): (readonly [string, Name])[] {
  return list.split(/\s+/).map((word) => [word, name] as const);
}
