import { Link, useLocation } from "wouter";
import type { Inbox, InboxView, Permission } from "../../web/contract.ts";
import { VIEWS } from "../api/inbox.ts";
import { useMay, useSession } from "../api/session.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { MyBusiness } from "./my-business.tsx";

type Place = {
  href: string;
  icon: IconName;
  word:
    | "debtors"
    | "lists"
    | "receipts"
    | "ledger"
    | "blocked"
    | "notUnderstood"
    | "law"
    | "numbers"
    | "templates"
    | "simulator";
  needs: Permission;
};

const PLACES: readonly Place[] = [
  { href: "/debtors", icon: "debtors", word: "debtors", needs: "debtors.read" },
  { href: "/lists", icon: "lists", word: "lists", needs: "debtor-lists.read" },
  { href: "/receipts", icon: "receipts", word: "receipts", needs: "receipts.read" },
  { href: "/ledger", icon: "ledger", word: "ledger", needs: "ledger.read" },
  { href: "/blocked", icon: "blocked", word: "blocked", needs: "blocked.read" },
  { href: "/not-understood", icon: "unclear", word: "notUnderstood", needs: "not-understood.read" },
  { href: "/law", icon: "law", word: "law", needs: "law.read" },
  { href: "/numbers", icon: "send", word: "numbers", needs: "business.read" },
  { href: "/templates", icon: "file", word: "templates", needs: "business.read" },
  { href: "/sim", icon: "sim", word: "simulator", needs: "simulator.use" },
];

type Props = { counts: Inbox["counts"] | undefined; onSettings: () => void };

export function Navigation({ counts, onSettings }: Props) {
  const words = useWords();
  const session = useSession();
  const may = useMay();
  const [path] = useLocation();
  const places = PLACES.filter(({ needs, href }) => may(needs) && (href !== "/sim" || session.hasSimulator));

  return (
    <>
      <div className="rail-head">
        <span className="brand">Saldar</span>
        <MyBusiness />
      </div>
      {may("conversations.read") && <InboxViews counts={counts} path={path} />}
      <ul className="rail-list">
        {places.map(({ href, icon, word }) => (
          <li key={href}>
            <Link href={href} className="rail-link" aria-current={path.startsWith(href) ? "page" : undefined}>
              <Icon name={icon} />
              {words.shell[word]}
            </Link>
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <Clock />
        <button type="button" className="rail-link" onClick={onSettings}>
          <Icon name="person" />
          <span className="rail-me">
            {session.user.name}
            {session.user.name !== words.terms.role[session.role] && (
              <span className="soft small">{words.terms.role[session.role]}</span>
            )}
          </span>
        </button>
      </div>
    </>
  );
}

function InboxViews({ counts, path }: { counts: Inbox["counts"] | undefined; path: string }) {
  const words = useWords();
  const current = viewIn(path);
  return (
    <div>
      <p className="rail-title">
        <Icon name="inbox" />
        {words.shell.inbox}
      </p>
      <ul className="rail-list rail-views">
        {VIEWS.map((view) => (
          <li key={view}>
            <Link href={`/inbox/${view}`} className="rail-link" aria-current={view === current ? "page" : undefined}>
              {words.inbox.views[view]}
              {counts && view !== "all" && counts[view].count > 0 && (
                <span className={view === "waiting" ? "count count-urgent" : "count"}>
                  {counts[view].count}
                  {counts[view].more && "+"}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `/inbox` alone, and a conversation without a view, show who waits. */
function viewIn(path: string): InboxView | undefined {
  if (path !== "/inbox" && !path.startsWith("/inbox/")) return undefined;
  const named = path.split("/")[2];
  return VIEWS.find((view) => view === named) ?? "waiting";
}

function Clock() {
  const words = useWords();
  const { moment } = useFormat();
  const nowMs = useBusinessNow();
  const { business } = useSession();
  if (!business.isDemo) return null;
  return (
    <p className="rail-clock small soft">
      <Icon name="clock" />
      <span>
        <span className="only-readers">{words.shell.businessTime}: </span>
        {moment(nowMs)}
      </span>
    </p>
  );
}
