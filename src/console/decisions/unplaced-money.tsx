import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MarkToRefund, Suspense, UnplacedMoney } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { PlaceMoneyDialog } from "./place-money.tsx";
import { useDecision } from "./use-decision.ts";
import { isReason, WhyField } from "./why-field.tsx";
import "../debtors/file-parts.css";

type Asked = { readonly what: "place" | "refund"; readonly unplaced: UnplacedMoney };

/** Money that settled and is nobody's, with what can be done about it. Nothing at all where there is none. */
export function UnplacedMoneyCard() {
  const { decisions } = usePageWords();
  const query = useQuery({ queryKey: keys.suspense, queryFn: () => get<Suspense>("/api/suspense") });
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.items.length === 0) return null;
  return (
    <section className="card unplaced">
      <h2>{decisions.unplaced}</h2>
      <p className="soft small">{decisions.unplacedNote}</p>
      <ul className="lines">
        {query.data.items.map((unplaced) => (
          <Line key={unplaced.id} unplaced={unplaced} onAsk={(what) => setAsked({ what, unplaced })} />
        ))}
      </ul>
      {asked?.what === "place" && <PlaceMoneyDialog unplaced={asked.unplaced} onClose={() => setAsked(undefined)} />}
      {asked?.what === "refund" && <RefundDialog unplaced={asked.unplaced} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function Line({ unplaced, onAsk }: { unplaced: UnplacedMoney; onAsk: (what: Asked["what"]) => void }) {
  const { decisions, terms } = usePageWords();
  const { money, date, day } = useFormat();
  const may = useMay();
  const { amount, provider, reference, paidOn, recordedAt, isMarked } = unplaced;
  const named = (verb: string) => `${verb}: ${money(amount)}, ${reference}`;
  return (
    <li className="line line-tall line-wrap">
      <span>
        <strong className="money">{money(amount)}</strong> · {paidOn === null ? day(recordedAt) : date(paidOn)}
        <span className="line-sub">
          {lookup(terms.provider, provider)} · {reference}
        </span>
      </span>
      {isMarked ? (
        <Badge tone="warn">{decisions.marked}</Badge>
      ) : (
        may("suspense.decide") && (
          <span className="row">
            <Button look="main" aria-label={named(decisions.place)} onClick={() => onAsk("place")}>
              {decisions.place}
            </Button>
            <Button aria-label={named(decisions.refund)} onClick={() => onAsk("refund")}>
              {decisions.refund}
            </Button>
          </span>
        )
      )}
    </li>
  );
}

function RefundDialog({ unplaced, onClose }: { unplaced: UnplacedMoney; onClose: () => void }) {
  const { decisions, shell } = usePageWords();
  const { money } = useFormat();
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const refund = useDecision<MarkToRefund>(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isReason(why)) return;
    const path = `/api/suspense/${unplaced.id}/refund`;
    refund.mutate({ path, body: { note: why.trim() }, said: decisions.refunded });
  };
  return (
    <Dialog title={decisions.refundTitle} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit} noValidate>
        <p>
          <strong className="money">{money(unplaced.amount)}</strong>
          <span className="line-sub">{unplaced.reference}</span>
        </p>
        <p className="soft">{decisions.refundNote}</p>
        <WhyField value={why} isTried={isTried} onChange={setWhy} />
        {refund.error && <Failure error={refund.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button type="submit" look="main" isBusy={refund.isPending}>
            {decisions.refundDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
