import type { Sql } from "../../db/client.ts";
import { newId } from "../../src/ids.ts";

export type Column = { readonly name: string; readonly type: string; readonly generated: boolean };
export type Table = { readonly name: string; readonly columns: readonly Column[] };

/** Every table of the application's own schema, with its columns in order. */
export async function tables(owner: Sql): Promise<Table[]> {
  return owner<Table[]>`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'generated', a.attidentity <> '' or a.attgenerated <> '') order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`;
}

/** Tables whose rows belong to one business. */
export function isTenant({ name, columns }: Table): boolean {
  return columns.some((column) => column.name === "business_id") && !GLOBAL.includes(name);
}

/** What is read before the business is known, or belongs to none. */
export const GLOBAL = [
  "api_key_route",
  "business_route",
  "channel_route",
  "payment_route",
  "provider_delivery",
  "stray_delivery",
];

/** A row of any table: made values of each type, the business's id where one is asked for. */
export function anyRow({ columns }: Table, businessId: string): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap(({ name, type, generated }) =>
      generated ? [] : [[name, name === "business_id" ? businessId : anyValue(type)]],
    ),
  );
}

function anyValue(type: string): unknown {
  if (type.endsWith("[]")) return [];
  if (type === "uuid") return newId();
  if (type === "boolean") return false;
  if (type === "jsonb" || type === "json") return {};
  if (type === "date") return "2026-11-18";
  if (type.startsWith("timestamp")) return "2026-11-18T15:00:00Z";
  if (type === "bytea") return `\\x${newId().replaceAll("-", "")}`;
  if (/^(smallint|integer|bigint|numeric|xid8)/.test(type)) return "1";
  return newId().slice(-3);
}

/** Puts a row in as nobody could: without triggers, foreign keys or checks. For looking whether others can see it. */
export async function forceRows(owner: Sql, all: readonly Table[], businessId: string): Promise<void> {
  for (const table of all) {
    const checks = await owner<{ name: string }[]>`
      select conname as name from pg_constraint where conrelid = ${table.name}::regclass and contype = 'c'`;
    for (const { name } of checks) await owner`alter table ${owner(table.name)} drop constraint ${owner(name)}`;
  }
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of all) {
      const row = anyRow(table, businessId);
      const names = Object.keys(row);
      await tx`
        insert into ${tx(table.name)} (${tx(names)})
        select ${tx(names)} from jsonb_populate_record(null::${tx(table.name)}, ${JSON.stringify(row)}::text::jsonb)`;
    }
  });
}
