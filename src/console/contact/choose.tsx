import { Field } from "../parts/field.tsx";

type Props<Value extends string> = {
  label: string;
  value: Value | "";
  options: readonly { readonly value: Value; readonly says: string }[];
  onChoose: (value: Value) => void;
  hint?: string | undefined;
  problem?: string | undefined;
};

/** One of some, by its words. */
export function Choose<Value extends string>({ label, value, options, onChoose, hint, problem }: Props<Value>) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChoose(chosen.value);
          }}
        >
          {value === "" && <option value="" />}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.says}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
