import type { DateTime } from "luxon";
import type { Attorney, Facts, OtherChannel, Role } from "../../src/domain/contact-law/facts.ts";
import { isThirdPartyRole, roleOf } from "../../src/domain/contact-law/role-of.ts";
import type { Currency } from "../../src/domain/money.ts";
import type { SuppressionReason } from "../../src/domain/outreach/suppression.ts";
import type { Tx } from "../client.ts";
import type { PermissionRow } from "../gate.ts";

/** What a list's rows are compared with, read for thousands of rows at once. */

export type DebtAsked = { readonly debtor: string; readonly reference: string; readonly currency: Currency };
export type DebtFound = DebtAsked & { readonly fingerprint: string; readonly owedMinor: bigint };

/**
 * Debts with these references, and what the ledger says is owed on each. A debt in another currency than an earlier one of
 * the same reference is kept under the reference and its currency; it is found by the one the file gives.
 */
export async function debtsOnFile(tx: Tx, businessId: string, asked: readonly DebtAsked[]): Promise<DebtFound[]> {
  return tx<DebtFound[]>`
    select r.debtor, r.reference, r.currency, t.row_fingerprint as fingerprint, o.minor as owed_minor
    from json_to_recordset(${JSON.stringify(asked)}::text::json) as r(debtor text, reference text, currency char(3))
    join debtor d on d.business_id = ${businessId} and d.reference = r.debtor
    join debt t on t.business_id = d.business_id and t.debtor_id = d.id and t.currency = r.currency
      and t.reference in (r.reference, r.reference || ' ' || r.currency)
    cross join lateral (
      select coalesce(sum(p.amount_minor), 0)::bigint as minor from ledger_posting p
      where p.business_id = t.business_id and p.debt_id = t.id and p.account_code in (1100, 1110, 1120)
    ) o`;
}

/** Of these WhatsApp keys, those that are some debtor's already, and whose. */
export async function ownersOfKeys(
  tx: Tx,
  businessId: string,
  keys: readonly string[],
): Promise<{ readonly key: string; readonly debtor: string }[]> {
  return tx<{ key: string; debtor: string }[]>`
    select c.wa_key as key, d.reference as debtor
    from contact c join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId} and c.wa_key = any(${[...keys]}::text[])`;
}

/** What is known of a debtor that bears on writing to them. */
export type DebtorOnFile = {
  readonly id: string;
  readonly reference: string;
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly zone: string | null;
  /** One of their numbers, where any is still theirs. */
  readonly phone: string | null;
  readonly attorney: Attorney | null;
  readonly moratorium: Facts["moratorium"] | null;
  readonly requestedHours: Facts["requestedHours"] | null;
  readonly inconvenient: Facts["inconvenient"] | null;
  /** They have a number that is still theirs. */
  readonly reachable: boolean;
  /** Whose number is on file for them, where none is theirs: a reference, a relative. */
  readonly thirdParty: Role | null;
  /** Nothing may be started to any of their numbers. */
  readonly suppressed: boolean;
  /** Why; null when they are somebody else's. */
  readonly suppressedBecause: SuppressionReason | null;
  /** They said in their own words not to write to them, on one number at least. */
  readonly tookBack: boolean;
  /** What permits most of them: WhatsApp at one of their numbers, or else another channel. */
  readonly permission: Omit<PermissionRow, "contactId"> | null;
};

export async function debtorsOnFile(
  tx: Tx,
  businessId: string,
  references: readonly string[],
): Promise<DebtorOnFile[]> {
  const found = await tx<
    (Omit<DebtorOnFile, "permission" | "thirdParty"> & {
      kind: "person" | "company";
      name: string;
      /** Of numbers with a role's words beside them, which are few. */
      listed: { role: string; name: string | null }[];
      granted: boolean | null;
      otherChannels: OtherChannel[] | null;
      source: PermissionRow["source"] | null;
      givenAt: DateTime | null;
    })[]
  >`
    select d.id, d.reference, d.kind, d.name, c.listed, d.country, d.subdivision, d.zone, c.phone, d.attorney, d.moratorium, d.requested_hours, d.inconvenient,
      coalesce(c.all_suppressed, false) as suppressed, coalesce(c.some, false) as reachable, c.suppressed_because,
      coalesce(p.took_back, false) as took_back, p.granted, p.other_channels, p.source, p.given_at
    from debtor d
    left join lateral (
      select bool_and(suppressed_at is not null) as all_suppressed, bool_or(suppressed_at is null and role is null) as some,
        coalesce(jsonb_agg(jsonb_build_object('role', role, 'name', name)) filter (where suppressed_at is null and role is not null), '[]') as listed,
        min(phone) filter (where suppressed_at is null) as phone,
        max(suppressed_because) as suppressed_because
      from contact where business_id = d.business_id and debtor_id = d.id
    ) c on true
    left join lateral (
      select bool_and(not newest.granted and newest.source = 'debtor_words') as took_back,
        ${best(tx, "granted")} as granted, ${best(tx, "otherChannels")} as other_channels, ${best(tx, "source")} as source,
        ${best(tx, "at")} as given_at
      from contact k
      cross join lateral (
        select granted, to_jsonb(other_channels) as other_channels, source, at from contact_permission
        where business_id = k.business_id and contact_id = k.id order by recorded_at desc, id desc limit 1
      ) newest
      where k.business_id = d.business_id and k.debtor_id = d.id and k.suppressed_at is null
    ) p on true
    where d.business_id = ${businessId} and d.reference = any(${[...references]}::text[])`;
  return found.map(({ granted, otherChannels, source, givenAt, kind, name, listed, ...debtor }) => {
    const recipients = listed.map((one) =>
      roleOf({ contactRole: one.role, contactName: one.name, debtorKind: kind, debtorName: name }),
    );
    return {
      ...debtor,
      reachable: debtor.reachable || recipients.some((role) => !isThirdPartyRole(role)),
      thirdParty: recipients.find(isThirdPartyRole) ?? null,
      permission:
        granted === null || otherChannels === null || source === null || givenAt === null
          ? null
          : { granted, otherChannels, source, at: givenAt },
    };
  });
}

/** Of the newest words on all their numbers, the one that permits most. */
const best = (tx: Tx, column: keyof PermissionRow) => tx`
  (array_agg(newest.${tx(column)} order by newest.granted desc, newest.at desc)
    filter (where newest.granted or newest.other_channels <> '[]'))[1]`;

/** Everything that debtors owe this business, a currency each. */
export async function owedInAll(tx: Tx): Promise<Map<string, bigint>> {
  const found = await tx<{ currency: string; minor: bigint }[]>`
    select currency, sum(amount_minor)::bigint as minor from ledger_posting
    where business_id = current_business() and account_code in (1100, 1110, 1120) group by currency`;
  return new Map(found.map(({ currency, minor }) => [currency, minor]));
}

export async function hasDebtors(tx: Tx, businessId: string): Promise<boolean> {
  const [row] = await tx<
    { some: boolean }[]
  >`select exists(select from debtor where business_id = ${businessId}) as some`;
  return row?.some === true;
}
