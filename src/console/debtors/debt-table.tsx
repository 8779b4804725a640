import type { DebtView } from "../../web/contract.ts";
import { isZero } from "../format/money.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { TableFrame } from "../parts/table-frame.tsx";

/** Interest and fees have columns only where there are any. */
export function DebtTable({ debts }: { debts: readonly DebtView[] }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  if (debts.length === 0) return <p className="soft">{words.debtors.noDebts}</p>;
  const parts = (["interest", "fees"] as const).filter((part) => debts.some((debt) => !isZero(debt[part])));
  return (
    <TableFrame label={words.debtors.debts}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.debtors.description}</th>
            <th scope="col">{words.debtors.dueOn}</th>
            {parts.length > 0 && (
              <th scope="col" className="number">
                {words.debtors.principal}
              </th>
            )}
            {parts.map((part) => (
              <th key={part} scope="col" className="number">
                {words.debtors[part]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.debtors.balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {debts.map((debt) => (
            <tr key={debt.id}>
              <th scope="row">
                {debt.description || debt.reference}
                {debt.description !== "" && <span className="line-sub">{debt.reference}</span>}
              </th>
              <td>
                {date(debt.dueOn)}
                <span className="line-sub">{words.terms.daysPastDue(debt.daysPastDue)}</span>
              </td>
              {parts.length > 0 && <td className="number">{money(debt.principal)}</td>}
              {parts.map((part) => (
                <td key={part} className="number">
                  {money(debt[part])}
                </td>
              ))}
              <td className="number">
                <strong>{money(debt.owed)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
