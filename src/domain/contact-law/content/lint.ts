import type { MessageKind } from "../../outreach/holds.ts";
import type { Clause, Texts } from "../clause.ts";
import { AMOUNT_BEFORE_PROOF, AMOUNT_HINT, DEBT_BEFORE_PROOF, DEBT_HINT } from "./before-proof.ts";
import { BUREAU_BARGAIN } from "./bureau-bargains.ts";
import { BUREAU_HINT, BUREAU_THREAT } from "./bureaus.ts";
import { DEMAND_IN_CONFIRMATION, STILL_OWED_IN_RECEIPT } from "./confirmations.ts";
import { NAMES_CREDITOR, NAMES_PURPOSE, OFFERS_PERSON, OFFERS_STOP } from "./duties.ts";
import { type Folded, fold } from "./fold.ts";
import { EXPOSURE, SHAMING, THIRD_PARTY } from "./people.ts";
import { REASON_FOR_DEFAULT, REASON_HINT } from "./reason-for-default.ts";
import { type ContentRule, type DutyRule, inCountry, type Severity, type WordRule } from "./rule.ts";
import { COURT_NAME, JUDICIAL, OFFICIAL_NAME, THREAT, THREAT_HINT } from "./threats.ts";

const WORD_RULES = [
  REASON_FOR_DEFAULT,
  REASON_HINT,
  OFFICIAL_NAME,
  COURT_NAME,
  JUDICIAL,
  THREAT,
  THREAT_HINT,
  BUREAU_THREAT,
  BUREAU_BARGAIN,
  BUREAU_HINT,
  THIRD_PARTY,
  SHAMING,
  EXPOSURE,
  DEMAND_IN_CONFIRMATION,
  STILL_OWED_IN_RECEIPT,
  AMOUNT_BEFORE_PROOF,
  AMOUNT_HINT,
  DEBT_BEFORE_PROOF,
  DEBT_HINT,
] as const satisfies readonly WordRule[];

const DUTY_RULES = [NAMES_CREDITOR, NAMES_PURPOSE, OFFERS_STOP, OFFERS_PERSON] as const satisfies readonly DutyRule[];

export const CONTENT_RULES = [...WORD_RULES, ...DUTY_RULES] as const satisfies readonly ContentRule[];

/** Words that may not leave, or that somebody must look at first; or what is missing. */
export type ContentFinding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly clause: Clause;
  /** Where in the text, in UTF-16 units, `end` is out; null where something is missing. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly advice: Texts;
};

/** What is known of the message beside its words. What is left out counts as not known. */
export type Known = {
  /** The person has shown who they are: amounts and the debt may be named. */
  readonly verified?: boolean;
  /** The name the business goes by. Without it, words that introduce the writer have to do. */
  readonly creditor?: string;
};

/**
 * What the text says that contact law or our policy does not let a message of that kind say in that country, in the order
 * it is said, and then what it leaves out and has to say. Pass what the person sees: the body and the titles of its
 * buttons, a line each. Case, accents, line breaks and characters that are not seen make no difference; a rule finds a
 * place once. A forbidden finding stops the message.
 */
export function lint(text: string, country: string, kind: MessageKind, known: Known = {}): ContentFinding[] {
  const folded = fold(text);
  const applying = <R extends ContentRule>(rules: readonly R[]) =>
    rules.flatMap((rule) => {
      const clause = clauseFor(rule, country, kind, known);
      return clause ? [{ rule, clause }] : [];
    });
  const said = applying<WordRule>(WORD_RULES).flatMap(({ rule, clause }) => found(rule, clause, folded, country));
  const creditor = known.creditor === undefined ? undefined : fold(known.creditor).text;
  const missing = applying<DutyRule>(DUTY_RULES)
    .filter(({ rule }) => !rule.isKept(folded.text, creditor))
    .map(({ rule: { id, severity, advice }, clause }) => ({ rule: id, severity, clause, span: null, advice }));
  return [...withoutWeaker(said, text.length).sort((a, b) => a.span.start - b.span.start), ...missing];
}

/** True when nothing in the text stops it; doubtful words do not. */
export function mayBeSaid(text: string, country: string, kind: MessageKind, known: Known = {}): boolean {
  return lint(text, country, kind, known).every(({ severity }) => severity !== "forbidden");
}

function clauseFor(rule: ContentRule, country: string, kind: MessageKind, { verified }: Known): Clause | undefined {
  if (rule.beforeProof && verified) return undefined;
  if (rule.kinds && !inCountry(rule.kinds, country)?.includes(kind)) return undefined;
  return inCountry(rule.clauses, country);
}

type Place = { readonly start: number; readonly end: number };
type Said = ContentFinding & { readonly span: Place };

function found(rule: WordRule, clause: Clause, folded: Folded, country: string): Said[] {
  const isSoftened = rule.softenedBy && inCountry(rule.softenedBy, country)?.test(folded.text);
  return placesOf(rule, folded.text).map(({ start, end }) => ({
    rule: rule.id,
    severity: isSoftened ? "doubtful" : rule.severity,
    clause,
    span: { start: folded.placeOf(start), end: folded.placeOf(end) },
    advice: rule.advice,
  }));
}

function placesOf(rule: WordRule, text: string): Place[] {
  const places: Place[] = [];
  const taken = new Taken(text.length);
  for (const pattern of rule.patterns) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (taken.touches(place) || takesBack(rule, sentenceUpTo(text, place))) continue;
      taken.add(place);
      places.push(place);
    }
  }
  return places;
}

/** By `search`, which has no memory of the text before. */
function takesBack({ unless }: WordRule, sentence: string): boolean {
  return unless !== undefined && sentence.search(unless) >= 0;
}

/** How far back a sentence is read: each match costs the same, however long the text before it. */
const SENTENCE = 160;

/** From the start of the sentence to the end of the match: what comes later cannot take back what was asked. */
function sentenceUpTo(text: string, { start, end }: Place): string {
  const before = text.slice(Math.max(0, start - SENTENCE), start);
  const breaks = [...".?!;¿"].map((mark) => before.lastIndexOf(mark));
  return before.slice(Math.max(...breaks) + 1) + text.slice(start, end);
}

/**
 * A doubt about words that are forbidden, or already in doubt by the rule before, tells nobody anything; nor does what
 * is forbidden there already with the same advice.
 */
function withoutWeaker(findings: readonly Said[], length: number): Said[] {
  const told = new Taken(length);
  const advised = new Map<Texts, Taken>();
  const forbidden = findings.filter(({ severity, span, advice }) => {
    if (severity !== "forbidden") return false;
    const before = advised.get(advice) ?? new Taken(length);
    advised.set(advice, before);
    if (before.touches(span)) return false;
    before.add(span);
    return true;
  });
  for (const { span } of forbidden) told.add(span);
  const doubtful = findings.filter(({ severity, span }) => {
    if (severity === "forbidden" || told.touches(span)) return false;
    told.add(span);
    return true;
  });
  return [...forbidden, ...doubtful];
}

/** Which places of a text are taken: asking costs the length of the place, not the number of places. */
class Taken {
  readonly #marks: Uint8Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length);
  }

  add({ start, end }: Place): void {
    this.#marks.fill(1, start, end);
  }

  touches({ start, end }: Place): boolean {
    return this.#marks.subarray(start, end).includes(1);
  }
}
