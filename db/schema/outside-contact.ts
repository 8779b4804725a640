import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { CHANNELS } from "../../src/domain/contact-law/facts.ts";
import { HISTORY_KINDS, INITIATORS } from "../../src/domain/contact-law/past-events.ts";
import { businessId, instant, recordedAt } from "./columns.ts";
import { contact, debtor } from "./debtor.ts";

/**
 * A contact with a debtor that Saldar did not make: a call, a visit, a message from elsewhere. Append-only: the note and the
 * address alone may be emptied, once, for an erasure.
 */
export const outsideContact = pgTable(
  "outside_contact",
  {
    businessId: businessId(),
    /** Named by whoever enters it: entered twice, it stands once. */
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    /** The number, where it is one on file. */
    contactId: uuid(),
    /** Another number, or an e-mail address. */
    address: text(),
    channel: text({ enum: CHANNELS }).notNull(),
    initiatedBy: text({ enum: INITIATORS }).notNull(),
    /** What came of it, in the words of contact law. */
    kind: text({ enum: HISTORY_KINDS }).notNull(),
    at: instant().notNull(),
    note: text(),
    enteredBy: text().notNull(),
    enteredAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.debtorId, t.at),
    check("outside_contact_kind_of_initiator", sql`(initiated_by = 'debtor') = (kind = 'inbound')`),
    check("outside_contact_has_been", sql`at <= entered_at`),
    foreignKey({
      name: "outside_contact_debtor_fk",
      columns: [t.businessId, t.debtorId],
      foreignColumns: [debtor.businessId, debtor.id],
    }),
    foreignKey({
      name: "outside_contact_number_fk",
      columns: [t.businessId, t.contactId],
      foreignColumns: [contact.businessId, contact.id],
    }),
  ],
);

/**
 * Somebody said that one of them was not so: from then on it counts no more, and stays to be seen. Append-only, once each: the
 * reason alone may be emptied, for an erasure.
 */
export const outsideContactWithdrawal = pgTable(
  "outside_contact_withdrawal",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    outsideContactId: uuid().notNull(),
    /** Null once it was emptied. */
    reason: text(),
    withdrawnBy: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique("outside_contact_withdrawn_once").on(t.businessId, t.outsideContactId),
    foreignKey({
      name: "outside_contact_withdrawal_fk",
      columns: [t.businessId, t.outsideContactId],
      foreignColumns: [outsideContact.businessId, outsideContact.id],
    }),
  ],
);
