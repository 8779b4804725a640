import type { AtMeta } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Fold } from "../parts/fold.tsx";
import { CategoryName, Quality, Status } from "./template-badges.tsx";

/** What else is in the account: nothing that Saldar sends. */
export function OtherTemplates({ templates }: { templates: readonly AtMeta[] }) {
  const { templates: words } = usePageWords();
  return (
    <Fold title={`${words.others} (${templates.length})`} sub={words.othersNote}>
      {() => (
        <ul className="stack">
          {templates.map(({ id, name, language, status, quality, category, body }) => (
            <li key={id}>
              {name} · {language} <Status status={status} /> <Quality quality={quality} />{" "}
              <CategoryName category={category} />
              <span className="line-sub">{body}</span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
