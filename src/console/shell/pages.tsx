import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import type { Permission } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Empty } from "../parts/empty.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";

// Each page is a file of its own, fetched when it is opened: the inbox does not wait for the wizard.
const Inbox = lazy(() => import("../inbox/inbox.tsx").then((module) => ({ default: module.Inbox })));
const Debtors = lazy(() => import("../debtors/debtors.tsx").then((module) => ({ default: module.Debtors })));
const Lists = lazy(() => import("../lists/lists.tsx").then((module) => ({ default: module.Lists })));
const Receipts = lazy(() => import("../receipts/receipts.tsx").then((module) => ({ default: module.Receipts })));
const Ledger = lazy(() => import("../ledger/ledger.tsx").then((module) => ({ default: module.Ledger })));
const Blocked = lazy(() => import("../blocked/blocked.tsx").then((module) => ({ default: module.BlockedPage })));
const NotUnderstood = lazy(() =>
  import("../not-understood/not-understood.tsx").then((module) => ({ default: module.NotUnderstoodPage })),
);
const Law = lazy(() => import("../law/law.tsx").then((module) => ({ default: module.LawPage })));
const Numbers = lazy(() => import("../numbers/numbers.tsx").then((module) => ({ default: module.NumbersPage })));
const Templates = lazy(() =>
  import("../templates/templates.tsx").then((module) => ({ default: module.TemplatesPage })),
);
const Simulator = lazy(() => import("../sim/simulator.tsx").then((module) => ({ default: module.Simulator })));

const PAGES = [
  { path: "/inbox/*?", needs: "conversations.read", page: Inbox },
  { path: "/debtors/:id?", needs: "debtors.read", page: Debtors },
  { path: "/lists/:id?", needs: "debtor-lists.read", page: Lists },
  { path: "/receipts/:id?", needs: "receipts.read", page: Receipts },
  { path: "/ledger", needs: "ledger.read", page: Ledger },
  { path: "/blocked", needs: "blocked.read", page: Blocked },
  { path: "/not-understood", needs: "not-understood.read", page: NotUnderstood },
  { path: "/law/:country?", needs: "law.read", page: Law },
  { path: "/numbers/:id?/:part?", needs: "business.read", page: Numbers },
  { path: "/templates", needs: "business.read", page: Templates },
  { path: "/sim/:phone?", needs: "simulator.use", page: Simulator },
] as const satisfies readonly { path: string; needs: Permission; page: unknown }[];

export function Pages() {
  const may = useMay();
  const words = useWords();
  const home = may("conversations.read") ? "/inbox" : "/debtors";
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {PAGES.map(({ path, needs, page: Page }) => (
          <Route key={path} path={path}>
            {may(needs) ? <Page /> : <Empty icon="shield" title={words.shell.notAllowed} />}
          </Route>
        ))}
        <Route path="/">
          <Redirect to={home} replace />
        </Route>
        <Route path="/login">
          <Redirect to={home} replace />
        </Route>
        <Route path="/sign-in">
          <Redirect to={home} replace />
        </Route>
        <Route>
          <h1 className="only-readers">{words.shell.nothingHere}</h1>
          <Empty icon="info" title={words.shell.nothingHere}>
            <LinkButton href={home}>{words.shell.goToInbox}</LinkButton>
          </Empty>
        </Route>
      </Switch>
    </Suspense>
  );
}
