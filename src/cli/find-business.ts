import { readBusiness } from "../../db/businesses.ts";
import { businessIds } from "../../db/lookups.ts";
import type { Deps } from "../app/deps.ts";

export type NamedBusiness = { readonly id: string; readonly name: string };

/** All businesses of the installation, in the order in which they were made. */
export async function allBusinesses({ db }: Pick<Deps, "db">): Promise<NamedBusiness[]> {
  const ids = await businessIds(db.lookups);
  return Promise.all(ids.map(async (id) => ({ id, name: (await db.inBusiness(id, readBusiness))?.name ?? "" })));
}

/** The business that a command is about: the one it names, or the only one there is. */
export async function findBusiness(
  deps: Pick<Deps, "db">,
  wanted: string | undefined,
): Promise<{ businessId: string; name: string } | { problem: string }> {
  const businesses = await allBusinesses(deps);
  const named = businesses.filter(({ id, name }) => wanted === undefined || wanted === id || wanted === name);
  const [only, second] = named;
  if (only !== undefined && second === undefined) return { businessId: only.id, name: only.name };
  if (businesses.length === 0) return { problem: "there is no business yet: saldar start makes one" };
  // As one types it, so that a line can be copied.
  const list = businesses.map(({ id, name }) => `\n  --business "${name}" (or its id, ${id})`).join("");
  if (wanted === undefined) return { problem: `there are several businesses, say which:${list}` };
  return { problem: `${only === undefined ? "no business is" : "several businesses are"} called ${wanted}:${list}` };
}
