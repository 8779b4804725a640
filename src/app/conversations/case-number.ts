import { createHash } from "node:crypto";

/** Without vowels, so that no word appears, and without what is misread aloud: 0 and O, 1 and I. */
const LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 7;

/** A number the debtor can quote for what was opened at that revision: `C-7KX2M9D`. The same revision gives the same one. */
export function caseNumber(conversationId: string, revision: number): string {
  const digest = createHash("sha256").update(`${conversationId}/${revision}`).digest();
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `C-${letters.join("")}`;
}
