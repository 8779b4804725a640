import { redactCardNumbers } from "../../domain/understanding/card-numbers.ts";

/** Fields of a webhook that hold ids and numbers of phones, some of which look like cards and none of which is one. */
const IDS = /(^|_)(id|from|to|timestamp|number)$/;

/**
 * A webhook's body as it came, less the card numbers in it, wherever they stand: in a text, under a picture, in a name. A
 * body without any is kept to the byte.
 */
export function withoutCards(body: string): string {
  const parsed = parsedJson(body);
  if (parsed === undefined) return redactCardNumbers(body).text;
  let dropped = false;
  const clean = JSON.stringify(parsed, (key, value: unknown) => {
    if ((typeof value !== "string" && typeof value !== "number") || IDS.test(key)) return value;
    const { text, found } = redactCardNumbers(String(value));
    if (found.length === 0) return value;
    dropped = true;
    return text;
  });
  return dropped ? clean : body;
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
