import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ResumeNumber } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { RecordForm } from "../contact/record-form.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useToast } from "../parts/toast.tsx";

/** A person lets a stopped number go on, once they know what that means. */
export function ResumeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { numberPage: words } = usePageWords();
  const say = useToast();
  const queries = useQueryClient();
  const resume = useMutation({
    mutationFn: (body: ResumeNumber) => post(`/api/channels/${id}/resume`, body),
    onSuccess: async () => {
      say(words.resumed);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  return (
    <RecordForm
      title={words.resumeTitle}
      note={words.resumeNote}
      does={words.resume}
      isBusy={resume.isPending}
      error={resume.error}
      onSubmit={() => resume.mutate({})}
      onClose={onClose}
    >
      {null}
    </RecordForm>
  );
}
