/**
 * Whether it is worth asking somebody who has been failing. Closed: ask. Open after so many failures in a row: do not, for a
 * while. Then one question is let through (`trying`): its answer closes it, its failure opens it for as long again.
 */
export type Breaker =
  | { readonly state: "closed"; readonly failures: number }
  | { readonly state: "open"; readonly untilMs: number }
  | { readonly state: "trying" };

export const CLOSED: Breaker = { state: "closed", failures: 0 };

/** A debtor whose message waits in vain is one too many; five tell an outage from a slow moment. */
export const FAILURES_TO_OPEN = 5;
export const OPEN_MS = 30_000;

/** May one more question be asked at this moment, and how does the breaker stand then? */
export function beforeAsking(breaker: Breaker, nowMs: number): { readonly mayAsk: boolean; readonly next: Breaker } {
  if (breaker.state === "closed") return { mayAsk: true, next: breaker };
  if (breaker.state === "open" && nowMs >= breaker.untilMs) return { mayAsk: true, next: { state: "trying" } };
  return { mayAsk: false, next: breaker };
}

/** How it stands after an answer. One that was asked before it opened tells nothing of what is now. */
export function afterAnswer(breaker: Breaker, outcome: "well" | "badly", nowMs: number): Breaker {
  if (breaker.state === "open") return breaker;
  if (outcome === "well") return CLOSED;
  const failures = breaker.state === "closed" ? breaker.failures + 1 : FAILURES_TO_OPEN;
  return failures >= FAILURES_TO_OPEN ? { state: "open", untilMs: nowMs + OPEN_MS } : { state: "closed", failures };
}
