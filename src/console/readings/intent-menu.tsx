import { type FormEvent, useState } from "react";
import type { Intent } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import { folded, INTENT_GROUPS } from "./intents.ts";

type Props = {
  /** The debtor's words. */
  text: string;
  likely: readonly Intent[];
  /** What it stands for now. */
  standing: Intent | undefined;
  /** Somebody has corrected it, and that can be taken back. */
  isCorrected: boolean;
  isBusy: boolean;
  error: unknown;
  onChoose: (intent: Intent | null) => void;
  onClose: () => void;
};

/** All that a message can mean: one click says which. The likeliest first; typing finds the others. */
export function IntentMenu({ text, likely, standing, isCorrected, isBusy, error, onChoose, onClose }: Props) {
  const { readings: words } = usePageWords();
  const [search, setSearch] = useState("");
  const matches = found(search, words.intent);
  const list = { standing, isBusy, onChoose };
  const takeFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = search.trim() === "" ? [] : matches;
    if (first && !isBusy) onChoose(first);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="intent-menu">
        <blockquote>{text}</blockquote>
        <form onSubmit={takeFirst}>
          <Field label={words.search}>
            {(ids) => (
              <input
                {...ids}
                className="input"
                type="search"
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            )}
          </Field>
        </form>
        {error !== null && <Failure error={error} />}
        {search.trim() === "" ? (
          <>
            <Intents title={words.likely} intents={likely} {...list} />
            {GROUPS.map(([group, intents]) => (
              <Intents key={group} title={words.groups[group]} intents={intents} {...list} />
            ))}
          </>
        ) : (
          <Intents title={matches.length > 0 ? words.search : words.noMatch} intents={matches} {...list} />
        )}
        {isCorrected && (
          <p>
            <Button isBusy={isBusy} onClick={() => onChoose(null)}>
              {words.takeBack}
            </Button>
          </p>
        )}
        <p className="soft small">{words.note}</p>
      </div>
    </Dialog>
  );
}

const GROUPS = [
  ["care", INTENT_GROUPS.care],
  ["paid", INTENT_GROUPS.paid],
  ["agree", INTENT_GROUPS.agree],
  ["ask", INTENT_GROUPS.ask],
  ["answer", INTENT_GROUPS.answer],
  ["rest", INTENT_GROUPS.rest],
] as const satisfies readonly (readonly [keyof typeof INTENT_GROUPS, readonly Intent[]])[];

type ListProps = Pick<Props, "standing" | "isBusy" | "onChoose"> & { title: string; intents: readonly Intent[] };

function Intents({ title, intents, standing, isBusy, onChoose }: ListProps) {
  const { readings: words } = usePageWords();
  return (
    <section className="intents" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {intents.map((intent) => (
          <li key={intent}>
            <button
              type="button"
              className="chip"
              aria-pressed={intent === standing}
              disabled={isBusy}
              onClick={() => onChoose(intent)}
            >
              {intent === standing && <Icon name="check" />}
              {words.intent[intent]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function found(search: string, names: Readonly<Record<Intent, string>>): Intent[] {
  const wanted = folded(search.trim());
  return GROUPS.flatMap(([, intents]) => intents.filter((intent) => folded(names[intent]).includes(wanted)));
}
