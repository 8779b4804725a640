import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKeysOf, insertApiKey, revokeKey, useKey } from "../../db/api-keys.ts";
import { insertBusiness } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { apiKeyOf } from "../../db/lookups.ts";
import { systemClock } from "../../src/clock.ts";
import { newId } from "../../src/ids.ts";
import { hashToken } from "../../src/secrets.ts";
import { useDatabase } from "../support/database.ts";
import { sampleBusiness } from "../support/world.ts";

const database = useDatabase();
const NOW = systemClock.now();
const OURS = sampleBusiness();
const THEIRS = sampleBusiness();
let owner: Sql;
let app: Database;
beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "test" });
  app = connect(database.appUrl, { max: 2, name: "test" });
  for (const each of [OURS, THEIRS]) await app.inBusiness(each.id, (tx) => insertBusiness(tx, each));
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

const keyOf = (secret: string, role = "business") => ({
  id: newId(),
  name: "Facturación",
  role,
  keyHash: hashToken(secret),
  prefix: "saldar_00000000",
  createdBy: "command-line",
  createdAt: NOW,
});

async function added(secret: string, businessId = OURS.id): Promise<string> {
  const key = keyOf(secret);
  await app.inBusiness(businessId, (tx) => insertApiKey(tx, businessId, key));
  return key.id;
}

describe("a key", () => {
  test("leads to its business from the moment it is made to the moment it is revoked, in the same transaction", async () => {
    const id = await added("one");
    const found = () => apiKeyOf(app.lookups, hashToken("one"));
    expect(await found()).toEqual({ businessId: OURS.id, apiKeyId: id });
    const undone = app.inBusiness(OURS.id, async (tx) => {
      await revokeKey(tx, OURS.id, { id, at: NOW });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await found()).toEqual({ businessId: OURS.id, apiKeyId: id });

    expect(await app.inBusiness(OURS.id, (tx) => revokeKey(tx, OURS.id, { id, at: NOW }))).toBe("standing");
    expect(await found()).toBeUndefined();
    expect(await app.inBusiness(OURS.id, (tx) => useKey(tx, OURS.id, { id, at: NOW }))).toBeUndefined();
    expect(await app.inBusiness(OURS.id, (tx) => revokeKey(tx, OURS.id, { id, at: NOW }))).toBe("revoked-before");
  });

  test("that was revoked stays so, whatever is written there later", async () => {
    const id = await added("over");
    await app.inBusiness(OURS.id, (tx) => revokeKey(tx, OURS.id, { id, at: NOW }));
    await app.inBusiness(OURS.id, (tx) => tx`update api_key set revoked_at = null where id = ${id}`);
    expect(await apiKeyOf(app.lookups, hashToken("over"))).toBeUndefined();
  });

  test("is neither read, nor used, nor revoked from another business", async () => {
    const id = await added("theirs", THEIRS.id);
    expect((await app.inBusiness(OURS.id, (tx) => apiKeysOf(tx, THEIRS.id))).length).toBe(0);
    expect(await app.inBusiness(OURS.id, (tx) => useKey(tx, THEIRS.id, { id, at: NOW }))).toBeUndefined();
    expect(await app.inBusiness(OURS.id, (tx) => revokeKey(tx, THEIRS.id, { id, at: NOW }))).toBe("not-found");
    expect(await apiKeyOf(app.lookups, hashToken("theirs"))).toEqual({ businessId: THEIRS.id, apiKeyId: id });
  });

  test("cannot be made for another business, and leaves no way to it", async () => {
    const smuggled = app.inBusiness(OURS.id, (tx) => insertApiKey(tx, THEIRS.id, keyOf("smuggled")));
    await expect(smuggled).rejects.toMatchObject({ code: "42501" });
    expect(await apiKeyOf(app.lookups, hashToken("smuggled"))).toBeUndefined();
  });

  test("stays what it was made as: the application can change neither its role nor its secret, nor remove it", async () => {
    const id = await added("fixed");
    for (const change of ["role = 'admin'", "key_hash = 'x'::bytea", "name = 'other'"]) {
      const changed = app.inBusiness(OURS.id, (tx) => tx.unsafe(`update api_key set ${change} where id = '${id}'`));
      await expect(changed, change).rejects.toMatchObject({ code: "42501" });
    }
    const removed = app.inBusiness(OURS.id, (tx) => tx`delete from api_key where id = ${id}`);
    await expect(removed).rejects.toMatchObject({ code: "42501" });
  });

  test("has a role that people have, and no other", async () => {
    const made = app.inBusiness(OURS.id, (tx) => insertApiKey(tx, OURS.id, keyOf("strange", "owner")));
    await expect(made).rejects.toMatchObject({ code: "23514" });
  });

  test("is written down as used once a minute at most", async () => {
    const id = await added("used");
    const usedAt = async (at = NOW) => {
      await app.inBusiness(OURS.id, (tx) => useKey(tx, OURS.id, { id, at }));
      const keys = await app.inBusiness(OURS.id, (tx) => apiKeysOf(tx, OURS.id));
      return keys.find((key) => key.id === id)?.lastUsedAt?.toMillis();
    };
    expect(await usedAt()).toBe(NOW.toMillis());
    expect(await usedAt(NOW.plus({ seconds: 59 }))).toBe(NOW.toMillis());
    expect(await usedAt(NOW.plus({ seconds: 60 }))).toBe(NOW.plus({ seconds: 60 }).toMillis());
  });
});
