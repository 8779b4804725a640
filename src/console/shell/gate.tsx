import { lazy, Suspense } from "react";
import { ApiError } from "../api/api-error.ts";
import { useIsLeft } from "../api/page-business.ts";
import { SessionContext, useSessionQuery } from "../api/session.ts";
import { ZoneProvider } from "../i18n/language-context.tsx";
import { LiveProvider } from "../live/live-provider.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { Pages } from "./pages.tsx";
import { Shell } from "./shell.tsx";
import { ShortcutProvider } from "./shortcuts.tsx";

const Elsewhere = lazy(() => import("./elsewhere.tsx").then((module) => ({ default: module.Elsewhere })));
const Login = lazy(() => import("../login/login.tsx").then((module) => ({ default: module.Login })));

/**
 * Nobody signed in sees the sign-in page, at whatever address; everybody else the page they asked for, while the session is in the
 * business that it was drawn for.
 */
export function Gate() {
  const { data: session, error, refetch } = useSessionQuery();
  const isLeft = useIsLeft();
  if (error instanceof ApiError && error.status === 401) {
    return (
      <Suspense fallback={<Loading />}>
        <Login />
      </Suspense>
    );
  }
  if (session && isLeft) {
    return (
      <Suspense fallback={<Loading />}>
        <Elsewhere of={session.business} />
      </Suspense>
    );
  }
  if (session) {
    return (
      <SessionContext value={session}>
        <ZoneProvider zone={session.business.zone}>
          <LiveProvider>
            <ShortcutProvider>
              <Shell>
                <Pages />
              </Shell>
            </ShortcutProvider>
          </LiveProvider>
        </ZoneProvider>
      </SessionContext>
    );
  }
  if (error) {
    return (
      <main className="login-page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <Loading />;
}
