import type { Effects, FlowEventType, HandOverReason, MessageKey, Outcome, Wait } from "../vocabulary.ts";

/** Declares an effect to XState without giving it anything to run: `step` hands it back as data. */
const asked =
  <P>() =>
  (_: unknown, _params: P): void => {};

export const effects = {
  say: asked<Effects["say"]>(),
  createPaymentLink: asked<Effects["createPaymentLink"]>(),
  setAlarm: asked<Effects["setAlarm"]>(),
  recordPromise: asked<Effects["recordPromise"]>(),
  recordPlan: asked<Effects["recordPlan"]>(),
  recordPaymentClaim: asked<Effects["recordPaymentClaim"]>(),
  openDispute: asked<Effects["openDispute"]>(),
  recordHardship: asked<Effects["recordHardship"]>(),
  suppressContact: asked<Effects["suppressContact"]>(),
  recordDeceased: asked<Effects["recordDeceased"]>(),
  recordCrisis: asked<Effects["recordCrisis"]>(),
  stopContact: asked<Effects["stopContact"]>(),
  recordPermission: asked<Effects["recordPermission"]>(),
  handToAgent: asked<Effects["handToAgent"]>(),
  recordOutcome: asked<Effects["recordOutcome"]>(),
  stayQuiet: asked<Effects["stayQuiet"]>(),
} satisfies { [K in keyof Effects]: unknown };

export const say = <const M extends MessageKey>(message: M) => ({ type: "say", params: { message } }) as const;
export const setAlarm = <const W extends Wait>(wait: W) => ({ type: "setAlarm", params: wait }) as const;
export const handToAgent = <const R extends HandOverReason>(because: R) =>
  ({ type: "handToAgent", params: { because } }) as const;
export const recordOutcome = <const O extends Outcome>(outcome: O) =>
  ({ type: "recordOutcome", params: { outcome } }) as const;
export const createPaymentLink = <const F extends Effects["createPaymentLink"]["for"]>(what: F) =>
  ({ type: "createPaymentLink", params: { for: what } }) as const;

/** Silence on purpose: XState calls a transition with neither target nor action "not handled". */
export const quiet = { actions: "stayQuiet" } as const;

/** The same answer to several events, for the states in which it does not matter which of them happened. */
export function onEach<const T extends FlowEventType, const A>(types: readonly T[], answer: A): { [K in T]: A } {
  // `fromEntries` knows no keys; these are exactly `types`.
  return Object.fromEntries(types.map((type) => [type, answer])) as { [K in T]: A };
}
