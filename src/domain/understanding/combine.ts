import { type Meaning, PROTECTIVE, type Reading, urgency } from "./reading.ts";

/** Nobody is bound by a yes, a day or an offer in the same breath as one of these. */
const FREES_FROM_AGREEMENT: ReadonlySet<string> = new Set([
  "crisis",
  "optOut",
  "legal",
  "deceased",
  "wrongPerson",
  "dispute",
]);
const BINDS: ReadonlySet<string> = new Set(["yes", "option", "promise", "proposal", "pay"]);
const COURTESIES: ReadonlySet<string> = new Set(["greeting", "thanks", "unclear"]);

/**
 * The acts that several messages of one turn ask for: each protective meaning once, the most urgent first; then what each
 * message says besides, in the order in which the debtor wrote. A message that protects says nothing besides.
 */
export function combine(readings: readonly Reading[]): Meaning[] {
  const heard = readings.flatMap(({ meanings }) => meanings.filter(isProtective));
  const urgent = heard
    .filter(({ type }, index) => heard.findIndex((other) => other.type === type) === index)
    .sort((a, b) => urgency(a.type) - urgency(b.type));
  const isFree = urgent.some(({ type }) => FREES_FROM_AGREEMENT.has(type));

  const rest = readings
    .filter(({ meanings }) => !meanings.some(isProtective))
    .flatMap(({ meanings }) => meanings.slice(0, 1))
    .filter(({ type }) => !(isFree && BINDS.has(type)));
  const business = rest.filter(({ type }) => !COURTESIES.has(type));
  if (urgent.length > 0 || business.length > 0) return [...urgent, ...business];
  return rest.slice(0, 1);
}

function isProtective({ type }: Meaning): boolean {
  return PROTECTIVE.some((protective) => protective === type);
}
