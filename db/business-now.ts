import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/** What time it is for this transaction's business, so that a statement need not wait until its clock has been read. */
export const businessNow = (tx: Tx, realNow: DateTime) =>
  tx`(${realNow}::timestamptz + (select b.clock_offset_ms from business b) * interval '1 millisecond')`;
