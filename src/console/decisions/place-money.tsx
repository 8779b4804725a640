import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { DebtorFile, DebtorSummary, PlaceMoney, UnplacedMoney } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { owing } from "./amounts-not-owed.tsx";
import { FindDebtor } from "./find-debtor.tsx";
import { useDecision } from "./use-decision.ts";
import { isReason, WhyField } from "./why-field.tsx";

/** Whose the money is, and which of their debts it pays first. */
export function PlaceMoneyDialog({ unplaced, onClose }: { unplaced: UnplacedMoney; onClose: () => void }) {
  const { decisions } = usePageWords();
  const { money } = useFormat();
  const [debtor, setDebtor] = useState<DebtorSummary | undefined>(undefined);
  return (
    <Dialog title={decisions.placeTitle} onClose={onClose}>
      <div className="dialog-body">
        <p>
          <strong className="money">{money(unplaced.amount)}</strong>
          <span className="line-sub">{unplaced.reference}</span>
        </p>
        {debtor ? (
          <Place unplaced={unplaced} debtor={debtor} onChange={() => setDebtor(undefined)} onClose={onClose} />
        ) : (
          <FindDebtor onFound={setDebtor} />
        )}
      </div>
    </Dialog>
  );
}

type PlaceProps = { unplaced: UnplacedMoney; debtor: DebtorSummary; onChange: () => void; onClose: () => void };

function Place({ unplaced, debtor, onChange, onClose }: PlaceProps) {
  const { decisions, shell } = usePageWords();
  const [debtId, setDebtId] = useState("");
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const place = useDecision<PlaceMoney>(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isReason(why)) return;
    place.mutate({
      path: `/api/suspense/${unplaced.id}/place`,
      body: { debtorId: debtor.id, ...(debtId !== "" && { debtId }), note: why.trim() },
      said: decisions.placed,
    });
  };
  return (
    <form className="dialog-body" onSubmit={submit} noValidate>
      <p className="line">
        <span>
          {debtor.name}
          <span className="line-sub">{debtor.reference}</span>
        </span>
        <Button onClick={onChange}>{decisions.change}</Button>
      </p>
      <DebtField debtorId={debtor.id} currency={unplaced.amount.slice(0, 3)} value={debtId} onChange={setDebtId} />
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
      {place.error && <Failure error={place.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" look="main" icon="check" isBusy={place.isPending}>
          {decisions.placeDo}
        </Button>
      </div>
    </form>
  );
}

type DebtFieldProps = { debtorId: string; currency: string; value: string; onChange: (debtId: string) => void };

function DebtField({ debtorId, currency, value, onChange }: DebtFieldProps) {
  const { decisions } = usePageWords();
  const { money } = useFormat();
  const file = useQuery({
    queryKey: keys.debtor(debtorId),
    queryFn: () => get<DebtorFile>(`/api/debtors/${debtorId}`),
  });
  const debts = owing(file.data?.debts ?? []).filter(({ owed }) => owed.startsWith(currency));
  return (
    <Field label={decisions.debtFirst}>
      {(ids) => (
        <select {...ids} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{decisions.oldestFirst}</option>
          {debts.map(({ id, description, reference, owed }) => (
            <option key={id} value={id}>
              {description || reference} · {money(owed)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
