import type { Day } from "./common.ts";
import type { ContactChannel } from "./outside-contacts.ts";

/**
 * `POST /api/debtors/:id/stops` → `StopRecorded`: why this person, or one number of theirs, is not to be written to. It stands for the whole
 * business; what waits for them is stopped with it. `reason` is for the audit: how it is known.
 */
export type RecordStop = { readonly stop: StopSaid; readonly reason: string };
/** False: it is recorded, and stands in nobody's way (a lawyer who does not answer, a protection that is over). */
export type StopRecorded = { readonly stopped: boolean };
export type StopSaid =
  | { readonly kind: "opted_out" | "deceased" }
  | { readonly kind: "wrong_person"; readonly contactId: string }
  | ({ readonly kind: "attorney" } & AttorneySaid)
  | ({ readonly kind: "moratorium" } & MoratoriumSaid);
export type AttorneySaid = {
  readonly name: string;
  readonly contactKnown: boolean;
  readonly unresponsive: boolean;
  readonly consentsToDirect: boolean;
};
export type MoratoriumSaid = { readonly type: string; readonly lastProtectedDay: Day };

/**
 * `POST /api/debtors/:id/stops/end` → 204: a lawyer or a legal protection that is over, or was entered by mistake; 404 when there
 * is none. Nothing else is ended so: a hold is lifted (`LiftHold`), and an opt-out only by the debtor's own words.
 */
export type EndStop = { readonly kind: "attorney" | "moratorium"; readonly reason: string };

/** `POST /api/debtors/:id/times` → `TimesRecorded`: what is left out stays as it was, null takes it away. */
export type RecordTimes = Partial<ContactTimesSaid> & { readonly reason: string };
/** False: the law of where they live does not let the hours they asked for count, as they asked for them. */
export type TimesRecorded = { readonly countsHours: boolean };
export type ContactTimesSaid = {
  /** IANA: where the person is. */
  readonly zone: string | null;
  readonly requestedHours:
    | (WeeklyTimeSaid & { readonly separateInstrument: boolean; readonly afterContract: boolean })
    | null;
  readonly inconvenient: readonly WeeklyTimeSaid[] | null;
};
/** Days 1 = Monday … 7 = Sunday; `HH:mm`, an `end` before its `start` passes midnight. */
export type WeeklyTimeSaid = { readonly days: readonly number[]; readonly start: string; readonly end: string };

/**
 * `POST /api/debtors/:id/permissions` → 204. By an agent: where, when and in which words the person agreed, and
 * to which channels (`by`), besides those permitted before. By a message of the
 * debtor's own: only this lifts an opt-out, and only one that it came after. 409 `contact.stopped` otherwise.
 */
export type RecordPermission =
  | {
      readonly contactId: string;
      readonly wording: string;
      readonly on: Day;
      readonly channel: string;
      readonly by: readonly ContactChannel[];
      /** Also from another number of the business than the one they know. */
      readonly otherNumbers?: boolean | undefined;
    }
  | { readonly messageId: string };

/**
 * `POST /api/debtors/:id/erasure` → `Erased`: personal data and words go for good; the books, the contact log and the evidence of
 * permission stay. `reference` is the debtor's, typed again.
 */
export type EraseDebtor = { readonly reference: string };
export type Erased = {
  readonly contacts: number;
  readonly messages: number;
  readonly notes: number;
  readonly pictures: number;
};
