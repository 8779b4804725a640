/**
 * Everything a message can be, by its purpose and not by its words. What we start: `opening`, `reminder`, `nudge`,
 * `promise_reminder`, `instalment_reminder`, `notice`. What follows something the debtor did: `answer`, `agent`, `receipt`,
 * `agreement`.
 */
export const MESSAGE_KINDS = [
  "opening", // the first message of a collection conversation
  "reminder", // dunning that follows an opening or a broken promise
  "nudge", // the one message after the debtor fell silent in an open chat
  "promise_reminder", // the day of a promise is near
  "instalment_reminder", // an instalment of an agreed plan is near or due
  "notice", // a neutral notice the business owes the debtor; carries no demand
  "answer", // the bot answers what the debtor wrote
  "agent", // a person of the business writes in an open chat
  "receipt", // a payment arrived: the confirmation of an operation
  "agreement", // a plan or a promise was made: the confirmation of an operation
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Why a person, or one of their debts, is not to be dunned. Holds are independent: lifting one lifts no other. */
export const HOLD_KINDS = [
  "promise",
  "plan",
  "dispute",
  "hardship",
  "crisis",
  "legal",
  "payment_to_verify",
  "opt_out",
  "wrong_person",
  "deceased",
  "with_agent",
  "paused",
  "nothing_owed",
] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

const DUNNING = ["opening", "reminder", "nudge"] as const satisfies readonly MessageKind[];
const DEMANDS = [...DUNNING, "promise_reminder", "instalment_reminder"] as const satisfies readonly MessageKind[];
const STARTED = [...DEMANDS, "notice"] as const satisfies readonly MessageKind[];
const ALL_BUT_WORDS = [...STARTED, "receipt", "agreement"] as const satisfies readonly MessageKind[];

/**
 * The kinds each hold stops. A promise or a plan stops dunning, not its own reminder nor a receipt. A
 * dispute stops all but answers; a receipt answers what the debtor paid, so it passes. An opt-out, a wrong person and a
 * death leave only words said back to whoever wrote.
 *
 * `with_agent` does not stop `answer`: the answer that says "a person is coming" is written in the turn that sets the hold,
 * and who may speak for a chat is decided by its owner and epoch.
 */
export const STOPPED_BY: Readonly<Record<HoldKind, readonly MessageKind[]>> = {
  promise: DUNNING,
  plan: DUNNING,
  dispute: STARTED,
  hardship: DEMANDS,
  crisis: STARTED,
  legal: STARTED,
  payment_to_verify: DEMANDS,
  opt_out: ALL_BUT_WORDS,
  wrong_person: ALL_BUT_WORDS,
  deceased: ALL_BUT_WORDS,
  with_agent: DEMANDS,
  paused: STARTED,
  nothing_owed: DEMANDS,
};
