import { useMutation, useQuery } from "@tanstack/react-query";
import type { Session } from "../../web/contract.ts";
import { getFromAnyPage } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { comeBack, goToBusiness } from "../api/page-business.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import "./elsewhere.css";

/** In place of a page whose business the session has left: what was on it may no longer be read as if it were the other's. */
export function Elsewhere({ of: drawn }: { of: Session["business"] }) {
  const { elsewhere: words } = usePageWords();
  const now = useQuery({
    queryKey: keys.sessionElsewhere,
    queryFn: () => getFromAnyPage<Session>("/api/session"),
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const goOn = useMutation({ mutationFn: (businessId: string) => goToBusiness(businessId) });
  const goBack = useMutation({ mutationFn: () => comeBack() });
  if (now.error) return <Failure error={now.error} onRetry={() => void now.refetch()} />;
  if (!now.data) return <Loading />;
  const { business } = now.data;
  const failed = goOn.error ?? goBack.error;
  return (
    <main className="elsewhere">
      <p className="brand">Saldar</p>
      <div role="alert">
        <h1>{words.title(business.name)}</h1>
        <p>{words.why(drawn.name)}</p>
      </div>
      {failed && <Failure error={failed} />}
      <div className="row">
        <Button look="main" isBusy={goOn.isPending} onClick={() => goOn.mutate(business.id)}>
          {words.goOn(business.name)}
        </Button>
        {drawn.id !== business.id && (
          <Button isBusy={goBack.isPending} onClick={() => goBack.mutate()}>
            {words.comeBack(drawn.name)}
          </Button>
        )}
      </div>
    </main>
  );
}
