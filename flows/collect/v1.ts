import { present } from "../../src/domain/assert.ts";
import { createPaymentLink, handToAgent, onEach, quiet, recordOutcome, say, setAlarm } from "../lib/ask.ts";
import type { FlowDefinition } from "../lib/definition.ts";
import {
  ANSWERS,
  askedBackOr,
  askWhoItIs,
  BUSINESS,
  choosesNothing,
  isItYou,
  nothingOwed,
  notUnderstood,
  otherPlan,
  payBalance,
  payInstalment,
  refused,
  showBalance,
  showOptions,
  toPerson,
  whenSilent,
  whenSilentUnverified,
} from "./v1.answers.ts";
import { Context, collecting, IDENTITY_TRIES, NOTHING_YET } from "./v1.setup.ts";
import { inCrisis, notVerified, strangerAsked, strangerWithAgent, withAgent, wrongPerson } from "./v1.silent.ts";
import { confirmingPermission, stopped, stoppedWithAgent } from "./v1.stopped.ts";

/** Asks for an overdue debt: who is it, what is owed, how will it be paid; and calls a person when words fail. */
const machine = collecting.createMachine({
  id: "collect",
  context: NOTHING_YET,
  initial: "beginning",
  // These hold wherever the conversation stands, unless the state itself says otherwise.
  on: {
    // The protective ones first: whatever else is going on, they are heard.
    "debtor.inCrisis": {
      target: ".inCrisis",
      actions: [say("crisis.care"), "recordCrisis", handToAgent("crisis"), recordOutcome("handed_over")],
    },
    "debtor.optedOut": {
      target: ".stopped",
      actions: [say("stop.confirmed"), "stopContact", recordOutcome("opted_out")],
    },
    "debtor.optedOutElsewhere": { target: ".stopped", actions: ["stayQuiet", recordOutcome("opted_out")] },
    "debtor.threatenedLegal": toPerson("person.coming", "legal", "handed_over"),
    "debtor.saidWrongPerson": {
      target: ".wrongPerson",
      actions: [say("wrongPerson.sorry"), "suppressContact", recordOutcome("wrong_person")],
    },
    "debtor.saidDeceased": {
      target: "#collect.withAgent",
      actions: [say("deceased.sorry"), "recordDeceased", handToAgent("deceased"), recordOutcome("deceased")],
    },
    "debtor.askedForPerson": toPerson("person.coming", "asked", "handed_over"),
    "debtor.saidAlreadyPaid": {
      target: "#collect.withAgent",
      actions: [
        say("paid.claimNoted"),
        "recordPaymentClaim",
        handToAgent("already_paid"),
        recordOutcome("payment_to_verify"),
      ],
    },
    "debtor.sentReceipt": {
      target: "#collect.withAgent",
      actions: [
        say("receipt.toVerify"),
        "recordPaymentClaim",
        handToAgent("receipt"),
        recordOutcome("payment_to_verify"),
      ],
    },
    "debtor.disputed": {
      target: "#collect.withAgent",
      actions: [say("dispute.noted"), "openDispute", handToAgent("dispute"), recordOutcome("dispute")],
    },
    "debtor.saidHardship": {
      target: "#collect.withAgent",
      actions: [say("hardship.noted"), "recordHardship", handToAgent("hardship"), recordOutcome("hardship")],
    },
    "debtor.abused": toPerson("person.coming", "abuse", "handed_over"),
    "debtor.soundedGrave": [
      { guard: "soundsOfDanger", ...toPerson("person.coming", "crisis", "handed_over") },
      toPerson("person.coming", "unclear", "handed_over"),
    ],
    "debtor.refused": toPerson("refused.noted", "refused", "refused"),

    "debtor.askedHowToVerifyUs": { actions: ["listenAfresh", say("verify.howToVerifyUs")] },
    "debtor.provedIdentity": [
      { guard: "owesNothing", ...nothingOwed },
      { target: ".balance", actions: ["becomeVerified", "recallAgreement", say("balance.show")] },
    ],
    "debtor.failedIdentity": [
      { guard: "isVerified", ...quiet },
      {
        guard: "isLastTry",
        target: ".notVerified",
        actions: [say("verify.neutralClose"), recordOutcome("not_verified")],
      },
      { target: ".verifying", actions: ["countFailedTry", say("verify.again")] },
    ],

    "debtor.askedBalance": [{ guard: "owesNothing", ...nothingOwed }, showBalance, askWhoItIs],
    "debtor.choseToPay": [payInstalment, payBalance, askWhoItIs],
    "debtor.askedForOptions": [otherPlan, showOptions, askWhoItIs],
    "debtor.choseOffer": [
      otherPlan,
      {
        guard: "isVerified",
        target: ".confirmingPlan",
        actions: [{ type: "rememberPlan", params: ({ event }) => ({ terms: event.terms }) }, say("plan.confirm")],
      },
      askWhoItIs,
    ],
    "debtor.proposedWithinPolicy": [
      otherPlan,
      {
        guard: "isVerified",
        target: ".confirmingPlan",
        actions: [{ type: "rememberPlan", params: ({ event }) => ({ terms: event.terms }) }, say("plan.confirm")],
      },
      askWhoItIs,
    ],
    "debtor.proposedBeyondPolicy": [
      { guard: "isVerified", ...toPerson("plan.beyondPolicy", "beyond_policy", "handed_over") },
      askWhoItIs,
    ],
    "debtor.promised": [
      {
        guard: "isVerified",
        target: ".confirmingPromise",
        actions: [
          {
            type: "rememberPromise",
            params: ({ event: { on, amount } }) => ({ promise: amount === undefined ? { on } : { on, amount } }),
          },
          say("promise.confirm"),
        ],
      },
      askWhoItIs,
    ],
    "debtor.promisedUnclearDay": [
      { guard: "isVerified", target: ".askingDay", actions: say("promise.askDay") },
      askWhoItIs,
    ],

    "debtor.greeted": [showBalance, askWhoItIs],
    "debtor.wroteFirst": [showBalance, askWhoItIs],
    "debtor.askedForMessages": [showBalance, askWhoItIs],
    "debtor.thanked": { actions: ["listenAfresh", say("thanks.reply")] },
    "debtor.saidLater": { actions: ["listenAfresh", say("later.noted")] },
    "debtor.sentUnreadable": notUnderstood("unreadable"),
    ...onEach(["debtor.saidYes", "debtor.saidNo", "debtor.confirmed", "debtor.unclear"], choosesNothing),

    // A payment is thanked for only to somebody we know: to anybody else it would say that there was a debt.
    "payment.settled": [
      { guard: "verifiedPaidInFull", target: ".paid", actions: [say("paid.thanksInFull"), recordOutcome("paid")] },
      { guard: "isVerified", target: ".paid", actions: [say("paid.thanks"), recordOutcome("paid")] },
      { guard: "paidInFull", target: ".closed", actions: recordOutcome("paid") },
      quiet,
    ],
    "payment.failed": [
      { guard: "paymentFailedBefore", ...toPerson("person.coming", "payment_problem", "handed_over") },
      { guard: "isVerified", actions: ["countFailedPayment", say("pay.failed")] },
      quiet,
    ],
    "promise.broken": { target: ".promiseBroken", actions: say("promise.broken") },
    "agent.tookOver": { target: "#collect.withAgent", actions: ["rememberTakeOver", recordOutcome("handed_over")] },
    ...onEach(
      ["business.opened", "stranger.wroteFirst", "stranger.gaveReference", "agent.returned", "alarm.rang"],
      quiet,
    ),
  },

  states: {
    beginning: {
      description: "Nothing has been said yet.",
      meta: { expects: "nothing" },
      on: {
        "business.opened": { target: "opening", actions: say("opening") },
        "stranger.wroteFirst": { target: "strangerAsked", actions: say("stranger.askReference") },
        "stranger.gaveReference": { target: "strangerAsked", actions: say("stranger.askReference") },
        "debtor.thanked": { target: "closed", actions: [say("thanks.reply"), recordOutcome("other")] },
        "debtor.saidLater": { target: "closed", actions: [say("later.noted"), recordOutcome("other")] },
        ...onEach([...ANSWERS, ...BUSINESS, "debtor.sentUnreadable"], {
          target: "verifying",
          actions: say("welcome.verify"),
        }),
        "debtor.askedHowToVerifyUs": { target: "verifying", actions: say("verify.howToVerifyUs") },
      },
    },
    opening: {
      description: "We said who writes and asked for the person, with no word of a debt. Two working days to answer.",
      meta: { expects: "identityAnswer" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: { ...isItYou, "alarm.rang": whenSilentUnverified },
    },
    openingAgain: {
      description: "No answer, so we asked once more, still with no word of a debt. Three working days, then we close.",
      meta: { expects: "identityAnswer" },
      entry: ["listenAfresh", "rememberNudge", setAlarm({ workingDays: 3 })],
      on: { ...isItYou, "alarm.rang": whenSilentUnverified },
    },
    verifying: {
      description:
        "We asked for one fact that only the right person knows, and showed how to check that it is really us.",
      meta: { expects: "identityProof" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        ...onEach(["debtor.saidYes", "debtor.confirmed"], notUnderstood("verify.ask")),
        "debtor.saidNo": notUnderstood("unclear.proof"),
        "debtor.unclear": askedBackOr("unclear.proof"),
        "alarm.rang": whenSilentUnverified,
      },
    },
    notVerified,
    balance: {
      description: "We know who it is. They see what is owed and choose: pay now, or see options.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: { "alarm.rang": whenSilent },
    },
    nothingOwed: {
      description: "There is nothing to pay, and we said so.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ hours: 24 })],
      on: { "alarm.rang": { target: "closed" } },
    },
    choosing: {
      description: "They look at the plans the policy allows, or type their own.",
      meta: { expects: "offer" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        "debtor.saidNo": { target: "askingDay", actions: say("promise.askDay") },
        "alarm.rang": whenSilent,
      },
    },
    confirmingPlan: {
      description: "A plan is repeated with every day and amount. Only a plain yes to exactly this agrees to it.",
      meta: { expects: "confirmation" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        "debtor.confirmed": [
          {
            guard: "confirmsPlan",
            target: "agreed",
            actions: [
              "rememberAgreement",
              {
                type: "recordPlan",
                params: ({ context }) => ({ terms: present(context.terms, "the plan agreed to") }),
              },
              createPaymentLink("instalment"),
              say("plan.agreed"),
              recordOutcome("plan"),
            ],
          },
          ...notUnderstood("plan.confirm"),
        ],
        ...onEach(["debtor.saidYes", "debtor.unclear"], notUnderstood("plan.confirm")),
        "debtor.saidNo": showOptions,
        "alarm.rang": whenSilent,
      },
    },
    agreed: {
      description: "A plan is agreed and its first link sent. From here the plan's own days do the reminding.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        "debtor.askedBalance": [{ guard: "owesNothing", ...nothingOwed }, { actions: say("balance.show") }],
        ...onEach(["debtor.greeted", "debtor.wroteFirst", "debtor.saidYes", "debtor.confirmed"], {
          actions: say("thanks.reply"),
        }),
        "alarm.rang": { target: "closed" },
      },
    },
    askingDay: {
      description: "They want to pay later, and we asked for the exact day.",
      meta: { expects: "promise" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        "debtor.promisedUnclearDay": notUnderstood("promise.askDay"),
        ...onEach(["debtor.saidYes", "debtor.confirmed"], notUnderstood("promise.askDay")),
        "debtor.unclear": askedBackOr("promise.askDay"),
        "debtor.saidNo": refused,
        "alarm.rang": whenSilent,
      },
    },
    confirmingPromise: {
      description: "A promise is repeated with its day and amount. Only a plain yes to exactly this makes it one.",
      meta: { expects: "confirmation" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        "debtor.confirmed": [
          {
            guard: "confirmsPromise",
            target: "promised",
            actions: [
              { type: "recordPromise", params: ({ context }) => present(context.promise, "the promise made") },
              {
                type: "setAlarm",
                params: ({ context }) => ({ dayAfter: present(context.promise, "the promise made").on }),
              },
              say("promise.noted"),
              recordOutcome("promise"),
            ],
          },
          ...notUnderstood("promise.confirm"),
        ],
        ...onEach(["debtor.saidYes", "debtor.unclear"], notUnderstood("promise.confirm")),
        "debtor.saidNo": { target: "askingDay", actions: say("promise.askDay") },
        "alarm.rang": whenSilent,
      },
    },
    promised: {
      description: "They named a day. Silence until the day after it; what they ask meanwhile is answered.",
      meta: { expects: "menu" },
      entry: "listenAfresh",
      on: {
        "debtor.askedBalance": [{ guard: "owesNothing", ...nothingOwed }, { actions: say("balance.show") }],
        "debtor.choseToPay": [
          { guard: "hasPlan", actions: [createPaymentLink("instalment"), say("pay.link")] },
          { actions: [createPaymentLink("balance"), say("pay.link")] },
        ],
        ...onEach(["debtor.greeted", "debtor.wroteFirst", "debtor.saidYes", "debtor.confirmed"], {
          actions: say("thanks.reply"),
        }),
        "payment.settled": [
          { guard: "paidInFull", target: "paid", actions: say("paid.thanksInFull") },
          { guard: "keepsPromise", target: "paid", actions: say("paid.thanks") },
          { actions: say("paid.thanks") },
        ],
        "alarm.rang": { target: "promiseBroken", actions: say("promise.broken") },
      },
    },
    promiseBroken: {
      description:
        "The promised day passed unpaid. We ask, without a word of debt, whether to go on; then a person does.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: {
        ...onEach(["debtor.saidYes", "debtor.confirmed"], [showBalance, askWhoItIs]),
        "debtor.saidNo": refused,
        "promise.broken": quiet,
        "alarm.rang": {
          target: "withAgent",
          actions: [handToAgent("promise_broken"), recordOutcome("unreachable")],
        },
      },
    },
    paying: {
      description: "They want to pay now and have the link.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ workingDays: 2 })],
      on: { "alarm.rang": whenSilent },
    },
    nudged: {
      description: "Silence since we spoke. One neutral reminder; three working days more, then we close.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", "rememberNudge", setAlarm({ workingDays: 3 })],
      on: {
        ...onEach(["debtor.saidYes", "debtor.confirmed"], [showBalance, askWhoItIs]),
        "debtor.saidNo": refused,
        "alarm.rang": whenSilent,
      },
    },
    paid: {
      description:
        "Money arrived, and they have our thanks and the receipt. What they ask is answered; no silence is reminded of.",
      meta: { expects: "menu" },
      entry: ["listenAfresh", setAlarm({ hours: 24 })],
      on: {
        "debtor.askedBalance": [{ guard: "owesNothing", ...nothingOwed }, { actions: say("balance.show") }],
        ...onEach(["debtor.greeted", "debtor.saidYes", "debtor.confirmed"], { actions: say("thanks.reply") }),
        "alarm.rang": { target: "closed" },
      },
    },
    withAgent,
    inCrisis,
    wrongPerson,
    strangerAsked,
    strangerWithAgent,
    stopped,
    stoppedWithAgent,
    confirmingPermission,
    unreachable: { type: "final", description: "No answer to two messages.", meta: { expects: "nothing" } },
    closed: {
      type: "final",
      description: "All is said. What they write next begins a new conversation.",
      meta: { expects: "nothing" },
    },
  },
});

export const collectV1 = {
  id: "collect",
  version: 1,
  machine,
  context: Context,
  identityTries: IDENTITY_TRIES,
} satisfies FlowDefinition;
