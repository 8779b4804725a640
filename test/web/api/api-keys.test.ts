import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../../src/app/api-keys/create.ts";
import { revokeApiKey } from "../../../src/app/api-keys/revoke.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { makeDebtorLists } from "../../../src/app/debtor-lists/debtor-lists.ts";
import { present } from "../../../src/domain/assert.ts";
import { ROLES, type Role } from "../../../src/domain/member-role.ts";
import { hashToken } from "../../../src/secrets.ts";
import type { Endpoint } from "../../../src/web/api/endpoint.ts";
import { resources } from "../../../src/web/api/routes.ts";
import type { BusinessSettings, DebtorLists, DebtorListView, Debtors, Failure } from "../../../src/web/contract.ts";
import type { WebDeps } from "../../../src/web/deps.ts";
import { KEY_PERMISSIONS, may, PERMISSIONS, type Permission } from "../../../src/web/permissions.ts";
import { countsOf, csvOf } from "../../app/debtor-lists/lists.ts";
import { useDatabase } from "../../support/database.ts";
import { tables } from "../../support/tables.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { tableRows } from "../../tidy/tables.ts";
import { ABSENT, type Answer, type ConsoleServer, startConsole } from "../console-server.ts";
import { ADDRESSES, NO_PHONES } from "./addresses.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
beforeAll(async () => {
  world = await makeWorld(database);
  const debtorLists = makeDebtorLists(world.deps);
  server = await startConsole(database, world, { useCases: { simulator: NO_PHONES, debtorLists } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** A program: it sends what it is told to, and says nothing of pages and origins. */
async function ask<T = Failure>(
  method: string,
  path: string,
  { body, ...headers }: { body?: object; [header: string]: unknown } = {},
): Promise<Pick<Answer<T>, "status" | "body">> {
  const isFile = body instanceof Uint8Array;
  const response = await fetch(server.url + path, {
    method,
    headers: { ...(body && !isFile && { "content-type": "application/json" }), ...(headers as Record<string, string>) },
    ...(body && { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : undefined) as T };
}

async function keyFor(role: Role = "business", businessId = world.business.id) {
  const key = await createApiKey(world.deps, { businessId, name: "Facturación", role, by: "command-line" });
  return { ...key, bearer: { authorization: `Bearer ${key.secret}` } };
}

/** What belongs to a session, though a permission that a key may have stands before it. */
const PEOPLES: Readonly<Record<string, object | undefined>> = {
  "GET /api/session": undefined,
  "PUT /api/session/business": { businessId: "0198a7c2-0000-7000-8000-000000000000" },
  "PUT /api/session/password": { newPassword: "once upon a time" },
  "GET /api/events": undefined,
  "POST /api/conversations/{id}/viewing": { isWriting: true },
};

/** Every address that the server has, as docs/api.md writes it, with what it needs. */
function addresses(): { address: string; permission: Permission }[] {
  const permissions = new Map<unknown, Permission>();
  const endpoint: Endpoint = ({ permission }) => {
    const handler = () => undefined;
    permissions.set(handler, permission);
    return handler;
  };
  const deps = { ...world.deps, useCases: { ...ABSENT, simulator: NO_PHONES } } as unknown as WebDeps;
  return resources(deps, endpoint).flatMap(({ stack }) =>
    stack.flatMap(({ route }) =>
      (route?.stack ?? []).map(({ method, handle }) => ({
        address: `${method.toUpperCase()} /api${route?.path.replaceAll(/:(\w+)/g, "{$1}")}`,
        permission: present(permissions.get(handle), `what ${route?.path} needs`),
      })),
    ),
  );
}

/** The tables of which some row, written out whole, has this text in it. */
async function holding(text: string): Promise<string[]> {
  const { owner } = world;
  const auth = ["session", "verification", "account"].map((name) => ({ name, table: owner`auth.${owner(name)}` }));
  const ours = (await tables(owner)).map(({ name }) => ({ name, table: owner`${owner(name)}` }));
  const found: string[] = [];
  for (const { name, table } of [...ours, ...auth]) {
    if ((await owner`select from ${table} t where t::text like ${`%${text}%`} limit 1`).count > 0) found.push(name);
  }
  return found;
}

describe("a program with a key", () => {
  test("brings a list from the file to the books, and stands there under its name", async () => {
    const { id, bearer } = await keyFor();
    const file = { body: csvOf([{}, {}]), "x-file-name": "nightly.csv", ...bearer };
    const uploaded = await ask<DebtorListView>("POST", "/api/debtor-lists", file);
    expect([uploaded.status, uploaded.body.questions, uploaded.body.dryRun?.rows.new]).toEqual([201, [], 2]);
    const path = `/api/debtor-lists/${uploaded.body.id}`;
    expect((await ask("POST", `${path}/commit`, bearer)).status).toBe(202);
    await commitLists(world.deps, world.business.id);
    expect((await ask<DebtorListView>("GET", path, bearer)).body.state).toBe("committed");
    expect((await ask<Debtors>("GET", "/api/debtors", bearer)).body.items).toHaveLength(2);
    expect(await countsOf(world)).toMatchObject({ debtors: 2 });

    const said = await world.owner`
      select action, actor from audit_event where subject_id = ${uploaded.body.id} order by id`;
    expect(said).toEqual(
      ["upload", "commit"].map((what) => ({ action: `debtor-list.${what}`, actor: `api-key:${id}` })),
    );
    const supervisor = await server.signInAs("supervisor");
    const { items } = (await supervisor.get<DebtorLists>("/api/debtor-lists")).body;
    expect(items).toMatchObject([{ fileName: "nightly.csv", uploadedBy: "Facturación (clave de API)" }]);
  });

  test("is called a key in the reader's language, wherever its name is shown", async () => {
    const supervisor = await server.signInAs("supervisor", "Facturación");
    const [language, shown] = [
      ["es", "pt-BR", "en"],
      ["clave de API", "chave de API", "API key"],
    ];
    for (const [index, spoken] of language.entries()) {
      const { body } = await supervisor.get<DebtorLists>("/api/debtor-lists", { "accept-language": spoken });
      expect(body.items[0]?.uploadedBy).toBe(`Facturación (${shown[index]})`);
    }
  });

  test("stands in the audit when it lets the bot write first, once for all debtors of a call", async () => {
    const { id, bearer } = await keyFor();
    const debtors = [await world.addDebtor(81), await world.addDebtor(82)];
    const asked = { body: { debtorIds: debtors.map((debtor) => debtor.id) }, ...bearer };
    expect((await ask("POST", "/api/conversations", asked)).body).toEqual({ opened: 2, skipped: 0 });
    const said = await world.owner`select action, after from audit_event where actor = ${`api-key:${id}`}`;
    expect(said).toEqual([{ action: "conversations.open", after: { opened: 2 } }]);
  });

  test("sees the key's business alone", async () => {
    const other = await server.otherBusiness();
    const { bearer } = await keyFor("admin", other.id);
    expect((await ask<BusinessSettings>("GET", "/api/business", bearer)).body.id).toBe(other.id);
    const debtor = await world.addDebtor(71);
    expect((await ask<Debtors>("GET", "/api/debtors", bearer)).body.items).toEqual([]);
    expect((await ask("GET", `/api/debtors/${debtor.id}`, bearer)).status).toBe(404);
  });

  test.each(ROLES)("of the role %s may do what both the role and a key may", async (role) => {
    const { bearer } = await keyFor(role);
    for (const permission of Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]) {
      if (permission === "conversations.steal") continue;
      const [method, path, body] = ADDRESSES[permission];
      const { status, body: said } = await ask(method, path, { ...(body && { body }), ...bearer });
      const allowed = may(role, permission) && KEY_PERMISSIONS.includes(permission);
      expect([permission, status === 403]).toEqual([permission, !allowed]);
      expect([permission, status]).not.toEqual([permission, 500]);
      if (may(role, permission) && !allowed) expect(said.message).toContain("needs a person");
    }
  });

  test("has no session, no stream of events and no eyes on a chat: those are people's", async () => {
    const { bearer } = await keyFor("admin");
    for (const [address, body] of Object.entries(PEOPLES)) {
      const [method = "", path = ""] = address.replace("{id}", world.business.id).split(" ");
      const refused = await ask(method, path, { ...(body && { body }), ...bearer });
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, "request.forbidden"]);
      expect(refused.body.message).toContain("needs a person");
    }
  });

  test("finds every address that docs/api.md names, as an administrator's key", async () => {
    const { bearer } = await keyFor("admin");
    const named = tableRows("docs/api.md").map(([address = ""]) => address.replaceAll("`", "").split(" "));
    for (const [method = "", path = ""] of named) {
      const { status, body } = await ask(method, path.replace("{id}", world.business.id), bearer);
      expect([path, status >= 500, status === 401, status === 403]).toEqual([path, false, false, false]);
      if (status === 404) expect([path, body.message]).toEqual([path, expect.stringMatching(/^There is no such/)]);
    }
  });

  test("finds in docs/api.md every address that a key may ask", () => {
    const named = tableRows("docs/api.md").map(([address = ""]) => address.replaceAll("`", ""));
    const open = addresses().flatMap(({ address, permission }) =>
      KEY_PERMISSIONS.includes(permission) && !(address in PEOPLES) ? [address] : [],
    );
    expect(open.length).toBeGreaterThan(25);
    expect(named.toSorted()).toEqual(open.toSorted());
  });

  test("is told about keys when it brings none", async () => {
    const { status, body } = await ask("GET", "/api/business");
    expect([status, body.code]).toEqual([401, "request.signed-out"]);
    expect(body.message).toContain("A program brings an API key: docs/api.md.");
  });
});

describe("a key", () => {
  test("that is revoked is refused with the next request, in words that say what to do", async () => {
    const { id, bearer } = await keyFor();
    expect((await ask("GET", "/api/business", bearer)).status).toBe(200);
    const { deps, business } = world;
    expect(await revokeApiKey(deps, { businessId: business.id, id, by: "command-line" })).toBe("revoked");
    const refused = await ask("GET", "/api/business", bearer);
    expect([refused.status, refused.body.code]).toEqual([401, "request.unknown-key"]);
    expect(refused.body.message).toContain("saldar api-key create");
  });

  test("that is not written as it was given is refused, and never taken for a session", async () => {
    const { secret } = await keyFor();
    const { cookie } = await server.signInAs("admin");
    for (const authorization of [
      secret,
      `Bearer ${secret.slice(0, -1)}`,
      `Bearer ${secret}x`,
      `Bearer ${secret} ${secret}`,
      `Bearer ${secret.toUpperCase()}`,
      `Bearer "${secret}"`,
      `Bearer saldar_00000000_${"0".repeat(43)}`,
    ]) {
      const refused = await ask("GET", "/api/business", { authorization, cookie });
      expect([authorization, refused.status, refused.body.code]).toEqual([authorization, 401, "request.unknown-key"]);
    }
    for (const authorization of ["Bearer", "Bearer x", "Bearer eyJhbGciOiJub25lIn0.e30."]) {
      const refused = await ask("GET", "/api/business", { authorization });
      expect([authorization, refused.status, refused.body.code]).toEqual([authorization, 401, "request.unknown-key"]);
    }
    expect((await ask("GET", "/api/business", { authorization: `bearer  ${secret}` })).status).toBe(200);
  });

  test("counts before a cookie that comes with it", async () => {
    const { cookie } = await server.signInAs("admin");
    const { bearer } = await keyFor("agent");
    const file = { body: csvOf([{}]), "x-file-name": "x.csv", cookie, origin: server.url };
    expect((await ask("POST", "/api/debtor-lists", { ...file, ...bearer })).status).toBe(403);
  });

  test("is kept as a hash: its secret stands in no row of any table", async () => {
    const { secret, prefix, bearer } = await keyFor();
    await ask("GET", "/api/business", bearer);
    const own = secret.slice(prefix.length + 1);
    expect(await holding(own)).toEqual([]);
    expect(await holding(Buffer.from(own).toString("hex"))).toEqual([]);
    // What is kept is found, so what is not found is not kept.
    expect(await holding(prefix)).toEqual(["api_key", "audit_event"]);
    expect(await holding(hashToken(secret).toString("hex"))).toEqual(["api_key", "api_key_route"]);
  });

  test("that is wrong is told to wait after a hundred tries a minute from one address, and right ones are served on", async () => {
    const from = { "x-forwarded-for": "203.0.113.30" };
    const wrong = { authorization: "Bearer saldar_x", ...from };
    const { bearer } = await keyFor();
    const right = () => ask("GET", "/api/alarms", { ...bearer, ...from });
    const together = await Promise.all(Array.from({ length: 150 }, right));
    expect(new Set(together.map(({ status }) => status))).toEqual(new Set([200]));
    const statuses: number[] = [];
    for (let i = 1; i <= 100; i += 1) statuses.push((await ask("GET", "/api/alarms", wrong)).status);
    expect(new Set(statuses)).toEqual(new Set([401]));

    const refused = await fetch(`${server.url}/api/alarms`, { headers: wrong });
    expect([refused.status, ((await refused.json()) as Failure).code]).toEqual([429, "request.too-many"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await right()).status).toBe(200);
    expect((await ask("GET", "/api/alarms", { authorization: "Bearer saldar_x" })).status).toBe(401);
  });
});

describe("the check of where a request came from", () => {
  test("holds for cookies as before, whatever other authorization a browser adds by itself", async () => {
    const { cookie } = await server.signInAs("admin");
    for (const authorization of [
      "Basic eDp5",
      "Negotiate abc",
      "Digest username=x",
      "",
      "Bearer",
      "Bearer eyJh.e30.x",
    ]) {
      const refused = await ask("POST", "/api/conversations", { body: {}, cookie, authorization });
      expect([authorization, refused.status]).toEqual([authorization, 403]);
      expect(refused.body.message).toContain("did not come from a page");
    }
    const ours = { body: {}, cookie, origin: server.url, authorization: "Basic eDp5" };
    expect((await ask("POST", "/api/conversations", ours)).status).toBe(400);
  });

  test("lets people in whose proxy adds a token of its own to what they ask", async () => {
    const { cookie } = await server.signInAs("admin");
    const authorization = "Bearer eyJhbGciOiJub25lIn0.e30.";
    expect((await ask("GET", "/api/session", { cookie, authorization })).status).toBe(200);
    const ours = { body: {}, cookie, origin: server.url, authorization };
    expect((await ask("POST", "/api/conversations", ours)).status).toBe(400);
  });

  test("is no way around it for a cookie: a key that is none opens nothing", async () => {
    const { cookie } = await server.signInAs("admin");
    const foreign = { body: {}, cookie, origin: "https://evil.example", authorization: "Bearer saldar_x" };
    expect((await ask("POST", "/api/conversations", foreign)).status).toBe(401);
  });

  test("holds for signing in and out, with a key too", async () => {
    const { cookie } = await server.signInAs("admin");
    const { bearer } = await keyFor("admin");
    const foreign = { body: {}, cookie, origin: "https://evil.example", ...bearer };
    expect((await ask("POST", "/api/auth/sign-out", foreign)).status).toBe(403);
  });
});
