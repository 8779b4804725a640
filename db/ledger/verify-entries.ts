import type { Tx } from "../client.ts";
import type { Finding } from "./finding.ts";

/** Each entry by itself: whole, balanced, with the money and the words it was recorded with. */
export async function verifyEntries(tx: Tx, atMost: number): Promise<Finding[]> {
  return [
    ...(await changed(tx, atMost)),
    ...(await offBalance(tx, atMost)),
    ...(await orphans(tx, atMost)),
    ...(await reversals(tx, atMost)),
  ];
}

/**
 * The texts are those of `src/domain/ledger/canonical.ts` and `hashes.ts`, written a second time in SQL so that each
 * checks the other.
 */
async function changed(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<
    { id: string; reference: string; postings: number; whole: boolean; sameMoney: boolean; sameWords: boolean }[]
  >`
    with told as (
      select e.id, e.reference, e.fingerprint, e.content_hash, p.postings, p.postings >= 2 and p.first = 1 and p.last = p.postings as whole,
        sha256(convert_to(concat_ws(E'\n', e.kind, to_char(e.effective_on, 'YYYY-MM-DD'), coalesce(e.reverses, ''), p.lines), 'UTF8')) as money,
        sha256(convert_to('[' || concat_ws(',', to_json(e.id::text), to_json(encode(e.fingerprint, 'hex')), to_json(e.reference),
          to_json(e.actor), coalesce(to_json(e.source)::text, 'null'), coalesce(to_json(e.description)::text, 'null')) || ']', 'UTF8')) as words
      from ledger_entry e
      left join lateral (
        select count(*)::int as postings, min(position) as first, max(position) as last, string_agg(line, E'\n' order by line collate "C") as lines
        from (
          select position, concat_ws('|', account_code, coalesce(debt_id::text, ''), coalesce(debtor_id::text, ''), coalesce(provider, ''),
            currency, amount_minor) as line
          from ledger_posting where business_id = e.business_id and entry_id = e.id
        ) as postings
      ) p on true
      where e.business_id = current_business()
    )
    select id, reference, postings, coalesce(whole, false) as whole, fingerprint = money as same_money, content_hash = words as same_words
    from told
    where whole is not true or fingerprint <> money or content_hash <> words
    order by id limit ${atMost}`;
  return rows.flatMap(({ id, reference, postings, whole, sameMoney, sameWords }): Finding[] => {
    const entry = `entry ${id} (${reference})`;
    if (postings === 0) return [{ what: "entry without postings", message: `${entry} has no postings` }];
    const findings: Finding[] = [];
    if (!whole)
      findings.push({
        what: "entry not whole",
        message: `${entry} has ${postings} postings, not numbered from 1 without a gap`,
      });
    if (!sameMoney)
      findings.push({ what: "money changed", message: `${entry} does not hold the money it was recorded with` });
    if (!sameWords)
      findings.push({
        what: "entry changed",
        message: `${entry} is not as it was recorded: reference, actor, source or description`,
      });
    return findings;
  });
}

async function offBalance(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ entryId: string; currency: string; offBy: string }[]>`
    select entry_id, currency, sum(amount_minor)::text as off_by from ledger_posting
    where business_id = current_business()
    group by entry_id, currency having sum(amount_minor) <> 0 order by entry_id limit ${atMost}`;
  return rows.map(({ entryId, currency, offBy }) => ({
    what: "entry off balance",
    message: `entry ${entryId} is off by ${offBy} ${currency} in the smallest unit`,
  }));
}

async function orphans(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ entryId: string }[]>`
    select distinct p.entry_id from ledger_posting p
    where p.business_id = current_business()
      and not exists (select from ledger_entry e where e.business_id = p.business_id and e.id = p.entry_id)
    order by p.entry_id limit ${atMost}`;
  return rows.map(({ entryId }) => ({
    what: "posting without entry",
    message: `there are postings of entry ${entryId}, and the entry is gone`,
  }));
}

async function reversals(tx: Tx, atMost: number): Promise<Finding[]> {
  const rows = await tx<{ reference: string; reverses: string }[]>`
    select r.reference, r.reverses
    from ledger_entry r
    left join ledger_entry o on o.business_id = r.business_id and o.reference = r.reverses
    where r.business_id = current_business() and r.reverses is not null and (o.id is null or exists (
      select from ledger_posting p
      where p.business_id = r.business_id and p.entry_id in (r.id, o.id)
      group by p.account_code, p.debt_id, p.debtor_id, p.provider, p.currency having sum(p.amount_minor) <> 0))
    order by r.id limit ${atMost}`;
  return rows.map(({ reference, reverses }) => ({
    what: "reversal differs",
    message: `${reference} says that it undoes ${reverses}, and is not its mirror image`,
  }));
}
