import { DateTime } from "luxon";
import { z } from "zod";
import type { Tx } from "../../../db/client.ts";
import {
  type ThreadPlace,
  threadHappenings,
  threadMessages,
  threadNotes,
  threadUnsent,
} from "../../../db/console/thread.ts";
import type { ThreadItem } from "../contract/thread.ts";
import { readPlace, writePlace } from "./page.ts";
import type { ThreadRows } from "./show/thread-items.ts";

/** Items of one look at a thread. */
const THREAD_PAGE = 100;

const Place = z.tuple([z.iso.datetime(), z.string().max(60)]);

/** The newest of each kind; the page is cut from them together. */
export async function readThread(
  tx: Tx,
  businessId: string,
  conversationId: string,
  before?: ThreadPlace,
): Promise<ThreadRows> {
  const page = { conversationId, before, limit: THREAD_PAGE + 1 };
  // Sent to the server in one go.
  const [messages, unsent, notes, happenings] = await Promise.all([
    threadMessages(tx, businessId, page),
    threadUnsent(tx, businessId, page),
    threadNotes(tx, businessId, page),
    threadHappenings(tx, businessId, page),
  ]);
  return { messages, unsent, notes, happenings };
}

/** Oldest first, as a thread is read, and where the part before it begins. */
export function cutThread(newestFirst: readonly ThreadItem[]): { items: ThreadItem[]; older: string | null } {
  const shown = newestFirst.slice(0, THREAD_PAGE);
  const oldest = shown.at(-1);
  const older = newestFirst.length > THREAD_PAGE && oldest ? writePlace([oldest.at, oldest.id]) : null;
  return { items: shown.toReversed(), older };
}

export function threadPlace(text: string | undefined): ThreadPlace | undefined {
  const place = readPlace(Place, text);
  return place && { at: DateTime.fromISO(place[0], { zone: "utc" }), id: place[1] };
}
