import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBusiness } from "../../db/businesses.ts";
import { apiKeyOf } from "../../db/lookups.ts";
import { apiKeyCommand } from "../../src/cli/api-key.ts";
import { createKey, listKeys, revokeKeyOf } from "../../src/cli/api-key-run.ts";
import { hashToken } from "../../src/secrets.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, sampleBusiness, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

type Said = { code: number; out: string; progress: string };

async function run(
  command: (terminal: { out(text: string): void; progress(text: string): void }) => Promise<number>,
): Promise<Said> {
  const said = { out: "", progress: "" };
  const code = await command({
    out: (text) => {
      said.out += text;
    },
    progress: (text) => {
      said.progress += text;
    },
  });
  return { code, ...said };
}

const create = (name: string, more: { json?: boolean; business?: string } = {}) =>
  run((terminal) => createKey(world.deps, { name, role: "business", ...more }, terminal));
const list = (json = false) => run((terminal) => listKeys(world.deps, { json }, terminal));
const revoke = (id: string, json = false) => run((terminal) => revokeKeyOf(world.deps, { id, json }, terminal));

async function created(name: string): Promise<{ id: string; prefix: string; secret: string }> {
  return JSON.parse((await create(name, { json: true })).out) as { id: string; prefix: string; secret: string };
}

describe("saldar api-key", () => {
  test("create prints the secret alone, so that a script can keep it, and says beside it what it is", async () => {
    const { code, out, progress } = await create("  Facturación ");
    expect(code).toBe(0);
    expect(out).toMatch(/^saldar_[0-9a-f]{8}_[\w-]{43}\n$/);
    expect(progress).toMatch(/^Key [\w-]{36}, "Facturación", with the role business\. /);
    expect(progress).not.toContain(out.trim());
    expect(await apiKeyOf(world.db.lookups, hashToken(out.trim()))).toMatchObject({ businessId: world.business.id });
  });

  test("list shows each key by its beginning, and no secret", async () => {
    const { id, prefix, secret } = await created("Informes");
    const { code, out } = await list();
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${id}  ${prefix}…  business  "Informes", made \\S+Z, never used$`, "m"));
    const asJson = (await list(true)).out;
    expect(JSON.parse(asJson)).toMatchObject({
      keys: expect.arrayContaining([expect.objectContaining({ id, prefix })]),
    });
    for (const shown of [out, asJson]) expect(shown).not.toContain(secret.slice(prefix.length + 1));
  });

  test("revoke ends a key, by its id or by what was found of it, and says so when that was done before", async () => {
    const first = await created("Uno");
    expect(await revoke(first.id)).toMatchObject({ code: 0, out: `Key ${first.id}, "Uno", is revoked.\n` });
    expect(await apiKeyOf(world.db.lookups, hashToken(first.secret))).toBeUndefined();
    expect(await revoke(first.prefix)).toMatchObject({ code: 0, out: `Key ${first.id}, "Uno", was revoked before.\n` });

    const second = await created("Dos");
    expect(JSON.parse((await revoke(second.secret, true)).out)).toMatchObject({ id: second.id, revokedBefore: false });
    expect((await list()).out).toMatch(/"Dos".*revoked \S+Z$/m);
    expect(await revoke("saldar_ffffff")).toMatchObject({ code: 2, progress: expect.stringContaining("no such key") });
  });

  test("revoke takes a whole key for that key alone: another that begins so stays", async () => {
    const { prefix, secret } = await created("Tres");
    for (const other of [`${prefix}_${"x".repeat(43)}`, secret.slice(0, -1), `${secret}x`]) {
      expect(await revoke(other)).toMatchObject({ code: 2, progress: expect.stringContaining("no such key") });
    }
    expect(await apiKeyOf(world.db.lookups, hashToken(secret))).toBeDefined();
    expect((await revoke(secret)).out).toContain("is revoked");
    expect((await revoke(secret)).out).toContain("was revoked before");
  });

  test("stands in the audit, without the secret, when a key is made and once when it is revoked", async () => {
    const { id, prefix, secret } = await created("Auditada");
    await revoke(id);
    await revoke(id);
    const events = await world.owner`select actor, action, after from audit_event where subject_id = ${id} order by id`;
    expect(events).toEqual([
      { actor: "command-line", action: "api-key.created", after: { name: "Auditada", role: "business", prefix } },
      { actor: "command-line", action: "api-key.revoked", after: { revoked: true } },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  test("ends with 2 for a name that is none, for a role that is none, and where it must be said which business", async () => {
    const unseen = ["\u202eana", "a\u200bna", "a\u2066na", "two\u2028lines"];
    for (const name of [" ", "x".repeat(81), "two\nlines", ...unseen]) expect((await create(name)).code).toBe(2);
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    let opened = false;
    apiKeyCommand(program, async () => {
      opened = true;
    });
    for (const command of program.commands.flatMap(({ commands }) => commands)) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    const wrong = program.parseAsync(["api-key", "create", "--name", "x", "--role", "owner"], { from: "user" });
    await expect(wrong).rejects.toMatchObject({ code: "commander.invalidArgument" });
    expect(opened).toBe(false);

    const second = { ...sampleBusiness(), name: "Segundo de muestra" };
    await world.db.inBusiness(second.id, (tx) => insertBusiness(tx, second));
    expect(await create("Cuál")).toMatchObject({ code: 2, progress: expect.stringContaining("Segundo de muestra") });
    expect((await create("Esta", { business: "Segundo de muestra" })).code).toBe(0);

    const found = JSON.parse((await create("Ahí", { business: second.id, json: true })).out) as { secret: string };
    expect(await revoke(found.secret)).toMatchObject({ code: 0, out: expect.stringContaining('"Ahí", is revoked') });
  });
});
