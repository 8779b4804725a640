import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon, type IconName } from "./icon.tsx";
import "./button.css";

type Props = { href: string; look?: "main" | "plain" | "quiet"; icon?: IconName; children: ReactNode };

/** A link that stands among buttons. Within the console; for other addresses a plain `<a>`. */
export function LinkButton({ href, look = "plain", icon, children }: Props) {
  return (
    <Link href={href} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
