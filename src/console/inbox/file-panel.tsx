import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Link } from "wouter";
import type { Conversation, DebtorFile, InboxView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { DebtLines, Holds, Permissions, PlanSummary, Promises } from "../debtors/file-parts.tsx";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { pathOf } from "./route.ts";
import "./file-panel.css";

/** What one needs to know to answer: what is owed, what was agreed, what stops us, and on what ground we write. */
export function FilePanel({ conversationId, view }: { conversationId: string; view: InboxView }) {
  const words = useWords();
  const conversation = useQuery({
    queryKey: keys.conversation(conversationId),
    queryFn: () => get<Conversation>(`/api/conversations/${conversationId}`),
  });
  return (
    <aside className="file" aria-label={words.inbox.panel.title}>
      <Link href={pathOf({ view, id: conversationId })} className="button button-quiet file-back">
        <Icon name="back" />
        {words.inbox.closeFile}
      </Link>
      {conversation.data && <Known conversation={conversation.data} />}
    </aside>
  );
}

function Known({ conversation: { debtor, owed, alarmAt } }: { conversation: Conversation }) {
  const words = useWords();
  const { money, moment } = useFormat();
  if (!debtor) return <p className="soft">{words.inbox.panel.unknown}</p>;
  return (
    <>
      <header className="file-head">
        <h2>{debtor.name}</h2>
        <p className="soft small">{debtor.reference}</p>
        <p className="file-owed">
          <span className="small soft">
            {owed.length === 0 ? words.inbox.panel.nothingOwed : words.inbox.panel.owed}
          </span>
          {owed.map((amount) => (
            <strong key={amount} className="money">
              {money(amount)}
            </strong>
          ))}
        </p>
        {alarmAt !== null && <p className="small soft">{words.inbox.panel.botWillLook(moment(alarmAt))}</p>}
      </header>
      {/* Its words come with those of the pages: the chat beside it does not wait for them. */}
      <Suspense fallback={<Loading />}>
        <File debtorId={debtor.id} />
      </Suspense>
    </>
  );
}

function File({ debtorId }: { debtorId: string }) {
  const words = useWords();
  const file = useQuery({
    queryKey: keys.debtor(debtorId),
    queryFn: () => get<DebtorFile>(`/api/debtors/${debtorId}`),
  });
  if (file.error) return <Failure error={file.error} onRetry={() => void file.refetch()} />;
  if (!file.data) return <Loading />;
  const { debts, plan, promises, activeHolds, contacts } = file.data;
  return (
    <>
      <section>
        <h3>{words.inbox.panel.debts}</h3>
        <DebtLines debts={debts} />
      </section>
      {plan && (
        <section>
          <h3>{words.inbox.panel.plan}</h3>
          <PlanSummary plan={plan} />
        </section>
      )}
      {promises.length > 0 && (
        <section>
          <h3>{words.inbox.panel.promises}</h3>
          <Promises promises={promises} />
        </section>
      )}
      <section>
        <h3>{words.inbox.panel.holds}</h3>
        <Holds holds={activeHolds} />
      </section>
      <section>
        <h3>{words.inbox.panel.permission}</h3>
        <Permissions contacts={contacts} />
      </section>
      <LinkButton href={`/debtors/${debtorId}`} icon="open">
        {words.inbox.panel.openFile}
      </LinkButton>
    </>
  );
}
