-- What the ledger's tables cannot say for themselves. It holds against everybody but a superuser or the tables' owner
-- who disables triggers, whatever SQL they write; `saldar ledger verify` is for those two.
--
-- An entry and its postings are written whole, in one statement, and are closed with it:
--   * the postings that a statement writes are whole entries: numbered from 1 without a gap, two at least, summing to
--     zero in each currency;
--   * so a later lot for the same entry must begin with 1 again, and collides with the primary key;
--   * an entry whose posting 1 is not there when its statement ends is refused.
-- Nothing is deferred, so there is no moment at which `set constraints` or one more posting could get in between.
--
-- The checks look at all rows of a statement together. Measured in backend time for an entry of two postings, on
-- Postgres 15: no check at all 30 µs; these 39 µs; the same with foreign keys and a deferred trigger on each entry
-- 73 µs; a deferred trigger on each posting, the usual way, 124 µs. Each look-up is a lateral one of a single row, which can
-- only be done by its index: as a join, what was planned before a table had statistics went through all its rows for each
-- row written (seen at 30,000 entries: 8 s for the next thousand), and a plan made for a list of thousands would be kept for
-- the payment that comes next.
--
-- Names are qualified and the search path is fixed, so that a temporary table of the same name deceives nobody.

create function ledger_is_append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the ledger is append-only: reverse the entry instead'
    using errcode = 'restrict_violation', detail = format('%s on %s', lower(tg_op), tg_table_name);
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on ledger_posting
  for each statement execute function ledger_is_append_only();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on ledger_block
  for each statement execute function ledger_is_append_only();
--> statement-breakpoint
create function ledger_postings_are_whole() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  broken record;
begin
  -- One pass clears entries of one currency, which nearly all are; what it stops at is looked at again by currency.
  if exists (
    select from written group by business_id, entry_id
    having sum(amount_minor) <> 0 or min(currency) <> max(currency) or count(*) < 2 or min(position) <> 1 or max(position) <> count(*)
  ) then
    select entry_id, currency, sum(amount_minor) as off_by into broken
    from written group by business_id, entry_id, currency having sum(amount_minor) <> 0 limit 1;
    if found then
      raise exception 'ledger entry % is off by % %', broken.entry_id, broken.off_by, broken.currency
        using errcode = 'check_violation', hint = 'Amounts are in the smallest unit. Write all postings of an entry in one statement.';
    end if;

    select entry_id, count(*) as postings, min(position) as first, max(position) as last into broken
    from written group by business_id, entry_id
    having count(*) < 2 or min(position) <> 1 or max(position) <> count(*) limit 1;
    if found then
      raise exception 'ledger entry % is not whole: % postings, numbered % to %', broken.entry_id, broken.postings, broken.first, broken.last
        using errcode = 'check_violation', hint = 'Two postings or more, numbered from 1 without a gap, in one statement.';
    end if;
  end if;

  select w.entry_id into broken from written w
  left join lateral (select true as there from public.ledger_entry e where e.business_id = w.business_id and e.id = w.entry_id limit 1) e on true
  where w.position = 1 and e.there is null limit 1;
  if found then
    raise exception 'there is no ledger entry %', broken.entry_id using errcode = 'foreign_key_violation';
  end if;

  -- Compared and not looked up by debtor: one debtor may have all the debts that there are.
  select w.entry_id, w.debt_id, w.debtor_id, w.currency into broken from written w
  left join lateral (select d.debtor_id, d.currency from public.debt d where d.business_id = w.business_id and d.id = w.debt_id limit 1) d on true
  where w.debt_id is not null and (d.debtor_id, d.currency) is distinct from (w.debtor_id, w.currency) limit 1;
  if found then
    raise exception 'ledger entry % speaks of a debt % of debtor % in %, which does not exist',
      broken.entry_id, broken.debt_id, broken.debtor_id, broken.currency
      using errcode = 'foreign_key_violation', hint = 'A debt has one debtor and one currency.';
  end if;

  select w.entry_id, w.debtor_id into broken from written w
  left join lateral (select true as there from public.debtor d where d.business_id = w.business_id and d.id = w.debtor_id limit 1) d on true
  where w.debt_id is null and w.debtor_id is not null and d.there is null limit 1;
  if found then
    raise exception 'ledger entry % speaks of debtor %, who does not exist', broken.entry_id, broken.debtor_id
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger postings_are_whole after insert on ledger_posting referencing new table as written
  for each statement execute function ledger_postings_are_whole();
--> statement-breakpoint
create function ledger_entries_are_whole() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  broken record;
begin
  select w.id into broken from written w
  left join lateral (
    select true as there from public.ledger_posting p
    where p.business_id = w.business_id and p.entry_id = w.id and p.position = 1 limit 1) p on true
  where p.there is null limit 1;
  if found then
    raise exception 'ledger entry % has no postings', broken.id
      using errcode = 'check_violation', hint = 'Write the entry and its postings in one statement.';
  end if;
  if exists (select from written where recorded_at <> now()) then
    raise exception 'when a ledger entry was recorded is for the database to say: leave recorded_at out'
      using errcode = 'check_violation', hint = 'effective_on is the day from which it counts.';
  end if;
  insert into public.ledger_unsealed (business_id, entry_id) select business_id, id from written;
  return null;
end $$;
--> statement-breakpoint
create trigger entries_are_whole after insert on ledger_entry referencing new table as written
  for each statement execute function ledger_entries_are_whole();
--> statement-breakpoint
-- The other half of a foreign key: what the ledger speaks of stays what it was. An update that names none of these
-- columns costs nothing.
create function ledger_speaks_of_it() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the ledger speaks of it: a % keeps its row, its debtor and its currency', tg_table_name
    using errcode = 'restrict_violation', hint = 'Adjust what is owed to zero; erase personal data field by field.';
end $$;
--> statement-breakpoint
create trigger ledger_speaks_of_it before delete or truncate or update of business_id, id, debtor_id, currency on debt
  for each statement execute function ledger_speaks_of_it();
--> statement-breakpoint
create trigger ledger_speaks_of_it before delete or truncate or update of business_id, id on debtor
  for each statement execute function ledger_speaks_of_it();
