import { Field } from "../parts/field.tsx";

type Props = {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
};

/** A secret that is entered and never shown again. No password of a person's: the browser need not keep it. */
export function SecretField({ label, hint, value, onChange, problem }: Props) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          className="input mono"
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
