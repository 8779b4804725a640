import { AppError } from "../domain/errors.ts";
import { LeaseLost } from "./session-store.ts";

/** So often in a row refused for its own sake (15 s), and it is kept for a person instead: all that came after it would wait for ever. */
export const MOST_REFUSALS = 5;

/** The database is away, or the session is: none of these says anything about what was handed over. */
const NOT_ITS_OWN: ReadonlySet<string> = new Set(["database.unavailable", "channel.unavailable"]);

/** Whether what was handed over is itself what cannot be taken, so that trying again helps little. */
export function isItsOwnFault(error: unknown): boolean {
  return !(error instanceof LeaseLost || (error instanceof AppError && NOT_ITS_OWN.has(error.code)));
}
