import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";

/** The server wants three letters at least. */
export function isReason(text: string): boolean {
  return text.trim().length >= 3;
}

/** Why somebody decides as they do: no decision without it. */
export function WhyField({
  value,
  isTried,
  onChange,
}: {
  value: string;
  isTried: boolean;
  onChange: (why: string) => void;
}) {
  const { decisions } = usePageWords();
  return (
    <Field
      label={decisions.why}
      hint={decisions.whyHint}
      problem={isTried && !isReason(value) ? decisions.needWhy : undefined}
    >
      {(ids) => (
        <textarea
          {...ids}
          className="input"
          rows={2}
          maxLength={500}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
