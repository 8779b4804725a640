import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CorrectGroup, CorrectReading, GroupCorrected, Intent } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useToast } from "../parts/toast.tsx";

/** Says what a message means. */
export function useCorrection(messageId: string, onDone: () => void) {
  const { readings: words } = usePageWords();
  const path = `/api/messages/${encodeURIComponent(messageId)}/reading`;
  return useCorrecting(
    (intent: Intent | null) => put(path, { intent } satisfies CorrectReading),
    (_answer, intent) => (intent === null ? words.takenBack : words.saved),
    onDone,
  );
}

/** Says it of all messages of a group. */
export function useGroupCorrection(group: Omit<CorrectGroup, "intent">, onDone: () => void) {
  const { readings: words } = usePageWords();
  return useCorrecting(
    (intent: Intent | null) =>
      put<GroupCorrected>("/api/not-understood/reading", { ...group, intent } satisfies CorrectGroup),
    ({ corrected }, intent) => (intent === null ? words.takenBack : words.savedMany(corrected)),
    onDone,
  );
}

function useCorrecting<Answer>(
  send: (intent: Intent | null) => Promise<Answer>,
  said: (answer: Answer, intent: Intent | null) => string,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer, intent) => {
      const shown = [keys.conversations, keys.allOlder, keys.notUnderstood];
      await Promise.all(shown.map((queryKey) => queries.invalidateQueries({ queryKey })));
      toast(said(answer, intent));
      onDone();
    },
  });
}
