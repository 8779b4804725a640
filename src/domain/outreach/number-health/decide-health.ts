import { isLinked } from "../../channel-kind.ts";
import { type NumberFacts, VERDICTS, type Verdict } from "./facts.ts";
import { isRestriction } from "./restrictions.ts";
import { EVERY_MS, LARGEST_BASE, RECOVERY, RULE_VERSION, RULES, type RuleName, SHARES, WARM_UP } from "./rules.ts";

export type Reason = {
  readonly rule: RuleName;
  readonly inputs: Readonly<Record<string, number | string | null>>;
  readonly threshold: number | null;
  readonly source: string;
};

export type HealthDecision = {
  readonly verdict: Verdict;
  /** To how many people what we start may go in 24 hours. Null: only Meta's own limit counts. 0: only to who is in WhatsApp's 24 hours. */
  readonly peopleADay: number | null;
  /** The shortest time between two messages of the number (`gapMs`). */
  readonly everyMs: number;
  /** Every rule that had something to say, the gravest first. */
  readonly reasons: readonly Reason[];
  readonly ruleVersion: string;
  /** Hours until it changes by itself at the latest, if no fact does. Null: only a person changes it. */
  readonly lookAgainHours: number | null;
};

/** What one rule says: no more people than that, no faster than that, no better than that. */
type Finding = {
  readonly rule: RuleName;
  readonly verdict: Verdict;
  readonly people: number | null;
  readonly slow: Slow;
  readonly inputs: Reason["inputs"];
  readonly threshold: number | null;
  readonly lookAgainHours?: number | undefined;
};

const SLOW = ["normal", "slowed", "strongly"] as const;
type Slow = (typeof SLOW)[number];

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/**
 * How fast a number may go and to how many new people: facts in, decision out. Every rule only ever takes away, and the least of what
 * they leave is the decision; so worse facts never give more. Who wrote to us is answered until the verdict is `stopped`: a budget
 * counts those whom we write to first.
 */
export function decideHealth(facts: NumberFacts): HealthDecision {
  const findings = findingsOf(facts);
  const slow = worst<Slow>(SLOW, ["normal", ...findings.map((one) => one.slow)]);
  const kind = isLinked(facts.kind) ? "linked" : "cloud";
  const people = least(findings.map((one) => one.people));
  const verdict = worst<Verdict>(VERDICTS, ["normal", ...findings.map((one) => one.verdict)]);
  return {
    verdict,
    // Where Meta allows no more, Meta's limit says it: a number kept here would outlive a limit that is raised.
    peopleADay: people !== null && (facts.metaLimit === null || people < facts.metaLimit) ? people : null,
    everyMs: EVERY_MS[kind][slow],
    reasons: findings.map(({ rule, inputs, threshold }) => ({ rule, inputs, threshold, source: RULES[rule].source })),
    ruleVersion: RULE_VERSION,
    lookAgainHours:
      verdict === "stopped" ? null : least(findings.map(({ lookAgainHours }) => lookAgainHours ?? HOURS_A_DAY)),
  };
}

function findingsOf(facts: NumberFacts): Finding[] {
  const warm = warmUp(facts);
  // What the shares are taken of: the number's budget if it were in the best of health.
  const base = Math.min(LARGEST_BASE, facts.metaLimit ?? LARGEST_BASE, warm?.people ?? LARGEST_BASE);
  const found = [
    ...stops(facts),
    quality(facts, base),
    stopShare(facts, base),
    failureShare(facts, base),
    networkCap(facts, base),
    replyRatio(facts, base),
    errorsInARow(facts, base),
  ].filter((one) => one !== undefined);
  const goal = least([...found.map(({ people }) => people), warm?.people ?? null, facts.metaLimit]);
  return [...found, recovery(facts, goal), warm].filter((one) => one !== undefined);
}

function stops({ blockedBecause, stoppedBy }: NumberFacts): Finding[] {
  const stop = { verdict: "stopped", people: 0, slow: "strongly", threshold: null } as const;
  const found: Finding[] = [];
  if (blockedBecause !== null && isRestriction(blockedBecause))
    found.push({ ...stop, rule: "restriction", inputs: { code: blockedBecause } });
  else if (stoppedBy !== null) found.push({ ...stop, rule: "awaiting-person", inputs: { code: stoppedBy } });
  if (blockedBecause !== null && !isRestriction(blockedBecause))
    // That nothing leaves is the block's own doing: once it is repaired, the number is at once what it was.
    found.push({ ...stop, rule: "blocked", people: null, slow: "normal", inputs: { code: blockedBecause } });
  return found;
}

function quality({ quality: said }: NumberFacts, base: number): Finding | undefined {
  const inputs = { quality: said };
  if (said === "RED") return { ...slowed("quality", 0, "strongly"), inputs, threshold: null };
  if (said === "YELLOW") return { ...slowed("quality", half(base), "slowed"), inputs, threshold: null };
  return undefined;
}

function stopShare({ week: { stops, people } }: NumberFacts, base: number): Finding | undefined {
  return byShare("stop-share", { part: stops, of: people, words: ["stops", "people"] }, SHARES.stops, base);
}

function failureShare({ week }: NumberFacts, base: number): Finding | undefined {
  const failed = week.undeliverable + week.otherFailures;
  return byShare("failure-share", { part: failed, of: week.sent, words: ["failed", "sent"] }, SHARES.failures, base);
}

function networkCap({ day }: NumberFacts, base: number): Finding | undefined {
  return byShare("network-cap", { part: day.capped, of: day.sent, words: ["heldBack", "sent"] }, SHARES.capped, base);
}

function replyRatio({ kind, week: { begun, replied } }: NumberFacts, base: number): Finding | undefined {
  const { sample, least: threshold } = isLinked(kind) ? SHARES.replies.linked : SHARES.replies.cloud;
  if (begun < sample || replied >= begun * threshold) return undefined;
  return { ...slowed("reply-ratio", half(base), "slowed"), inputs: { begun, replied }, threshold };
}

function errorsInARow({ errorsInARow: errors }: NumberFacts, base: number): Finding | undefined {
  const { half: some, tenth: many } = SHARES.errors;
  if (errors < some) return undefined;
  const inputs = { errors };
  return errors >= many
    ? { ...slowed("errors-in-a-row", tenth(base), "strongly"), inputs, threshold: many }
    : { ...slowed("errors-in-a-row", half(base), "slowed"), inputs, threshold: some };
}

/** Step by step: what a slowed number did yesterday, and some more. Over once the other rules allow no more than that. */
function recovery({ before }: NumberFacts, goal: number | null): Finding | undefined {
  if (before?.verdict !== "slowed" || before.peopleADay === null) return undefined;
  const { times, more, hours } = RECOVERY;
  const steps = before.hoursAgo >= hours ? 1 : 0;
  const threshold = steps === 0 ? before.peopleADay : Math.max(before.peopleADay * times, before.peopleADay + more);
  if (threshold >= (goal ?? LARGEST_BASE)) return undefined;
  const inputs = { peopleBefore: before.peopleADay, hoursAgo: Math.floor(before.hoursAgo) };
  const lookAgainHours = Math.max(1, Math.ceil(hours - before.hoursAgo));
  return { ...slowed("recovery", threshold, "normal"), inputs, threshold, lookAgainHours };
}

function warmUp({ kind, ageDays, resumedDaysAgo }: NumberFacts): Finding | undefined {
  const steps = isLinked(kind) ? WARM_UP.linked : WARM_UP.cloud;
  const days = Math.min(ageDays, resumedDaysAgo ?? ageDays);
  const week = Math.min(Math.floor(days / DAYS_A_WEEK), steps.length - 1);
  const people = steps[week] ?? null;
  if (people === null) return undefined;
  const isOver = week === steps.length - 1;
  return {
    rule: "warm-up",
    verdict: isOver ? "normal" : "warming-up",
    people,
    slow: "normal",
    inputs: { ageDays, ...(resumedDaysAgo !== null && { resumedDaysAgo }) },
    threshold: people,
    ...(!isOver && { lookAgainHours: (DAYS_A_WEEK - (days % DAYS_A_WEEK)) * HOURS_A_DAY }),
  };
}

type Share = { readonly part: number; readonly of: number; readonly words: readonly [string, string] };

function byShare(
  rule: RuleName,
  { part, of, words: [partWord, ofWord] }: Share,
  limits: { readonly sample: number; readonly half: number; readonly tenth?: number },
  base: number,
): Finding | undefined {
  if (of < limits.sample || part < of * limits.half) return undefined;
  const inputs = { [partWord]: part, [ofWord]: of };
  if (limits.tenth !== undefined && part >= of * limits.tenth)
    return { ...slowed(rule, tenth(base), "strongly"), inputs, threshold: limits.tenth };
  return { ...slowed(rule, half(base), "slowed"), inputs, threshold: limits.half };
}

function slowed(rule: RuleName, people: number, slow: Slow): Pick<Finding, "rule" | "verdict" | "people" | "slow"> {
  return { rule, verdict: "slowed", people, slow };
}

function half(people: number): number {
  return Math.max(1, Math.floor(people / 2));
}

function tenth(people: number): number {
  return Math.max(1, Math.floor(people / 10));
}

/** The least of those that are numbers; null where none is. */
function least(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function worst<T>(order: readonly T[], found: readonly T[]): T {
  return found.reduce((a, b) => (order.indexOf(a) >= order.indexOf(b) ? a : b));
}
