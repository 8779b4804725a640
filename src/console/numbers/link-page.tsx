import { ApiError } from "../api/api-error.ts";
import { useWords } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { LinkSteps } from "./link-steps.tsx";
import { PageHead } from "./page-head.tsx";
import { phoneText } from "./phone-text.ts";
import { useLink } from "./use-link.ts";

/** Linking a phone, told as it is: nothing says that it is linked before it is. */
export function LinkPage({ id }: { id: string }) {
  const { linking } = usePageWords();
  const { shell } = useWords();
  const linked = useLink(id);
  const { link } = linked;
  const words = linking.link;
  if (link.error instanceof ApiError && link.error.status === 404)
    return <Empty icon="info" title={shell.nothingHere} />;
  return (
    <div className="page">
      <PageHead
        title={link.data ? words.title(link.data.name) : linking.phone.title}
        back={{ href: `/numbers/${id}`, says: words.goToNumber }}
      />
      <div className="page-body">
        <div className="stack page-narrow numbers">
          {link.error && <Failure error={link.error} onRetry={() => void link.refetch()} />}
          {link.isPending && <Loading />}
          {link.data && (
            <>
              {link.data.expectedPhone !== null && (
                <p className="soft">{words.expects(phoneText(link.data.expectedPhone))}</p>
              )}
              <LinkSteps link={link.data} ask={linked.ask} acceptRisk={linked.acceptRisk} />
              <div className="row">
                <LinkButton href={`/numbers/${id}`}>{words.goToNumber}</LinkButton>
              </div>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
