import { useMutation } from "@tanstack/react-query";
import { goToBusiness } from "../api/page-business.ts";
import { useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";

/** All of this person's businesses, with what they are in each: the role may differ. */
export function BusinessChoice({ onStay }: { onStay: () => void }) {
  const words = useWords();
  const { business, businesses } = useSession();
  const go = useMutation({ mutationFn: goToBusiness });
  return (
    <>
      <ul className="businesses-list">
        {businesses.map(({ id, name, role }) => (
          <li key={id}>
            <button
              type="button"
              className="rail-link"
              aria-current={id === business.id || undefined}
              disabled={go.isPending || go.isSuccess}
              onClick={() => (id === business.id ? onStay() : go.mutate(id))}
            >
              <span className="rail-me">
                {name}
                <span className="soft small">{words.terms.role[role]}</span>
              </span>
              {id === business.id && <Icon name="check" />}
            </button>
          </li>
        ))}
      </ul>
      {go.error && <Failure error={go.error} />}
    </>
  );
}
