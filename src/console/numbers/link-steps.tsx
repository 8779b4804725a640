import { useState } from "react";
import type { AskForLink, LinkStand } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkSecretView } from "./link-secret.tsx";
import { LinkStandView } from "./link-stand.tsx";
import { Risk } from "./risk.tsx";
import type { LinkNow, useLink } from "./use-link.ts";

type Props = { link: LinkNow } & Pick<ReturnType<typeof useLink>, "ask" | "acceptRisk">;

/** From these a phone can be linked; from the others there is nothing to ask for, or it would only do harm. */
const MAY_ASK: Record<LinkStand["state"], boolean> = {
  unlinked: true,
  qr: true,
  code: true,
  linking: false,
  connecting: false,
  unattended: false,
  open: false,
  down: false,
  restricted: false,
  ended: true,
};

/** The risk, until somebody has taken it; then how the link stands, and what can be asked for. */
export function LinkSteps({ link: now, ask, acceptRisk }: Props) {
  const { linking } = usePageWords();
  const { moment } = useFormat();
  if (now.risk === null) return <TakeRisk acceptRisk={acceptRisk} />;
  const { by, at } = now.risk;
  return (
    <>
      <section className="card stack number-link" aria-live="polite">
        {now.asked !== null && <Asked what={now.asked} />}
        {"qr" in now.link || "code" in now.link ? (
          <LinkSecretView
            key={"qr" in now.link ? now.link.qr : now.link.code}
            link={now.link}
            endsMs={now.endsMs ?? 0}
          />
        ) : (
          <LinkStandView stand={now.link} linked={now.linked} />
        )}
        {ask.error && <Failure error={ask.error} />}
        {MAY_ASK[now.link.state] && <Asking now={now} ask={ask} />}
      </section>
      <p className="soft small">
        {by === null ? linking.phone.acceptedBySomebody(moment(at)) : linking.phone.accepted(by, moment(at))}
      </p>
    </>
  );
}

function Asked({ what }: { what: NonNullable<LinkNow["asked"]> }) {
  const { linking } = usePageWords();
  return <p className="soft">{what === "unlink" ? linking.link.askedUnlink : linking.link.asked}</p>;
}

function Asking({ now, ask }: { now: LinkNow; ask: Props["ask"] }) {
  const { linking } = usePageWords();
  const words = linking.link;
  const { link } = now;
  // The next one comes by itself: asking for another would only throw this one away.
  const isRunning = "left" in link && link.left > 0;
  const begin = (body: AskForLink) => ask.mutate(body);
  const isAsking = (by: AskForLink["by"]) => ask.isPending && ask.variables.by === by;
  return (
    <div className="row">
      {!isRunning && (
        <Button look="main" isBusy={isAsking("qr")} disabled={ask.isPending} onClick={() => begin({ by: "qr" })}>
          {link.state === "qr" ? words.askAnother : link.state === "ended" ? words.askAgain : words.askQr}
        </Button>
      )}
      {now.expectedPhone !== null && (
        <Button
          icon="keyboard"
          isBusy={isAsking("code")}
          disabled={ask.isPending}
          onClick={() => begin({ by: "code" })}
        >
          {link.state === "code" ? words.askAnother : words.askCode}
        </Button>
      )}
    </div>
  );
}

function TakeRisk({ acceptRisk }: Pick<Props, "acceptRisk">) {
  const { linking } = usePageWords();
  const [accepts, setAccepts] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const submit = () => {
    setIsTried(true);
    if (accepts) acceptRisk.mutate();
  };
  return (
    <div className="stack">
      <Risk accepts={accepts} onAccept={setAccepts} problem={isTried && !accepts} />
      {acceptRisk.error && <Failure error={acceptRisk.error} />}
      <div className="row">
        <Button look="main" isBusy={acceptRisk.isPending} onClick={submit}>
          {linking.phone.acceptDo}
        </Button>
      </div>
    </div>
  );
}
