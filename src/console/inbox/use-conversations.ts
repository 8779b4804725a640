import { useInfiniteQuery } from "@tanstack/react-query";
import type { ConversationSummary, Inbox, InboxView, Outcome } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";

const PAGE = 50;

/** One view of the inbox, all of it or what ended in one way, a page at a time, in the server's order. */
export function useConversations(view: InboxView, search: string, outcome: Outcome | undefined) {
  const query = useInfiniteQuery({
    queryKey: keys.inboxView(view, search, outcome ?? ""),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ view, limit: String(PAGE) });
      if (search !== "") asked.set("search", search);
      if (outcome !== undefined) asked.set("outcome", outcome);
      if (pageParam !== null) asked.set("after", pageParam);
      return get<Inbox>(`/api/inbox?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  const conversations: readonly ConversationSummary[] = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return { ...query, conversations };
}

const firstPage: string | null = null;
