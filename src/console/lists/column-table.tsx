import type { ColumnUse, DebtorListView } from "../../web/contract.ts";
import { type AllWords, usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

type Column = DebtorListView["columns"][number];
type Props = {
  columns: readonly Column[];
  chosen: Readonly<Record<string, ColumnUse>>;
  onChoose: (header: string, use: ColumnUse) => void;
};

const TONES: Record<Column["confidence"], Tone> = { sure: "good", guess: "warn", chosen: "accent", none: "plain" };

export function ColumnTable({ columns, chosen, onChoose }: Props) {
  const words = usePageWords();
  return (
    <TableFrame label={words.lists.columns}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.lists.column}</th>
            <th scope="col">{words.lists.means}</th>
            <th scope="col">{words.lists.examples}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ index, header, use, confidence, examples }) => (
            <tr key={index}>
              <th scope="row">{header}</th>
              <td>
                <span className="column-use">
                  <UseSelect header={header} use={chosen[header] ?? use} onChoose={(next) => onChoose(header, next)} />
                  <Badge tone={TONES[header in chosen ? "chosen" : confidence]}>
                    {confidenceWord(header in chosen ? "chosen" : confidence, words)}
                  </Badge>
                </span>
              </td>
              <td className="soft column-examples">{examples.slice(0, 3).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function UseSelect({ header, use, onChoose }: { header: string; use: ColumnUse; onChoose: (use: ColumnUse) => void }) {
  const { lists } = usePageWords();
  const uses = usesOf(lists.fields);
  return (
    <select
      className="input"
      aria-label={`${lists.means}: ${header}`}
      value={use}
      onChange={({ target }) => {
        const next = uses.find((known) => known === target.value);
        if (next) onChoose(next);
      }}
    >
      {uses.map((known) => (
        <option key={known} value={known}>
          {known === "extra" || known === "ignore" ? lists[known] : lists.fields[known]}
        </option>
      ))}
    </select>
  );
}

function usesOf(fields: AllWords["lists"]["fields"]): ColumnUse[] {
  const isField = (key: string): key is keyof typeof fields => Object.hasOwn(fields, key);
  return [...Object.keys(fields).filter(isField), "extra", "ignore"];
}

function confidenceWord(confidence: Column["confidence"], { lists }: AllWords): string {
  return confidence === "none" ? lists.unknown : lists[confidence];
}
