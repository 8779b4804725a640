import { storable } from "../src/domain/storable.ts";

/** Looks into JSON that strangers wrote: each question has an answer whatever the shape, and never throws. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, or a number written as text, such as a database can keep; an empty text is as if it were absent. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = isObject(value) ? value[key] : undefined;
  if (typeof found === "string") return storable(found) || undefined;
  return Number.isSafeInteger(found) ? String(found) : undefined;
}

export function objectAt(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : undefined;
}

/** The list, or an empty one. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}
