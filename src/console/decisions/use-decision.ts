import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useToast } from "../parts/toast.tsx";

/** Something a person decides about a debtor's money or holds: told to the server, said in a word, and seen everywhere it shows. */
export function useDecision<Body extends object, Answer = null>(onDone: () => void) {
  const queries = useQueryClient();
  const say = useToast();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: Body; said: string | ((answer: Answer) => string) }) =>
      post<Answer>(path, body),
    onSuccess: async (answer, { said }) => {
      say(typeof said === "string" ? said : said(answer));
      onDone();
      for (const queryKey of [keys.debtorFiles, keys.debtors, keys.ledger, keys.conversations, keys.inbox])
        await queries.invalidateQueries({ queryKey });
    },
  });
}
