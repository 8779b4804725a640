/** What Postgres can keep of a text: neither NUL nor half of a character, which would fail the whole batch it came in. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
