import type { Graph } from "../../channels/cloud-api/graph.ts";

/** A token names as many accounts as its user was given: beyond these nobody looks for one number. */
const MOST_ACCOUNTS = 10;

/**
 * The account (WABA) of a number, as far as its token lets it be found: Meta names the accounts that a token was made for (Meta, "Debug
 * Token", `granular_scopes`), and each account its numbers. Undefined where the token is for all that its user has, and names none, or
 * where Meta does not answer: then the number's first webhook tells it.
 */
export async function findAccount(
  meta: Pick<Graph, "numberIdsOf">,
  phoneNumberId: string,
  token: Awaited<ReturnType<Graph["token"]>>,
): Promise<string | undefined> {
  if (token.state !== "read") return undefined;
  const named = token.value.data.granular_scopes.flatMap(({ target_ids: ids }) => ids);
  for (const wabaId of [...new Set(named)].slice(0, MOST_ACCOUNTS)) {
    const numbers = await meta.numberIdsOf(wabaId);
    if (numbers.state === "read" && numbers.value.includes(phoneNumberId)) return wabaId;
  }
  return undefined;
}
