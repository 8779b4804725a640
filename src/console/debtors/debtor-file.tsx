import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DebtorFile } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useOpenConversations } from "../api/open-conversations.ts";
import { useMay } from "../api/session.ts";
import { ContactActions } from "../contact/contact-actions.tsx";
import { Wishes } from "../contact/wishes.tsx";
import { ActiveHolds } from "../decisions/active-holds.tsx";
import { Disputes } from "../decisions/disputes.tsx";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { useToast } from "../parts/toast.tsx";
import { ContactExport } from "./contact-export.tsx";
import { ContactNowCard } from "./contact-now.tsx";
import { DebtTable } from "./debt-table.tsx";
import { Payments } from "./file-money.tsx";
import { Permissions, PlanSummary, Promises } from "./file-parts.tsx";
import { EnterContact } from "./outside-contact.tsx";
import { Statement } from "./statement.tsx";
import { Timeline } from "./timeline.tsx";
import "./debtor-file.css";

/** All there is about one debtor: what is owed and agreed, why we may or may not write, what happened, and the books. */
export function DebtorFilePage({ id }: { id: string }) {
  const words = usePageWords();
  const file = useQuery({ queryKey: keys.debtor(id), queryFn: () => get<DebtorFile>(`/api/debtors/${id}`) });
  return (
    <div className="page">
      <header className="page-head">
        <Link href="/debtors" className="icon-button" aria-label={words.debtors.title}>
          <Icon name="back" />
        </Link>
        {file.data ? <Heading file={file.data} /> : <h1>{words.debtors.title}</h1>}
      </header>
      <div className="page-body">
        {file.error ? (
          <Failure error={file.error} onRetry={() => void file.refetch()} />
        ) : file.data ? (
          <Body file={file.data} />
        ) : (
          <Loading lines={8} />
        )}
      </div>
    </div>
  );
}

function Heading({ file }: { file: DebtorFile }) {
  const words = usePageWords();
  const { document, kind, reference, openConversationId } = file;
  return (
    <>
      <div className="debtor-who">
        <h1>{file.name}</h1>
        <p className="small soft row">
          <span>{reference}</span>
          <span>{kind === "person" ? words.debtors.person : words.debtors.company}</span>
          {document.lastFour !== null && <span>{words.debtors.document(document.type ?? "", document.lastFour)}</span>}
        </p>
      </div>
      {openConversationId === null ? (
        <StartConversation id={file.id} mayBeWrittenTo={file.mayBeWrittenTo} />
      ) : (
        <LinkButton href={`/inbox/all/c/${openConversationId}`} icon="inbox">
          {words.debtors.openConversation}
        </LinkButton>
      )}
    </>
  );
}

function StartConversation({ id, mayBeWrittenTo }: { id: string; mayBeWrittenTo: boolean }) {
  const words = usePageWords();
  const may = useMay();
  const say = useToast();
  const open = useOpenConversations();
  if (!may("conversations.open")) return null;
  const start = () =>
    open.mutate([id], {
      onSuccess: ({ opened }) => say(opened > 0 ? words.debtors.started : words.debtors.notStarted),
    });
  return (
    <>
      {open.error && <Failure error={open.error} />}
      <Button look="main" icon="send" isBusy={open.isPending} disabled={!mayBeWrittenTo} onClick={start}>
        {words.debtors.start}
      </Button>
    </>
  );
}

function Body({ file }: { file: DebtorFile }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  const { owed, daysPastDue, plan } = file;
  return (
    <div className="debtor-file">
      <div className="stack">
        <section className="card">
          <div className="debtor-total">
            <h2>{words.debtors.debts}</h2>
            <p>
              {owed.map((amount) => (
                <strong key={amount} className="money">
                  {money(amount)}
                </strong>
              ))}
              {daysPastDue !== null && daysPastDue > 0 && (
                <Badge tone="warn">{words.terms.daysPastDue(daysPastDue)}</Badge>
              )}
            </p>
          </div>
          <DebtTable debts={file.debts} />
        </section>
        <section className="card">
          <div className="contact-now-head timeline-head">
            <h2>{words.debtors.timeline}</h2>
            <EnterContact file={file} />
          </div>
          <Timeline debtorId={file.id} items={file.timeline} />
        </section>
        <section className="card">
          <h2>{words.debtors.ledgerLines}</h2>
          <Statement debtorId={file.id} />
        </section>
      </div>
      <div className="stack">
        <ContactNowCard contactNow={file.contactNow} />
        {file.disputes.length > 0 && (
          <section className="card">
            <h2>{words.debtors.disputes}</h2>
            <Disputes disputes={file.disputes} debts={file.debts} />
          </section>
        )}
        <section className="card">
          <h2>{words.debtors.plan}</h2>
          {plan ? (
            <>
              <p className="small soft">
                {words.debtors.agreedOn(date(plan.agreedOn))} · {words.terms.planState[plan.state]}
              </p>
              <PlanSummary plan={plan} />
            </>
          ) : (
            <p className="soft">{words.debtors.noPlan}</p>
          )}
        </section>
        <section className="card">
          <h2>{words.debtors.promises}</h2>
          <Promises promises={file.promises} />
        </section>
        <section className="card">
          <h2>{words.debtors.payments}</h2>
          <Payments payments={file.payments} />
        </section>
        <section className="card">
          <h2>{words.debtors.holds}</h2>
          <ActiveHolds debtorId={file.id} holds={file.activeHolds} />
        </section>
        <section className="card">
          <h2>{words.debtors.permissions}</h2>
          <Permissions contacts={file.contacts} />
          <Wishes debtorId={file.id} wishes={file.wishes} />
          <ContactActions file={file} />
        </section>
        <ContactExport debtorId={file.id} />
      </div>
    </div>
  );
}
