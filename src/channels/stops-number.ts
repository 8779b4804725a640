import { metaErrorOf } from "./cloud-api/errors.ts";

/** Whether a code of Meta's is about the number itself, so that nothing goes through it until a person has done something. */
export function stopsNumber(code: string): boolean {
  return metaErrorOf(code)?.class === "channel";
}
