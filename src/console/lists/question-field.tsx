import { DECIMALS, isCurrency } from "../../domain/money.ts";
import type { ListSettings, Question } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";
import { PermissionBasisFields } from "./permission-basis-fields.tsx";

type Props = { question: Question; settings: ListSettings; onChange: (settings: ListSettings) => void };

/** Whose contact law or numbering we know something of; the rest of the world is refused anyway. */
const COUNTRIES = ["CO", "MX", "PE", "CL", "AR", "EC", "UY", "BR", "ES", "PT", "US", "GB"] as const;

export function QuestionField({ question, settings, onChange }: Props) {
  const { lists } = usePageWords();
  switch (question.code) {
    case "which-column-is-the-debtor":
    case "which-column-is-the-amount":
      return <p className="callout">{lists.question[question.code]}</p>;
    case "which-country":
      return (
        <Choice
          label={lists.question["which-country"]}
          value={settings.country}
          options={COUNTRIES.map((code) => ({ value: code, word: lists.countries[code] }))}
          onChoose={(country) => onChange({ ...settings, country })}
        />
      );
    case "which-currency":
      return (
        <Choice
          label={lists.question["which-currency"]}
          value={settings.currency}
          options={Object.keys(DECIMALS)
            .filter(isCurrency)
            .map((code) => ({ value: code, word: code }))}
          onChoose={(currency) => onChange({ ...settings, currency })}
        />
      );
    case "no-phone-column":
      return (
        <div>
          <p>{lists.question["no-phone-column"]}</p>
          <label className="choice">
            <input
              type="checkbox"
              checked={settings.withoutPhones === true}
              onChange={({ target }) => onChange({ ...settings, withoutPhones: target.checked })}
            />
            {lists.withoutPhones}
          </label>
        </div>
      );
    case "date-order": {
      const { header, examples } = question.column;
      return (
        <Choice
          label={lists.question["date-order"](header)}
          hint={examples.join(" · ")}
          value={settings.dateOrders?.[header]}
          options={(["dmy", "mdy"] as const).map((order) => ({ value: order, word: lists[order] }))}
          onChoose={(order) => onChange({ ...settings, dateOrders: { ...settings.dateOrders, [header]: order } })}
        />
      );
    }
    case "amount-format": {
      const { header, examples } = question.column;
      return (
        <Choice
          label={lists.question["amount-format"](header)}
          hint={examples.join(" · ")}
          value={settings.amountFormats?.[header]}
          options={(["comma", "point"] as const).map((format) => ({ value: format, word: lists[format] }))}
          onChoose={(format) =>
            onChange({ ...settings, amountFormats: { ...settings.amountFormats, [header]: format } })
          }
        />
      );
    }
    case "permission-basis":
      return <PermissionBasisFields settings={settings} onChange={onChange} />;
  }
}

type ChoiceProps<Value extends string> = {
  label: string;
  hint?: string;
  value: Value | undefined;
  options: readonly { readonly value: Value; readonly word: string }[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ label, hint, value, options, onChoose }: ChoiceProps<Value>) {
  const { lists } = usePageWords();
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className="input input-short"
          value={value ?? ""}
          onChange={({ target }) => {
            const next = options.find((option) => option.value === target.value);
            if (next) onChoose(next.value);
          }}
        >
          <option value="" disabled>
            {lists.choose}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
