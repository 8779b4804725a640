import postgres from "postgres";

/**
 * A postgres.js client for any address that Postgres's own tools read, one with a Unix-domain socket's folder included:
 * `postgres://user:password@localhost:5432/name?host=/folder`. `pg` reads that by itself; postgres.js would take `host`
 * for a setting of the server, which refuses it.
 */
export function postgresClient<Types extends Record<string, postgres.PostgresType> = Record<never, never>>(
  url: string,
  options: postgres.Options<Types>,
): ReturnType<typeof postgres<Types>> {
  const folder = socketFolderOf(url);
  if (folder === undefined) return postgres(url, options);
  const address = new URL(url);
  address.searchParams.delete("host");
  return postgres(address.href, { ...options, host: folder });
}

/** The folder of the Unix-domain socket that an address names; undefined when it names a machine. */
export function socketFolderOf(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).searchParams.get("host") : null;
  return host?.startsWith("/") === true ? host : undefined;
}
