import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { businessId, bytes, instant, recordedAt } from "./columns.ts";

/** What each simulated phone shows, both ways, from `visibleAt` on. */
export const simulatorMessage = pgTable(
  "simulator_message",
  {
    businessId: businessId(),
    sequence: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    /** E.164 digits without the plus. */
    phone: text().notNull(),
    direction: text({ enum: ["in", "out"] }).notNull(),
    providerId: text().notNull(),
    /** The send it came from; null for what the phone wrote. */
    outboxId: uuid(),
    content: jsonb().notNull(),
    /** Business time, as the phone shows it. */
    at: instant().notNull(),
    /** Real time: a delayed message is there and not shown yet. */
    visibleAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.sequence] }),
    unique("simulator_message_once").on(t.businessId, t.outboxId),
    index().on(t.businessId, t.phone, t.sequence),
  ],
);

/** What the simulated phone still has to report to us: messages and statuses that a fault holds back. */
export const simulatorReport = pgTable(
  "simulator_report",
  {
    businessId: businessId(),
    sequence: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    channelId: uuid().notNull(),
    report: jsonb().notNull(),
    /** Real time. */
    dueAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.sequence] }), index().on(t.businessId, t.dueAt)],
);

/** Something ordered to go wrong with the next message to or from a phone. */
export const simulatorFault = pgTable(
  "simulator_fault",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    phone: text().notNull(),
    fault: jsonb().notNull(),
    takenAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index("simulator_fault_waiting").on(t.businessId, t.phone).where(sql`taken_at is null`),
  ],
);

/** Pictures that a simulated phone sent. */
export const simulatorMedia = pgTable(
  "simulator_media",
  {
    businessId: businessId(),
    token: text().notNull(),
    mime: text().notNull(),
    bytes: bytes().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.token] })],
);
