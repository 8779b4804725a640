import type { Cue } from "../entities/cues.ts";
import { planFrequency, readFrequencies } from "../entities/read-frequency.ts";
import type { MoneyReading } from "../entities/read-money.ts";
import type { Content, Context, Intent } from "../reading.ts";
import type { Text } from "../tokens.ts";
import { type Figures, figuresOf, hasFigure, namesMonthAlone, shareOf } from "./figures.ts";
import { type Count, countsIn } from "./instalment-count.ts";
import { readParts } from "./read-parts.ts";
import { type Heard, type Located, located, type Part } from "./read-promise.ts";
import { readYesNo } from "./read-yes-no.ts";

type Proposed = Extract<Content, { type: "proposal" }>;

/** In these an amount on its own is an answer to what we offered. */
const AFTER_OUR_TERMS: ReadonlySet<Context["expects"]> = new Set(["offer", "confirmation", "amount", "instalments"]);

/** Longer answers than this say more than a figure. Words. */
const SHORT_ANSWER = 8;

/**
 * What somebody offers to pay and how: "200 mil hoy y el resto en 3", "en 3 cuotas", "100 mil quincenales", "la mitad ahora y el
 * resto el 15", "solo puedo dar 300". Only what was said: what is missing is for the negotiation to fill in, and of a range
 * nothing is chosen.
 */
export function readProposal({ text, entities, parts }: Heard, context: Context): Located<Content> | undefined {
  if (entities.foreign || isTakenBack(parts)) return undefined;

  const figures = figuresOf(text, parts, entities, context);
  const offer = offerIn(figures, { text, entities, parts }, context);
  if (!offer) return undefined;
  const intent = agrees(text, parts, context) ? "accept" : intentOf(offer, parts, context);
  return { ...located(offer.content, 0, entities.tokens.length, entities.tokens), intent };
}

/** "Si me pagan le doy 200" waits for somebody else; a price that is asked for ("si me lo baja a 80") is an offer all the same. */
function isTakenBack(parts: readonly Part[]): boolean {
  const says = (cue: Cue["says"]) => parts.some(({ cues }) => cues.has(cue));
  return (
    says("irony") ||
    (says("condition") && says("income")) ||
    (says("doubt") && !says("offersAmount") && !says("lowers"))
  );
}

/** "Acepto las 3 cuotas": our terms said back are agreed to, and repeated with their figures before anything binds. */
function agrees(text: Text, parts: readonly Part[], context: Context): boolean {
  const bargains = (["offersAmount", "lowers", "settles", "tooMuch", "denies", "condition"] as const).some((says) =>
    parts.some(({ cues }) => cues.has(says)),
  );
  return !bargains && readYesNo(text, context)?.intent === "accept";
}

type Offer = {
  readonly content: Proposed | { readonly type: "options" };
  readonly isPlan: boolean;
  readonly hasAmount: boolean;
};

function offerIn(figures: Figures, { text, parts: said }: Heard, context: Context): Offer | undefined {
  const { tokens, cues, shares } = figures;
  const has = (says: Cue["says"]) => cues.some((cue) => cue.says === says);
  const rest = cues.find(({ says }) => says === "rest");
  const restAt = rest?.start ?? Number.POSITIVE_INFINITY;
  const counts = countsIn(tokens, {
    isAfterRest: (at) => (tokens[at]?.start ?? 0) >= restAt,
    isAwaited: context.expects === "instalments" && text.words.length <= SHORT_ANSWER,
  });
  const split = onlyCount(counts);
  if (split === "vague") return { content: { type: "options" }, isPlan: true, hasAmount: false };
  const frequency = split?.frequency ?? frequencyIn(tokens);
  const amounts = figures.amounts.filter(({ first }) => !counts.some(({ at, end }) => first >= at && first < end));
  const isSaid = has("settles") || putsForward(said);
  const isOffered = isSaid || AFTER_OUR_TERMS.has(context.expects);
  const explicit = amounts.filter((amount) => amount.explicit || amounts.length === 1 || isOffered);

  if (figures.isRange) return rangeOf({ isOffered, isPlan: split !== undefined || frequency !== undefined });

  const parts = split || frequency ? undefined : readParts({ ...figures, amounts }, context);
  const hasShare = shares.length > 0;
  const isPlan =
    split !== undefined ||
    parts !== undefined ||
    (frequency !== undefined && explicit.length > 0) ||
    (rest !== undefined && (explicit.length > 0 || hasShare));
  const shareOnDay = hasShare && context.owed !== undefined && figures.days.length > 0;
  if (isPlan || shareOnDay) {
    const content = planIn({ figures: { ...figures, amounts }, explicit, split, frequency, parts, rest, context });
    return { content, isPlan: true, hasAmount: explicit.length > 0 || hasShare };
  }
  return amountAlone({ figures, explicit, has, isSaid, text, context });
}

/** In the same breath as a figure: "tengo un reporte abierto, el folio termina en 19" puts nothing forward. */
function putsForward(parts: readonly Part[]): boolean {
  return parts.some(
    ({ breath, cues, amounts }) =>
      (cues.has("offersAmount") || cues.has("lowers")) &&
      (amounts.length > 0 || cues.has("half") || hasFigure(breath.words)),
  );
}

/** The first rhythm that is named, as a plan knows it. */
function frequencyIn(tokens: Figures["tokens"]): Count["frequency"] {
  const [first] = readFrequencies(tokens);
  return first && planFrequency(first.frequency);
}

/** The one number of instalments; the last, where it corrects another; `vague` when two disagree or a range was said. */
function onlyCount(counts: readonly Count[]): Count | "vague" | undefined {
  const [first] = counts;
  if (!first) return undefined;
  if (counts.some(({ count }) => count === undefined || count !== first.count)) return "vague";
  return first;
}

function rangeOf({ isOffered, isPlan }: { isOffered: boolean; isPlan: boolean }): Offer | undefined {
  return isOffered || isPlan ? { content: { type: "options" }, isPlan, hasAmount: true } : undefined;
}

type Plan = {
  readonly figures: Figures;
  readonly explicit: readonly MoneyReading[];
  readonly split: Count | undefined;
  readonly frequency: Count["frequency"];
  readonly parts: ReturnType<typeof readParts>;
  readonly rest: Cue | undefined;
  readonly context: Context;
};

function planIn({ figures, explicit, split, frequency, parts, rest, context }: Plan): Proposed {
  const first = firstPaymentOf({ figures, explicit, split, frequency, parts, rest, context });
  const startsAt = figures.tokens[split?.at ?? 0]?.start ?? 0;
  const isOfRest = rest !== undefined && startsAt >= rest.start;
  const regular = explicit.filter(({ amount }) => amount !== first);
  const instalments = split
    ? (split.count ?? 0) + (first && isOfRest ? 1 : 0)
    : (parts?.length ?? (rest && first ? 2 : undefined));
  const firstOn = firstDay(figures, { rest, first }, context);
  const each = parts && !areEqual(regular) ? undefined : regular[0]?.amount;
  const every = frequency ?? (rest && !split && followsInAMonth(parts, figures) ? "monthly" : undefined);
  return {
    type: "proposal",
    ...(first && { firstAmount: first }),
    ...(firstOn && { firstOn }),
    ...(instalments !== undefined && { instalments }),
    ...(each && { each }),
    ...(every && { frequency: every }),
    ...(parts && { parts }),
  };
}

/** "La mitad ahora y el resto el otro mes": the rest comes in a month, unless it has a day or another month was named. */
function followsInAMonth(parts: Plan["parts"], figures: Figures): boolean {
  if (parts && (parts.length > 2 || parts.every(({ on }) => on !== undefined))) return false;
  return !namesMonthAlone(figures);
}

function areEqual(amounts: readonly MoneyReading[]): boolean {
  return amounts.every(({ amount }) => amount.minor === amounts[0]?.amount.minor);
}

/** The payment that comes first and differs; without a rest, an amount beside a rhythm or a count is each of them. */
function firstPaymentOf({ figures, explicit, split, frequency, parts, rest, context }: Plan): Proposed["firstAmount"] {
  const [share] = figures.shares;
  const shared = share && shareOf(share, context);
  if (parts) return parts[0]?.amount;
  const starts = figures.cues.some(({ says }) => says === "now") || figures.days.length > 0;
  if (rest) {
    const before = explicit.find(({ first }) => (figures.tokens[first]?.start ?? 0) < rest.start);
    return before?.amount ?? shared;
  }
  if ((split || frequency) && starts && explicit.length > 1) return explicit[0]?.amount;
  return starts ? shared : undefined;
}

function firstDay(
  { days, tokens, cues }: Figures,
  { rest, first }: { rest: Cue | undefined; first: Proposed["firstAmount"] },
  { today }: Context,
): Proposed["firstOn"] {
  const before = (at: number) => !rest || (tokens[at]?.start ?? 0) < rest.start;
  const day = days.find((each) => each.on >= today && before(each.first));
  if (day) return day.on;
  return first && cues.some(({ says, start }) => says === "now" && (!rest || start < rest.start)) ? today : undefined;
}

type Alone = {
  readonly figures: Figures;
  readonly explicit: readonly MoneyReading[];
  readonly has: (says: Cue["says"]) => boolean;
  readonly isSaid: boolean;
  readonly text: Text;
  readonly context: Context;
};

/** An amount and no plan: another offer, if it is put forward, and the end of it all if they say so ("y queda saldado"). */
function amountAlone({ figures, explicit, has, isSaid, text, context }: Alone): Offer | undefined {
  const [only, another] = explicit;
  // "Bota 22", where a day is awaited, is the 22nd.
  if (context.expects === "promise" && only && !only.explicit && !has("offersAmount")) return undefined;
  const [share] = figures.shares;
  const amount = only?.amount ?? (share && shareOf(share, context));
  // "Cem, cento e vinte, por aí": of two nothing is chosen.
  const isVague = isSaid || context.expects === "amount";
  if (another && isVague && AFTER_OUR_TERMS.has(context.expects) && figures.days.length === 0)
    return { content: { type: "options" }, isPlan: false, hasAmount: true };
  if (another || (!only && !share)) return undefined;
  const settles = has("settles");
  const isAnswer = AFTER_OUR_TERMS.has(context.expects) && (only?.explicit || text.words.length <= SHORT_ANSWER);
  if (!isSaid && !isAnswer) return undefined;
  if (figures.days.length > 0 && !settles && !has("lowers")) return undefined;
  if (!only && !isSaid && !AFTER_OUR_TERMS.has(context.expects)) return undefined;
  const day = figures.days.find(({ on, ambiguous }) => on >= context.today && !ambiguous);
  const content: Proposed = {
    type: "proposal",
    ...(amount && { firstAmount: amount }),
    ...(day && { firstOn: day.on }),
    ...(!amount && share && { parts: [{ basisPoints: share.basisPoints }] }),
    ...(settles && { settles: true as const }),
  };
  return { content, isPlan: false, hasAmount: true };
}

/**
 * A figure said against terms of ours is a counter-offer; a count or a rhythm without one asks for instalments, and so do parts
 * before we offered any.
 */
function intentOf({ isPlan, hasAmount }: Offer, parts: readonly Part[], { expects }: Context): Intent {
  if (!isPlan) return "counter_offer";
  const isOurs = expects === "offer" || expects === "confirmation";
  const contrasts = parts.some(
    ({ breath, cues }) =>
      cues.has("instead") ||
      ((cues.has("tooMuch") || cues.has("denies")) && breath.words.some(({ kind }) => kind === "number")),
  );
  const bargains = isOurs && parts.some(({ cues }) => cues.has("condition"));
  const isAgainstOurs = (isOurs && hasAmount) || bargains || (contrasts && expects !== "nothing");
  return isAgainstOurs ? "counter_offer" : "propose_installments";
}

/** "De a poquito", "se podría en cuotitas", "quinzenal": by instalments, with nothing said of how many or how much. */
export function readBitByBit({ text, parts }: Heard): Located<Content> | undefined {
  const against = ["denies", "past", "another", "irony", "tooMuch"] as const satisfies readonly Cue["says"][];
  const made = parts.find(({ cues }) => cues.has("bitByBit") && !against.some((says) => cues.has(says)));
  if (!made || text.words.length > LONGEST_STORY) return undefined;
  const { words } = made.breath;
  return { content: { type: "options" }, intent: "propose_installments", first: words[0], last: words.at(-1) };
}

/** Longer messages name instalments for other reasons. Words. */
const LONGEST_STORY = 24;

/** Longer answers than this say more than a rhythm. Words. */
const SHORT_RHYTHM = 6;

/**
 * "Mejor quincenal", said to a plan that was just repeated: the same plan in another rhythm. Anywhere else a rhythm alone
 * proposes nothing.
 */
export function readRhythm({ text, entities, parts }: Heard, context: Context): Located<Content> | undefined {
  const { tokens, amounts } = entities;
  if (context.expects !== "confirmation" || text.words.length > SHORT_RHYTHM) return undefined;
  const made = parts.filter(({ cues }) => !(["denies", "past"] as const).some((says) => cues.has(says)));
  const words = made.flatMap(({ breath }) => breath.words);
  const frequency = frequencyIn(words);
  if (frequency === undefined || amounts.some(({ explicit }) => explicit)) return undefined;
  return {
    ...located({ type: "proposal", frequency } as const, 0, tokens.length, tokens),
    intent: "propose_installments",
  };
}
