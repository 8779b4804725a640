import fc from "fast-check";
import type { FlowDefinition } from "../../flows/lib/definition.ts";
import { begin, type Step, step } from "../../flows/step.ts";
import { type FlowEvent, type FlowEventType, SUGGESTIONS } from "../../flows/vocabulary.ts";
import { isoDate } from "../../src/domain/time.ts";

const bare = <T extends FlowEventType>(type: T): fc.Arbitrary<{ type: T }> => fc.constant({ type });
const maybe = fc.option(fc.boolean(), { nil: undefined });
const day = fc.constantFrom(isoDate("2026-11-27"), isoDate("2026-12-15"));
const terms = fc.constantFrom(
  { instalments: 3, frequency: "monthly" } as const,
  { instalments: 4, frequency: "weekly", firstAmount: "COP 200000.00", firstOn: isoDate("2026-11-22") } as const,
);

/** One arbitrary for each event: a new event does not compile until histories contain it. */
const ARBITRARY: { readonly [T in FlowEventType]: fc.Arbitrary<Extract<FlowEvent, { type: T }>> } = {
  "business.opened": bare("business.opened"),
  "debtor.wroteFirst": bare("debtor.wroteFirst"),
  "stranger.wroteFirst": bare("stranger.wroteFirst"),
  "stranger.gaveReference": bare("stranger.gaveReference"),
  "debtor.saidYes": bare("debtor.saidYes"),
  "debtor.saidNo": bare("debtor.saidNo"),
  "debtor.confirmed": fc
    .constantFrom(undefined, "plan:3:monthly", "promise:2026-11-27", "plan:9:weekly", "permission")
    .map((of) => ({ type: "debtor.confirmed", ...(of === undefined ? {} : { of }) })),
  "debtor.provedIdentity": maybe.map((nothingOwed) => ({
    type: "debtor.provedIdentity",
    ...(nothingOwed === undefined ? {} : { nothingOwed }),
  })),
  "debtor.failedIdentity": bare("debtor.failedIdentity"),
  "debtor.askedHowToVerifyUs": bare("debtor.askedHowToVerifyUs"),
  "debtor.askedBalance": maybe.map((nothingOwed) => ({
    type: "debtor.askedBalance",
    ...(nothingOwed === undefined ? {} : { nothingOwed }),
  })),
  "debtor.choseToPay": bare("debtor.choseToPay"),
  "debtor.askedForOptions": bare("debtor.askedForOptions"),
  "debtor.choseOffer": terms.map((chosen) => ({ type: "debtor.choseOffer", terms: chosen })),
  "debtor.proposedWithinPolicy": terms.map((chosen) => ({ type: "debtor.proposedWithinPolicy", terms: chosen })),
  "debtor.proposedBeyondPolicy": fc.constant({ type: "debtor.proposedBeyondPolicy", proposal: { instalments: 48 } }),
  "debtor.promised": fc.tuple(day, fc.constantFrom(undefined, "COP 90000.00")).map(([on, amount]) => ({
    type: "debtor.promised",
    on,
    ...(amount === undefined ? {} : { amount }),
  })),
  "debtor.promisedUnclearDay": bare("debtor.promisedUnclearDay"),
  "debtor.saidAlreadyPaid": bare("debtor.saidAlreadyPaid"),
  "debtor.sentReceipt": bare("debtor.sentReceipt"),
  "debtor.disputed": bare("debtor.disputed"),
  "debtor.saidWrongPerson": bare("debtor.saidWrongPerson"),
  "debtor.saidDeceased": bare("debtor.saidDeceased"),
  "debtor.saidHardship": bare("debtor.saidHardship"),
  "debtor.inCrisis": bare("debtor.inCrisis"),
  "debtor.threatenedLegal": bare("debtor.threatenedLegal"),
  "debtor.abused": bare("debtor.abused"),
  "debtor.askedForPerson": bare("debtor.askedForPerson"),
  "debtor.optedOut": bare("debtor.optedOut"),
  "debtor.optedOutElsewhere": bare("debtor.optedOutElsewhere"),
  "debtor.askedForMessages": fc.boolean().map((lifts) => ({ type: "debtor.askedForMessages", lifts })),
  "debtor.refused": bare("debtor.refused"),
  "debtor.thanked": bare("debtor.thanked"),
  "debtor.greeted": bare("debtor.greeted"),
  "debtor.sentUnreadable": bare("debtor.sentUnreadable"),
  "debtor.unclear": fc
    .option(fc.uniqueArray(fc.constantFrom(...SUGGESTIONS), { maxLength: 4 }), { nil: undefined })
    .map((didYouMean) => ({ type: "debtor.unclear", ...(didYouMean === undefined ? {} : { didYouMean }) })),
  "debtor.saidLater": bare("debtor.saidLater"),
  "debtor.soundedGrave": bare("debtor.soundedGrave"),
  "payment.settled": fc
    .record({ stillOwed: fc.boolean(), promiseKept: fc.boolean() })
    .map((facts) => ({ type: "payment.settled", ...facts })),
  "payment.failed": bare("payment.failed"),
  "promise.broken": bare("promise.broken"),
  "alarm.rang": bare("alarm.rang"),
  "agent.tookOver": bare("agent.tookOver"),
  "agent.returned": fc
    .record({ verified: fc.boolean(), nothingOwed: fc.boolean(), optedOut: fc.boolean() })
    .map((facts) => ({ type: "agent.returned", ...facts })),
};

export const EVENT_TYPES = Object.keys(ARBITRARY);
export const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(...Object.values<fc.Arbitrary<FlowEvent>>(ARBITRARY));

const opening = fc.oneof(
  ARBITRARY["business.opened"],
  ARBITRARY["debtor.wroteFirst"],
  ARBITRARY["stranger.wroteFirst"],
  anyEvent,
);

/** Events that lead deep: without them few random histories would reach an agreement. */
const likely: fc.Arbitrary<FlowEvent> = fc.oneof(
  { arbitrary: anyEvent, weight: 3 },
  { arbitrary: ARBITRARY["debtor.saidYes"], weight: 1 },
  { arbitrary: ARBITRARY["debtor.provedIdentity"], weight: 2 },
  { arbitrary: ARBITRARY["debtor.failedIdentity"], weight: 2 },
  { arbitrary: ARBITRARY["debtor.choseOffer"], weight: 1 },
  { arbitrary: ARBITRARY["debtor.promised"], weight: 1 },
  { arbitrary: ARBITRARY["debtor.confirmed"], weight: 1 },
  { arbitrary: ARBITRARY["agent.returned"], weight: 1 },
  { arbitrary: ARBITRARY["alarm.rang"], weight: 1 },
  { arbitrary: ARBITRARY["debtor.askedForMessages"], weight: 1 },
);

/** What happens to one conversation, from whatever opens it on. */
export const anyHistory: fc.Arbitrary<FlowEvent[]> = fc
  .tuple(opening, fc.array(likely, { maxLength: 14 }))
  .map(([first, rest]) => [first, ...rest]);

/** Every step of a history, the beginning first. */
export function play(flow: FlowDefinition, history: readonly FlowEvent[]): Step[] {
  const steps = [begin(flow)];
  for (const event of history) steps.push(step(flow, steps.at(-1) ?? begin(flow), event));
  return steps;
}
