-- What the database refuses by itself, whoever asks: another business's rows, and a change to what was only ever appended.

create function current_business() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.business_id', true), '')::uuid $$;
--> statement-breakpoint

-- Forced, so that it binds the tables' owner too. The sub-select is evaluated once a statement, not once a row.
create function saldar_secure_tenant_tables() returns void language plpgsql as $$
declare
  tenant_table text;
begin
  for tenant_table in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('channel_route', 'payment_route', 'api_key_route', 'business_route', 'provider_delivery')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'one_business')
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy one_business on %I using (business_id = (select current_business())) with check (business_id = (select current_business()))',
      tenant_table);
  end loop;
end $$;
--> statement-breakpoint
select saldar_secure_tenant_tables();
--> statement-breakpoint
alter table business enable row level security;
--> statement-breakpoint
alter table business force row level security;
--> statement-breakpoint
create policy one_business on business using (id = (select current_business())) with check (id = (select current_business()));
--> statement-breakpoint

-- Six changes are let through, for an erasure, and nothing else with them: what was understood of somebody's words is forgotten when
-- their words are, and what of them a reading or its correction quotes; WhatsApp's id of a message, in which their number stands, gives
-- way to its keyed hash, for good; and so go the note and the address of a contact that was made elsewhere, and the reason of its withdrawal.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'conversation_event' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'meaning' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"meaning": null}' then return new; end if;
  elsif tg_table_name = 'message_reading' and tg_op = 'UPDATE' then
    if to_jsonb(new) <> to_jsonb(old) and to_jsonb(new) = to_jsonb(old) || '{"evidence": "", "intents": [], "words": null}' then return new; end if;
  elsif tg_table_name = 'reading_correction' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'words' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"words": null}' then return new; end if;
  elsif tg_table_name = 'message_status' and tg_op = 'UPDATE' then
    if to_jsonb(old) ->> 'provider_id' !~ '^erased:' and to_jsonb(new) ->> 'provider_id' ~ '^erased:[0-9a-f]{64}$'
      and to_jsonb(new) - 'provider_id' = to_jsonb(old) - 'provider_id' then return new; end if;
  elsif tg_table_name = 'outside_contact' and tg_op = 'UPDATE' then
    if to_jsonb(new) <> to_jsonb(old) and to_jsonb(new) = to_jsonb(old) || '{"note": null, "address": null}' then return new; end if;
  elsif tg_table_name = 'outside_contact_withdrawal' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'reason' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"reason": null}' then return new; end if;
  end if;
  raise exception '% is append-only: append what is true now instead', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
do $$
declare
  appended text;
begin
  foreach appended in array array['conversation_event', 'message_reading', 'reading_correction', 'message_status', 'send_decision', 'contact_made',
    'outside_contact', 'outside_contact_withdrawal', 'outcome', 'contact_permission', 'suppression', 'payment_fact', 'audit_event',
    'message_cost', 'rate_card', 'number_event', 'number_decision']
  loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', appended);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', appended);
  end loop;
end $$;
--> statement-breakpoint

-- A demo's business and a real number must never meet: neither by a new channel nor by a change of either.
create function refuse_demo_on_real_channel() returns trigger language plpgsql as $$
begin
  if new.kind <> 'simulator' and (select is_demo from business where id = new.business_id) then
    raise exception 'a demo business cannot be joined to a real channel' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger demo_stays_simulated before insert or update on channel for each row execute function refuse_demo_on_real_channel();
--> statement-breakpoint
create function refuse_change_of_demo() returns trigger language plpgsql as $$
begin
  raise exception 'a business cannot become, or stop being, a demo' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger demo_for_ever before update on business for each row when (old.is_demo is distinct from new.is_demo) execute function refuse_change_of_demo();
--> statement-breakpoint

-- The look-ups that run before the business is known. Each answers one question about one key. The application's role
-- has no right on the tables behind them. test/db/lookups.test.ts lists them and fails on one more.
-- A caller's own temporary tables come last in the path: unnamed, they would come first, and answer in place of ours.
create function lookup_channel(key text) returns table (business_id uuid, channel_id uuid)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select r.business_id, r.channel_id from channel_route r where r.routing_key = key $$;
--> statement-breakpoint
create function lookup_payment_link(hash bytea) returns table (business_id uuid, payment_link_id uuid)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select r.business_id, r.payment_link_id from payment_route r where r.token_hash = hash $$;
--> statement-breakpoint
create function lookup_api_key(hash bytea) returns table (business_id uuid, api_key_id uuid)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select r.business_id, r.api_key_id from api_key_route r where r.key_hash = hash $$;
--> statement-breakpoint
-- Workers take turns over the businesses; they learn their ids and nothing else.
create function lookup_business_ids() returns table (business_id uuid)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select r.business_id from business_route r order by r.business_id $$;
--> statement-breakpoint

-- A route belongs to the business that makes it, and to no other.
create function route_channel(key text, channel uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into channel_route (routing_key, business_id, channel_id) values (key, current_business(), channel)
    on conflict (routing_key) do nothing;
  if not exists (select from channel_route r where r.routing_key = key and r.business_id = current_business()) then
    raise exception 'the number % belongs to another business', key using errcode = 'unique_violation';
  end if;
end $$;
--> statement-breakpoint
-- A number that was retired: it leads nowhere, and whoever has it at Meta may join it again.
create function unroute_channel(channel uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  delete from channel_route r where r.channel_id = channel and r.business_id = current_business();
end $$;
--> statement-breakpoint
create function route_payment_links(hashes bytea[], links uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into payment_route (token_hash, business_id, payment_link_id)
    select made.hash, current_business(), made.link from unnest(hashes, links) as made(hash, link);
end $$;
--> statement-breakpoint
create function route_business() returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into business_route (business_id) values (current_business()) on conflict do nothing;
end $$;
--> statement-breakpoint

-- A key's route is made with the key and goes with whatever is written in its revoked_at, in the same transaction; nothing makes
-- it again. A trigger and not a function to call: whoever revokes a key cannot forget it. After the row, so that row-level
-- security has judged whose key it is.
create function route_api_key() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into api_key_route (key_hash, business_id, api_key_id) values (new.key_hash, new.business_id, new.id);
  else
    delete from api_key_route r where r.key_hash = old.key_hash;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger routed after insert on api_key for each row execute function route_api_key();
--> statement-breakpoint
create trigger unrouted after delete or update of revoked_at on api_key for each row execute function route_api_key();
--> statement-breakpoint

-- Every reason not to write to somebody, each from its own facts, so that none can outlive them. Which kinds of message
-- a reason stops is said in src/domain/outreach/holds.ts. One that was placed for a time is over once its `until` has
-- passed by the business's clock, which whoever asks has to compare: the database's is another.
create view active_hold with (security_invoker = true) as
  select business_id, debtor_id, kind, until from hold where lifted_at is null
  union all select business_id, debtor_id, 'promise', null from promise where state = 'open'
  union all select business_id, debtor_id, 'plan', null from plan where state = 'active'
  union all select business_id, debtor_id, 'dispute', null from dispute where decided_at is null
  union all select business_id, debtor_id, 'payment_to_verify', null from payment_proof where state = 'to_verify'
  union all select business_id, debtor_id, 'with_agent', null from conversation
    where closed_at is null and owner <> 'bot' and debtor_id is not null;
--> statement-breakpoint

-- The bell: says "look" to the workers, in the caller's own transaction. The application's role has no
-- rights on the queue's tables. One key a business and task: a bell that nobody has heard yet is enough for all.
create function ring(task text, business uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, json_build_object('businessId', business), job_key := task || ':' || business,
    job_key_mode := 'preserve_run_at');
end $$;
--> statement-breakpoint

-- Who has something to do, over all businesses in one statement: asked business by business, a hundred of them at rest were thousands
-- of transactions a second. No door: these run with the caller's own rights, and take on one business after the other, so that
-- row-level security shows each its own rows and nothing more. A plan over the whole table, kept, would read all tenants' rows.

-- The pages and vouchers of a business that are worth a question by now, whatever its webhooks said: ten minutes after a page was opened, then
-- each time its age has doubled, eight questions in a checkout's life and one after it; each day of a voucher, for a month. 'look-up:' and the
-- rounds are as `insertLookUps` writes them (`LOOK_UP` in db/payments/deliveries.ts).
create function silent_payments(own uuid, real_now timestamptz, open_for_hours integer)
  returns table (provider text, object_id text, round text) language sql stable as $$
  select l.provider, l.checkout_reference, 'open' || floor(log(2, age.minutes / 10))::int
  from payment_link l, lateral (select extract(epoch from real_now - l.checkout_expires_at) / 60 + open_for_hours * 60 as minutes) age
  where l.business_id = own and l.checkout_reference is not null and age.minutes >= 10
    and l.checkout_expires_at >= real_now - interval '2 days'
    and not exists (select from provider_delivery d where d.provider = l.provider
      and d.event_id = 'look-up:' || l.checkout_reference || ':open' || floor(log(2, age.minutes / 10))::int)
  union all
  select y.provider, y.money_object, 'day' || floor(extract(epoch from real_now - y.recorded_at) / 86400)::int
  from payment y
  where y.business_id = own and y.state = 'processing' and y.recorded_at between real_now - interval '30 days' and real_now - interval '1 day'
    and not exists (select from provider_delivery d where d.provider = y.provider
      and d.event_id = 'look-up:' || y.money_object || ':day' || floor(extract(epoch from real_now - y.recorded_at) / 86400)::int)
$$;
--> statement-breakpoint

-- What src/jobs/registry.ts looks after, each with the condition of the statement that will find it, or a wider one: whoever is
-- named in vain costs a look, whoever is left out waits for ever. A business that cannot be asked is named, and its look says why.
-- `has_stirred`: something was written, heard or decided since that id was made, which may change what a number may do. What was told of
-- the number itself has ids that are made of what was told: it is found by when the database wrote it, in the last so many seconds.
create function businesses_with_work(real_now timestamptz, open_for_hours integer, channel_ids uuid[], stirred_since uuid,
    stirred_for_seconds integer)
  returns table (business_id uuid, has_work boolean, has_stirred boolean)
  language plpgsql set search_path = public, pg_temp set app.business_id = ''
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
declare
  delivered uuid[] := array(select distinct d.business_id from provider_delivery d
    where d.processed_at is null and d.business_id is not null and (d.retry_at is null or d.retry_at <= real_now));
  -- A stray is nobody's yet: whoever is first places it.
  has_stray boolean := exists (select from provider_delivery d
    where d.processed_at is null and d.business_id is null and (d.retry_at is null or d.retry_at <= real_now));
  own uuid;
  business_now timestamptz;
  own_zone text;
begin
  for own in select b.business_id from lookup_business_ids() b loop
    begin
      perform set_config('app.business_id', own::text, true);
      select real_now + b.clock_offset_ms * interval '1 millisecond', b.zone into business_now, own_zone from business b where b.id = own;
      select has_stray or own = any(delivered)
        or exists (select from message m where m.business_id = own and m.direction = 'in' and m.turn is null
          and not exists (select from conversation c where c.business_id = own and c.id = m.conversation_id and c.retry_at > real_now)
          and not exists (select from second_opinion s where s.business_id = own and s.message_id = m.id and s.outcome is null
            and s.until > real_now))
        or exists (select from conversation c where c.business_id = own and c.alarm_at <= business_now
          and (c.retry_at is null or c.retry_at <= real_now))
        or exists (select from outbox o where o.business_id = own and o.state in ('sending', 'unknown')
          and (o.state = 'unknown' or o.lease_until < real_now))
        or (exists (select from channel h where h.business_id = own and h.retired_at is null and h.blocked_because is null
            and (h.paused_until is null or h.paused_until <= real_now))
          and exists (select from outbox o where o.business_id = own and o.state = 'queued' and o.send_at <= business_now
            and (o.retry_at is null or o.retry_at <= real_now)))
        or exists (select from simulator_report r where r.business_id = own and r.due_at <= real_now)
        or exists (select from promise p join debtor d on d.business_id = own and d.id = p.debtor_id
          where p.business_id = own and p.state = 'open' and p.due_on <= (business_now at time zone own_zone)::date
            and p.due_on < (business_now at time zone coalesce(d.zone, own_zone))::date)
        or exists (select from ledger_unsealed u where u.business_id = own)
        or exists (select from silent_payments(own, real_now, open_for_hours))
        or exists (select from payment_proof p where p.business_id = own and p.state = 'to_verify' and p.mime is null
          and p.message_id is not null)
        or exists (select from message_file f where f.business_id = own and f.state = 'wanted' and f.channel_id = any(channel_ids)
          and (f.retry_at is null or f.retry_at <= real_now))
        or exists (select from debtor_list l where l.business_id = own and l.state = 'committing')
        or exists (select from erasure e where e.business_id = own),
        exists (select from message m where m.business_id = own and m.id >= stirred_since)
        or exists (select from channel_delivery d where d.business_id = own and d.id >= stirred_since)
        or exists (select from number_event e where e.business_id = own
          and e.recorded_at >= now() - stirred_for_seconds * interval '1 second')
        or exists (select from audit_event a where a.business_id = own and a.id >= stirred_since)
        into has_work, has_stirred;
    exception when others then
      has_work := true;
      has_stirred := true;
    end;
    has_stray := false;
    business_id := own;
    return next;
  end loop;
end $$;
--> statement-breakpoint

-- One line for each business: another one as soon as a number of it is to be opened, closed, or opened otherwise.
create function businesses_with_numbers() returns table (business_id uuid, numbers text)
  language plpgsql set search_path = public, pg_temp set app.business_id = '' set enable_seqscan = off as $$
#variable_conflict use_column
begin
  for business_id in select b.business_id from lookup_business_ids() b loop
    perform set_config('app.business_id', business_id::text, true);
    select md5(string_agg(concat_ws('|', h.id, h.kind, h.routing_key, encode(sha256(h.credentials), 'hex'), h.messages_per_second), ';' order by h.id))
      into numbers from channel h where h.business_id = businesses_with_numbers.business_id and h.retired_at is null;
    return next;
  end loop;
end $$;
--> statement-breakpoint

-- Every linked phone in use, and whether no process has it at this moment.
create function linked_phones(kinds text[]) returns table (business_id uuid, channel_id uuid, kind text, phone text, is_free boolean)
  language plpgsql set search_path = public, pg_temp set app.business_id = '' set enable_seqscan = off as $$
#variable_conflict use_column
declare
  own uuid;
begin
  for own in select b.business_id from lookup_business_ids() b loop
    perform set_config('app.business_id', own::text, true);
    return query select h.business_id, h.id, h.kind, h.phone, s.until is null or s.until < now()
      from channel h left join session_lease s on s.business_id = own and s.channel_id = h.id
      where h.business_id = own and h.kind = any(kinds) and h.retired_at is null order by h.id;
  end loop;
end $$;
--> statement-breakpoint

-- Which of these businesses ask something of one of these phones.
create function businesses_that_ask(own_ids uuid[], channel_ids uuid[]) returns setof uuid
  language plpgsql set search_path = public, pg_temp set app.business_id = '' set enable_seqscan = off as $$
declare
  own uuid;
begin
  foreach own in array own_ids loop
    perform set_config('app.business_id', own::text, true);
    if exists (select from channel_link l where l.business_id = own and l.channel_id = any(channel_ids) and l.asked is not null) then
      return next own;
    end if;
  end loop;
end $$;
--> statement-breakpoint

-- A turn changes its conversation's row twice. With room on its page the second change stays there and touches no index:
-- measured, 83 of 100 changes against 40 on full pages.
alter table conversation set (fillfactor = 50);
--> statement-breakpoint

-- How many conversations and promises are open is a matter of the hour. Counted at night it is none, and any index over open
-- ones then looks as good as the one by contact or debtor: each look-up of the next day read all that were open (with
-- 1,500: 3,000 rows instead of 6). Not counted, Postgres takes them for one in two hundred.
alter table conversation alter column closed_at set statistics 0, alter column owner set statistics 0;
--> statement-breakpoint
alter table promise alter column state set statistics 0;
--> statement-breakpoint

-- Staged rows are read by their key alone: a small sample of it will do (a whole one took 250 ms for a list of 100,000).
alter table debtor_list_row alter column business_id set statistics 10, alter column list_id set statistics 10,
  alter column row set statistics 10, alter column verdict set statistics 10, alter column share set statistics 10;
--> statement-breakpoint

-- No row is found by what a document, sealed bytes or a text of many words says. Sampling them was a tenth of Postgres's work
-- while tables are young, and each round of it held up the turns beside it.
do $$
declare
  unread record;
begin
  for unread in
    select a.attrelid::regclass as relation, a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and (a.atttypid in ('jsonb'::regtype, 'bytea'::regtype) or a.attname in ('body', 'evidence'))
      and not exists (select from pg_index i where i.indrelid = a.attrelid and a.attnum = any(i.indkey))
  loop
    execute format('alter table %s alter column %I set statistics 0', unread.relation, unread.name);
  end loop;
end $$;
--> statement-breakpoint

-- Statistics for tables that have none yet. Without them Postgres takes any key that begins with the business for as good
-- as the right one and goes through all of its rows: in a fresh installation a turn cost 40 % more until autovacuum came
-- round, and checking the foreign keys of a thousand rows took 770 ms instead of 10. Once is enough: they grow stale slowly,
-- and autovacuum renews them. Only a table's owner may analyze it; this lets the application ask for nothing else.
create function gather_first_statistics() returns setof text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  young text;
begin
  for young in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples < 0
      and pg_relation_size(c.oid) > 2 * current_setting('block_size')::integer
    -- In one order, so that two processes that do it at once wait for each other and not in a circle.
    order by c.relname
  loop
    execute format('analyze %I', young);
    return next young;
  end loop;
end $$;
--> statement-breakpoint

-- What the application may do. Called after each migration with the role's name; see db/app-role.ts.
create function saldar_grant(app_role text) returns void language plpgsql as $$
declare
  granted record;
begin
  execute format('grant usage on schema public to %I', app_role);
  for granted in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if granted.relname in ('channel_route', 'payment_route', 'api_key_route', 'business_route') then
      execute format('revoke all on %I from %I', granted.relname, app_role);
    elsif granted.relname = 'api_key' then
      -- A key stays what it was made as: another role, or another secret, is another key.
      execute format('revoke update, delete, truncate on %I from %I', granted.relname, app_role);
      execute format('grant select, insert, update (last_used_at, revoked_at) on %I to %I', granted.relname, app_role);
    elsif granted.relname in ('conversation_event', 'message_reading', 'reading_correction', 'message_status', 'send_decision',
        'contact_made', 'outside_contact', 'outside_contact_withdrawal', 'outcome', 'contact_permission', 'suppression', 'payment_fact', 'audit_event', 'message_cost', 'rate_card', 'number_event',
        'number_decision', 'ledger_entry', 'ledger_posting', 'ledger_block') then
      execute format('revoke update, delete, truncate on %I from %I', granted.relname, app_role);
      execute format('grant select, insert on %I to %I', granted.relname, app_role);
      if granted.relname = 'conversation_event' then
        execute format('grant update (meaning) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'message_reading' then
        execute format('grant update (evidence, intents, words) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'reading_correction' then
        execute format('grant update (words) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'message_status' then
        execute format('grant update (provider_id) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'outside_contact' then
        execute format('grant update (note, address) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'outside_contact_withdrawal' then
        execute format('grant update (reason) on %I to %I', granted.relname, app_role);
      end if;
    else
      execute format('grant select, insert, update, delete on %I to %I', granted.relname, app_role);
    end if;
  end loop;
  execute format('grant select on active_hold to %I', app_role);
  -- Signing in is before any business, in a schema of its own (migration auth).
  if to_regnamespace('auth') is not null then
    execute format('grant usage on schema auth to %I', app_role);
    execute format('grant select, insert, update, delete on all tables in schema auth to %I', app_role);
    execute format('grant execute on function lookup_membership(text, text), lookup_memberships(text) to %I', app_role);
  end if;
  execute format('grant usage, select on all sequences in schema public to %I', app_role);
  execute format('grant execute on function lookup_channel(text), lookup_payment_link(bytea), lookup_api_key(bytea), lookup_business_ids(),
    route_channel(text, uuid), unroute_channel(uuid), route_payment_links(bytea[], uuid[]), route_business(), ring(text, uuid), gather_first_statistics(), current_business(),
    silent_payments(uuid, timestamptz, integer), businesses_with_work(timestamptz, integer, uuid[], uuid, integer), businesses_with_numbers(), linked_phones(text[]),
    businesses_that_ask(uuid[], uuid[]) to %I', app_role);
end $$;
--> statement-breakpoint
-- By default Postgres lets everybody call a new function; ours are called by whom they are granted to.
revoke execute on function lookup_channel(text), lookup_payment_link(bytea), lookup_api_key(bytea), lookup_business_ids(),
  route_channel(text, uuid), unroute_channel(uuid), route_payment_links(bytea[], uuid[]), route_business(), route_api_key(), ring(text, uuid), gather_first_statistics(), saldar_grant(text), saldar_secure_tenant_tables(),
  silent_payments(uuid, timestamptz, integer), businesses_with_work(timestamptz, integer, uuid[], uuid, integer), businesses_with_numbers(), linked_phones(text[]),
  businesses_that_ask(uuid[], uuid[]) from public;
