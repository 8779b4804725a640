import { z } from "zod";
import { AppError } from "../../domain/errors.ts";

/** What every list takes: how many, and where the last answer ended. */
export const PageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The last item's own keys, so that what is added meanwhile moves nothing. Opaque to the caller. */
export function writePlace(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys), "utf8").toString("base64url");
}

/** @throws {AppError} `request.invalid` for what `writePlace` did not write. */
export function readPlace<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(jsonOf(Buffer.from(text, "base64url").toString("utf8")));
  if (!parsed.success)
    throw new AppError("request.invalid", "This is not where a list ended: give back `next` as it was.");
  return parsed.data;
}

/** Reads one row more than asked for, to know whether there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, place }: { item: (row: Row) => Item; place: (row: Row) => string },
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? place(last) : null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
