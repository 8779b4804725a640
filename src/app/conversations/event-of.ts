import type { CommonContext } from "../../../flows/lib/definition.ts";
import {
  type Confirmation,
  confirmationIn,
  eventForOption,
  PERMISSION_SUBJECT,
  planEcho,
  planSubject,
  promiseEcho,
  promiseSubject,
} from "../../../flows/lib/options.ts";
import type { EventOf, Expectation, FlowEvent } from "../../../flows/vocabulary.ts";
import { fromText, type Money, toText, zero } from "../../domain/money.ts";
import { withinPolicy } from "../../domain/negotiation/policy.ts";
import { checkPromise } from "../../domain/negotiation/promise.ts";
import { type Proposal, proposalToTerms } from "../../domain/negotiation/proposal.ts";
import type { Frequency, PlanPolicy } from "../../domain/negotiation/terms.ts";
import type { IsoDate } from "../../domain/time.ts";
import type { Content } from "../../domain/understanding/reading.ts";

/** What has to be known in order to say what somebody's words mean for their conversation. */
export type EventFacts = {
  readonly expects: Expectation;
  readonly isStranger: boolean;
  /** What the debtor owes in all, now; undefined for a stranger. */
  readonly owed: Money | undefined;
  /** A plan is in force: what is due is its next instalment, and another plan is a person's to decide. */
  readonly hasPlan: boolean;
  readonly policy: PlanPolicy;
  readonly today: IsoDate;
  readonly documentLastFour: string | null;
  readonly birthDate: () => IsoDate | undefined;
  /** The plan or promise the conversation is about. */
  readonly about: () => Pick<CommonContext, "terms" | "promise">;
  /** `stands`: an opt-out, and these words cannot end it; `lifts`: they came after it and can. */
  readonly stop: "none" | "stands" | "lifts";
  /** What our last message asked a yes to; undefined when it asked for none. */
  readonly echoed: Confirmation | undefined;
};

/** The fact a meaning states, checked against what we know: a proposal against the policy, a proof against the file. */
export function eventOf(meaning: Content, facts: EventFacts): FlowEvent {
  const event = repeatable(statedBy(meaning, facts), facts);
  // Who owes nothing, and asks to pay or for options, is told so.
  return !facts.isStranger && nothingOwed(facts) && ABOUT_OWING.has(event.type) && !permits(event)
    ? { type: "debtor.askedBalance", nothingOwed: true }
    : event;
}

/**
 * Words that are no plain yes have the plan repeated. One whose first day has gone by meanwhile, or that fits no more, cannot
 * be: what is possible now is shown instead.
 */
function repeatable(event: FlowEvent, { echoed, about, owed, policy, today }: EventFacts): FlowEvent {
  if (!REPEATS.has(event.type) || !echoed || owed === undefined) return event;
  const { terms } = about();
  if (!terms || planSubject(terms) !== echoed.subject) return event;
  return withinPolicy(terms, owed, policy, today).ok ? event : { type: "debtor.askedForOptions" };
}

const REPEATS: ReadonlySet<FlowEvent["type"]> = new Set(["debtor.saidYes", "debtor.unclear", "debtor.confirmed"]);

const ABOUT_OWING: ReadonlySet<FlowEvent["type"]> = new Set([
  "debtor.choseToPay",
  "debtor.askedForOptions",
  "debtor.choseOffer",
  "debtor.proposedWithinPolicy",
  "debtor.proposedBeyondPolicy",
  "debtor.promised",
  "debtor.promisedUnclearDay",
  "debtor.confirmed",
]);

function permits(event: FlowEvent): boolean {
  return event.type === "debtor.confirmed" && event.of === PERMISSION_SUBJECT;
}

function statedBy(meaning: Content, facts: EventFacts): FlowEvent {
  switch (meaning.type) {
    case "yes":
      return facts.expects === "confirmation" && meaning.strict && facts.echoed
        ? confirmed({ type: "debtor.confirmed" }, facts.echoed, facts)
        : { type: "debtor.saidYes" };
    case "option":
      return eventOfOption(meaning.id, facts);
    case "identityProof":
      return proves(meaning, facts)
        ? { type: "debtor.provedIdentity", nothingOwed: nothingOwed(facts), hasPlan: facts.hasPlan }
        : { type: "debtor.failedIdentity" };
    case "balance":
      return { type: "debtor.askedBalance", nothingOwed: nothingOwed(facts) };
    case "proposal":
      return proposed(meaning, facts);
    case "promise":
      return promised(meaning, facts);
    case "optIn":
      return askedForMessages(facts);
    default:
      return { type: PLAIN[meaning.type] };
  }
}

/** Meanings that carry nothing and need nothing looked up. */
const PLAIN = {
  crisis: "debtor.inCrisis",
  optOut: "debtor.optedOut",
  legal: "debtor.threatenedLegal",
  deceased: "debtor.saidDeceased",
  wrongPerson: "debtor.saidWrongPerson",
  person: "debtor.askedForPerson",
  alreadyPaid: "debtor.saidAlreadyPaid",
  receipt: "debtor.sentReceipt",
  dispute: "debtor.disputed",
  hardship: "debtor.saidHardship",
  abuse: "debtor.abused",
  no: "debtor.saidNo",
  reference: "stranger.gaveReference",
  pay: "debtor.choseToPay",
  options: "debtor.askedForOptions",
  refusal: "debtor.refused",
  howToVerify: "debtor.askedHowToVerifyUs",
  greeting: "debtor.greeted",
  thanks: "debtor.thanked",
  later: "debtor.unclear",
  unreadable: "debtor.sentUnreadable",
  unclear: "debtor.unclear",
} as const satisfies Partial<Record<Content["type"], FlowEvent["type"]>>;

function eventOfOption(id: string, facts: EventFacts): FlowEvent {
  const event = eventForOption(id);
  if (event === undefined) return { type: "debtor.unclear" };
  if (event.type === "debtor.askedBalance") return { ...event, nothingOwed: nothingOwed(facts) };
  // An offer of an older message may no longer fit what is owed or allowed now.
  if (event.type === "debtor.choseOffer") return fits(event, facts);
  const shown = confirmationIn(id);
  // Its button stays on their screen: tapped later it asks anew.
  if (permits(event) && facts.expects !== "confirmation") return askedForMessages(facts);
  return shown && event.type === "debtor.confirmed" && facts.expects === "confirmation"
    ? confirmed(event, shown, facts)
    : event;
}

/**
 * A yes agrees to the days and amounts it was shown and to no others. When what is owed, the policy or the day has changed
 * them since, the same plan or promise is chosen anew, and repeated as it is now.
 */
function confirmed(event: EventOf<"debtor.confirmed">, { subject, echo }: Confirmation, facts: EventFacts): FlowEvent {
  if (subject === PERMISSION_SUBJECT)
    return facts.stop === "stands" ? { type: "debtor.saidYes" } : { type: "debtor.confirmed", of: subject };
  const { terms, promise } = facts.about();
  const { owed, policy, today } = facts;
  if (owed === undefined) return event;
  if (terms && planSubject(terms) === subject) {
    const verdict = withinPolicy(terms, owed, policy, today);
    return verdict.ok && planEcho(verdict.offer) === echo ? event : fits({ type: "debtor.choseOffer", terms }, facts);
  }
  if (promise && promiseSubject(promise) === subject) {
    const named = promise.amount === undefined ? undefined : fromText(promise.amount);
    const stands = checkPromise(named ? { on: promise.on, amount: named } : { on: promise.on }, owed, policy, today);
    if (stands.ok && promiseEcho({ amount: named ?? owed }) === echo) return event;
    return stands.ok || stands.because === "more_than_owed"
      ? { type: "debtor.promised", on: promise.on }
      : { type: "debtor.promisedUnclearDay" };
  }
  return event;
}

/** Where nobody has opted out it is a friendly word. */
function askedForMessages({ stop }: EventFacts): FlowEvent {
  return stop === "none" ? { type: "debtor.greeted" } : { type: "debtor.askedForMessages", lifts: stop === "lifts" };
}

function fits(event: EventOf<"debtor.choseOffer">, { owed, policy, today }: EventFacts): FlowEvent {
  if (owed === undefined) return { type: "debtor.unclear" };
  return withinPolicy(event.terms, owed, policy, today).ok ? event : { type: "debtor.askedForOptions" };
}

function nothingOwed({ owed }: EventFacts): boolean {
  return owed === undefined || owed.minor <= 0n;
}

/** Any one fact the creditor holds is enough; a company's public number is not kept as one. */
function proves(proof: Extract<Content, { type: "identityProof" }>, facts: EventFacts): boolean {
  if (proof.digits !== undefined && proof.digits === facts.documentLastFour) return true;
  return proof.birthDate !== undefined && proof.birthDate === facts.birthDate();
}

type Proposed = Extract<Content, { type: "proposal" }>;

function proposed(meaning: Proposed, facts: EventFacts): FlowEvent {
  const { firstAmount, firstOn, instalments, each, frequency } = meaning;
  const { owed, policy, today } = facts;
  if (frequency && Object.keys(meaning).every((key) => !SAYS_MORE.has(key))) return inRhythm(frequency, facts);
  const proposal: Proposal = {
    ...(firstAmount && { firstAmount: toText(firstAmount) }),
    ...(firstOn && { firstOn }),
    // What was read counts all payments; "200 mil hoy y el resto en 3" proposes three after the first.
    ...(instalments !== undefined && { instalments: firstAmount ? instalments - 1 : instalments }),
    ...(each && { each: toText(each) }),
    ...(frequency && { frequency }),
  };
  const terms = owed && proposalToTerms(proposal, owed, today);
  if (owed && terms && withinPolicy(terms, owed, policy, today).ok)
    return { type: "debtor.proposedWithinPolicy", terms };
  return { type: "debtor.proposedBeyondPolicy", proposal };
}

/** What a proposal can say besides its rhythm. */
const SAYS_MORE: ReadonlySet<string> = new Set(["firstAmount", "firstOn", "instalments", "each"]);

/**
 * The plan we were talking about, in another rhythm; where the policy has no such plan, those that it has. Its own rhythm said
 * back is neither a change nor the yes that was asked for.
 */
function inRhythm(frequency: Frequency, { about, owed, policy, today }: EventFacts): FlowEvent {
  const { terms } = about();
  if (terms?.frequency === frequency) return { type: "debtor.unclear" };
  const other = terms && { ...terms, frequency };
  return owed && other && withinPolicy(other, owed, policy, today).ok
    ? { type: "debtor.proposedWithinPolicy", terms: other }
    : { type: "debtor.askedForOptions" };
}

function promised(meaning: Extract<Content, { type: "promise" }>, facts: EventFacts): FlowEvent {
  const { on, amount, ambiguous } = meaning;
  if (on === undefined || ambiguous) return { type: "debtor.promisedUnclearDay" };
  const owed = facts.owed ?? zero(amount?.currency ?? "COP");
  const verdict = checkPromise(amount ? { on, amount } : { on }, owed, facts.policy, facts.today);
  if (!verdict.ok) return { type: "debtor.promisedUnclearDay" };
  return { type: "debtor.promised", on, ...(amount && { amount: toText(amount) }) };
}
