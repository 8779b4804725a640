import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./badge.css";

export type Tone = "plain" | "good" | "warn" | "bad" | "bot" | "accent" | "note";

/** A word in its colour: the colour helps, the word says it. */
export function Badge({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
