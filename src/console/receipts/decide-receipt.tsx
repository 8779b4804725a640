import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Decided, ReceiptRefusal, ReceiptView, RefuseReceipt, SettleReceipt } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useSession } from "../api/session.ts";
import { readAmount } from "../format/read-amount.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { useToast } from "../parts/toast.tsx";

type Decision =
  | { readonly path: "settle"; readonly body: SettleReceipt }
  | { readonly path: "refuse"; readonly body: RefuseReceipt };

/** The money arrived, or it did not. Only the first writes the ledger. */
export function DecideReceipt({ receipt }: { receipt: ReceiptView }) {
  const words = usePageWords();
  const say = useToast();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ path, body }: Decision) => post<Decided>(`/api/receipts/${receipt.id}/${path}`, body),
    onSuccess: async ({ state }) => {
      say(
        state === "settled"
          ? words.receipts.settled
          : state === "refused"
            ? words.receipts.refused
            : words.receipts.waitsForSecond,
      );
      await queries.invalidateQueries({ queryKey: keys.receipts });
      await queries.invalidateQueries({ queryKey: keys.debtorFiles });
    },
  });
  return (
    <>
      {decide.error && <Failure error={decide.error} />}
      <SettleForm
        receipt={receipt}
        isBusy={decide.isPending}
        onSettle={(body) => decide.mutate({ path: "settle", body })}
      />
      <RefuseForm isBusy={decide.isPending} onRefuse={(body) => decide.mutate({ path: "refuse", body })} />
    </>
  );
}

type SettleProps = { receipt: ReceiptView; isBusy: boolean; onSettle: (body: SettleReceipt) => void };

function SettleForm({ receipt, isBusy, onSettle }: SettleProps) {
  const words = usePageWords();
  const { business } = useSession();
  const known = receipt.amount ?? receipt.owed[0];
  const currency = known?.slice(0, 3) ?? business.currency;
  const [typed, setTyped] = useState(receipt.amount?.slice(4) ?? "");
  const [paidOn, setPaidOn] = useState<string>(receipt.paidOn ?? "");
  const [reference, setReference] = useState(receipt.reference ?? "");
  const [isTried, setIsTried] = useState(false);
  const amount = readAmount(typed, currency);
  const { money } = useFormat();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (amount === undefined || paidOn === "") return;
    onSettle({ amount, paidOn, ...(reference.trim() === "" ? {} : { reference: reference.trim() }) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={`${words.receipts.amount} (${currency})`}
        hint={amount === undefined ? undefined : money(amount)}
        problem={isTried && amount === undefined ? words.receipts.notAmount : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <Field label={words.receipts.paidOn} problem={isTried && paidOn === "" ? words.receipts.needDay : undefined}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="date"
            value={paidOn}
            onChange={({ target }) => setPaidOn(target.value)}
          />
        )}
      </Field>
      <Field label={words.receipts.reference}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            autoComplete="off"
            value={reference}
            onChange={({ target }) => setReference(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="main" icon="check" isBusy={isBusy}>
        {words.receipts.settle}
      </Button>
      <p className="soft small">{words.receipts.settleNote}</p>
    </form>
  );
}

const REFUSALS = [
  "money_not_received",
  "duplicate",
  "amount_differs",
  "other_account",
  "other_debtor",
  "too_old",
  "unreadable",
  "not_a_receipt",
  "other",
] as const satisfies readonly ReceiptRefusal[];

function RefuseForm({ isBusy, onRefuse }: { isBusy: boolean; onRefuse: (body: RefuseReceipt) => void }) {
  const words = usePageWords();
  const [because, setBecause] = useState<ReceiptRefusal>("money_not_received");
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRefuse({ because, ...(note.trim() === "" ? {} : { note: note.trim() }) });
  };
  return (
    <details className="receipt-refuse">
      <summary>{words.receipts.refuse}</summary>
      <form className="stack" onSubmit={submit}>
        <Field label={words.receipts.refuseBecause}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={because}
              onChange={({ target }) => setBecause(REFUSALS.find((known) => known === target.value) ?? "other")}
            >
              {REFUSALS.map((known) => (
                <option key={known} value={known}>
                  {words.terms.refusal[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.receipts.refuseNote}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              required={because === "other"}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="danger" icon="blocked" isBusy={isBusy}>
          {words.receipts.refuseDo}
        </Button>
      </form>
    </details>
  );
}
