import { z } from "zod";
import { parseIsoDate } from "../../domain/time.ts";

/** A day of the calendar, as text. */
export const Day = z.string().transform((text, context) => {
  const day = parseIsoDate(text);
  if (day !== undefined) return day;
  context.addIssue({ code: "custom", message: "must be a day such as 2026-11-22" });
  return z.NEVER;
});
