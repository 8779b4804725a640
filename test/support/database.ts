import { afterAll, beforeAll, inject } from "vitest";
import { postgresClient } from "../../db/postgres-client.ts";
import { present } from "../../src/domain/assert.ts";
import { newRandomId } from "../../src/ids.ts";

/** A migrated database of a test's own. `appUrl` connects as the application, whom row-level security binds. */
export type TestDatabase = { readonly ownerUrl: string; readonly appUrl: string };

/**
 * One database for the test file that calls this at its top level: made before its tests, dropped after them. Its
 * addresses can be read from within tests and hooks.
 */
export function useDatabase(): TestDatabase {
  let made: (TestDatabase & AsyncDisposable) | undefined;
  beforeAll(async () => {
    made = await createDatabase();
  });
  afterAll(async () => {
    await made?.[Symbol.asyncDispose]();
  });
  return {
    get ownerUrl() {
      return present(made, "the test's database").ownerUrl;
    },
    get appUrl() {
      return present(made, "the test's database").appUrl;
    },
  };
}

/**
 * A database more, for as long as `await using` holds it: a copy of the migrated template, or one with nothing in it
 * (`empty`), for tests of the migrations themselves. Its files are copied: to write all of it into the journal, which is
 * Postgres's own choice, takes 160 ms of processor each time and not 20.
 */
export async function createDatabase({ empty = false } = {}): Promise<TestDatabase & AsyncDisposable> {
  const { serverUrl, appUrl, template } = inject("testServer");
  const name = `test_${newRandomId().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name} template ${empty ? "template0" : template} strategy file_copy`);
  return {
    ownerUrl: withDatabase(serverUrl, name),
    appUrl: withDatabase(appUrl, name),
    [Symbol.asyncDispose]: () => onServer(serverUrl, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const sql = postgresClient(url, { max: 1, fetch_types: false });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
