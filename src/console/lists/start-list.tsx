import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OpenableOfList, OpenedOfList } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Outlook } from "./outlook.tsx";

/** The bot writes first to the debtors of this list and to nobody else; asked for once more, with their number. */
export function StartList({ listId }: { listId: string }) {
  const words = usePageWords();
  const [isAsking, setIsAsking] = useState(false);
  const look = useMutation({
    mutationFn: () => get<OpenableOfList>(`/api/debtor-lists/${listId}/openable`),
    onSuccess: () => setIsAsking(true),
  });
  const { open, opened } = useOpenList(listId, () => setIsAsking(false));
  const count = look.data?.count ?? 0;
  const outlook = look.data?.outlook ?? null;
  return (
    <>
      {look.error && <Failure error={look.error} />}
      {open.error && <Failure error={open.error} />}
      <Button look="main" icon="send" isBusy={look.isPending || open.isPending} onClick={() => look.mutate()}>
        {words.lists.start}
      </Button>
      <p role="status">{opened !== undefined && words.lists.started(opened)}</p>
      {isAsking && (
        <Dialog
          title={count === 0 ? words.lists.startNobody : words.lists.startSure(count)}
          onClose={() => setIsAsking(false)}
        >
          <div className="dialog-body">
            <p>{words.lists.startWhy}</p>
            <Outlook outlook={outlook} />
            <div className="dialog-actions">
              <Button onClick={() => setIsAsking(false)}>{words.shell.cancel}</Button>
              <Button
                look="main"
                icon="send"
                disabled={count === 0}
                isBusy={open.isPending}
                onClick={() => open.mutate()}
              >
                {words.lists.start}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Some at a time, each behind the last, until the list has come to its end. */
function useOpenList(listId: string, onSettled: () => void) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<number>();
  const open = useMutation({
    mutationFn: async () => {
      let all = 0;
      let next: string | null = null;
      do {
        const body = next === null ? {} : { after: next };
        const some: OpenedOfList = await post<OpenedOfList>(`/api/debtor-lists/${listId}/conversations`, body);
        all += some.opened;
        setOpened(all);
        next = some.next;
      } while (next !== null);
    },
    onSettled: async () => {
      onSettled();
      for (const queryKey of [keys.inbox, keys.debtors, keys.debtorFiles, keys.anyPhone, keys.phones])
        await queries.invalidateQueries({ queryKey });
    },
  });
  return { open, opened };
}
