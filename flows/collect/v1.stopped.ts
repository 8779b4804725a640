import { handToAgent, onEach, quiet, say, setAlarm } from "../lib/ask.ts";
import {
  ANSWERS,
  BUSINESS,
  IDENTITY,
  PROTECTIVE,
  recordedInSilence,
  SMALL_TALK,
  STRANGER,
  whilePersonAnswers,
} from "./v1.answers.ts";
import { collecting } from "./v1.setup.ts";

// Somebody asked to be left alone. Only their own words, asked back and answered with a plain yes, lead out of here.

const toPersonInSilence = { target: "#collect.stoppedWithAgent", actions: handToAgent("unclear") } as const;
const silentAgain = { target: "#collect.stopped", actions: "stayQuiet" } as const;
const calledWith = <const A>(reaction: { readonly actions: A }) =>
  ({ target: "#collect.stoppedWithAgent", ...reaction }) as const;
/** Said again, it is not confirmed again; words of theirs in between lift nothing. */
const stoppedAgain = { target: "#collect.stopped", actions: "stopContact" } as const;

/** What somebody who opted out may write, and what becomes of it: nothing they need is met with silence by accident. */
const afterStop = {
  ...onEach([...ANSWERS, ...IDENTITY, ...SMALL_TALK, ...PROTECTIVE, ...STRANGER], silentAgain),
  "debtor.optedOut": stoppedAgain,
  "debtor.optedOutElsewhere": quiet,
  ...onEach(["payment.settled", "payment.failed", "promise.broken"], quiet),
  "debtor.askedForMessages": [
    { guard: "liftsStop", target: "#collect.confirmingPermission", actions: say("permission.confirm") },
    toPersonInSilence,
  ],
  // They ask for something themselves. The one answer that contact law leaves is the person's: a line of ours would use it up.
  ...onEach([...BUSINESS, "debtor.askedForPerson"], calledWith({ actions: handToAgent("asked") })),
  ...onEach(
    ["debtor.greeted", "debtor.unclear", "debtor.soundedGrave", "debtor.sentUnreadable", "debtor.askedHowToVerifyUs"],
    toPersonInSilence,
  ),
  "debtor.saidAlreadyPaid": calledWith(recordedInSilence["debtor.saidAlreadyPaid"]),
  "debtor.sentReceipt": calledWith(recordedInSilence["debtor.sentReceipt"]),
  "debtor.disputed": calledWith(recordedInSilence["debtor.disputed"]),
  "debtor.saidWrongPerson": calledWith(recordedInSilence["debtor.saidWrongPerson"]),
  "debtor.saidDeceased": calledWith(recordedInSilence["debtor.saidDeceased"]),
  "debtor.saidHardship": calledWith(recordedInSilence["debtor.saidHardship"]),
  "debtor.threatenedLegal": calledWith(recordedInSilence["debtor.threatenedLegal"]),
  "debtor.inCrisis": calledWith({ actions: ["recordCrisis", handToAgent("crisis")] }),
  "agent.tookOver": { target: "#collect.stoppedWithAgent", actions: "stayQuiet" },
} as const;

export const stopped = collecting.createStateConfig({
  description:
    "Asked to be left alone: confirmed once, then silence for good. What they still need, a person sees; who asks for messages again is asked back, once for each time.",
  meta: { expects: "nothing", rest: "forGood", afterStop: true },
  on: afterStop,
});

export const stoppedWithAgent = collecting.createStateConfig({
  description:
    "Asked to be left alone, and later needed something themselves: a person answers what they write. The stop stands, and the bot is silent, handed back too.",
  meta: { expects: "nothing", rest: "withPerson", afterStop: true },
  on: {
    ...whilePersonAnswers,
    "debtor.optedOut": { actions: "stopContact" },
    // The person who has them reads it, and can record it as it was written.
    "debtor.askedForMessages": { actions: handToAgent("asked") },
    "debtor.inCrisis": { actions: ["recordCrisis", handToAgent("crisis")] },
  },
});

export const confirmingPermission = collecting.createStateConfig({
  description:
    "Somebody who had opted out asks to be written to again. Who would write, about what and how to stop is repeated, without a word of a debt. Only a plain yes within a day is a permission; anything else leaves the stop as it was.",
  meta: { expects: "confirmation", afterStop: true },
  entry: setAlarm({ hours: 24 }),
  on: {
    ...afterStop,
    "debtor.confirmed": [
      {
        guard: "confirmsPermission",
        target: "verifying",
        // It begins afresh: who has this telephone today has not shown who they are.
        actions: ["startAfresh", "recordPermission", say("permission.noted")],
      },
      silentAgain,
    ],
    "debtor.askedForMessages": [{ guard: "liftsStop", actions: say("permission.confirm") }, toPersonInSilence],
    // "Ok" or a thumb binds nobody, and is not pressed for more: a person sees it.
    "debtor.saidYes": toPersonInSilence,
    "alarm.rang": silentAgain,
  },
});
