import type { ClauseView, DryRun } from "../../web/contract.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { nameOfRule, reasonOf } from "../inbox/decision.tsx";
import { Badge } from "../parts/badge.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

/** When each debtor may be written to, or the article that forbids it: the same judge as at sending. */
export function ContactTable({ dryRun: { contact, debtors } }: { dryRun: DryRun }) {
  const words = usePageWords();
  const { money } = useFormat();
  if (contact.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.lists.whenMayWrite}</h2>
      {contact.length < debtors && <p className="soft small">{words.lists.firstOnes(contact.length)}</p>}
      <TableFrame label={words.lists.whenMayWrite} isTall>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.debtors.name}</th>
              <th scope="col" className="number">
                {words.debtors.owed}
              </th>
              <th scope="col">{words.debtors.mayWrite}</th>
            </tr>
          </thead>
          <tbody>
            {contact.map(({ reference, name, owed, mayWriteAt, reason, clause }) => (
              <tr key={reference}>
                <th scope="row">
                  {name}
                  <span className="line-sub">{reference}</span>
                </th>
                <td className="number">{money(owed)}</td>
                <td>
                  <Verdict at={mayWriteAt} reason={reason} clause={clause} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Verdict({ at, reason, clause }: { at: string | null; reason: string; clause: ClauseView | null }) {
  const words = usePageWords();
  const { moment } = useFormat();
  const nowMs = useBusinessNow();
  const isNow = at !== null && Date.parse(at) <= nowMs;
  return (
    <>
      <Badge
        tone={at === null ? "bad" : isNow ? "good" : "warn"}
        icon={at === null ? "blocked" : isNow ? "check" : "clock"}
      >
        {at === null ? words.inbox.blocked : isNow ? words.lists.mayWriteNow : moment(at)}
      </Badge>
      {!isNow && (
        <span className="line-sub" title={clause?.text ?? undefined}>
          {reasonOf(reason, words)}
          {clause && ` · ${nameOfRule(clause, words)}`}
        </span>
      )}
    </>
  );
}
