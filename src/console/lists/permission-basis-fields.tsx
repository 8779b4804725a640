import { useState } from "react";
import type { ListSettings } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";

type Basis = NonNullable<ListSettings["permissionBasis"]>;
type Typed = { readonly wording: string; readonly on: string; readonly channel: string };
type Props = { settings: ListSettings; onChange: (settings: ListSettings) => void };

/** The words people agreed to, when, and how. Half an answer is none: it counts once all three are there. */
export function PermissionBasisFields({ settings, onChange }: Props) {
  const { lists } = usePageWords();
  const [typed, setTyped] = useState<Typed>({
    wording: settings.permissionBasis?.wording ?? "",
    on: settings.permissionBasis?.on ?? "",
    channel: settings.permissionBasis?.channel ?? "whatsapp",
  });
  const change = (next: Typed) => {
    setTyped(next);
    const { permissionBasis: _, ...others } = settings;
    onChange(isWhole(next) ? { ...others, permissionBasis: next } : others);
  };
  return (
    <fieldset className="basis">
      <legend>{lists.question["permission-basis"]}</legend>
      <p className="soft small">{lists.basisWhy}</p>
      <Field label={lists.basisWording}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={2}
            value={typed.wording}
            onChange={({ target }) => change({ ...typed, wording: target.value })}
          />
        )}
      </Field>
      <div className="basis-pair">
        <Field label={lists.basisOn}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="date"
              value={typed.on}
              onChange={({ target }) => change({ ...typed, on: target.value })}
            />
          )}
        </Field>
        <Field label={lists.basisChannel}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              value={typed.channel}
              onChange={({ target }) => change({ ...typed, channel: target.value })}
            />
          )}
        </Field>
      </div>
      <p className="soft small">{lists.basisSkip}</p>
    </fieldset>
  );
}

/** A date field gives a day of the calendar or nothing at all, which its type cannot say. */
function isWhole(typed: Typed): typed is Basis {
  return typed.wording.trim() !== "" && typed.on !== "" && typed.channel.trim() !== "";
}
