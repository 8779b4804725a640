import type { DateTime } from "luxon";
import type { Sql } from "./client.ts";

export type StrayDelivery = {
  readonly id: string;
  readonly source: string;
  readonly body: string;
  readonly receivedAt: DateTime;
};

/** Keeps a signed webhook that is about no business here, or that nobody could read: for an operator, and for no customer. */
export async function keepStray(sql: Sql, { id, source, body, receivedAt }: StrayDelivery): Promise<void> {
  await sql`insert into stray_delivery (id, source, body, received_at) values (${id}, ${source}, ${body}, ${receivedAt})`;
}
