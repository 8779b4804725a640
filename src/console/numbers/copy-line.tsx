import { useId } from "react";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { useToast } from "../parts/toast.tsx";

type Props = { label: string; value: string; hint: string };

/** Something to be carried elsewhere. Where the browser gives no clipboard (plain http) it can still be selected. */
export function CopyLine({ label, value, hint }: Props) {
  const { numberPage: words } = usePageWords();
  const say = useToast();
  const id = useId();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    say(words.copied);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="number-copy">
        <input id={id} className="input mono" readOnly value={value} aria-describedby={`${id}-hint`} />
        {"clipboard" in navigator && (
          <Button aria-label={`${words.copy}: ${label}`} onClick={() => void copy()}>
            {words.copy}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
    </div>
  );
}
