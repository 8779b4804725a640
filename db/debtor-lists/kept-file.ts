import type { Tx } from "../client.ts";

/**
 * The uploaded file itself, sealed by the caller, in parts under the rows 0, -1, -2 … of its list: other answers judge it
 * anew, on whichever machine they arrive. It goes with the commit or the discard; after that, only wrong rows are kept.
 */
export async function keepFile(
  tx: Tx,
  businessId: string,
  { listId, sealed }: { listId: string; sealed: Buffer },
): Promise<void> {
  for (let part = 0; part * PART_BYTES < sealed.length; part += 1) {
    const bytes = sealed.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    await tx`
      insert into debtor_list_row (business_id, list_id, row, verdict, cells)
      values (${businessId}, ${listId}, ${-part}, 'skipped', to_jsonb(${bytes.toString("base64")}::text))`;
  }
}

export async function keptFile(tx: Tx, businessId: string, listId: string): Promise<Buffer> {
  const parts = await tx<{ part: string }[]>`
    select cells #>> '{}' as part from debtor_list_row
    where business_id = ${businessId} and list_id = ${listId} and row <= 0 order by row desc`;
  return Buffer.concat(parts.map(({ part }) => Buffer.from(part, "base64")));
}

export async function forgetFile(tx: Tx, businessId: string, listId: string): Promise<void> {
  await tx`delete from debtor_list_row where business_id = ${businessId} and list_id = ${listId} and row <= 0`;
}

const PART_BYTES = 1024 * 1024;
