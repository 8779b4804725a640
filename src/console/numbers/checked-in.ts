import type { CloudNumberChecked } from "../../web/contract.ts";
import { ApiError } from "../api/api-error.ts";

/** What was found out, where that is why a number or its credentials were refused. */
export function checkedIn(error: unknown): CloudNumberChecked | undefined {
  if (!(error instanceof ApiError) || error.code !== "number.not-checked") return undefined;
  return error.details as CloudNumberChecked; // the contract's word for this code
}
