/** The word for a key of the engine's, or the key itself where a newer server knows one that this page does not. */
export function lookup(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}
