import { readList } from "../../../db/debtor-lists/lists.ts";
import { countOpenable, nextOpenable } from "../../../db/openable.ts";
import { type LimitOutlook, limitOutlook } from "../outbox/limit-outlook.ts";
import { moveContext } from "./apply-event.ts";
import { MOST_AT_ONCE, type OpenDeps, openConversations } from "./open.ts";

type OfList = { readonly businessId: string; readonly listId: string };

export type OpenableOfList = { readonly count: number; readonly outlook: LimitOutlook | null };

/**
 * How many debtors of this list a conversation can be opened with, and how long the number needs for them; undefined when there is
 * no such list.
 */
export async function openableOfList(
  deps: OpenDeps,
  { businessId, listId }: OfList,
): Promise<OpenableOfList | undefined> {
  return deps.db.inBusiness(businessId, async (tx) => {
    if (!(await readList(tx, businessId, listId))) return undefined;
    const { business, now } = await moveContext(deps, tx);
    const count = await countOpenable(tx, businessId, { listId, currency: business.currency, now });
    return { count, outlook: await limitOutlook(tx, { business, now }, count) };
  });
}

export type OpenedOfList = {
  readonly opened: number;
  /** The last debtor who was looked at: ask again from there. Null when the list has come to its end. */
  readonly next: string | null;
};

/**
 * The business speaks first to the debtors of one list behind `after`, and to nobody else: those whom it brought or changed,
 * who owe, may be written to, are under no hold that stops it and have no open conversation. When each opening leaves is the
 * gate's to decide. A call opens no more than one transaction does: whoever asked sees how it goes on, and may leave.
 */
export async function openList(
  deps: OpenDeps,
  { businessId, listId, userId, after }: OfList & { readonly userId: string; readonly after?: string | undefined },
): Promise<OpenedOfList | undefined> {
  const debtorIds = await deps.db.inBusiness(businessId, async (tx) => {
    if (!(await readList(tx, businessId, listId))) return undefined;
    const { business, now } = await moveContext(deps, tx);
    return nextOpenable(tx, businessId, { listId, currency: business.currency, now, after, limit: MOST_AT_ONCE });
  });
  if (!debtorIds) return undefined;
  const { opened } = await openConversations(deps, { businessId, debtorIds, userId, listId });
  return { opened, next: debtorIds[MOST_AT_ONCE - 1] ?? null };
}
