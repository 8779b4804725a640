import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AnswerQuestions, ColumnUse, DebtorListView, ListSettings } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { ColumnTable } from "./column-table.tsx";
import { FormatLine } from "./format-line.tsx";
import { QuestionField } from "./question-field.tsx";

/** What was detected, to be changed; and what only the business knows, to be answered. One button judges it all anew. */
export function ColumnsStep({ list, onSaved }: { list: DebtorListView; onSaved?: () => void }) {
  const words = usePageWords();
  const queries = useQueryClient();
  const [settings, setSettings] = useState<ListSettings>(list.settings);
  const [columns, setColumns] = useState<Readonly<Record<string, ColumnUse>>>({});
  const save = useMutation({
    mutationFn: (body: AnswerQuestions) => put<DebtorListView>(`/api/debtor-lists/${list.id}/settings`, body),
    onSuccess: (next) => {
      queries.setQueryData(keys.list(list.id), next);
      onSaved?.();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ settings, columns });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FormatLine format={list.format} />
      {list.questions.length > 0 && (
        <section className="card stack">
          <div>
            <h2>{words.lists.questions}</h2>
            <p className="soft">{words.lists.questionsWhy}</p>
          </div>
          {list.questions.map((question) => (
            <QuestionField
              key={"column" in question ? `${question.code}/${question.column.header}` : question.code}
              question={question}
              settings={settings}
              onChange={setSettings}
            />
          ))}
        </section>
      )}
      <section className="card">
        <h2>{words.lists.columns}</h2>
        <ColumnTable
          columns={list.columns}
          chosen={columns}
          onChoose={(header, use) => setColumns((before) => ({ ...before, [header]: use }))}
        />
      </section>
      {save.error && <Failure error={save.error} />}
      <p className="row row-end wizard-next">
        <Button type="submit" look="main" isBusy={save.isPending}>
          {words.lists.save}
        </Button>
      </p>
    </form>
  );
}
