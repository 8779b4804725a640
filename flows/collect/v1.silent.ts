import { handToAgent, onEach, quiet, recordOutcome, say, setAlarm } from "../lib/ask.ts";
import {
  ANSWERS,
  BUSINESS,
  IDENTITY,
  PROTECTIVE,
  recordedInSilence,
  returnedVerified,
  returnedWithNothingOwed,
  SMALL_TALK,
  STRANGER,
  whilePersonAnswers,
} from "./v1.answers.ts";
import { collecting } from "./v1.setup.ts";

// The states in which the bot says nothing, or nothing more than a last word.

export const notVerified = collecting.createStateConfig({
  description: "Three wrong answers: closed without a hint that a debt exists. If they write again, a person reads it.",
  meta: { expects: "nothing", rest: "forGood" },
  on: {
    ...onEach([...ANSWERS, ...BUSINESS, ...IDENTITY, "debtor.sentUnreadable"], {
      target: "withAgent",
      actions: [say("person.coming"), handToAgent("not_verified")],
    }),
    ...onEach(["debtor.thanked", "debtor.saidLater", "promise.broken"], quiet),
  },
});

/** The person who has them keeps them: the bot leaves its silence by no word of theirs. */
const stoppedBesidePerson = {
  target: "#collect.stoppedWithAgent",
  actions: [say("stop.confirmed"), "stopContact", recordOutcome("opted_out")],
} as const;

export const withAgent = collecting.createStateConfig({
  description:
    "A person answers, or is about to. The bot records what is told, and speaks only of a payment: it arrived, or its receipt did while nobody had it in hand.",
  meta: { expects: "nothing", rest: "withPerson" },
  on: {
    ...whilePersonAnswers,
    "agent.tookOver": { actions: ["stayQuiet", "rememberTakeOver"] },
    "debtor.optedOut": stoppedBesidePerson,
    "debtor.optedOutElsewhere": { target: "stoppedWithAgent", actions: "stayQuiet" },
    // These still speak: the receipt of a payment, which is no part of the talk; that a picture came, to somebody whom we
    // asked for it and whom nobody answers yet; a life; and, from the machine, the last word that the law asks for.
    "debtor.sentReceipt": [
      { guard: "isInHand", ...recordedInSilence["debtor.sentReceipt"] },
      { actions: [say("receipt.toVerify"), ...recordedInSilence["debtor.sentReceipt"].actions] },
    ],
    "payment.settled": [
      { guard: "verifiedPaidInFull", actions: [say("paid.receipt"), recordOutcome("paid")] },
      { guard: "isVerified", actions: say("paid.receipt") },
      { guard: "paidInFull", actions: ["stayQuiet", recordOutcome("paid")] },
      quiet,
    ],
    "debtor.inCrisis": {
      target: "inCrisis",
      actions: [say("crisis.care"), "recordCrisis", handToAgent("crisis")],
    },
  },
});

export const inCrisis = collecting.createStateConfig({
  description:
    "Somebody may be in danger: we said one caring word and called a person at once. All collecting has stopped.",
  meta: { expects: "nothing", rest: "withPerson", afterStop: true },
  on: {
    ...whilePersonAnswers,
    "debtor.optedOut": stoppedBesidePerson,
    "debtor.inCrisis": { actions: ["recordCrisis", handToAgent("crisis")] },
  },
});

export const wrongPerson = collecting.createStateConfig({
  description: "The number is not the debtor's: we apologised, told nothing, and will not write to it again.",
  meta: { expects: "nothing", rest: "forGood", afterStop: true },
  on: {
    ...onEach([...ANSWERS, ...BUSINESS, ...IDENTITY, ...SMALL_TALK, ...PROTECTIVE, ...STRANGER], quiet),
    ...onEach(["payment.settled", "payment.failed", "promise.broken", "debtor.optedOutElsewhere"], quiet),
    // Whoever has this number cannot give the debtor's permission: a person finds out who asks.
    ...onEach(
      [
        "debtor.askedForPerson",
        "debtor.disputed",
        "debtor.threatenedLegal",
        "debtor.soundedGrave",
        "debtor.askedForMessages",
      ],
      { actions: handToAgent("wrong_person") },
    ),
    "debtor.inCrisis": { actions: [handToAgent("crisis")] },
  },
});

export const strangerAsked = collecting.createStateConfig({
  description: "Somebody we do not know wrote. They were asked for a reference and told nothing.",
  meta: { expects: "reference" },
  entry: ["listenAfresh", setAlarm({ hours: 24 })],
  on: {
    ...onEach(
      [...ANSWERS, ...BUSINESS, ...IDENTITY, ...STRANGER, "debtor.sentUnreadable"],
      [
        {
          guard: "misunderstoodBefore",
          target: "strangerWithAgent",
          actions: [say("stranger.close"), handToAgent("unknown_number"), recordOutcome("handed_over")],
        },
        { actions: ["countMisunderstanding", say("stranger.askReference")] },
      ],
    ),
    ...onEach([...PROTECTIVE, "stranger.gaveReference"], {
      target: "strangerWithAgent",
      actions: [say("stranger.close"), handToAgent("unknown_number"), recordOutcome("handed_over")],
    }),
    "debtor.inCrisis": {
      target: "strangerWithAgent",
      actions: [say("crisis.care"), handToAgent("crisis"), recordOutcome("handed_over")],
    },
    ...onEach(["payment.settled", "payment.failed", "promise.broken"], quiet),
    "agent.tookOver": { target: "strangerWithAgent", actions: recordOutcome("handed_over") },
    "alarm.rang": { target: "closed", actions: recordOutcome("other") },
  },
});

export const strangerWithAgent = collecting.createStateConfig({
  description: "A person finds out who the unknown number is. Nothing can be recorded about anybody before.",
  meta: { expects: "nothing", rest: "withPerson" },
  on: {
    ...onEach([...ANSWERS, ...BUSINESS, ...IDENTITY, ...SMALL_TALK, ...PROTECTIVE, ...STRANGER], quiet),
    ...onEach(["payment.settled", "payment.failed", "promise.broken", "agent.tookOver"], quiet),
    "debtor.inCrisis": { actions: handToAgent("crisis") },
    "debtor.soundedGrave": [
      { guard: "soundsOfDanger", actions: handToAgent("crisis") },
      { actions: handToAgent("unclear") },
    ],
    "agent.returned": [
      { guard: "returnedWithNothingOwed", ...returnedWithNothingOwed },
      { guard: "returnedVerified", ...returnedVerified },
      { target: "strangerAsked", actions: ["startAfresh", say("stranger.askReference")] },
    ],
  },
});
