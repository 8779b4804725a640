import { useState } from "react";
import { Link } from "wouter";
import { isLinked } from "../../domain/channel-kind.ts";
import type { NumberCard as Card } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { FigureTable } from "./figure-table.tsx";
import { HealthLine } from "./health-line.tsx";
import { LimitDialog } from "./limit-dialog.tsx";
import { phoneText } from "./phone-text.ts";
import { QualityBadge } from "./quality-badge.tsx";
import { QueueLines } from "./queue.tsx";
import { StateBadge } from "./state-badge.tsx";
import { Sums } from "./sums.tsx";

/** One number at a glance. */
export function NumberCard({ number }: { number: Card }) {
  const { numbers: words, linking } = usePageWords();
  const may = useMay();
  const [isChanging, setIsChanging] = useState(false);
  const { id, name, kind, phone, quality, state } = number;
  const isRetired = state.state === "retired";
  // No limit of Meta's, and no number that could be lost by writing to too many.
  const isReal = kind !== "simulator";
  const wantsLink = isLinked(kind) && state.state === "link";
  return (
    <section className="card stack number" aria-labelledby={`number-${id}`}>
      <header className="number-head">
        <h2 id={`number-${id}`}>
          <Link href={`/numbers/${id}`}>{name}</Link>
        </h2>
        <StateBadge number={number} />
        <p className="number-facts soft">
          <span>{words.kinds[kind]}</span>
          {phone !== null && <span className="figure">{phoneText(phone)}</span>}
          {quality !== null && (
            <span>
              {words.quality} <QualityBadge quality={quality} />
            </span>
          )}
        </p>
      </header>
      {!isRetired && (
        <>
          {isReal && <HealthLine health={number.health} />}
          <Sums number={number}>
            <QueueLines number={number} />
          </Sums>
        </>
      )}
      {!isRetired && isReal && may("channels.manage") && (
        <div className="row">
          {wantsLink && (
            <LinkButton href={`/numbers/${id}/link`} look="main" icon="link">
              {linking.link.toLink}
            </LinkButton>
          )}
          <Button icon="settings" onClick={() => setIsChanging(true)}>
            {words.limitChange}
          </Button>
        </div>
      )}
      <FigureTable number={number} />
      {isChanging && <LimitDialog number={number} onClose={() => setIsChanging(false)} />}
    </section>
  );
}
