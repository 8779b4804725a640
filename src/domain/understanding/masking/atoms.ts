import { fold } from "../tokens.ts";

/** A run of letters, or of digits: `Cra45` is two that touch. `word` is folded, as phrases are written. */
export type Atom = {
  readonly kind: "letters" | "digits";
  readonly raw: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
};

export function atomsOf(text: string): Atom[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu), ({ index, 0: raw }) => {
    const kind = /^\p{N}/u.test(raw) ? "digits" : "letters";
    // A long run of letters is no word: folding it is paid once, its first letters tell it apart from all that are.
    return { kind, raw, word: kind === "digits" ? raw : fold(raw.slice(0, 40)), start: index, end: index + raw.length };
  });
}

/** What stands between two atoms. */
export function gapBetween(text: string, before: Atom, after: Atom): string {
  return text.slice(before.end, after.start);
}

export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
