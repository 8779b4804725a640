import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { apiKeyOf, businessIds, channelOf, membershipOf, membershipsOf, paymentLinkOf } from "../../db/lookups.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { sampleBusiness } from "../support/world.ts";
import { tableRows } from "../tidy/tables.ts";

const database = useDatabase();
let owner: Sql;
let app: Database;
beforeAll(() => {
  owner = open(database.ownerUrl, { max: 1, name: "test" });
  app = connect(database.appUrl, { max: 2, name: "test" });
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

/** Functions that work with their owner's rights, and that the application may call: the doors in the wall. */
const doors = async (): Promise<string[]> => {
  const found = await owner<{ door: string }[]>`
    select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as door
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
      and has_function_privilege('saldar_app', p.oid, 'execute') and has_schema_privilege('saldar_app', n.oid, 'usage')
    order by 1`;
  return found.map(({ door }) => door);
};

test("the doors before a business is known are exactly these", async () => {
  expect(await doors()).toEqual([
    "public.gather_first_statistics()",
    "public.lookup_api_key(hash bytea)",
    "public.lookup_business_ids()",
    "public.lookup_channel(key text)",
    "public.lookup_membership(person text, chosen text)",
    "public.lookup_memberships(person text)",
    "public.lookup_payment_link(hash bytea)",
    "public.ring(task text, business uuid)",
    "public.route_business()",
    "public.route_channel(key text, channel uuid)",
    "public.route_payment_links(hashes bytea[], links uuid[])",
    "public.unroute_channel(channel uuid)",
  ]);
});

test("each door is in db/README.md, with what it answers and why it is there", async () => {
  const told = tableRows("db/README.md").flatMap(([names = "", does = "", why = ""]) =>
    why === "" ? [] : [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => ({ name, words: [does, why] })),
  );
  const names = (await doors()).map((door) => door.slice("public.".length, door.indexOf("(")));
  expect(told.map(({ name }) => name).sort()).toEqual(names);
  for (const { name, words } of told) for (const said of words) expect(said.length, name).toBeGreaterThan(20);
});

test("one more would be noticed, also one that nobody granted: Postgres lets everybody call a new function", async () => {
  const before = await doors();
  await owner`create function one_more() returns text language sql security definer as 'select name from business limit 1'`;
  expect((await doors()).filter((door) => !before.includes(door))).toEqual(["public.one_more()"]);
  await owner`drop function one_more()`;
});

test("each door names the schemas it works in, temporary tables last, so that nobody can put a table of their own before ours", async () => {
  const paths = await owner<{ door: string; path: string }[]>`
    select p.oid::regprocedure::text as door, array_to_string(p.proconfig, '; ') as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`;
  expect(paths.length).toBeGreaterThanOrEqual((await doors()).length);
  expect(paths.filter(({ path }) => path !== "search_path=public, pg_temp")).toEqual([]);
});

test("a temporary table with the name of one of ours does not answer in its place", async () => {
  const known = await businessIds(app.lookups);
  const forged = newId();
  const answer = await app.lookups.begin(async (tx) => {
    await tx`create temporary table business_route (business_id uuid) on commit drop`;
    await tx`insert into business_route values (${forged})`;
    await tx`grant all on business_route to public`;
    const found = await tx<{ businessId: string }[]>`select * from lookup_business_ids()`;
    return found.map(({ businessId }) => businessId);
  });
  expect(answer).toEqual(known);
});

test("the application has no right on the routes behind the doors, nor on anything of the queue", async () => {
  const rights = await owner`
    select c.oid::regclass::text as name, r.right from pg_class c
    cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as r("right")
    where c.relkind in ('r', 'p', 'v')
      and (c.relnamespace = to_regnamespace('graphile_worker')
        or (c.relnamespace = 'public'::regnamespace and c.relname in ('channel_route', 'payment_route', 'api_key_route', 'business_route')))
      and has_table_privilege('saldar_app', c.oid, r.right)`;
  expect(rights).toEqual([]);
  const [queue] = await owner`select has_schema_privilege('saldar_app', 'graphile_worker', 'usage') as usage`;
  expect(queue).toEqual({ usage: false });
  for (const table of [
    "channel_route",
    "payment_route",
    "api_key_route",
    "business_route",
    "graphile_worker._private_jobs",
  ]) {
    await expect(app.lookups.unsafe(`select * from ${table}`)).rejects.toMatchObject({ code: "42501" });
  }
  await expect(app.lookups.unsafe("select graphile_worker.add_job('turns')")).rejects.toMatchObject({ code: "42501" });
});

test("a number leads to its business; an unknown one, a payment token and an API key, to nobody", async () => {
  const business = sampleBusiness();
  const channelId = newId();
  await app.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, { id: channelId, kind: "cloud", name: "A", routingKey: "100000000000001" });
  });
  expect(await channelOf(app.lookups, "100000000000001")).toEqual({ businessId: business.id, channelId });
  expect(await channelOf(app.lookups, "100000000000002")).toBeUndefined();
  expect(await paymentLinkOf(app.lookups, Buffer.from("no such token"))).toBeUndefined();
  expect(await apiKeyOf(app.lookups, Buffer.from("no such key"))).toBeUndefined();
  expect(await businessIds(app.lookups)).toContain(business.id);
});

test("a person leads to the business they chose while they belong to it, else to the first they joined; never to another", async () => {
  const [first, second, strange] = [newId(), newId(), newId()];
  const person = newId();
  for (const id of [first, second, strange])
    await owner`insert into auth.organization (id, name, slug, "createdAt") values (${id}, 'x', ${id}, now())`;
  await owner`insert into auth."user" (id, name, email, "emailVerified") values (${person}, 'x', ${`${person}@example.test`}, true)`;
  await owner`
    insert into auth.member (id, "organizationId", "userId", role, "createdAt")
    values (${newId()}, ${second}, ${person}, 'admin', '2026-02-01'), (${newId()}, ${first}, ${person}, 'agent', '2026-01-01')`;
  const found = (chosen?: string) => membershipOf(app.lookups, person, chosen);
  expect(await found()).toEqual({ businessId: first, role: "agent" });
  expect(await found(second)).toEqual({ businessId: second, role: "admin" });
  expect(await found(strange)).toEqual({ businessId: first, role: "agent" });
  expect(await membershipsOf(app.lookups, person)).toEqual([
    { businessId: first, role: "agent" },
    { businessId: second, role: "admin" },
  ]);
  await owner`delete from auth.member where "userId" = ${person} and "organizationId" = ${second}`;
  expect(await found(second)).toEqual({ businessId: first, role: "agent" });
  const nobody = newId();
  expect(await membershipOf(app.lookups, nobody, first)).toBeUndefined();
  expect(await membershipsOf(app.lookups, nobody)).toEqual([]);
});

test("a number that belongs to one business cannot be taken by another", async () => {
  const thief = sampleBusiness();
  await expect(
    app.inBusiness(thief.id, async (tx) => {
      await insertBusiness(tx, thief);
      await insertChannel(tx, thief.id, { id: newId(), kind: "cloud", name: "B", routingKey: "100000000000001" });
    }),
  ).rejects.toMatchObject({ code: "23505" });
  expect(await businessIds(app.lookups)).not.toContain(thief.id);
});

test("a route is made for the business of the transaction, and for nobody without one", async () => {
  for (const call of [
    "select route_business()",
    "select route_channel('1', gen_random_uuid())",
    "select route_payment_links(array['x'::bytea], array[gen_random_uuid()])",
    "select unroute_channel(gen_random_uuid())",
  ]) {
    await expect(app.lookups.unsafe(call)).rejects.toThrow("no business is set");
  }
});

test("links are routed each with its own hash: none without one, and no hash of another's again", async () => {
  const [business, thief] = [sampleBusiness(), sampleBusiness()];
  const [first, second] = [newId(), newId()];
  for (const each of [business, thief]) await app.inBusiness(each.id, (tx) => insertBusiness(tx, each));
  await app.inBusiness(
    business.id,
    (tx) => tx`select route_payment_links(array['one'::bytea, 'two'::bytea], array[${first}::uuid, ${second}::uuid])`,
  );
  expect(await paymentLinkOf(app.lookups, Buffer.from("one"))).toEqual({
    businessId: business.id,
    paymentLinkId: first,
  });
  expect(await paymentLinkOf(app.lookups, Buffer.from("two"))).toEqual({
    businessId: business.id,
    paymentLinkId: second,
  });
  await expect(
    app.inBusiness(thief.id, (tx) => tx`select route_payment_links(array['two'::bytea], array[${newId()}::uuid])`),
  ).rejects.toMatchObject({ code: "23505" });
  await expect(
    app.inBusiness(
      thief.id,
      (tx) => tx`select route_payment_links(array['three'::bytea, 'four'::bytea], array[${newId()}::uuid])`,
    ),
  ).rejects.toMatchObject({ code: "23502" });
  expect(await paymentLinkOf(app.lookups, Buffer.from("three"))).toBeUndefined();
});

test("a demo's business can never be joined to a real channel, and stays a demo for ever", async () => {
  const demo = { ...sampleBusiness(), isDemo: true };
  await app.inBusiness(demo.id, async (tx) => {
    await insertBusiness(tx, demo);
    await insertChannel(tx, demo.id, { id: newId(), kind: "simulator", name: "Phone", routingKey: `sim-${demo.id}` });
  });
  const real = { id: newId(), kind: "cloud", name: "Real", routingKey: "100000000000003" } as const;
  await expect(app.inBusiness(demo.id, (tx) => insertChannel(tx, demo.id, real))).rejects.toMatchObject({
    code: "23001",
  });
  await expect(app.inBusiness(demo.id, (tx) => tx`update channel set kind = 'cloud'`)).rejects.toMatchObject({
    code: "23001",
  });
  for (const sql of [owner, present(app.lookups, "the application's")]) {
    const changed = sql.begin(async (tx) => {
      await tx`select set_config('app.business_id', ${demo.id}, true)`;
      await tx`update business set is_demo = false where id = ${demo.id}`;
    });
    await expect(changed).rejects.toMatchObject({ code: "23001" });
  }
});
