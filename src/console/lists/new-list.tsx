import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { DebtorListView } from "../../web/contract.ts";
import { upload } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Steps } from "./steps.tsx";

/** Drop or pick a file. It is only read: nothing is written before the check was seen. */
export function NewList() {
  const words = usePageWords();
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) => upload<DebtorListView>("/api/debtor-lists", file),
    onSuccess: async (list) => {
      queries.setQueryData(keys.list(list.id), list);
      goTo(`/lists/${list.id}`);
      await queries.invalidateQueries({ queryKey: keys.lists });
    },
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) send.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const dragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div className="page">
      <header className="page-head">
        <Link href="/lists" className="icon-button" aria-label={words.lists.title}>
          <Icon name="back" />
        </Link>
        <h1>{words.lists.upload}</h1>
        <Steps current="file" />
      </header>
      <div className="page-body">
        <div className="stack page-narrow">
          {send.error && <Failure error={send.error} />}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
          <div
            className={isOver ? "drop drop-over" : "drop"}
            onDrop={drop}
            onDragOver={dragOver}
            onDragLeave={() => setIsOver(false)}
          >
            <Icon name="lists" />
            {send.isPending ? (
              <p role="status">{words.lists.reading}</p>
            ) : (
              <>
                <p className="drop-title">{words.lists.drop}</p>
                <p className="soft">{words.lists.or}</p>
                <Button look="main" onClick={() => picker.current?.click()}>
                  {words.lists.pick}
                </Button>
                <p className="soft small">{words.lists.limits}</p>
              </>
            )}
            <input
              ref={picker}
              type="file"
              hidden
              aria-label={words.lists.pick}
              accept=".csv,.tsv,.txt,.xlsx"
              onChange={({ target }) => take(target.files)}
            />
          </div>
        </div>
      </div>
    </div>
  );
}
