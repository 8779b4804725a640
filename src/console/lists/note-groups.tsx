import type { DryRun } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { Icon } from "../parts/icon.tsx";

type Group = DryRun["problems"][number] | DryRun["warnings"][number];
type Props = { title: string; tone: Tone; groups: readonly Group[]; errorsHref: string | undefined };

/** Alike findings together: how many, what is wrong, how to mend it, and where to look. */
export function NoteGroups({ title, tone, groups, errorsHref }: Props) {
  const words = usePageWords();
  const { count } = useFormat();
  if (groups.length === 0) return null;
  return (
    <section className="card">
      <div className="row note-head">
        <h2>{title}</h2>
        {errorsHref !== undefined && (
          <a className="button" href={errorsHref} download>
            <Icon name="download" />
            {words.lists.downloadErrors}
          </a>
        )}
      </div>
      {errorsHref !== undefined && <p className="soft small">{words.lists.errorsHow}</p>}
      <ul className="lines">
        {groups.map(({ code, rows, says, howToFix, examples }) => (
          <li key={code} className="line line-tall">
            <span>
              {says}
              <span className="line-sub">{howToFix}</span>
              <span className="line-sub mono">
                {examples.map(({ row, found }) => words.lists.example(row, found)).join(" · ")}
              </span>
            </span>
            <Badge tone={tone}>{count(rows)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
