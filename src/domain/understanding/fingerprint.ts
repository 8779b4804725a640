/** FNV-1a (Fowler, Noll and Vo), 32 bits: a text as a number, for tables in which strings would fill the memory. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The first place in ascending numbers that does not hold a smaller one. */
export function placeOf(number: number, ascending: Uint32Array): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The words under each of their keys, eight bytes a pair; a map of strings to arrays took 36 MB of the speller's. Two keys may
 * share a fingerprint: what is found has to be looked at once more.
 */
export function indexByKeys(
  words: readonly string[],
  keysOf: (word: string) => Iterable<string>,
): (key: string) => string[] {
  const pairs = words.flatMap((word, index) => Array.from(keysOf(word), (key) => ({ index, print: fingerprint(key) })));
  pairs.sort((a, b) => a.print - b.print || a.index - b.index);
  const prints = Uint32Array.from(pairs, ({ print }) => print);
  const indices = Uint32Array.from(pairs, ({ index }) => index);
  return (key) => {
    const print = fingerprint(key);
    const found: string[] = [];
    for (let at = placeOf(print, prints); prints[at] === print; at++) found.push(words[indices[at] ?? 0] ?? "");
    return found;
  };
}
