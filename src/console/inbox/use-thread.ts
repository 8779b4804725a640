import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Conversation, OlderItems, ThreadItem } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";

/** The newest items live, and older ones once they were asked for: of those nothing changes but how they were read. */
export function useThread(id: string) {
  const conversation = useQuery({
    queryKey: keys.conversation(id),
    queryFn: () => get<Conversation>(`/api/conversations/${id}`),
  });
  const [start, setStart] = useState<string | undefined>(undefined);
  const older = useInfiniteQuery({
    queryKey: keys.olderItems(id, start ?? ""),
    queryFn: ({ pageParam }) =>
      get<OlderItems>(`/api/conversations/${id}/items?before=${encodeURIComponent(pageParam)}`),
    enabled: start !== undefined,
    initialPageParam: start ?? "",
    getNextPageParam: (page) => page.older,
  });
  const next = conversation.data?.older ?? undefined;
  const hasOlder = start === undefined ? next !== undefined : older.isPending || older.hasNextPage;
  const loadOlder = () => {
    if (start === undefined) setStart(next);
    else void older.fetchNextPage();
  };

  const newest = conversation.data?.items ?? [];
  const known = new Set(newest.map((item) => item.id));
  const before = (older.data?.pages ?? []).toReversed().flatMap(({ items }) => items);
  const items: readonly ThreadItem[] = [...before.filter((item) => !known.has(item.id)), ...newest];
  return { conversation, items, loadOlder: hasOlder ? loadOlder : undefined };
}

/** The debtor's newest message on screen: what a reply is written in the knowledge of. */
export function lastHeardId(items: readonly ThreadItem[]): string | null {
  return items.findLast(isHeard)?.id ?? null;
}

export function isHeard(item: ThreadItem): boolean {
  return item.type === "message" && item.direction === "in";
}
