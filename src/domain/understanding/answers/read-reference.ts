import type { Text } from "../tokens.ts";

/** An account reference: letters and digits in one piece, at least three characters and a digit among them. */
const REFERENCE = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}./-]{1,38}[\p{L}\p{N}])(?![\p{L}\p{N}])/gu;

/** The reference somebody unknown gives us, as they typed it. The first one, should there be several. */
export function readReference({ raw }: Text): string | undefined {
  return raw.match(REFERENCE)?.find((piece) => /\d/.test(piece));
}
