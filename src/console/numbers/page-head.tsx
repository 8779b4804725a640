import type { ReactNode } from "react";
import { Link } from "wouter";
import { Icon } from "../parts/icon.tsx";

type Props = { title: string; back: { readonly href: string; readonly says: string }; children?: ReactNode };

/** The head of a page that lies below another one. */
export function PageHead({ title, back, children }: Props) {
  return (
    <header className="page-head number-top">
      <Link href={back.href} className="icon-button" aria-label={back.says}>
        <Icon name="back" />
      </Link>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
