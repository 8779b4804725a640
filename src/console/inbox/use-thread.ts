import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Conversation, OlderItems, ThreadItem } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";

type Older = { readonly items: readonly ThreadItem[]; readonly next: string | null };

/** The newest items live, and older ones once they were asked for: those do not change any more. */
export function useThread(id: string) {
  const queries = useQueryClient();
  const conversation = useQuery({
    queryKey: keys.conversation(id),
    queryFn: () => get<Conversation>(`/api/conversations/${id}`),
  });
  const [older, setOlder] = useState<Older | undefined>(undefined);
  const next = older === undefined ? (conversation.data?.older ?? null) : older.next;

  const loadOlder = async () => {
    if (next === null) return;
    const page = await queries.fetchQuery({
      queryKey: ["conversation", id, "items", next],
      queryFn: () => get<OlderItems>(`/api/conversations/${id}/items?before=${encodeURIComponent(next)}`),
    });
    setOlder((before) => ({ items: [...page.items, ...(before?.items ?? [])], next: page.older }));
  };

  const newest = conversation.data?.items ?? [];
  const known = new Set(newest.map(({ id: itemId }) => itemId));
  const items = [...(older?.items ?? []).filter((item) => !known.has(item.id)), ...newest];
  return { conversation, items, loadOlder: next === null ? undefined : loadOlder };
}

/** The debtor's newest message on screen: what a reply is written in the knowledge of. */
export function lastHeardId(items: readonly ThreadItem[]): string | null {
  return items.findLast(isHeard)?.id ?? null;
}

export function isHeard(item: ThreadItem): boolean {
  return item.type === "message" && item.direction === "in";
}
