import type { Limits } from "./limits.ts";

export type Condition = {
  readonly memoryMb: number;
  readonly openForMs: number;
  /** Nothing comes or goes, and has not for a while. */
  readonly isQuiet: boolean;
};

/** Why Chromium is to be started afresh, if it is. Only twice the memory is a reason to interrupt anybody. */
export function restartReason(
  { memoryMb, openForMs, isQuiet }: Condition,
  limits: Pick<Limits, "memoryMb" | "restartAfterMs">,
): string | undefined {
  const isTooLarge = memoryMb > limits.memoryMb * (isQuiet ? 1 : 2);
  if (isTooLarge) return `it took ${memoryMb} MB`;
  return isQuiet && openForMs > limits.restartAfterMs ? "daily restart" : undefined;
}
