import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DebtorListView, DryRun, RowVerdict } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { ContactTable } from "./contact-table.tsx";
import { FirstCost } from "./first-cost.tsx";
import { FormatLine } from "./format-line.tsx";
import { NoteGroups } from "./note-groups.tsx";
import { Outlook } from "./outlook.tsx";

const VERDICTS: readonly { verdict: RowVerdict; tone: Tone }[] = [
  { verdict: "new", tone: "good" },
  { verdict: "changed", tone: "accent" },
  { verdict: "same", tone: "plain" },
  { verdict: "error", tone: "bad" },
  { verdict: "skipped", tone: "plain" },
];

type Props = { list: DebtorListView; dryRun: DryRun; isCommitting: boolean; onCommit: () => void };

/** The dry run: the very code of the load, without its writing. */
export function CheckStep({ list, dryRun, isCommitting, onCommit }: Props) {
  const words = usePageWords();
  const [isChanging, setIsChanging] = useState(false);
  const toWrite = dryRun.rows.new + dryRun.rows.changed;
  if (isChanging) return <ColumnsStep list={list} onSaved={() => setIsChanging(false)} />;
  return (
    <>
      <div className="row">
        <FormatLine format={list.format} />
        <Button look="quiet" icon="settings" onClick={() => setIsChanging(true)}>
          {words.lists.columns}
        </Button>
      </div>
      {list.questions.length > 0 && (
        <p className="callout callout-warn">
          <Icon name="info" />
          <span>
            {words.lists.question["permission-basis"]} {words.lists.basisSkip}
          </span>
          <Button onClick={() => setIsChanging(true)}>{words.lists.questions}</Button>
        </p>
      )}
      <Verdicts dryRun={dryRun} />
      <MoneyTable money={dryRun.money} />
      <NoteGroups
        title={words.lists.problems}
        tone="bad"
        groups={dryRun.problems}
        errorsHref={dryRun.rows.error > 0 ? `/api/debtor-lists/${list.id}/errors` : undefined}
      />
      <NoteGroups title={words.lists.warnings} tone="warn" groups={dryRun.warnings} errorsHref={undefined} />
      <ContactTable listId={list.id} dryRun={dryRun} />
      <Outlook outlook={dryRun.outlook} />
      <FirstCost cost={dryRun.cost} />
      <Commit id={list.id} toWrite={toWrite} isCommitting={isCommitting} onCommit={onCommit} />
    </>
  );
}

function Verdicts({ dryRun: { rows, debtors, contact } }: { dryRun: DryRun }) {
  const words = usePageWords();
  const { count } = useFormat();
  return (
    <section className="card">
      <dl className="verdicts">
        {VERDICTS.map(({ verdict, tone }) => (
          <div key={verdict} className={rows[verdict] === 0 ? "verdict verdict-none" : `verdict verdict-${tone}`}>
            <dt>{words.lists.verdicts[verdict]}</dt>
            <dd className="figure">{count(rows[verdict])}</dd>
          </div>
        ))}
      </dl>
      <p className="row verdict-debtors">
        <Badge icon="debtors">{words.lists.debtors(debtors)}</Badge>
        {contact.map(({ reason, debtors: people }) =>
          reason === "NO_PERMISSION" || reason === "NO_PHONE" ? (
            <Badge key={reason} tone="warn" icon="blocked">
              {words.lists.notWritten[reason](people)}
            </Badge>
          ) : null,
        )}
      </p>
    </section>
  );
}

function MoneyTable({ money: amounts }: { money: DryRun["money"] }) {
  const words = usePageWords();
  const { money } = useFormat();
  return (
    <section className="card">
      <h2>{words.lists.money}</h2>
      {amounts.map(({ inFile, before, after }) => (
        <dl key={inFile.slice(0, 3)} className="sums">
          {(
            [
              ["inFile", inFile],
              ["before", before],
              ["after", after],
            ] as const
          ).map(([name, amount]) => (
            <div key={name}>
              <dt>{words.lists[name]}</dt>
              <dd className="money">{money(amount)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}

type CommitProps = { id: string; toWrite: number; isCommitting: boolean; onCommit: () => void };

function Commit({ id, toWrite, isCommitting, onCommit }: CommitProps) {
  const words = usePageWords();
  const may = useMay();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => post(`/api/debtor-lists/${id}/discard`),
    onSuccess: async () => {
      setIsAsking(false);
      await queries.invalidateQueries({ queryKey: keys.list(id) });
      await queries.invalidateQueries({ queryKey: keys.lists });
    },
  });
  if (!may("debtor-lists.upload")) return null;
  return (
    <div className="row row-end wizard-next">
      <Button look="quiet" onClick={() => setIsAsking(true)}>
        {words.lists.discard}
      </Button>
      <Button look="main" icon="lists" disabled={toWrite === 0} isBusy={isCommitting} onClick={onCommit}>
        {toWrite === 0 ? words.lists.nothingToCommit : words.lists.commit(toWrite)}
      </Button>
      {isAsking && (
        <Dialog title={words.lists.discardSure} onClose={() => setIsAsking(false)}>
          <div className="dialog-actions">
            <Button onClick={() => setIsAsking(false)}>{words.shell.cancel}</Button>
            <Button look="danger" isBusy={discard.isPending} onClick={() => discard.mutate()}>
              {words.lists.discard}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
