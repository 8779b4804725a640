import { eventForOption } from "../../../flows/lib/options.ts";
import type { EventOf, Expectation, FlowEvent } from "../../../flows/vocabulary.ts";
import { type Money, toText, zero } from "../../domain/money.ts";
import { withinPolicy } from "../../domain/negotiation/policy.ts";
import { checkPromise } from "../../domain/negotiation/promise.ts";
import { type Proposal, proposalToTerms } from "../../domain/negotiation/proposal.ts";
import type { PlanPolicy } from "../../domain/negotiation/terms.ts";
import type { IsoDate } from "../../domain/time.ts";
import type { Content } from "../../domain/understanding/reading.ts";

/** What has to be known in order to say what somebody's words mean for their conversation. */
export type EventFacts = {
  readonly expects: Expectation;
  readonly isStranger: boolean;
  /** What the debtor owes in all, now; undefined for a stranger. */
  readonly owed: Money | undefined;
  readonly policy: PlanPolicy;
  readonly today: IsoDate;
  readonly documentLastFour: string | null;
  readonly birthDate: () => IsoDate | undefined;
};

/** The fact a meaning states, checked against what we know: a proposal against the policy, a proof against the file. */
export function eventOf(meaning: Content, facts: EventFacts): FlowEvent {
  switch (meaning.type) {
    case "yes":
      return facts.expects === "confirmation" && meaning.strict
        ? { type: "debtor.confirmed" }
        : { type: "debtor.saidYes" };
    case "option":
      return eventOfOption(meaning.id, facts);
    case "identityProof":
      return proves(meaning, facts)
        ? { type: "debtor.provedIdentity", nothingOwed: nothingOwed(facts) }
        : { type: "debtor.failedIdentity" };
    case "balance":
      return { type: "debtor.askedBalance", nothingOwed: nothingOwed(facts) };
    case "proposal":
      return proposed(meaning, facts);
    case "promise":
      return promised(meaning, facts);
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
  unreadable: "debtor.sentUnreadable",
  unclear: "debtor.unclear",
} as const satisfies Partial<Record<Content["type"], FlowEvent["type"]>>;

function eventOfOption(id: string, facts: EventFacts): FlowEvent {
  const event = eventForOption(id);
  if (event === undefined) return { type: "debtor.unclear" };
  if (event.type === "debtor.askedBalance") return { ...event, nothingOwed: nothingOwed(facts) };
  // An offer of an older message may no longer fit what is owed or allowed now.
  if (event.type === "debtor.choseOffer") return fits(event, facts);
  return event;
}

function fits(event: EventOf<"debtor.choseOffer">, { owed, policy, today }: EventFacts): FlowEvent {
  if (owed === undefined) return { type: "debtor.unclear" };
  return withinPolicy(event.terms, owed, policy, today).ok ? event : { type: "debtor.askedForOptions" };
}

function nothingOwed({ owed }: EventFacts): boolean {
  return owed === undefined || owed.minor <= 0n;
}

/** Any one fact the creditor holds is enough; a company's public number is not kept as one (design.md, product.md §5). */
function proves(proof: Extract<Content, { type: "identityProof" }>, facts: EventFacts): boolean {
  if (proof.digits !== undefined && proof.digits === facts.documentLastFour) return true;
  return proof.birthDate !== undefined && proof.birthDate === facts.birthDate();
}

function proposed(meaning: Extract<Content, { type: "proposal" }>, { owed, policy, today }: EventFacts): FlowEvent {
  const { firstAmount, firstOn, instalments, each, frequency } = meaning;
  const proposal: Proposal = {
    ...(firstAmount && { firstAmount: toText(firstAmount) }),
    ...(firstOn && { firstOn }),
    ...(instalments !== undefined && { instalments }),
    ...(each && { each: toText(each) }),
    ...(frequency && { frequency }),
  };
  const terms = owed && proposalToTerms(proposal, owed, today);
  if (owed && terms && withinPolicy(terms, owed, policy, today).ok)
    return { type: "debtor.proposedWithinPolicy", terms };
  return { type: "debtor.proposedBeyondPolicy", proposal };
}

function promised(meaning: Extract<Content, { type: "promise" }>, facts: EventFacts): FlowEvent {
  const { on, amount, ambiguous } = meaning;
  if (on === undefined || ambiguous) return { type: "debtor.promisedUnclearDay" };
  const owed = facts.owed ?? zero(amount?.currency ?? "COP");
  const verdict = checkPromise(amount ? { on, amount } : { on }, owed, facts.policy, facts.today);
  if (!verdict.ok) return { type: "debtor.promisedUnclearDay" };
  return { type: "debtor.promised", on, ...(amount && { amount: toText(amount) }) };
}
