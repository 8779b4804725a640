import type { LinkSecret } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";
import { Qr } from "./qr.tsx";
import { useCountdown } from "./use-countdown.ts";

/** A QR or a code, for as long as it is good: one that is over is not shown, because nobody should type it. */
export function LinkSecretView({ link, endsMs }: { link: LinkSecret; endsMs: number }) {
  const { linking } = usePageWords();
  const words = linking.link;
  const seconds = useCountdown(endsMs);
  const isOver = seconds === 0;
  const steps = link.state === "qr" ? words.qrSteps : words.codeSteps;
  return (
    <>
      <h2>
        <Icon name={link.state === "qr" ? "link" : "keyboard"} /> {link.state === "qr" ? words.qr : words.code}
      </h2>
      <div className="number-link-ways">
        <div className="number-secret">
          {isOver ? (
            <p className="number-over">{words.over}</p>
          ) : link.state === "qr" ? (
            <Qr text={link.qr} alt={words.qrAlt} />
          ) : (
            <Code code={link.code} />
          )}
          {/* A timer is not read out each second; who wants to know goes there. */}
          <p role="timer" aria-live="off" className="figure">
            {words.secondsLeft(seconds)}
          </p>
          {link.state === "qr" && (
            <p className="soft small">{link.left > 0 ? words.moreFollow(link.left) : words.last}</p>
          )}
        </div>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </>
  );
}

/** In two groups, as the phone shows it; a reader hears it letter by letter. */
function Code({ code }: { code: string }) {
  const { linking } = usePageWords();
  const letters = code.replaceAll(/[^0-9A-Za-z]/g, "");
  return (
    <p className="number-code mono">
      <span className="only-readers">{linking.link.codeSpoken([...letters].join(" "))}</span>
      <span aria-hidden="true">{letters.slice(0, 4)}</span>
      <span aria-hidden="true">{letters.slice(4)}</span>
    </p>
  );
}
