import { useInfiniteQuery } from "@tanstack/react-query";
import type { ConversationSummary, Inbox, InboxView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";

const PAGE = 50;

/** One view of the inbox, a page at a time, in the server's order. */
export function useConversations(view: InboxView, search: string) {
  const query = useInfiniteQuery({
    queryKey: keys.inboxView(view, search),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ view, limit: String(PAGE) });
      if (search !== "") asked.set("search", search);
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
