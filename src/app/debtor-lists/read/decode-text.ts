import chardet from "chardet";
import iconv from "iconv-lite";
import { isUtf16 } from "./sniff-format.ts";

export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * The text of a file in whatever encoding it came. UTF-8 is believed where the bytes are valid UTF-8; else the languages of
 * the region decide between Windows, DOS and old Mac, which share all bytes but not their accents; and `chardet` is
 * believed only about alphabets that these cannot be.
 */
export function decodeText(bytes: Buffer, { encoding }: { encoding?: string | undefined } = {}): DecodedText {
  const name = encoding ?? detect(bytes);
  return { text: iconv.decode(bytes, name).replace(/^\ufeff/, ""), encoding: name };
}

function detect(bytes: Buffer): string {
  const wide = isUtf16(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return "utf-8";
  const sample = bytes.subarray(0, 200_000);
  const guesses = chardet.analyse(sample);
  const [best] = guesses;
  const western = guesses.find(({ name }) => /^(?:ISO-8859-1|windows-1252)$/.test(name));
  const foreign = best !== undefined && !/^(?:ISO-8859-[129]|windows-125[024])$/.test(best.name);
  if (
    foreign &&
    best.confidence >= 40 &&
    (western?.confidence ?? 0) < best.confidence - 20 &&
    iconv.encodingExists(best.name)
  ) {
    return best.name.toLowerCase();
  }
  let winner = "windows-1252";
  let most = -1;
  for (const candidate of ["windows-1252", "cp850", "macroman"]) {
    const text = iconv.decode(sample, candidate);
    const score = (text.match(ACCENTED)?.length ?? 0) - 2 * (text.match(STRANGE)?.length ?? 0);
    if (score > most) [winner, most] = [candidate, score];
  }
  return winner;
}

// Accents of Spanish and Portuguese inside words, and signs that stand beside letters only when the encoding is wrong.
const ACCENTED = /(?<=\p{L})[áéíóúñãõçâêôàüª°º]|[áéíóúñãõçâêôàü](?=\p{L})|[ÁÉÍÓÚÑÃÕÇÂÊÔ](?=\p{Lu})/gu;
const STRANGE = /(?<=\p{L})[¢£¤¥¦§¨©¬®±²³´µ¶·¸¹»¼½¾×÷‡†‰‹›ƒ„…][\p{L}]?/gu;

function isUtf8(bytes: Buffer): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    decoder.decode(bytes);
    return true;
  } catch (error) {
    // The decoder has no other way to say no.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
