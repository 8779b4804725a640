import { hiddenAddresses } from "./addresses.ts";
import { atomsOf } from "./atoms.ts";
import { hiddenNames } from "./names.ts";
import { hiddenNumbers, hiddenSpelledDigits } from "./numbers.ts";
import { type Hideable, type Hiding, PLACEHOLDER } from "./placeholders.ts";

/** What is known of whoever wrote, and must not be read in their words: each as it stands on file. */
export type KnownOfWriter = {
  /** Of the debtor, of whoever has the number, of a colleague: with all their parts. */
  readonly names: readonly string[];
  /** The creditor's name. */
  readonly business: string;
  /** Phones, references, digits of documents: compared by their letters and digits alone. */
  readonly numbers: readonly string[];
};

/** `shown` is where a placeholder stands in the masked text, `start` and `end` what it hides in the raw one. */
export type Masked = {
  readonly text: string;
  readonly hidden: readonly (Hiding & { readonly shown: { readonly start: number; readonly end: number } })[];
};

/** Longest text that is masked, as it is the longest that is read; the rest is left out, since nobody has looked at it. */
const MAX_LENGTH = 8_192;

/**
 * A message without what says who wrote it: names, phones, documents, accounts, cards, e-mails, links, addresses and birth dates
 * give way to placeholders. Amounts and days to come stay, which is what the words are about. In doubt a number is hidden: an
 * amount that is lost costs a question, a document that is told cannot be taken back. Linear in the text's length.
 */
export function mask(raw: string, known: KnownOfWriter): Masked {
  const text = raw.slice(0, MAX_LENGTH);
  const atoms = atomsOf(text);
  const found = [
    ...patterns(text),
    ...hiddenNumbers(text, atoms, known.numbers),
    ...hiddenSpelledDigits(atoms),
    ...hiddenAddresses(text, atoms),
    ...hiddenNames(text, atoms, known),
  ];
  return withPlaceholders(text, apart(found));
}

/**
 * The raw words that a part of the masked text stands for. Undefined when it is not in there word for word, or cuts a word or a
 * placeholder in two.
 */
export function rawOf(raw: string, masked: Masked, span: string): string | undefined {
  const letters = span.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < 2) return undefined;
  let at = masked.text.indexOf(span);
  while (at !== -1) {
    const end = at + span.length;
    const isCut = isInWord(masked.text, at) || isInWord(masked.text, end);
    const isInside = masked.hidden.some(({ shown }) => cuts(shown, at) || cuts(shown, end));
    if (!isCut && !isInside) return raw.slice(rawPlace(masked, at), rawPlace(masked, end));
    at = masked.text.indexOf(span, end);
  }
  return undefined;
}

// One class of characters after a fixed beginning, or few of them: no text makes them try twice. A class of all letters is never
// counted to dozens: V8 writes each of them out, and took 650 ms at the first text with a letter beyond Latin-1.
const PATTERNS: readonly (readonly [Hideable, RegExp])[] = [
  ["link", /(?:https?:\/\/|www\.|wa\.me\/)\S+/giu],
  ["number", /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/giu],
  ["date", /(?<!\d)\d{1,2}(?: de| of)? [^\s\d]{3,10},?(?: del?| of)? (?:19\d{2}|200\d|201[0-2])(?!\d)/giu],
  [
    "date",
    /(?<!\d)\d{1,2}(?: de| of)? (?:ene|jan|fe[bv]|ma[ryi]|a[bp]r|ju[nl]|ago|aug|se[tp]|o[cu]t|nov|dic|de[cz])\p{L}{0,7},? (?:del?|of) ['’]?(?:[4-9]\d|0\d|1[0-2])(?![\d.,]| ?(?:mil|k|pesos|reais|soles|euros|d[oó]lares|lucas)(?!\p{L}))/giu,
  ],
];

function patterns(text: string): Hiding[] {
  const found = PATTERNS.flatMap(([what, pattern]) =>
    Array.from(text.matchAll(pattern), ({ index, 0: piece }) => ({ what, start: index, end: index + piece.length })),
  );
  return [...found, ...aroundAts(text)];
}

/** Longest name in front of an e-mail's @ (RFC 5321 §4.5.3.1), and the longest place behind it. */
const MOST_BEFORE_AT = 64;
const MOST_AFTER_AT = 255;

/** E-mails, and names of users behind an @. */
function aroundAts(text: string): Hiding[] {
  const found: Hiding[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < MOST_BEFORE_AT && /[\p{L}\p{N}._%+-]/u.test(text[start - 1] ?? "")) start -= 1;
    let end = at + 1;
    while (end - at < MOST_AFTER_AT && /[\p{L}\p{N}._-]/u.test(text[end] ?? "")) end += 1;
    // A dot at the end is the sentence's.
    while (text[end - 1] === ".") end -= 1;
    if (end - at > 2) found.push({ what: start < at ? "email" : "handle", start, end });
  }
  return found;
}

/** In order; of those that overlap one, as long as both, under the name of the one that begins first. */
function apart(found: readonly Hiding[]): Hiding[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hiding[] = [];
  for (const one of inOrder) {
    const last = kept.at(-1);
    if (last && one.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    else kept.push(one);
  }
  return kept;
}

function withPlaceholders(text: string, hidings: readonly Hiding[]): Masked {
  const hidden: Masked["hidden"][number][] = [];
  let shown = "";
  let at = 0;
  for (const hiding of hidings) {
    shown += text.slice(at, hiding.start);
    const start = shown.length;
    shown += PLACEHOLDER[hiding.what];
    hidden.push({ ...hiding, shown: { start, end: shown.length } });
    at = hiding.end;
  }
  return { text: shown + text.slice(at), hidden };
}

function isInWord(text: string, at: number): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
  return isLetter(text[at - 1]) && isLetter(text[at]);
}

function cuts({ start, end }: { start: number; end: number }, at: number): boolean {
  return start < at && at < end;
}

function rawPlace({ hidden }: Masked, at: number): number {
  const before = hidden.findLast(({ shown }) => shown.end <= at);
  return before ? before.end + (at - before.shown.end) : at;
}
