import { fromText, type Money } from "../../src/domain/money.ts";
import {
  FREQUENCIES,
  type Frequency,
  type Offer,
  type PlannedPart,
  type PlanTerms,
} from "../../src/domain/negotiation/terms.ts";
import { type IsoDate, parseIsoDate } from "../../src/domain/time.ts";
import type { FlowEvent, Suggestion } from "../vocabulary.ts";

/** What each fixed button or list row means. Ids are kept for ever: old messages stay on the debtor's screen. */
const FIXED = {
  yes: { type: "debtor.saidYes" },
  no: { type: "debtor.saidNo" },
  pay: { type: "debtor.choseToPay" },
  options: { type: "debtor.askedForOptions" },
  balance: { type: "debtor.askedBalance" },
  promise: { type: "debtor.promisedUnclearDay" },
  paid: { type: "debtor.saidAlreadyPaid" },
  dispute: { type: "debtor.disputed" },
  wrongPerson: { type: "debtor.saidWrongPerson" },
  person: { type: "debtor.askedForPerson" },
  stop: { type: "debtor.optedOut" },
  howToVerify: { type: "debtor.askedHowToVerifyUs" },
} as const satisfies Record<string, FlowEvent> & Record<Suggestion, FlowEvent>;

export type FixedOptionId = keyof typeof FIXED;

/** The fact that tapping this option states, or `undefined` when no message of ours ever carried it. */
export function eventForOption(id: string): FlowEvent | undefined {
  if (isFixed(id)) return FIXED[id];
  const [kind, ...rest] = id.split(":");
  if (kind === "offer") {
    const terms = termsFrom(rest);
    return terms && { type: "debtor.choseOffer", terms };
  }
  const subject = confirmationIn(id)?.subject;
  return subject === undefined ? undefined : { type: "debtor.confirmed", of: subject };
}

/** `offer:3:monthly`, or `offer:3:monthly:COP 60000.00` when the first payment differs. */
export function offerId(terms: PlanTerms): string {
  return `offer:${termsText(terms)}`;
}

/** Names the plan a confirmation is about, so that the button of an older message cannot agree to a newer plan. */
export function planSubject(terms: PlanTerms): string {
  return `plan:${termsText(terms)}`;
}

export function promiseSubject(promise: { readonly on: IsoDate }): string {
  return `promise:${promise.on}`;
}

/** What a yes to being written to again is about: there is one such question, with nothing in it that could change. */
export const PERMISSION_SUBJECT = "permission";

/** What a yes was shown: what it is about, and a mark of the very days and amounts. */
export type Confirmation = { readonly subject: string; readonly echo: string };

/** The days and amounts of a plan as they were repeated: they follow what is owed and the day, and so may change. */
export function planEcho({ total, instalments }: Pick<Offer, "total" | "instalments">): string {
  const ends = [instalments[0], instalments.at(-1)].flatMap((end) => (end ? [end.dueOn, end.amount.minor] : []));
  return [total.minor, ...ends].join("/");
}

export function promiseEcho({ amount }: { readonly amount: Money }): string {
  return String(amount.minor);
}

export function confirmId({ subject, echo }: Confirmation): string {
  return `confirm:${subject}=${echo}`;
}

/** What a confirmation's button was shown for; undefined for every other option. */
export function confirmationIn(id: string): Confirmation | undefined {
  const [, subject = "", echo = ""] = /^confirm:([^=]*)(?:=(.*))?$/.exec(id) ?? [];
  return isSubject(subject.split(":")) ? { subject, echo } : undefined;
}

function isFixed(id: string): id is FixedOptionId {
  return Object.hasOwn(FIXED, id);
}

function isSubject([kind, ...rest]: readonly string[]): boolean {
  if (kind === PERMISSION_SUBJECT) return rest.length === 0;
  if (kind === "plan") return termsFrom(rest) !== undefined;
  return kind === "promise" && rest.length === 1 && parseIsoDate(rest[0] ?? "") !== undefined;
}

function termsText({ instalments, frequency, firstAmount, firstOn, parts = [] }: PlanTerms): string {
  const named = parts.map(({ on, amount }) => `${on}@${amount}`).join("+");
  return [String(instalments), frequency, firstAmount ?? "", firstOn ?? "", named].join(":").replace(/:+$/, "");
}

function termsFrom([count = "", rhythm = "", firstAmount = "", firstOn = "", named = "", ...more]: readonly string[]):
  | PlanTerms
  | undefined {
  const frequency = FREQUENCIES.find((known): known is Frequency => known === rhythm);
  const day = parseIsoDate(firstOn);
  const parts = named === "" ? undefined : named.split("+").map(partFrom);
  if (!/^[1-9]\d?$/.test(count) || frequency === undefined || more.length > 0) return undefined;
  if (firstAmount !== "" && fromText(firstAmount) === undefined) return undefined;
  if (firstOn !== "" && day === undefined) return undefined;
  const known = parts?.filter((part) => part !== undefined);
  if (known && (known.length !== parts?.length || known.length !== Number(count))) return undefined;
  return {
    instalments: Number(count),
    frequency,
    ...(firstAmount === "" ? {} : { firstAmount }),
    ...(day === undefined ? {} : { firstOn: day }),
    ...(known && { parts: known }),
  };
}

/** `2026-11-22@COP 200000.00`. */
function partFrom(text: string): PlannedPart | undefined {
  const [day = "", amount = "", ...more] = text.split("@");
  const on = parseIsoDate(day);
  return on === undefined || fromText(amount) === undefined || more.length > 0 ? undefined : { on, amount };
}
