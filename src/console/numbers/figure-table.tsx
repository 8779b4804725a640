import type { NumberCard, NumberFigures } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { TableFrame } from "../parts/table-frame.tsx";

/** Each figure, and what it is a part of. */
const ROWS = [
  { figure: "sent", of: undefined },
  { figure: "delivered", of: "sent" },
  { figure: "read", of: "sent" },
  { figure: "failed", of: undefined },
  { figure: "people", of: undefined },
  { figure: "replied", of: "people" },
  { figure: "blocked", of: "people" },
] as const satisfies readonly { figure: keyof NumberFigures; of: keyof NumberFigures | undefined }[];

/** What became of what a number sent: a row a span, so that it fits a telephone turned upright once it scrolls. */
export function FigureTable({ number: { name, day, week } }: { number: Pick<NumberCard, "name" | "day" | "week"> }) {
  const { numbers: words } = usePageWords();
  return (
    <div>
      <TableFrame label={`${words.figures}: ${name}`}>
        <table className="table number-figures">
          <caption className="only-readers">{words.figures}</caption>
          <thead>
            <tr>
              <td />
              {ROWS.map(({ figure }) => (
                <th key={figure} scope="col">
                  {words.rows[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Span says={words.day} figures={day} />
            <Span says={words.week} figures={week} />
          </tbody>
        </table>
      </TableFrame>
      <p className="soft small number-hint">{words.blockedHint}</p>
    </div>
  );
}

function Span({ says, figures }: { says: string; figures: NumberFigures }) {
  const { count, language } = useFormat();
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  return (
    <tr>
      <th scope="row">{says}</th>
      {ROWS.map(({ figure, of }) => (
        <td key={figure} className="figure">
          {count(figures[figure])}
          {of !== undefined && figures[of] > 0 && (
            <span className="soft small"> {percent.format(figures[figure] / figures[of])}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
