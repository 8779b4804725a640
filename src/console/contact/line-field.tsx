import { Field } from "../parts/field.tsx";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "date" | "time";
  hint?: string;
  problem?: string | undefined;
};

/** One line that is typed. */
export function LineField({ label, value, onChange, type = "text", hint, problem }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type={type}
          maxLength={200}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
