import { metaErrorOf } from "./cloud-api/errors.ts";

/** Whether a code of Meta's says that the number sends this person too much (`PAIR_RATE`). */
export function slowsRecipient(code: string): boolean {
  return metaErrorOf(code)?.slowsRecipient === true;
}
