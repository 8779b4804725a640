import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./empty.css";

/** Nothing here, and what to do next. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
