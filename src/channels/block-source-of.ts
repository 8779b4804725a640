import type { BlockSource } from "../domain/outreach/block-source.ts";
import { isRestriction } from "../domain/outreach/number-health/restrictions.ts";
import { metaErrorOf } from "./cloud-api/errors.ts";

/** As whose word a number is blocked when a send was refused with this code: so it is known what mends it. */
export function blockSourceOf(code: string): BlockSource {
  if (isRestriction(code)) return "restriction";
  return metaErrorOf(code)?.isAboutToken ? "credentials" : "refused";
}
