import { readBusiness } from "../../db/businesses.ts";
import { businessIds } from "../../db/lookups.ts";
import type { Deps } from "../app/deps.ts";

/** The business that a command is about: the one it names, or the only one there is. */
export async function findBusiness(
  { db }: Pick<Deps, "db">,
  wanted: string | undefined,
): Promise<{ businessId: string } | { problem: string }> {
  const ids = await businessIds(db.lookups);
  const businesses = await Promise.all(
    ids.map(async (id) => ({ id, name: (await db.inBusiness(id, readBusiness))?.name ?? "" })),
  );
  const named = businesses.filter(({ id, name }) => wanted === undefined || wanted === id || wanted === name);
  const [only, second] = named;
  if (only !== undefined && second === undefined) return { businessId: only.id };
  if (businesses.length === 0) return { problem: "there is no business yet: saldar start makes one" };
  const list = businesses.map(({ id, name }) => `\n  ${name} (${id})`).join("");
  if (wanted === undefined) return { problem: `say which business with --business:${list}` };
  return { problem: `${only === undefined ? "no business is" : "several businesses are"} called ${wanted}:${list}` };
}
