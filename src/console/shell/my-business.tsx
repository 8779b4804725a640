import { useMutation } from "@tanstack/react-query";
import { goToBusiness } from "../api/page-business.ts";
import { useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Badge } from "../parts/badge.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import "./my-business.css";

/** Whose business this is, and, for who works for several, the way to the others. */
export function MyBusiness() {
  const words = useWords();
  const { business, businesses } = useSession();
  const go = useMutation({ mutationFn: goToBusiness });
  const name = (
    <span className="rail-business">
      {business.name}
      {business.isDemo && <Badge tone="note">{words.shell.demo}</Badge>}
    </span>
  );
  if (businesses.length < 2) return name;
  return (
    <details className="businesses">
      <summary>
        {name}
        <Icon name="down" />
        <span className="only-readers">{words.shell.changeBusiness}</span>
      </summary>
      <ul className="businesses-list">
        {businesses.map(({ id, name: other, role }) => (
          <li key={id}>
            <button
              type="button"
              className="rail-link"
              aria-current={id === business.id || undefined}
              disabled={go.isPending || go.isSuccess}
              onClick={({ currentTarget }) =>
                id === business.id ? currentTarget.closest("details")?.removeAttribute("open") : go.mutate(id)
              }
            >
              <span className="rail-me">
                {other}
                <span className="soft small">{words.terms.role[role]}</span>
              </span>
              {id === business.id && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      {go.error && <Failure error={go.error} />}
    </details>
  );
}
