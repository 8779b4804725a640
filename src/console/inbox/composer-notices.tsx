import { formatSpan } from "../format/span.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { explain } from "../parts/failure.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import type { ComposerMode } from "./composer-mode.ts";
import { nameOfRule } from "./decision.tsx";
import type { Refusal } from "./use-replies.ts";

type Saying = { readonly icon: IconName; readonly tone: "plain" | "warn" | "bad" | "bot"; readonly text: string };

/** The state in words, spoken once when it changes; and what the last attempt to send met. */
export function ComposerNotices({ mode, refusal }: { mode: ComposerMode; refusal: Refusal | undefined }) {
  const words = useWords();
  const saying = useSaying(mode);
  const isTold = mode.mode === "stale";
  return (
    <div role="status">
      {saying && (
        <p className={`composer-notice composer-${saying.tone}`}>
          <Icon name={saying.icon} />
          {saying.text}
        </p>
      )}
      {refusal && !isTold && (
        <div className={`composer-notice composer-${refusal.doubts.length > 0 ? "warn" : "bad"}`}>
          <Icon name="warning" />
          <div>
            <p>{explain(refusal.error, words.errors, words.shell.somethingFailed)}</p>
            {refusal.findings.length > 0 && (
              <ul>
                {refusal.findings.map(({ rule, start, end, advice, clause }) => (
                  <li key={`${rule}/${start}`}>
                    {start !== null && end !== null && `“${refusal.text.slice(start, end)}”: `}
                    {advice} ({nameOfRule(clause, words)})
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function useSaying(mode: ComposerMode): Saying | undefined {
  const { composer } = useWords().inbox;
  const { moment, language } = useFormat();
  switch (mode.mode) {
    case "bot_owns":
      return { icon: "bot", tone: "bot", text: composer.bot_owns };
    case "nobody":
      return { icon: "person", tone: "warn", text: composer.nobody };
    case "other_owns":
      return { icon: "person", tone: "plain", text: composer.other_owns(mode.name) };
    case "mine_open":
      return undefined;
    case "mine_closing":
      return { icon: "clock", tone: "warn", text: composer.mine_closing(formatSpan(mode.leftMs, language)) };
    case "mine_closed":
      return { icon: "clock", tone: "warn", text: composer.mine_closed };
    case "opted_out":
      return { icon: "blocked", tone: "bad", text: composer.opted_out };
    case "outside_hours":
      return { icon: "blocked", tone: "warn", text: composer.outside_hours(moment(mode.until)) };
    case "offline":
      return { icon: "warning", tone: "warn", text: composer.offline };
    case "stale":
      return { icon: "info", tone: "warn", text: composer.stale(mode.missed) };
    case "closed":
      return { icon: "check", tone: "plain", text: composer.closed };
  }
}
