import type { ReactNode } from "react";
import { isLinked } from "../../domain/channel-kind.ts";
import type { NumberPage } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { phoneText } from "./phone-text.ts";
import { QualityBadge } from "./quality-badge.tsx";

/** What is known of a number: what it is, and what Meta said of it last. */
export function NumberFacts({ number }: { number: NumberPage }) {
  const { numberPage: words, numbers } = usePageWords();
  const { kind } = number;
  return (
    <section className="card stack">
      <h2>
        {words.about}: {numbers.kinds[kind]}
      </h2>
      {kind === "simulator" ? <p>{words.simulated}</p> : <Known number={number} />}
    </section>
  );
}

/** Not of a simulated one: Meta says nothing of it, and it has no age, since its health is not judged. */
function Known({ number }: { number: NumberPage }) {
  const { numberPage: words, numbers, linking } = usePageWords();
  const { moment, count, day } = useFormat();
  const { kind, phone, phoneNumberId, wabaId, quality, webhookUrl, tierLimit, messagesPerSecond } = number;
  const { learntAt, firstUsedAt } = number;
  const told = learntAt === null ? "" : ` (${words.learnt(moment(learntAt))})`;
  const facts: (readonly [string, ReactNode] | undefined)[] = [
    [isLinked(kind) ? words.expectedPhone : words.phone, phone === null ? words.unknown : phoneText(phone)],
    phoneNumberId === null ? undefined : [words.phoneNumberId, <code key="id">{phoneNumberId}</code>],
    kind === "cloud" ? [words.wabaId, wabaId === null ? words.unknown : <code key="waba">{wabaId}</code>] : undefined,
    webhookUrl === null ? undefined : [linking.cloud.webhook, <code key="webhook">{webhookUrl}</code>],
    quality === null
      ? undefined
      : [
          numbers.quality,
          <span key="quality">
            <QualityBadge quality={quality} />
            {told}
          </span>,
        ],
    kind === "cloud" ? [words.tier, tierLimit === null ? words.unknown : numbers.perDay(tierLimit) + told] : undefined,
    messagesPerSecond === null ? undefined : [words.perSecond, words.messagesPerSecond(count(messagesPerSecond))],
    [words.firstUsed, firstUsedAt === null ? words.notUsed : day(firstUsedAt)],
  ];
  return (
    <dl className="number-known">
      {facts.flatMap((fact) =>
        fact === undefined
          ? []
          : [
              <div key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>,
            ],
      )}
    </dl>
  );
}
