import type { Conversation, ThreadItem } from "../../web/contract.ts";

/** What the writing place shows. One at a time, and each has its own words. */
export type ComposerMode =
  | { readonly mode: "bot_owns" }
  | { readonly mode: "nobody" }
  | { readonly mode: "other_owns"; readonly name: string }
  | { readonly mode: "mine_open"; readonly leftMs: number | null }
  | { readonly mode: "mine_closing"; readonly leftMs: number }
  | { readonly mode: "mine_closed" }
  | { readonly mode: "opted_out" }
  | { readonly mode: "outside_hours"; readonly until: string }
  | { readonly mode: "offline" }
  | { readonly mode: "stale"; readonly missed: number }
  | { readonly mode: "closed" };

const CLOSING_MS = 2 * 60 * 60 * 1000;

type Seen = {
  readonly nowMs: number;
  readonly isOffline: boolean;
  /** Messages that came while the last refused reply was written. */
  readonly missed: number;
  /** Until when the law holds back what this agent wrote last. */
  readonly heldUntil: string | undefined;
};

/**
 * From the server's word, the business's clock, the line, and what the last attempt met. The clock counts here too, so that a
 * page left open sees the 24 hours end without asking.
 */
export function composerMode(
  { composer, owner, windowClosesAt }: Pick<Conversation, "composer" | "owner" | "windowClosesAt">,
  { nowMs, isOffline, missed, heldUntil }: Seen,
): ComposerMode {
  switch (composer) {
    case "bot_owns":
    case "mine_closed":
    case "opted_out":
    case "closed":
      return { mode: composer };
    case "nobody_owns":
      return { mode: "nobody" };
    case "other_owns":
      return { mode: "other_owns", name: owner.kind === "agent" ? owner.agent.name : "" };
    case "mine_open": {
      const leftMs = windowClosesAt === null ? null : Date.parse(windowClosesAt) - nowMs;
      if (leftMs !== null && leftMs <= 0) return { mode: "mine_closed" };
      if (isOffline) return { mode: "offline" };
      if (missed > 0) return { mode: "stale", missed };
      if (heldUntil !== undefined && Date.parse(heldUntil) > nowMs) return { mode: "outside_hours", until: heldUntil };
      return leftMs !== null && leftMs < CLOSING_MS ? { mode: "mine_closing", leftMs } : { mode: "mine_open", leftMs };
    }
  }
}

/** Until when the newest of what agents wrote is held back by law, if it is. */
export function heldUntilIn(items: readonly ThreadItem[]): string | undefined {
  const last = items.findLast(({ type }) => type === "unsent" || type === "message");
  if (last?.type !== "unsent" || last.author.kind !== "agent" || last.state === "superseded") return undefined;
  return last.decision?.allowed === false ? (last.decision.until ?? undefined) : undefined;
}

/** In which modes there is a place to write to the debtor; notes can be written in all. */
export function canWrite({ mode }: ComposerMode): boolean {
  return WRITABLE.has(mode);
}

const WRITABLE: ReadonlySet<ComposerMode["mode"]> = new Set([
  "mine_open",
  "mine_closing",
  "outside_hours",
  "offline",
  "stale",
] as const);
