import { useId } from "react";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";

type Props = { accepts: boolean; onAccept: (accepts: boolean) => void; problem: boolean };

/** What linking a phone risks, in words an owner understands, and the tick by which they take it. */
export function Risk({ accepts, onAccept, problem }: Props) {
  const { linking } = usePageWords();
  const words = linking.phone;
  const id = useId();
  return (
    <section className="card stack number-risk" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <Icon name="warning" /> {words.riskTitle}
      </h2>
      <ul>
        {words.risks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
      <div>
        <label className="choice">
          <input
            type="checkbox"
            checked={accepts}
            aria-describedby={`${id}-told`}
            aria-invalid={problem || undefined}
            onChange={({ target }) => onAccept(target.checked)}
          />
          {words.accept}
        </label>
        <p id={`${id}-told`} className={problem ? "field-problem" : "field-hint"}>
          {problem ? words.acceptMissing : words.acceptNote}
        </p>
      </div>
    </section>
  );
}
