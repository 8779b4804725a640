import { expect, test } from "vitest";
import { sessionStore } from "../../../src/app/channels/session-store.ts";
import { LeaseLost, type SessionStore } from "../../../src/channels/session-store.ts";
import { newId, newRandomId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();

type Held = { readonly store: SessionStore; readonly channelId: string; readonly owner: string };

/** The store of one session whose lease is ours for the next minute. */
async function held({ db, deps, business }: World, channelId = newId()): Promise<Held> {
  const owner = newRandomId();
  const until = deps.clock.now().plus({ minutes: 1 });
  await db.inBusiness(business.id, async (tx) => {
    await tx`insert into session_lease (business_id, channel_id, owner, until)
      values (${business.id}, ${channelId}, ${owner}, ${until})
      on conflict (business_id, channel_id) do update set owner = excluded.owner, until = excluded.until`;
  });
  return { store: sessionStore(deps, { businessId: business.id, channelId, owner }), channelId, owner };
}

test("what is written comes back, by type and id, and nobody can read it in the table", async () => {
  await using world = await makeWorld(database);
  const { store, channelId } = await held(world);
  await store.write({
    put: [
      { type: "session", id: "1.0", value: "a private key" },
      { type: "pre-key", id: "1.0", value: "another" },
    ],
    receive: [{ sha256: "ab", value: "what a debtor wrote" }],
  });
  expect(await store.get("session", ["1.0", "2.0"])).toEqual(new Map([["1.0", "a private key"]]));
  const rows = await world.owner`
    select encode(value, 'escape') as value from session_key where channel_id = ${channelId}
    union all select encode(value, 'escape') from session_inbox where channel_id = ${channelId}`;
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/private|another|debtor/);
});

test("one write is all of it or nothing of it", async () => {
  await using world = await makeWorld(database);
  const { store } = await held(world);
  await store.write({ put: [{ type: "session", id: "1.0", value: "first" }] });
  // No text of Postgres holds a null character: the last part fails.
  const torn = store.write({
    put: [{ type: "session", id: "1.0", value: "second" }],
    remove: [{ type: "pre-key", id: "7" }],
    receive: [{ sha256: "\u0000", value: "x" }],
  });
  await expect(torn).rejects.toThrow();
  expect((await store.get("session", ["1.0"])).get("1.0")).toBe("first");
  expect(await store.received()).toEqual([]);
});

test("what was received is kept once, in its order, until it is handed over", async () => {
  await using world = await makeWorld(database);
  const { store } = await held(world);
  for (const sha256 of ["c", "a", "b", "a"]) await store.write({ receive: [{ sha256, value: `said ${sha256}` }] });
  expect((await store.received()).map(({ sha256 }) => sha256)).toEqual(["c", "a", "b"]);
  await store.write({ handedOver: ["c", "b"] });
  expect(await store.received()).toEqual([{ sha256: "a", value: "said a" }]);
});

test("sessions can be dropped alone, old messages by age, and all keys at once; what was received stays", async () => {
  await using world = await makeWorld(database);
  const { store } = await held(world);
  const types = ["creds", "session", "saldar-sent"];
  await store.write({
    put: types.map((type) => ({ type, id: "1", value: "x" })),
    receive: [{ sha256: "a", value: "ya pagué" }],
  });
  const left = async () => (await Promise.all(types.map((type) => store.get(type, ["1"])))).map(({ size }) => size);
  await store.drop("session");
  expect(await left()).toEqual([1, 0, 1]);
  expect(await store.dropBefore("saldar-sent", world.deps.clock.now().minus({ hours: 48 }))).toBe(0);
  expect(await store.dropBefore("saldar-sent", world.deps.clock.now().plus({ minutes: 1 }))).toBe(1);
  expect(await left()).toEqual([1, 0, 0]);
  await store.forget();
  expect(await left()).toEqual([0, 0, 0]);
  expect(await store.received()).toHaveLength(1);
});

test("whoever lost the lease neither reads nor writes", async () => {
  await using world = await makeWorld(database);
  const first = await held(world);
  await first.store.write({ put: [{ type: "session", id: "1.0", value: "first" }] });
  const second = await held(world, first.channelId);
  const attempts = [
    first.store.write({ put: [{ type: "session", id: "1.0", value: "late" }] }),
    first.store.get("session", ["1.0"]),
    first.store.received(),
    first.store.drop("session"),
    first.store.forget(),
  ];
  for (const attempt of await Promise.allSettled(attempts)) {
    expect(attempt).toMatchObject({ status: "rejected", reason: expect.any(LeaseLost) });
  }
  expect((await second.store.get("session", ["1.0"])).get("1.0")).toBe("first");
});

test("a lease that ran out is lost, though nobody has taken it", async () => {
  await using world = await makeWorld(database);
  const { store, channelId } = await held(world);
  await world.owner`update session_lease set until = now() - interval '1 second' where channel_id = ${channelId}`;
  await expect(store.write({ put: [{ type: "session", id: "1.0", value: "late" }] })).rejects.toBeInstanceOf(LeaseLost);
});

test("a write that meets a take-over comes before it or not at all", async () => {
  await using world = await makeWorld(database);
  const { store, channelId } = await held(world);
  const taking = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const takeOver = world.db.inBusiness(world.business.id, async (tx) => {
    await tx`update session_lease set owner = ${newRandomId()}
      where business_id = ${world.business.id} and channel_id = ${channelId}`;
    taking.resolve();
    await taken.promise;
  });
  await taking.promise;
  const write = store.write({ put: [{ type: "session", id: "1.0", value: "late" }] });
  const lost = expect(write).rejects.toBeInstanceOf(LeaseLost);
  taken.resolve();
  await takeOver;
  await lost;
  const rows = await world.owner`select from session_key where channel_id = ${channelId}`;
  expect(rows).toHaveLength(0);
});

test("whoever writes after the lease was lost is refused, and said to have lost it", async () => {
  await using world = await makeWorld(database);
  const { channelId } = await held(world);
  let lost = 0;
  const deps = {
    ...world.deps,
    leaseLost: () => {
      lost += 1;
    },
  };
  const store = sessionStore(deps, { businessId: world.business.id, channelId, owner: newRandomId() });
  await expect(store.write({ put: [{ type: "session", id: "1.0", value: "x" }] })).rejects.toThrow(LeaseLost);
  expect(lost).toBe(1);
});
