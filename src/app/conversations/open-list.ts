import { readBusiness } from "../../../db/businesses.ts";
import { readList } from "../../../db/debtor-lists/lists.ts";
import { countOpenable, nextOpenable } from "../../../db/openable.ts";
import { present } from "../../domain/assert.ts";
import type { Deps } from "../deps.ts";
import { openConversations } from "./open.ts";

/** More than these are asked for in several calls: whoever asked sees how it goes on, and may leave. */
const MOST_AT_ONCE = 1_000;

type OfList = { readonly businessId: string; readonly listId: string };

/** How many debtors of this list a conversation can be opened with; undefined when there is no such list. */
export async function openableOfList(
  { db }: Pick<Deps, "db">,
  { businessId, listId }: OfList,
): Promise<number | undefined> {
  return db.inBusiness(businessId, async (tx) => {
    if (!(await readList(tx, businessId, listId))) return undefined;
    const { currency } = present(await readBusiness(tx), "the business");
    return countOpenable(tx, businessId, { listId, currency });
  });
}

export type OpenedOfList = {
  readonly opened: number;
  /** Of this list, after these: ask again. */
  readonly left: number;
};

/**
 * The business speaks first to the debtors of one list, and to nobody else: those whom it brought or changed, who owe, may be
 * written to and have no open conversation. When each opening leaves is the gate's to decide.
 */
export async function openList(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, listId, userId }: OfList & { readonly userId: string },
): Promise<OpenedOfList | undefined> {
  const next = await deps.db.inBusiness(businessId, async (tx) => {
    if (!(await readList(tx, businessId, listId))) return undefined;
    const { currency } = present(await readBusiness(tx), "the business");
    return nextOpenable(tx, businessId, { listId, currency, limit: MOST_AT_ONCE });
  });
  if (!next) return undefined;
  const { opened } = await openConversations(deps, { businessId, debtorIds: next, userId });
  return { opened, left: (await openableOfList(deps, { businessId, listId })) ?? 0 };
}
