/** Slips of the finger: of each hundred letters `percent` are lost, doubled, changed or swapped with the next. Same seed, same slips. */
export function withTypos(text: string, percent: number, seed: number): string {
  let state = seed >>> 0 || 1;
  const chance = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const letters = [...text];
  for (let at = 0; at < letters.length; at++) {
    if (!/\p{L}/u.test(letters[at] ?? "") || chance() >= percent / 100) continue;
    const kind = Math.floor(chance() * 4);
    const letter = letters[at] ?? "";
    if (kind === 0) letters[at] = "";
    else if (kind === 1) letters[at] = letter + letter;
    else if (kind === 2) letters[at] = ALPHABET[Math.floor(chance() * ALPHABET.length)] ?? "";
    else [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letter];
    if (kind === 3) at++;
  }
  return letters.join("");
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";
