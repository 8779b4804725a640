import { Link } from "wouter";
import type { ReceiptView } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Icon } from "../parts/icon.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { DecideReceipt } from "./decide-receipt.tsx";

export function ReceiptDetail({ receipt }: { receipt: ReceiptView }) {
  const words = usePageWords();
  const may = useMay();
  const { money, moment } = useFormat();
  const { debtor, conversationId, claimedAt, owed, sameAs, state } = receipt;
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <Link href="/receipts" className="button button-quiet receipt-back">
        <Icon name="back" />
        {words.shell.back}
      </Link>
      <header className="receipt-head">
        <div>
          <h2 id="receipt-title">{debtor.name}</h2>
          <p className="soft small">
            {debtor.reference} · {words.receipts.claimed(moment(claimedAt))}
          </p>
        </div>
        <LinkButton href={`/inbox/all/c/${conversationId}`} icon="inbox">
          {words.receipts.seeConversation}
        </LinkButton>
      </header>
      {sameAs && (
        <p className="receipt-warning" role="alert">
          <Icon name="warning" />
          <span>
            <strong>{words.receipts.sameAs}</strong>{" "}
            {words.receipts.sameAsState(words.receipts.states[sameAs.state].toLowerCase())}{" "}
            {sameAs.debtorId !== debtor.id && words.receipts.otherDebtor}{" "}
            <Link href={`/receipts/${sameAs.id}`}>{words.receipts.seeOther}</Link>
          </span>
        </p>
      )}
      <div className="receipt-body">
        <Picture receipt={receipt} />
        <div className="stack">
          <dl className="receipt-owed">
            <dt>{words.receipts.owes}</dt>
            {owed.map((amount) => (
              <dd key={amount} className="money">
                {money(amount)}
              </dd>
            ))}
          </dl>
          {state === "to_verify" && may("receipts.decide") ? (
            <DecideReceipt receipt={receipt} />
          ) : (
            <Decided receipt={receipt} />
          )}
        </div>
      </div>
    </section>
  );
}

function Picture({ receipt: { pictureUrl, pictureMime, debtor } }: { receipt: ReceiptView }) {
  const words = usePageWords();
  if (pictureUrl === null) return <p className="receipt-picture soft">{words.receipts.noPicture}</p>;
  const isImage = pictureMime?.startsWith("image/") === true;
  return (
    <figure className="receipt-picture">
      {isImage && <img src={pictureUrl} alt={words.receipts.pictureOf(debtor.name)} />}
      <figcaption>
        <a href={pictureUrl} target="_blank" rel="noreferrer" className="button">
          <Icon name="open" />
          {words.receipts.openPicture}
        </a>
      </figcaption>
    </figure>
  );
}

function Decided({
  receipt: { state, amount, paidOn, reference, refusedBecause, decidedBy, decidedAt },
}: {
  receipt: ReceiptView;
}) {
  const words = usePageWords();
  const { money, date, moment } = useFormat();
  return (
    <div className="stack">
      <p>
        <Badge tone={state === "settled" ? "good" : state === "refused" ? "bad" : "warn"}>
          {words.receipts.states[state]}
        </Badge>
      </p>
      {amount !== null && (
        <p>
          <strong className="money">{money(amount)}</strong> {paidOn !== null && date(paidOn)} {reference}
        </p>
      )}
      {refusedBecause && <p>{words.terms.refusal[refusedBecause]}</p>}
      {decidedBy && decidedAt !== null && (
        <p className="soft small">{words.receipts.decidedBy(decidedBy.name, moment(decidedAt))}</p>
      )}
    </div>
  );
}
