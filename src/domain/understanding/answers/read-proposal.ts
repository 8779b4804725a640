import { type Money, money } from "../../money.ts";
import type { Frequency } from "../../negotiation/terms.ts";
import type { IsoDate } from "../../time.ts";
import type { Cue } from "../entities/cues.ts";
import type { Entities } from "../entities/read-entities.ts";
import { ONE, readNumber } from "../entities/read-number.ts";
import type { Content, Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { type Located, located } from "./read-promise.ts";

type Proposed = Extract<Content, { type: "proposal" }>;

/** What instalments are called, and the frequency that some of the names tell. */
const INSTALMENT_NAMES: ReadonlyMap<string, Frequency | undefined> = new Map<string, Frequency | undefined>([
  ...`cuota cuotas pagos partes plazos armadas letras parcialidades abonos tramos tantos exhibiciones parcela parcelas vezes
  veces x prestacoes instalments installments payments parts`
    .split(/\s+/)
    .map((name) => [name, undefined] as const),
  ...["mensualidad", "mensualidades", "meses", "months"].map((name) => [name, "monthly"] as const),
  ["quincenas", "quincenal"],
  ["semanas", "weekly"],
  ["weeks", "weekly"],
]);

const EVERY: Readonly<Record<Frequency, readonly string[]>> = {
  weekly: ["semanal", "semanales", "semanalmente", "semanais", "weekly"],
  quincenal: ["quincenal", "quincenales", "quincenalmente", "quinzenal", "quinzenais", "quinzena", "biweekly"],
  monthly: ["mensual", "mensuales", "mensualmente", "mensal", "mensais", "monthly"],
};
const PERIODS: ReadonlyMap<string, Frequency> = new Map(
  Object.entries({
    semana: "weekly",
    week: "weekly",
    quincena: "quincenal",
    quinzena: "quincenal",
    mes: "monthly",
    month: "monthly",
  } as const),
);
const EACH: ReadonlySet<string> = new Set([
  "cada",
  "por",
  "a",
  "al",
  "per",
  "every",
  "la",
  "each",
  "todas",
  "todos",
  "las",
  "los",
]);

/** Fewer is a payment, more is a slip of the finger. */
const MOST_INSTALMENTS = 120;

/**
 * What somebody offers to pay and how: "200 mil hoy y el resto en 3", "en 3 cuotas", "100 mil quincenales", "la mitad
 * ahora", "solo puedo dar 300". Only what was said: what is missing is for the negotiation to fill in.
 */
export function readProposal(
  text: Text,
  entities: Entities,
  cues: readonly Cue[],
  context: Context,
): Located<Proposed> | undefined {
  const has = (says: Cue["says"]) => cues.some((cue) => cue.says === says);
  const { tokens, amounts } = entities;
  if (entities.foreign || has("veto")) return undefined;

  const rest = cues.find(({ says }) => says === "rest");
  const split = instalmentsIn(tokens, rest);
  const frequency = split?.frequency ?? frequencyIn(tokens);
  const beforeRest = amounts.filter(({ first }) => !rest || (tokens[first]?.start ?? 0) < rest.start);
  const share = shareOf(tokens, cues, context.owed);
  const explicit = amounts.filter((amount) => amount.explicit || amounts.length === 1);

  // "200 mil hoy y 200 mil el 15": two amounts, two days.
  const isSeries = explicit.length === 2 && entities.days.length + (has("now") ? 1 : 0) >= 2 && !split;
  const isPlan =
    split !== undefined ||
    (frequency !== undefined && explicit.length > 0) ||
    (rest !== undefined && (explicit.length > 0 || share !== undefined)) ||
    isSeries ||
    (share !== undefined && entities.days.length > 0);
  const offersOnly =
    !isPlan &&
    explicit.length === 1 &&
    (has("offersAmount") || (context.expects === "offer" && text.words.length <= 6)) &&
    entities.days.length === 0;
  if (!isPlan && !offersOnly) return undefined;

  const firstPayment = firstPaymentOf({
    rest,
    split,
    has,
    amounts: beforeRest.map(({ amount }) => amount),
    share,
    offersOnly: offersOnly || isSeries,
    entities,
  });
  const regular = explicit.filter(({ amount }) => amount !== firstPayment);
  const two = (rest ?? isSeries) && !split ? 2 : undefined;
  const instalments = split ? split.count + (firstPayment && !split.all ? 1 : 0) : two;
  const firstOn = firstDay(entities, has("now"), context.today, { rest, firstPayment });
  const each = regular[0]?.amount;
  const every = frequency ?? (rest && !split ? "monthly" : undefined);
  const content: Proposed = {
    type: "proposal",
    ...(firstPayment && { firstAmount: firstPayment }),
    ...(firstOn && { firstOn }),
    ...(instalments !== undefined && { instalments }),
    ...(each && { each }),
    ...(every && { frequency: every }),
  };
  return located(content, 0, tokens.length, tokens);
}

type Split = {
  readonly count: number;
  readonly frequency: Frequency | undefined;
  readonly at: number;
  readonly all: boolean;
};

/** "en 3 cuotas", "3x", "el resto en 3", "a 6 meses". `all` when the count is of the whole, not of the rest. */
function instalmentsIn(tokens: readonly Token[], rest: Cue | undefined): Split | undefined {
  for (let at = 0; at < tokens.length; at++) {
    const number = readNumber(tokens, at, "");
    if (!number || number.scaled || number.millionths % ONE !== 0n) continue;
    const count = Number(number.millionths / ONE);
    const isAfterRest = rest !== undefined && (tokens[at]?.start ?? 0) >= rest.start;
    const nameAt = skipQualities(tokens, number.end);
    const name = tokens[nameAt]?.word ?? "";
    const lead = tokens[at - 1]?.word ?? "";
    const isNamed = INSTALMENT_NAMES.has(name) && !(isSpan(name) && !isAfterRest && lead !== "a");
    const isBare = isAfterRest && ["en", "em", "in"].includes(lead) && !isUnit(name);
    if ((isNamed || isBare) && count >= (isAfterRest ? 1 : 2) && count <= MOST_INSTALMENTS) {
      return { count, frequency: INSTALMENT_NAMES.get(name), at, all: !isAfterRest };
    }
    at = number.end - 1;
  }
  return undefined;
}

/** Months and weeks are a span of time unless they are what the rest is spread over. */
function isSpan(name: string): boolean {
  return ["meses", "months", "semanas", "weeks", "quincenas"].includes(name);
}

function isUnit(name: string): boolean {
  return ["dias", "dia", "mes", "semana", "days", "horas", "mil", "k", "%"].includes(name);
}

function skipQualities(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    ["iguales", "fijas", "pequenas", "comodas", "iguais", "fixas", "equal", "monthly", "weekly"].includes(
      tokens[at]?.word ?? "",
    )
  )
    at++;
  return at;
}

/** Longer answers than this say more than a rhythm. Words. */
const SHORT_ANSWER = 6;

/**
 * "Mejor quincenal", said to a plan that was just repeated: the same plan in another rhythm. Anywhere else a rhythm alone
 * proposes nothing.
 */
export function readRhythm(
  { words }: Text,
  { tokens, amounts }: Pick<Entities, "tokens" | "amounts">,
  cues: readonly Cue[],
  { expects }: Context,
): Located<Proposed> | undefined {
  const isAnswer = expects === "confirmation" && words.length <= SHORT_ANSWER;
  const frequency = isAnswer ? frequencyIn(tokens) : undefined;
  if (frequency === undefined || amounts.some(({ explicit }) => explicit) || cues.some(({ says }) => says === "veto"))
    return undefined;
  return located({ type: "proposal", frequency }, 0, tokens.length, tokens);
}

/** "quincenales", "por semana", "cada 15 días", "al mes". */
function frequencyIn(tokens: readonly Token[]): Frequency | undefined {
  for (const [at, { word }] of tokens.entries()) {
    const named = (["weekly", "quincenal", "monthly"] as const).find((frequency) => EVERY[frequency].includes(word));
    if (named) return named;
    const period = PERIODS.get(word);
    if (period && EACH.has(tokens[at - 1]?.word ?? "") && !isComing(tokens, at)) return period;
    if (word === "cada" || word === "every") {
      const days = readNumber(tokens, at + 1, "");
      const count = days ? Number(days.millionths / ONE) : 0;
      if (count === 15 || count === 14) return "quincenal";
      if (count === 7 || count === 8) return "weekly";
      if (count === 30) return "monthly";
    }
  }
  return undefined;
}

/** "a la semana que viene" and "a la otra semana" are days, not a rhythm. */
function isComing(tokens: readonly Token[], at: number): boolean {
  return ["que", "proxima", "proximo", "entrante"].includes(tokens[at + 1]?.word ?? "");
}

/** "50 %", "la mitad": of what is owed, when that may be known here. Rounded down to the smallest unit. */
function shareOf(tokens: readonly Token[], cues: readonly Cue[], owed: Money | undefined): Money | undefined {
  if (!owed) return undefined;
  const percentAt = tokens.findIndex(
    ({ word }, index) => word === "%" || (word === "ciento" && tokens[index - 1]?.word === "por"),
  );
  const numberAt = tokens[percentAt]?.word === "ciento" ? percentAt - 2 : percentAt - 1;
  const number = percentAt > 0 ? readNumber(tokens, numberAt, "") : undefined;
  const hundredths = number?.plain ? number.millionths : undefined;
  const percent = hundredths ?? (cues.some(({ says }) => says === "half") ? 50n * ONE : undefined);
  if (percent === undefined || percent <= 0n || percent > 100n * ONE) return undefined;
  return money((owed.minor * percent) / (100n * ONE), owed.currency);
}

type FirstPaymentFacts = {
  readonly rest: Cue | undefined;
  readonly split: Split | undefined;
  readonly has: (says: Cue["says"]) => boolean;
  readonly amounts: readonly Money[];
  readonly share: Money | undefined;
  readonly offersOnly: boolean;
  readonly entities: Entities;
};

/** The payment that comes first and differs; without a rest, an amount beside a rhythm or a count is each of them. */
function firstPaymentOf({
  rest,
  split,
  has,
  amounts,
  share,
  offersOnly,
  entities,
}: FirstPaymentFacts): Money | undefined {
  if (rest) return amounts[0] ?? share;
  if (offersOnly && !split) return amounts[0];
  const startsNow = has("now") || entities.days.length > 0;
  if (split && startsNow && amounts.length > 1) return amounts[0];
  return share && startsNow ? share : undefined;
}

function firstDay(
  { days, tokens }: Entities,
  now: boolean,
  today: IsoDate,
  { rest, firstPayment }: { rest: Cue | undefined; firstPayment: Money | undefined },
): IsoDate | undefined {
  const day = days.find(({ first, on }) => on >= today && (!rest || (tokens[first]?.start ?? 0) < rest.start));
  if (day) return day.on;
  return now && firstPayment ? today : undefined;
}
