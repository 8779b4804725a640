import type { Clause, Texts } from "../clause.ts";
import { fold } from "./fold.ts";
import { SHAMING, THIRD_PARTY } from "./people.ts";
import { REASON_FOR_DEFAULT, REASON_HINT } from "./reason-for-default.ts";
import type { ContentRule, Severity } from "./rule.ts";
import { BUREAU_THREAT, THREAT, THREAT_HINT } from "./threats.ts";

export const CONTENT_RULES = [
  REASON_FOR_DEFAULT,
  REASON_HINT,
  THREAT,
  THREAT_HINT,
  BUREAU_THREAT,
  THIRD_PARTY,
  SHAMING,
] as const satisfies readonly ContentRule[];

/** Words that may not leave, or that somebody must look at first. */
export type ContentFinding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly clause: Clause;
  /** Where in the text, in UTF-16 units; `end` is out. */
  readonly span: { readonly start: number; readonly end: number };
  readonly advice: Texts;
};

/**
 * What the text says that contact law or our policy does not let us say in that country, in the order it is said. Case,
 * accents and line breaks make no difference; a rule finds a place once. A forbidden finding stops the message.
 */
export function lint(text: string, country: string): ContentFinding[] {
  const folded = fold(text);
  const findings = CONTENT_RULES.flatMap((rule: ContentRule) => {
    const clause = rule.clauses[country] ?? rule.clauses.elsewhere;
    if (!clause) return [];
    const severity = rule.softenedBy?.test(folded.text) ? "doubtful" : rule.severity;
    return placesOf(rule, folded.text).map(({ start, end }) => ({
      rule: rule.id,
      severity,
      clause,
      span: { start: folded.placeOf(start), end: folded.placeOf(end) },
      advice: rule.advice,
    }));
  });
  return withoutWeaker(findings).sort((a, b) => a.span.start - b.span.start);
}

/** True when nothing in the text stops it; doubtful words do not. */
export function mayBeSaid(text: string, country: string): boolean {
  return lint(text, country).every(({ severity }) => severity !== "forbidden");
}

type Place = { readonly start: number; readonly end: number };

function placesOf(rule: ContentRule, text: string): Place[] {
  const places: Place[] = [];
  for (const pattern of rule.patterns) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (rule.unless?.test(sentenceUpTo(text, place))) continue;
      if (!places.some((other) => overlap(other, place))) places.push(place);
    }
  }
  return places;
}

/** From the start of the sentence to the end of the match: what comes later cannot take back what was asked. */
function sentenceUpTo(text: string, { start, end }: Place): string {
  const breaks = [...".?!;¿"].map((mark) => text.lastIndexOf(mark, start - 1));
  return text.slice(start === 0 ? 0 : Math.max(0, ...breaks.map((index) => index + 1)), end);
}

/** A doubt about words that are already forbidden tells nobody anything. */
function withoutWeaker(findings: readonly ContentFinding[]): ContentFinding[] {
  const forbidden = findings.filter(({ severity }) => severity === "forbidden");
  return findings.filter(
    (finding) => finding.severity === "forbidden" || !forbidden.some(({ span }) => overlap(span, finding.span)),
  );
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
