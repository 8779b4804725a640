import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OpenConversations, Opened } from "../../web/contract.ts";
import { post } from "./client.ts";
import { keys } from "./keys.ts";

/** The bot writes first to each of them, at the first lawful moment. */
export function useOpenConversations() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (debtorIds: readonly string[]) => {
      const body: OpenConversations = { debtorIds };
      return post<Opened>("/api/conversations", body);
    },
    onSuccess: async () => {
      for (const queryKey of [keys.inbox, keys.debtors, keys.debtorFiles, keys.anyPhone, keys.phones]) {
        await queries.invalidateQueries({ queryKey });
      }
    },
  });
}
