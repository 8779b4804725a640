import { sql } from "drizzle-orm";
import { bigint, char, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant: first column of every key, so that no row can point into another business. */
export const businessId = () => uuid().notNull();

/** A moment. Business time unless the column says otherwise. */
export const instant = () => timestamp({ withTimezone: true, mode: "string" });

/** When we wrote the row, by the database's own clock. Never moved, never compared with business time. */
export const recordedAt = () => instant().notNull().default(sql`now()`);

/** An amount in the currency's smallest unit. */
export const minor = () => bigint({ mode: "bigint" });
export const currency = () => char({ length: 3 });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
