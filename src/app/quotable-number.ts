import { createHash } from "node:crypto";

/** Without vowels, so that no word appears, and without what is misread aloud: 0 and O, 1 and I. */
const LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 7;

/**
 * A number that somebody can read out and another can find: `C-7KX2M9D` for a case, `R-…` for a receipt. The same thing
 * always has the same one, so it need not be stored to be found again; 28^7 of them make a clash within a business unlikely.
 */
export function quotableNumber(letter: "C" | "R", of: string): string {
  const digest = createHash("sha256").update(of).digest();
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${letter}-${letters.join("")}`;
}
