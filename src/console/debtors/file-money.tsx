import type { PaymentView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";

const TONES: Record<PaymentView["state"], Tone> = {
  announced: "plain",
  to_verify: "warn",
  processing: "accent",
  settled: "good",
  reversed: "bad",
  failed: "bad",
};

export function Payments({ payments }: { payments: readonly PaymentView[] }) {
  const words = usePageWords();
  const { money, date, day } = useFormat();
  if (payments.length === 0) return <p className="soft">{words.debtors.noPayments}</p>;
  return (
    <ul className="lines">
      {payments.map(({ id, state, amount, paidOn, recordedAt, provider, reference }) => (
        <li key={id} className="line">
          <span>
            {paidOn === null ? day(recordedAt) : date(paidOn)}{" "}
            <Badge tone={TONES[state]}>{words.terms.paymentState[state]}</Badge>
            <span className="line-sub" title={reference}>
              {lookup(words.terms.provider, provider)} · {quotable(reference)}
            </span>
          </span>
          <span className="money">{money(amount)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The number that the debtor was given; the provider's own stands behind it. */
function quotable(reference: string): string {
  return reference.split(" · ")[0] ?? reference;
}
