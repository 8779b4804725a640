import type { Sql } from "./client.ts";

/** Gives tables that have grown from nothing their first statistics, and says which. Cheap when there is none. */
export async function gatherFirstStatistics(sql: Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`select name from gather_first_statistics() as name`;
  return found.map(({ name }) => name);
}
