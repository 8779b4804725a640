import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TemplateAccountView, Templates, TemplatesSynced } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay, useSession } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { DemoNotice } from "../parts/demo-notice.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { useToast } from "../parts/toast.tsx";
import { MessageCosts } from "./message-costs.tsx";
import { OtherTemplates } from "./other-templates.tsx";
import { OurTemplates } from "./our-templates.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import "./templates.css";

/** What is sent outside WhatsApp's 24 hours: as Meta has it, as our copy needs it, and what it costs. */
export function TemplatesPage() {
  const { templates: words } = usePageWords();
  const templates = useQuery({ queryKey: keys.templates, queryFn: () => get<Templates>("/api/templates") });
  const { isDemo } = useSession().business;
  const { data } = templates;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        {data && data.accounts.length > 0 && <Sync />}
      </header>
      <div className="page-body">
        <div className="stack">
          <p className="soft">{words.about}</p>
          {templates.error && <Failure error={templates.error} onRetry={() => void templates.refetch()} />}
          {templates.isPending && <Loading />}
          {data?.accounts.length === 0 && <Empty icon="info" title={isDemo ? words.noneInDemo : words.noAccount} />}
          {isDemo && <DemoNotice />}
          {data && data.waiting > 0 && <p className="callout">{words.waiting(data.waiting)}</p>}
          {data?.accounts.map((account) => (
            <Account key={account.wabaId} account={account} />
          ))}
          {data && data.accounts.length > 0 && <Prices rateCard={data.rateCard} />}
          {data && <MessageCosts />}
        </div>
      </div>
    </div>
  );
}

function Sync() {
  const { templates: words } = usePageWords();
  const may = useMay();
  const say = useToast();
  const queries = useQueryClient();
  const sync = useMutation({
    mutationFn: () => post<TemplatesSynced>("/api/templates/sync", {}),
    onSuccess: async ({ accounts }) => {
      const refused = accounts.flatMap((account) => ("because" in account ? [account] : []));
      const changed = accounts.reduce((sum, account) => sum + ("changed" in account ? account.changed : 0), 0);
      say(refused[0] ? words.refusals[refused[0].because] : words.synced(changed));
      await queries.invalidateQueries({ queryKey: keys.templates });
    },
  });
  if (!may("templates.manage")) return null;
  return (
    <>
      <Button isBusy={sync.isPending} onClick={() => sync.mutate()}>
        {words.sync}
      </Button>
      {sync.error && <Failure error={sync.error} />}
    </>
  );
}

function Account({ account }: { account: TemplateAccountView }) {
  const { templates: words } = usePageWords();
  const may = useMay();
  const [isSubmitting, setIsSubmitting] = useState(false);
  const due = account.ours.filter(({ action }) => action === "create" || action === "edit");
  return (
    <section className="card stack template-account">
      <h2>{words.account(account.number, account.wabaId)}</h2>
      <h3>{words.ours}</h3>
      {may("templates.manage") && due.length > 0 && (
        <div className="row">
          <Button look="main" icon="send" onClick={() => setIsSubmitting(true)}>
            {words.submit(due.length)}
          </Button>
        </div>
      )}
      <OurTemplates templates={account.ours} />
      {account.others.length > 0 && <OtherTemplates templates={account.others} />}
      {isSubmitting && <SubmitDialog wabaId={account.wabaId} templates={due} onClose={() => setIsSubmitting(false)} />}
    </section>
  );
}

function Prices({ rateCard }: { rateCard: Templates["rateCard"] }) {
  const { templates: words } = usePageWords();
  const { date } = useFormat();
  if (rateCard === null) return <p className="soft small">{words.noPrices}</p>;
  return (
    <details className="soft small">
      <summary>{words.priceFrom(date(rateCard.holdsFrom))}</summary>
      <p>
        {words.source}: {rateCard.source}
      </p>
    </details>
  );
}
