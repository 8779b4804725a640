import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { OTHER_CHANNELS } from "../../src/domain/contact-law/facts.ts";
import { SUPPRESSION_REASONS } from "../../src/domain/outreach/suppression.ts";
import { business } from "./business.ts";
import { businessId, bytes, currency, instant, recordedAt, xid8 } from "./columns.ts";

/** Who owes: a person or a company. Document and birth date are sealed by field; only the last four digits are plain. */
export const debtor = pgTable(
  "debtor",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    /** The business's own reference for this customer: what its file calls them. */
    reference: text().notNull(),
    kind: text({ enum: ["person", "company"] }).notNull(),
    name: text().notNull(),
    documentType: text(),
    /** What verifies the right party. Null for a company: a NIT is public and verifies nobody. */
    documentLastFour: text(),
    documentSealed: bytes(),
    birthDateSealed: bytes(),
    /** Which key sealed the two fields above. */
    sealedWith: text(),
    language: text(),
    /** Where they live, as a list says: ISO 3166-1, and the part of 3166-2 after the hyphen. Null: where the business is. */
    country: text(),
    subdivision: text(),
    zone: text(),
    /** What the law lets the person say about being written to; each in the shape of contact-law's facts, null when unsaid. */
    attorney: jsonb(),
    moratorium: jsonb(),
    requestedHours: jsonb(),
    inconvenient: jsonb(),
    extra: jsonb().notNull().default({}),
    listId: uuid(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] }), unique().on(t.businessId, t.reference)],
);

/** A WhatsApp identity: of a debtor, or of a stranger until somebody says whose it is. */
export const contact = pgTable(
  "contact",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    debtorId: uuid(),
    name: text(),
    role: text(),
    phone: text(),
    /** What an inbound number and a stored one match on (`whatsappKey`), or `bsuid:<id>` or `lid:<id>` when there is no number. */
    waKey: text().notNull(),
    /** The number as WhatsApp itself gives it; may differ from the dialled one. */
    waId: text(),
    bsuid: text(),
    /** WhatsApp's hidden id, by which a linked phone knows people: the digits before `@lid`. */
    lid: text(),
    /** Nothing is ever started to this number again, until whoever has it asks for it in their own words. */
    suppressedAt: instant(),
    /** Null: it is not the debtor's (`wrong_person`). */
    suppressedBecause: text({ enum: SUPPRESSION_REASONS }),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.waKey),
    index().on(t.businessId, t.debtorId),
    index().on(t.businessId, t.bsuid),
    index().on(t.businessId, t.lid),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** Permission to contact somebody at a number, by which channels, and where it comes from. Append-only: the newest row counts. */
export const contactPermission = pgTable(
  "contact_permission",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    contactId: uuid().notNull(),
    /** By WhatsApp. */
    granted: boolean().notNull(),
    /** By these channels too, or by these alone. */
    otherChannels: text({ enum: OTHER_CHANNELS }).array().notNull().default([]),
    /** Also from another number of this business than the one they know. */
    otherNumbers: boolean().notNull().default(false),
    /** The wording the person agreed to, the day, and where. */
    wording: text().notNull(),
    grantedOn: date().notNull(),
    source: text().notNull(),
    listId: uuid(),
    /** Where they said it themselves: the message in which they did. */
    messageId: uuid(),
    /** When we were told: what left before had no permission by it. */
    at: instant().notNull().default(sql`now()`),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.contactId, t.recordedAt),
    foreignKey({ columns: [t.businessId, t.contactId], foreignColumns: [contact.businessId, contact.id] }),
  ],
);

/**
 * Whom we may not write to although we no longer know them: a keyed hash of each number of somebody who was erased, and why.
 * Append-only: a list that brings the number again brings it suppressed.
 */
export const suppression = pgTable(
  "suppression",
  {
    businessId: businessId().references(() => business.id),
    keyHash: bytes().notNull(),
    reason: text({ enum: SUPPRESSION_REASONS }).notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.keyHash, t.reason] })],
);

/**
 * An erasure that has committed and is not whole yet: what was on its way meanwhile may still arrive, and copies are many.
 * Gone once nothing of it is left to do, and what it was looking for with it.
 */
export const erasure = pgTable(
  "erasure",
  {
    businessId: businessId(),
    debtorId: uuid().notNull(),
    /** By what they are known in copies: names, numbers, documents (sealed, base64). */
    marks: text().notNull(),
    /** Transactions from this one on saw the person as erased; null until the first pass after the commit. */
    horizon: xid8(),
    /** The last webhook and the last list that were looked through. */
    deliveryId: uuid(),
    listId: uuid(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.debtorId] }),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** One thing owed, in one currency. What is owed on it is the ledger's to say. */
export const debt = pgTable(
  "debt",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    reference: text().notNull(),
    description: text().notNull(),
    currency: currency().notNull(),
    issuedOn: date(),
    dueOn: date().notNull(),
    /** Fingerprint of the row it came from: the same row again changes nothing. */
    rowFingerprint: text().notNull(),
    listId: uuid(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.debtorId, t.reference),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** A reason not to write, which names the kinds of message it stops. Independent of every other hold. */
export const hold = pgTable(
  "hold",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    debtId: uuid(),
    kind: text().notNull(),
    sourceId: uuid(),
    placedAt: instant().notNull(),
    /** The newest time that an opt-out was said: words of theirs from before it lift nothing. */
    saidAgainAt: instant(),
    /** Who entered it; null where it was read in what was written to us. */
    placedBy: text(),
    until: instant(),
    liftedAt: instant(),
    liftedBy: text(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index("hold_active").on(t.businessId, t.debtorId).where(sql`lifted_at is null`),
    uniqueIndex("hold_once").on(t.businessId, t.debtorId, t.kind).where(sql`lifted_at is null and debt_id is null`),
    // The debtor ends it, and no day does.
    check("hold_opt_out_has_no_end", sql`kind <> 'opt_out' or until is null`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** An uploaded file and what became of it. */
export const debtorList = pgTable(
  "debtor_list",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    fileName: text().notNull(),
    sha256: text().notNull(),
    sizeBytes: integer().notNull(),
    state: text({ enum: ["staged", "committing", "committed", "failed", "discarded"] }).notNull(),
    settings: jsonb().notNull(),
    /** Counts and sums of the dry run and of the commit. */
    summary: jsonb().notNull(),
    /** The last row committed: where a killed commit goes on. */
    committedRows: integer().notNull().default(0),
    totalRows: integer().notNull(),
    uploadedBy: text().notNull(),
    uploadedAt: instant().notNull(),
    committedAt: instant(),
    failedBecause: text(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] }), index().on(t.businessId, t.sha256)],
);

/** One row of the file: as read, as judged, and what it would change. */
export const debtorListRow = pgTable(
  "debtor_list_row",
  {
    businessId: businessId(),
    listId: uuid().notNull(),
    row: integer().notNull(),
    verdict: text({ enum: ["new", "changed", "same", "error", "skipped"] }).notNull(),
    /** The judged debt, its debtor, contacts and permission; null when the row is in error. */
    judged: jsonb(),
    /** The same for all rows of a debtor, of 0 to 32,767: by it a commit shares rows out without opening their JSON. */
    share: smallint().generatedAlwaysAs(sql`abs(hashtext(judged ->> 'debtor') % 32768)`),
    /** The original cells and the problems, for the errors file. */
    cells: jsonb(),
    problems: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.listId, t.row] }),
    index().on(t.businessId, t.listId, t.verdict),
    foreignKey({ columns: [t.businessId, t.listId], foreignColumns: [debtorList.businessId, debtorList.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * Whom a wrong row speaks of: a keyed hash of each reference, document and number in it, so that an erasure finds it without
 * opening what is sealed. Without a key to the row itself: deleting a hundred thousand staged rows would look here for each.
 */
export const debtorListMark = pgTable(
  "debtor_list_mark",
  {
    businessId: businessId(),
    listId: uuid().notNull(),
    row: integer().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.listId, t.row, t.hash] }),
    index().on(t.businessId, t.hash),
    foreignKey({ columns: [t.businessId, t.listId], foreignColumns: [debtorList.businessId, debtorList.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** When the debtors of a list may be written to, as its dry run saw it: some lines of one verdict a row, sealed together. */
export const debtorListContact = pgTable(
  "debtor_list_contact",
  {
    businessId: businessId(),
    listId: uuid().notNull(),
    /** Which of the dry run's verdicts, counted from 0. */
    verdict: smallint().notNull(),
    part: integer().notNull(),
    lines: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.listId, t.verdict, t.part] }),
    foreignKey({ columns: [t.businessId, t.listId], foreignColumns: [debtorList.businessId, debtorList.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Which column means what, remembered for the next file with the same headers. */
export const columnMapping = pgTable(
  "column_mapping",
  {
    businessId: businessId().references(() => business.id),
    headerSignature: text().notNull(),
    settings: jsonb().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.headerSignature] })],
);
