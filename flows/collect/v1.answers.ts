import { createPaymentLink, handToAgent, onEach, quiet, recordOutcome, say } from "../lib/ask.ts";
import type { HandOverReason, MessageKey, Outcome } from "../vocabulary.ts";

export const toPerson = <const M extends MessageKey, const R extends HandOverReason, const O extends Outcome>(
  message: M,
  because: R,
  outcome: O,
) => ({ target: "#collect.withAgent", actions: [say(message), handToAgent(because), recordOutcome(outcome)] }) as const;

const misunderstoodAgain = {
  guard: "misunderstoodBefore",
  ...toPerson("unclear.toPerson", "unclear", "handed_over"),
} as const;

/** Once is an accident and we ask again; twice in a row, and a person reads it. */
export const notUnderstood = <const M extends MessageKey>(askAgain: M) =>
  [misunderstoodAgain, { actions: ["countMisunderstanding", say(askAgain)] }] as const;

/** What may have been meant is offered; before the proof, only what says nothing of a debt. It counts like any misunderstanding. */
const askBack = [
  {
    guard: "meaningGuessed",
    actions: ["countMisunderstanding", "rememberSuggestions", say("unclear.didYouMean")],
  },
  {
    guard: "neutralMeaningGuessed",
    actions: ["countMisunderstanding", "rememberSuggestions", say("verify.didYouMean")],
  },
] as const;
/** Where nothing is repeated that waits for a yes. */
export const askedBackOr = <const M extends MessageKey>(askAgain: M) =>
  [misunderstoodAgain, ...askBack, { actions: ["countMisunderstanding", say(askAgain)] }] as const;

/** Words that answer nothing we asked: what there is to choose, or, before the proof, the question of who it is. */
export const choosesNothing = [
  misunderstoodAgain,
  ...askBack,
  { guard: "isVerified", actions: ["countMisunderstanding", say("unclear.menu")] },
  { actions: ["countMisunderstanding", say("unclear.proof")] },
] as const;

/** Whoever asks about a debt before we know who they are is asked who they are. */
export const askWhoItIs = { target: "#collect.verifying", actions: say("verify.ask") } as const;

export const showBalance = { guard: "isVerified", target: "#collect.balance", actions: say("balance.show") } as const;
export const showOptions = { guard: "isVerified", target: "#collect.choosing", actions: say("options.show") } as const;
export const payBalance = {
  guard: "isVerified",
  target: "#collect.paying",
  actions: [createPaymentLink("balance"), say("pay.link")],
} as const;
export const payInstalment = {
  guard: "hasPlan",
  target: "#collect.agreed",
  actions: [createPaymentLink("instalment"), say("pay.link")],
} as const;
export const nothingOwed = {
  target: "#collect.nothingOwed",
  actions: ["becomeVerified", say("balance.nothingOwed"), recordOutcome("other")],
} as const;
/** Not the words for a proposal, which end in "no agreement yet": theirs stands, whatever a person decides. */
export const otherPlan = {
  guard: "hasPlan",
  ...toPerson("person.coming", "beyond_policy", "handed_over"),
} as const;
export const refused = toPerson("refused.noted", "refused", "refused");

/** One reminder that the conversation stands open, then it is closed: no third message without an answer. */
export const whenSilent = [
  { guard: "nudgedBefore", target: "#collect.unreachable", actions: recordOutcome("unreachable") },
  { target: "#collect.nudged", actions: say("nudge.continue") },
] as const;
export const whenSilentUnverified = [
  { guard: "nudgedBefore", target: "#collect.unreachable", actions: recordOutcome("unreachable") },
  { target: "#collect.openingAgain", actions: say("nudge") },
] as const;

/** The answers to "is it you?". */
export const isItYou = {
  "debtor.saidYes": askWhoItIs,
  "debtor.confirmed": askWhoItIs,
  "debtor.saidNo": {
    target: "#collect.wrongPerson",
    actions: [say("wrongPerson.sorry"), "suppressContact", recordOutcome("wrong_person")],
  },
  "debtor.greeted": { actions: say("opening.isItYou") },
  "debtor.wroteFirst": { actions: say("opening.isItYou") },
  "debtor.askedForMessages": { actions: say("opening.isItYou") },
  "debtor.unclear": askedBackOr("unclear.yesNo"),
} as const;

export const ANSWERS = [
  "debtor.saidYes",
  "debtor.saidNo",
  "debtor.confirmed",
  "debtor.greeted",
  "debtor.unclear",
  "debtor.wroteFirst",
  "debtor.askedForMessages",
] as const;
export const BUSINESS = [
  "debtor.askedBalance",
  "debtor.choseToPay",
  "debtor.askedForOptions",
  "debtor.choseOffer",
  "debtor.proposedWithinPolicy",
  "debtor.proposedBeyondPolicy",
  "debtor.promised",
  "debtor.promisedUnclearDay",
] as const;
export const IDENTITY = ["debtor.provedIdentity", "debtor.failedIdentity"] as const;
export const SMALL_TALK = [
  "debtor.askedHowToVerifyUs",
  "debtor.thanked",
  "debtor.saidLater",
  "debtor.sentUnreadable",
] as const;
export const PROTECTIVE = [
  "debtor.saidAlreadyPaid",
  "debtor.sentReceipt",
  "debtor.disputed",
  "debtor.saidWrongPerson",
  "debtor.saidDeceased",
  "debtor.saidHardship",
  "debtor.inCrisis",
  "debtor.threatenedLegal",
  "debtor.abused",
  "debtor.askedForPerson",
  "debtor.soundedGrave",
  "debtor.refused",
] as const;
export const STRANGER = ["stranger.wroteFirst", "stranger.gaveReference"] as const;

/** What a debtor tells us is recorded at once, also where the bot does not answer. */
export const recordedInSilence = {
  "debtor.saidAlreadyPaid": { actions: ["recordPaymentClaim", handToAgent("already_paid")] },
  "debtor.sentReceipt": { actions: ["recordPaymentClaim", handToAgent("receipt")] },
  "debtor.disputed": { actions: ["openDispute", handToAgent("dispute")] },
  "debtor.saidWrongPerson": { actions: ["suppressContact", handToAgent("wrong_person")] },
  "debtor.saidDeceased": { actions: ["recordDeceased", handToAgent("deceased")] },
  "debtor.saidHardship": { actions: ["recordHardship", handToAgent("hardship")] },
  "debtor.threatenedLegal": { actions: handToAgent("legal") },
  "debtor.askedForPerson": { actions: handToAgent("asked") },
  "debtor.soundedGrave": [
    { guard: "soundsOfDanger", actions: handToAgent("crisis") },
    { actions: handToAgent("unclear") },
  ],
} as const;

export const returnedVerified = {
  target: "#collect.balance",
  actions: ["startAfresh", "becomeVerified", "recallAgreement", say("agent.returned")],
} as const;
export const returnedWithNothingOwed = {
  target: nothingOwed.target,
  actions: ["startAfresh", ...nothingOwed.actions],
} as const;

/** No agent lifts an opt-out: what they hand back is silent again. */
const backToSilence = { target: "#collect.stopped", actions: "stayQuiet" } as const;

/** While a person answers, or is about to. */
export const whilePersonAnswers = {
  ...onEach([...ANSWERS, ...BUSINESS, ...IDENTITY, ...SMALL_TALK, ...PROTECTIVE, ...STRANGER], quiet),
  ...recordedInSilence,
  ...onEach(["payment.failed", "promise.broken", "alarm.rang", "agent.tookOver", "debtor.optedOutElsewhere"], quiet),
  "payment.settled": [{ guard: "paidInFull", actions: ["stayQuiet", recordOutcome("paid")] }, quiet],
  "agent.returned": [
    { guard: "stillOptedOut", ...backToSilence },
    { guard: "returnedWithNothingOwed", ...returnedWithNothingOwed },
    { guard: "returnedVerified", ...returnedVerified },
    { target: "#collect.verifying", actions: ["startAfresh", say("verify.ask")] },
  ],
} as const;
