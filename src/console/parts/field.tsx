import { type ReactNode, useId } from "react";
import "./field.css";

type Props = {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  children: (ids: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }) => ReactNode;
};

/** A label, its control, and what is wrong with it: tied together for those who do not see them side by side. */
export function Field({ label, hint, problem, children }: Props) {
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-describedby": told === undefined ? undefined : `${id}-told`,
        "aria-invalid": problem === undefined ? undefined : true,
      })}
      {told !== undefined && (
        <p id={`${id}-told`} className={problem === undefined ? "field-hint" : "field-problem"}>
          {told}
        </p>
      )}
    </div>
  );
}
