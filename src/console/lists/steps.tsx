import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";

const STEPS = ["file", "columns", "check", "load", "done"] as const;
export type Step = (typeof STEPS)[number];

export function Steps({ current }: { current: Step }) {
  const words = usePageWords();
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index < at ? "step step-past" : "step"}
          aria-current={step === current ? "step" : undefined}
        >
          <span className="step-sign" aria-hidden="true">
            {index < at ? <Icon name="check" /> : index + 1}
          </span>
          {words.lists.steps[step]}
        </li>
      ))}
    </ol>
  );
}
