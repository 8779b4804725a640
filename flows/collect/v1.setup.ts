import { assign, setup } from "xstate";
import { z } from "zod";
import type { PlanTerms } from "../../src/domain/negotiation/terms.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import { effects } from "../lib/ask.ts";
import { CommonContext } from "../lib/definition.ts";
import { PERMISSION_SUBJECT, planSubject, promiseSubject } from "../lib/options.ts";
import { offerable } from "../lib/suggestions.ts";
import type { FlowEvent, Suggestion } from "../vocabulary.ts";

/** After so many wrong answers to "who are you" the conversation closes without a hint that a debt exists. */
export const IDENTITY_TRIES = 3;

export const Context = z.object({
  ...CommonContext.shape,
  misunderstood: z.int().min(0),
  nudged: z.boolean(),
  failedPayments: z.int().min(0),
  /** A plan was agreed in this conversation: another one needs a person. */
  agreed: z.boolean(),
  /** An agent has it in hand, beyond its waiting for one: they answer what is written from here on. */
  inHand: z.boolean(),
});

export const NOTHING_YET: z.infer<typeof Context> = {
  verified: false,
  failedTries: 0,
  terms: null,
  promise: null,
  suggested: [],
  outcome: null,
  misunderstood: 0,
  nudged: false,
  failedPayments: 0,
  agreed: false,
  inHand: false,
};

function suggestedBy(event: FlowEvent, reader: { readonly verified: boolean }): readonly Suggestion[] {
  return event.type === "debtor.unclear" ? offerable(event.didYouMean ?? [], reader) : [];
}

/** The words in which collect@1 is written: what it may remember, and what it may ask itself. */
export const collecting = setup({
  types: { context: {} as z.infer<typeof Context>, events: {} as FlowEvent },
  actions: {
    ...effects,
    becomeVerified: assign({ verified: true }),
    countFailedTry: assign({ failedTries: ({ context }) => context.failedTries + 1 }),
    countMisunderstanding: assign({ misunderstood: ({ context }) => context.misunderstood + 1 }),
    countFailedPayment: assign({ failedPayments: ({ context }) => context.failedPayments + 1 }),
    listenAfresh: assign({ misunderstood: 0 }),
    rememberNudge: assign({ nudged: true }),
    rememberAgreement: assign({ agreed: true }),
    rememberTakeOver: assign({ inHand: true }),
    recallAgreement: assign({
      agreed: ({ context, event }) =>
        event.type === "debtor.provedIdentity" || event.type === "agent.returned"
          ? (event.hasPlan ?? context.agreed)
          : context.agreed,
    }),
    rememberPlan: assign({ terms: (_, params: { terms: PlanTerms }) => params.terms }),
    rememberPromise: assign({ promise: (_, params: { promise: { on: IsoDate; amount?: string } }) => params.promise }),
    rememberSuggestions: assign({ suggested: ({ context, event }) => suggestedBy(event, context) }),
    startAfresh: assign({
      verified: false,
      failedTries: 0,
      suggested: [],
      misunderstood: 0,
      nudged: false,
      failedPayments: 0,
      outcome: null,
      inHand: false,
    }),
  },
  guards: {
    isInHand: ({ context }) => context.inHand,
    isVerified: ({ context }) => context.verified,
    soundsOfDanger: ({ event }) => event.type === "debtor.soundedGrave" && event.danger === true,
    hasPlan: ({ context }) => context.verified && context.agreed,
    isLastTry: ({ context }) => context.failedTries + 1 >= IDENTITY_TRIES,
    misunderstoodBefore: ({ context }) => context.misunderstood > 0,
    meaningGuessed: ({ context, event }) => context.verified && suggestedBy(event, context).length > 0,
    neutralMeaningGuessed: ({ context, event }) => !context.verified && suggestedBy(event, context).length > 0,
    nudgedBefore: ({ context }) => context.nudged,
    paymentFailedBefore: ({ context }) => context.failedPayments > 0,
    owesNothing: ({ context, event }) =>
      (event.type === "debtor.provedIdentity" || (event.type === "debtor.askedBalance" && context.verified)) &&
      event.nothingOwed === true,
    returnedVerified: ({ event }) => event.type === "agent.returned" && event.verified,
    returnedWithNothingOwed: ({ event }) =>
      event.type === "agent.returned" && event.verified && event.nothingOwed === true,
    paidInFull: ({ event }) => event.type === "payment.settled" && !event.stillOwed,
    verifiedPaidInFull: ({ context, event }) =>
      context.verified && event.type === "payment.settled" && !event.stillOwed,
    keepsPromise: ({ event }) => event.type === "payment.settled" && event.promiseKept === true,
    liftsStop: ({ event }) => event.type === "debtor.askedForMessages" && event.lifts,
    stillOptedOut: ({ event }) => event.type === "agent.returned" && event.optedOut === true,
    confirmsPermission: ({ event }) => event.type === "debtor.confirmed" && event.of === PERMISSION_SUBJECT,
    confirmsPlan: ({ context, event }) =>
      event.type === "debtor.confirmed" &&
      context.terms !== null &&
      (event.of === undefined || event.of === planSubject(context.terms)),
    confirmsPromise: ({ context, event }) =>
      event.type === "debtor.confirmed" &&
      context.promise !== null &&
      (event.of === undefined || event.of === promiseSubject(context.promise)),
  },
});
