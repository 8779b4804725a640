import type { OtherChannel } from "../../src/domain/contact-law/facts.ts";
import type { Currency } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";
import { forgetContacts } from "./kept-contacts.ts";
import type { RowVerdict } from "./stored-list.ts";

/** A judged row in the form the commit writes it: ids are given already, what is personal is sealed (base64). */
export type StagedDebt = {
  /** The debtor's reference on file. */
  readonly debtor: string;
  /** Who the debtor is; only on the first row that says it, since a list says the same of a debtor many times. */
  readonly party?: StagedParty;
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly currency: Currency;
  readonly owedMinor: string;
  readonly issuedOn: IsoDate | undefined;
  readonly dueOn: IsoDate | undefined;
  /** The business's own file says that the debtor contests it, and something is still owed. */
  readonly disputed?: true;
  readonly fingerprint: string;
};

export type StagedParty = {
  readonly id: string;
  readonly kind: "person" | "company";
  readonly name: string;
  readonly documentType: string | undefined;
  readonly lastFour: string | undefined;
  readonly document: string | undefined;
  readonly birthDate: string | undefined;
  readonly sealedWith: string | undefined;
  readonly country: string | undefined;
  readonly subdivision: string | undefined;
  readonly zone: string | undefined;
  readonly extra: object;
  readonly contacts: readonly StagedContact[];
  readonly permission: StagedPermission | undefined;
};

export type StagedPermission = {
  /** By WhatsApp. */
  readonly granted: boolean;
  readonly wording: string;
  /** Absent when the file does not say the day. */
  readonly on: IsoDate | undefined;
  /** Channels besides WhatsApp; absent when the file says nothing of them: what was said before stays. */
  readonly others: readonly OtherChannel[] | undefined;
  /** Whether another number of the business may write to them; absent when the file says nothing of that. */
  readonly otherNumbers: boolean | undefined;
};

export type StagedContact = {
  readonly id: string;
  /** For the row that records the permission, when there is one to record. */
  readonly permissionId: string;
  readonly phone: string;
  readonly key: string;
  /** As the suppression list would know it. */
  readonly hash: string;
  readonly name: string | undefined;
  readonly role: string | undefined;
};

export type StagedRow = {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly judged: StagedDebt | undefined;
  /** Of a wrong row: its cells and what was found in them, sealed (base64). */
  readonly cells: string | undefined;
  /** Which problem, in which column; what was found is sealed with the cells. */
  readonly problems: readonly { readonly code: string; readonly column: string }[] | undefined;
  /** Of a wrong row: whom it speaks of, as keyed hashes (hexadecimal); kept beside it. */
  readonly marks?: readonly string[];
};

/** Thousands of rows in one statement; as `json`, which is not built into a tree before it is taken apart. */
export async function stageRows(
  tx: Tx,
  businessId: string,
  { listId, staged }: { listId: string; staged: readonly StagedRow[] },
): Promise<void> {
  await tx`
    insert into debtor_list_row (business_id, list_id, row, verdict, judged, cells, problems)
    select ${businessId}, ${listId}, r.row, r.verdict, r.judged, r.cells, r.problems
    from json_to_recordset(${JSON.stringify(staged)}::text::json)
      as r(row integer, verdict text, judged jsonb, cells jsonb, problems jsonb)`;
}

/** By what an erasure finds wrong rows, which are sealed. */
export async function markRows(
  tx: Tx,
  businessId: string,
  { listId, marked }: { listId: string; marked: readonly { readonly row: number; readonly hash: string }[] },
): Promise<void> {
  await tx`
    insert into debtor_list_mark (business_id, list_id, row, hash)
    select ${businessId}, ${listId}, r.row, decode(r.hash, 'hex')
    from json_to_recordset(${JSON.stringify(marked)}::text::json) as r(row integer, hash text)`;
}

/** Takes away an earlier judgement; the file itself stays. */
export async function unstageRows(tx: Tx, businessId: string, listId: string): Promise<void> {
  await tx`delete from debtor_list_row where business_id = ${businessId} and list_id = ${listId} and row > 0`;
  await tx`delete from debtor_list_mark where business_id = ${businessId} and list_id = ${listId}`;
  await forgetContacts(tx, businessId, listId);
}

/**
 * Takes away what a finished commit needs no more; wrong rows stay for the errors file. When each debtor may be written to is
 * asked of the books from now on.
 */
export async function forgetWrittenRows(tx: Tx, businessId: string, listId: string): Promise<void> {
  await tx`
    delete from debtor_list_row
    where business_id = ${businessId} and list_id = ${listId} and row > 0 and verdict <> 'error'`;
  await forgetContacts(tx, businessId, listId);
}

export type RowOnPage = {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly cells: string | null;
  readonly problems: readonly { readonly code: string; readonly column: string }[] | null;
};

/** Rows in the file's order, after a row. */
export async function pageOfRows(
  tx: Tx,
  businessId: string,
  { listId, verdict, after, limit }: { listId: string; verdict: RowVerdict | undefined; after: number; limit: number },
): Promise<RowOnPage[]> {
  return tx<RowOnPage[]>`
    select row, verdict, cells #>> '{}' as cells, problems from debtor_list_row
    where business_id = ${businessId} and list_id = ${listId} and row > ${Math.max(after, 0)}
      and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})
    order by row limit ${limit}`;
}
