import { type ReactNode, useState } from "react";
import "./fold.css";

type Props = { title: ReactNode; sub: ReactNode; aside?: ReactNode; children: () => ReactNode };

/** A line that opens to more. What is inside is made, and asked for, when it is first opened. */
export function Fold({ title, sub, aside, children }: Props) {
  const [wasOpen, setWasOpen] = useState(false);
  return (
    <details className="fold" onToggle={({ currentTarget }) => setWasOpen((was) => was || currentTarget.open)}>
      <summary>
        <span className="fold-title">
          {title}
          <span className="line-sub">{sub}</span>
        </span>
        {aside !== undefined && <span className="fold-aside">{aside}</span>}
      </summary>
      {wasOpen && <div className="fold-body">{children()}</div>}
    </details>
  );
}
