import type { ReactNode } from "react";

type Props = { label: string; isTall?: boolean; children: ReactNode };

/** A table may be wider than its page: then it scrolls by itself, with the keyboard too. */
export function TableFrame({ label, isTall = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={isTall ? "table-frame table-frame-tall" : "table-frame"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
