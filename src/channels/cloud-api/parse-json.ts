/** The value the bytes write down, or `undefined` when they are no JSON: an answer may come from any gateway between. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
