import { useQuery } from "@tanstack/react-query";
import type { Inbox } from "../../web/contract.ts";
import { get } from "./client.ts";
import { useMay } from "./session.ts";

export const VIEWS = ["waiting", "mine", "bot", "closed", "all"] as const;

/** How many conversations each view holds, for the rail and the window's title. */
export function useInboxCounts(): Inbox["counts"] | undefined {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ["inbox", "counts"],
    queryFn: () => get<Inbox>("/api/inbox?view=waiting&limit=1"),
    enabled: may("conversations.read"),
  });
  return data?.counts;
}
