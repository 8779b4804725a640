import type { DateTime } from "luxon";
import type { Moment } from "../../contract/common.ts";

/** Moments leave as ISO text in UTC. */
export function moment(at: DateTime): Moment {
  return at.toUTC().toISO();
}

export function momentOrNull(at: DateTime | null | undefined): Moment | null {
  return at ? moment(at) : null;
}
