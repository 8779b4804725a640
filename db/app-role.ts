import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { present } from "../src/domain/assert.ts";
import { AppError } from "../src/domain/errors.ts";
import { postgresClient } from "./postgres-client.ts";

/** The application's role where we make it ourselves. Roles belong to a whole cluster, not to a database. */
const ROLE = "saldar_app";

/** Begins the comment on the role, which ends with the owner it was made for. */
const MARK = "Saldar's application role, for owner ";

/** Two databases of one cluster may make or change the role at the same moment; the loser looks again. */
const TRIES = 20;

export type AppRole = { readonly role: string; readonly url: string };

/**
 * The role under which the application works: one that row-level security binds, so neither a superuser, nor BYPASSRLS,
 * nor the owner of the tables (who could switch it off). Made here, unless `appUrl` names one.
 *
 * Its password is an HMAC of the owner's, so that each process finds the same and nothing is stored.
 *
 * @param sql the owner's connection.
 * @throws {AppError} `database.role-missing`, saying what to do.
 */
export async function appRole(
  sql: Sql,
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl?: string | undefined },
): Promise<AppRole> {
  const app = appUrl === undefined ? { role: ROLE, url: await ownRole(sql, ownerUrl) } : await givenRole(sql, appUrl);
  await refuseUnbound(sql, app.role);
  return app;
}

async function ownRole(sql: Sql, ownerUrl: string): Promise<string> {
  const owner = new URL(ownerUrl);
  const app = new URL(ownerUrl);
  app.username = ROLE;
  app.password = owner.password === "" ? "" : derived(decodeURIComponent(owner.password));
  let refusal = await loginRefusal(app.href);
  for (let tries = 1; refusal !== undefined && tries <= TRIES; tries += 1) {
    const made = await makeRole(sql, app.password);
    if (made === "raced") await pause(10 * tries);
    refusal = await loginRefusal(app.href);
    if (made === "made" && refusal !== undefined) break;
  }
  if (refusal === undefined) return app.href;
  throw roleMissing(`The server does not let the role ${ROLE} in, which Saldar made (${refusal.message}).`, refusal);
}

/** Why the server refuses this login (SQLSTATE class 28); undefined when it does not. */
async function loginRefusal(url: string): Promise<Error | undefined> {
  const sql = postgresClient(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return undefined;
  } catch (error) {
    if (error instanceof Error && (codeOf(error)?.startsWith("28") ?? false)) return error;
    throw error;
  } finally {
    await sql.end();
  }
}

async function makeRole(sql: Sql, password: string): Promise<"made" | "raced"> {
  // A derived password is base64url: it needs no escape, and a statement of this kind takes no parameters.
  const login = `login password ${password === "" ? "null" : `'${password}'`}`;
  try {
    const known = await knownRole(sql);
    if (known === undefined) {
      const [{ mark } = { mark: "" }] = await sql<
        { mark: string }[]
      >`select quote_literal(${MARK} || current_user) as mark`;
      // These are the defaults, and only a superuser may name them for a role that is there (Postgres 15): said once, here.
      await sql.unsafe(
        `create role ${ROLE} ${login} nosuperuser nobypassrls nocreatedb nocreaterole; comment on role ${ROLE} is ${mark}`,
      );
    } else {
      refuseAnothers(known);
      await sql.unsafe(`alter role ${ROLE} ${login}`);
    }
    return "made";
  } catch (error) {
    if (codeOf(error) === "42501") throw roleMissing("The owner of the database may not make roles.", error);
    if (isRace(error)) return "raced";
    throw error;
  }
}

type KnownRole = { comment: string | null; owner: string };

async function knownRole(sql: Sql): Promise<KnownRole | undefined> {
  const [row] = await sql<KnownRole[]>`
    select shobj_description(oid, 'pg_authid') as comment, current_user as owner from pg_roles where rolname = ${ROLE}`;
  return row;
}

/** Two installations with different owners on one server would change the one role's password in turns, for ever. */
function refuseAnothers({ comment, owner }: KnownRole): void {
  if (comment === null || !comment.startsWith(MARK) || comment === `${MARK}${owner}`) return;
  throw roleMissing(`The role ${ROLE} on this server belongs to another Saldar (${comment}).`);
}

/** Somebody made or changed the role at the same moment: duplicate_object, unique_violation, "tuple concurrently updated". */
function isRace(error: unknown): boolean {
  const code = codeOf(error);
  return code === "42710" || code === "23505" || (code === "XX000" && String(error).includes("concurrently"));
}

/** The role of an address the operator gave, once it is sure to open the owner's database and no other. */
async function givenRole(sql: Sql, url: string): Promise<AppRole> {
  const owners = await whereAmI(sql);
  const app = postgresClient(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    const apps = await whereAmI(app);
    if (apps.place === owners.place) return { role: apps.role, url };
  } catch (cause) {
    throw roleMissing("The address in DATABASE_APP_URL does not open the database.", cause);
  } finally {
    await app.end();
  }
  throw roleMissing("DATABASE_APP_URL and DATABASE_URL name different databases.");
}

/** A server is known by the moment it started, which anybody may ask; a database by its number there. */
async function whereAmI(sql: Sql): Promise<{ role: string; place: string }> {
  const [row] = await sql<{ role: string; place: string }[]>`
    select current_user as role, pg_postmaster_start_time() || ' ' || oid as place
    from pg_database where datname = current_database()`;
  return present(row, "the current database");
}

async function refuseUnbound(sql: Sql, role: string): Promise<void> {
  const [found] = await sql<{ unbound: boolean; owns: boolean }[]>`
    select rolsuper or rolbypassrls as unbound, pg_has_role(rolname, current_user, 'member') as owns
    from pg_roles where rolname = ${role}`;
  if (found === undefined)
    throw roleMissing(`The user ${role} in DATABASE_APP_URL is not known to the server of DATABASE_URL.`);
  if (found.unbound)
    throw roleMissing(`Row-level security does not bind the role ${role}: it is a superuser or has BYPASSRLS.`);
  if (found.owns)
    throw roleMissing(
      `The role ${role} is, or may become, the owner of the tables, who could switch row-level security off.`,
    );
}

function roleMissing(reason: string, cause?: unknown): AppError {
  return new AppError(
    "database.role-missing",
    `${reason} Saldar keeps businesses apart by row-level security and does not run without a role that it binds. Let an ` +
      "administrator run: create role saldar_application login password '...' nosuperuser nobypassrls; and set " +
      "DATABASE_APP_URL to its address: postgres://saldar_application:...@host:5432/name.",
    { cause },
  );
}

function derived(ownerPassword: string): string {
  return createHmac("sha256", ownerPassword).update(`the password of ${ROLE}`).digest("base64url");
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
