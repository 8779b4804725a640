import type { Moment, Person } from "./common.ts";

/**
 * `POST /api/debtors/:id/outside-contacts` → 204: a contact with this debtor that Saldar did not make. It counts towards the law's
 * caps from then on. `id` is a UUID that the caller makes: the same again changes nothing, and with other content is 409
 * `request.conflict`.
 */
export type EnterOutsideContact = {
  readonly id: string;
  readonly channel: ContactChannel;
  /**
   * ISO 8601, at most 90 days ago and not to come. Without an offset (`2026-11-22T10:30`) as the clock on the business's wall
   * shows it.
   */
  readonly at: string;
  /** Who began it. Of the debtor's own `kind` is `inbound`, and of the business's any other. */
  readonly initiatedBy: ContactInitiator;
  readonly kind: OutsideContactKind;
  /** The number, where it is one on file. */
  readonly contactId?: string;
  /** Another number, or an e-mail address. */
  readonly address?: string;
  /** For colleagues. */
  readonly note?: string;
};

export type ContactChannel = "whatsapp" | "sms" | "email" | "voice" | "visit";
export type ContactInitiator = "collector" | "debtor";

/**
 * `accepted`: it left, or rang, and nobody answered. `delivered`, `read`: it arrived, was seen. `two_way`: they talked or answered.
 * `rejected`: it did not get through, and does not count. `inbound`: the debtor came, called or wrote.
 */
export type OutsideContactKind = "accepted" | "delivered" | "read" | "two_way" | "inbound" | "rejected";

/**
 * `POST /api/debtors/:id/outside-contacts/:contact/withdrawal` → 204: it was not so. It counts no more and stays to be seen,
 * with the reason. Withdrawn twice, the first word stands.
 */
export type WithdrawOutsideContact = { readonly reason: string };

export type OutsideContactView = {
  readonly channel: ContactChannel;
  readonly initiatedBy: ContactInitiator;
  readonly kind: OutsideContactKind;
  /** The number or address by which it was, where that is known. Null for who may not read what was said. */
  readonly by: string | null;
  /** Null for them too. */
  readonly note: string | null;
  /** Null: it was written on the linked phone itself. */
  readonly enteredBy: Person | null;
  readonly enteredAt: Moment;
  /** The reason is null for them too, and once the debtor was erased. */
  readonly withdrawn: { readonly by: Person; readonly at: Moment; readonly reason: string | null } | null;
};
