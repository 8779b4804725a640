import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";

/** Something done to a conversation that changes its thread and its line in the list. */
export function useConversationAction<Body extends object>(
  id: string,
  action: "hand-back" | "close",
  onDone: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => post(`/api/conversations/${id}/${action}`, body),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: keys.conversation(id) });
      await queries.invalidateQueries({ queryKey: keys.inbox });
    },
  });
}
