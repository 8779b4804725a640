import { fromText } from "../../domain/money.ts";
import type { AcceptDispute, DebtView } from "../../web/contract.ts";
import { isZero } from "../format/money.ts";
import { readAmount } from "../format/read-amount.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";

/** What is typed of each debt, by its id. */
export type Typed = Readonly<Record<string, string>>;

/** The first look: of a single debt the whole is in question, of several nobody knows which. */
export function typedAtFirst(debts: readonly DebtView[]): Typed {
  const [only, ...others] = owing(debts);
  return only && others.length === 0 ? { [only.id]: only.owed.slice(4) } : {};
}

export function owing(debts: readonly DebtView[]): DebtView[] {
  return debts.filter(({ owed }) => !isZero(owed));
}

/** What the server gets; `undefined` while an amount is none, is more than is owed, or nothing is said at all. */
export function correctionsOf(debts: readonly DebtView[], typed: Typed): AcceptDispute["corrections"] | undefined {
  const said = owing(debts).filter(({ id }) => (typed[id] ?? "").trim() !== "");
  const corrections = said.flatMap((debt) => {
    const amount = readAmount(typed[debt.id] ?? "", debt.owed.slice(0, 3));
    return amount !== undefined && !isMore(amount, debt.owed) ? [{ debtId: debt.id, amount }] : [];
  });
  return said.length > 0 && corrections.length === said.length ? corrections : undefined;
}

type Props = { debts: readonly DebtView[]; typed: Typed; isTried: boolean; onChange: (typed: Typed) => void };

export function AmountsNotOwed({ debts, typed, isTried, onChange }: Props) {
  const { decisions } = usePageWords();
  const { money } = useFormat();
  const isNothing = owing(debts).every(({ id }) => (typed[id] ?? "").trim() === "");
  return owing(debts).map(({ id, description, reference, owed }, index) => {
    const text = typed[id] ?? "";
    const amount = readAmount(text, owed.slice(0, 3));
    const problem =
      text.trim() === ""
        ? isNothing && index === 0
          ? decisions.needAmount
          : undefined
        : amount === undefined
          ? decisions.notAmount
          : isMore(amount, owed)
            ? decisions.tooMuch(money(owed))
            : undefined;
    return (
      <Field
        key={id}
        label={`${decisions.notOwed(description || reference)} (${owed.slice(0, 3)})`}
        hint={
          amount === undefined ? decisions.owedNow(money(owed)) : `${money(amount)} · ${decisions.owedNow(money(owed))}`
        }
        problem={isTried ? problem : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={({ target }) => onChange({ ...typed, [id]: target.value })}
          />
        )}
      </Field>
    );
  });
}

function isMore(amount: string, owed: string): boolean {
  return (fromText(amount)?.minor ?? 0n) > (fromText(owed)?.minor ?? 0n);
}
