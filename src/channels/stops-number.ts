import { metaError } from "./cloud-api/errors.ts";

/** Whether a code of Meta's is about the number itself, so that nothing goes through it until a person has done something. */
export function stopsNumber(code: string): boolean {
  return /^\d{1,7}$/.test(code) && metaError(Number(code))?.class === "channel";
}
