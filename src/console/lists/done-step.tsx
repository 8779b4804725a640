import { useState } from "react";
import type { DebtorListView, Debtors } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { useOpenConversations } from "../api/open-conversations.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";

/** As many as one request opens. */
const PAGE = 200;

export function DoneStep({ list: { progress } }: { list: DebtorListView }) {
  const words = usePageWords();
  const { count } = useFormat();
  const may = useMay();
  return (
    <section className="card stack">
      <div>
        <h2>
          {words.lists.done}{" "}
          <Badge tone="good">{words.lists.rowsOf(count(progress.committedRows), count(progress.totalRows))}</Badge>
        </h2>
        <p className="soft">{words.lists.doneNext}</p>
      </div>
      <div className="row">
        {may("conversations.open") && <StartAll />}
        <LinkButton href="/debtors" icon="debtors">
          {words.lists.seeDebtors}
        </LinkButton>
      </div>
    </section>
  );
}

/** Writing to people is asked for once more, with their number. */
function StartAll() {
  const words = usePageWords();
  const open = useOpenConversations();
  const [waiting, setWaiting] = useState<readonly string[]>();
  const [failed, setFailed] = useState<unknown>();
  const look = async () => {
    setFailed(undefined);
    await openable().then(setWaiting, setFailed);
  };
  const start = (ids: readonly string[]) => {
    open.mutate(ids, { onSettled: () => setWaiting(undefined) });
  };
  return (
    <>
      {failed !== undefined && <Failure error={failed} />}
      {open.error && <Failure error={open.error} />}
      <Button look="main" icon="send" isBusy={open.isPending} onClick={() => void look()}>
        {words.lists.start}
      </Button>
      {open.data && (
        <p role="status">
          {words.lists.started(open.data.opened)}
          {open.data.skipped > 0 && `, ${words.lists.notStarted(open.data.skipped)}`}
        </p>
      )}
      {waiting && (
        <Dialog
          title={waiting.length === 0 ? words.lists.startNobody : words.lists.startSure(waiting.length)}
          onClose={() => setWaiting(undefined)}
        >
          <div className="dialog-body">
            <p>{words.lists.startWhy}</p>
            <div className="dialog-actions">
              <Button onClick={() => setWaiting(undefined)}>{words.shell.cancel}</Button>
              <Button
                look="main"
                icon="send"
                disabled={waiting.length === 0}
                isBusy={open.isPending}
                onClick={() => start(waiting)}
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

/** The first of those who owe, may be written to, and have no open conversation; asked again, it goes on with the next. */
async function openable(): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const asked = new URLSearchParams({ limit: String(PAGE) });
    if (after !== null) asked.set("after", after);
    const page: Debtors = await get<Debtors>(`/api/debtors?${asked}`);
    for (const { id, owed, mayBeWrittenTo, openConversationId } of page.items) {
      if (owed.length > 0 && mayBeWrittenTo && openConversationId === null) found.push(id);
    }
    after = page.next;
  } while (after !== null && found.length < PAGE);
  return found.slice(0, PAGE);
}
