import { lazy, Suspense, useState } from "react";
import { useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Badge } from "../parts/badge.tsx";
import { Icon } from "../parts/icon.tsx";
import "./my-business.css";

// Fetched when it is opened: most people have one business.
const BusinessChoice = lazy(() =>
  import("./business-choice.tsx").then((module) => ({ default: module.BusinessChoice })),
);

/** Whose business this is, and, for who works for several, the way to the others. */
export function MyBusiness() {
  const words = useWords();
  const { business, businesses } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const name = (
    <span className="rail-business">
      {business.name}
      {business.isDemo && <Badge tone="note">{words.shell.demo}</Badge>}
    </span>
  );
  if (businesses.length < 2) return name;
  return (
    <details className="businesses" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        {name}
        <Icon name="down" />
        <span className="only-readers">{words.shell.changeBusiness}</span>
      </summary>
      {isOpen && (
        <Suspense fallback={null}>
          <BusinessChoice onStay={() => setIsOpen(false)} />
        </Suspense>
      )}
    </details>
  );
}
