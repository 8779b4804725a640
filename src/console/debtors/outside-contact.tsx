import { useState } from "react";
import type { DebtorFile, OutsideContactView } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { EnterContactDialog } from "../contact/enter-contact-dialog.tsx";
import { WithdrawContactDialog } from "../contact/withdraw-contact-dialog.tsx";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";

/** What was made outside Saldar can be told here, by whoever may. */
export function EnterContact({ file }: { file: DebtorFile }) {
  const { outside } = usePageWords();
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  if (!may("outside-contacts.enter")) return null;
  return (
    <>
      <Button icon="plus" onClick={() => setIsOpen(true)}>
        {outside.enter}
      </Button>
      {isOpen && <EnterContactDialog file={file} onClose={() => setIsOpen(false)} />}
    </>
  );
}

type Props = { debtorId: string; made: OutsideContactView & { readonly id: string } };

/** One of them in the timeline: what came of it, who entered it when, and whether it was withdrawn. */
export function OutsideContact({ debtorId, made }: Props) {
  const { outside } = usePageWords();
  const { moment } = useFormat();
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  const { id, channel, initiatedBy, kind, by, note, enteredBy, enteredAt, withdrawn } = made;
  const says = (initiatedBy === "debtor" ? outside.byThem : outside.byUs)(outside.channels[channel]);
  return (
    <>
      <span className="line-sub">{says}</span>
      <p className={withdrawn ? "withdrawn" : undefined}>
        {outside.kinds[kind]}
        {by !== null && <span className="soft"> · {by}</span>}
      </p>
      {note !== null && <p className="timeline-body">{note}</p>}
      <span className="line-sub">
        {enteredBy === null ? outside.onPhone(moment(enteredAt)) : outside.enteredBy(enteredBy.name, moment(enteredAt))}
      </span>
      {withdrawn ? (
        <p className="small">
          {outside.withdrawnBy(withdrawn.by.name, moment(withdrawn.at))} {withdrawn.reason}
        </p>
      ) : (
        may("outside-contacts.withdraw") && (
          <Button
            aria-label={`${outside.withdraw}: ${says}, ${moment(made.enteredAt)}`}
            onClick={() => setIsOpen(true)}
          >
            {outside.withdraw}
          </Button>
        )
      )}
      {isOpen && <WithdrawContactDialog debtorId={debtorId} id={id} says={says} onClose={() => setIsOpen(false)} />}
    </>
  );
}
