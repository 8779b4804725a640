import type { Text, Token } from "../tokens.ts";

/**
 * What is said in one breath: between commas, full stops and the words that turn a sentence. "No puedo hoy, pero el viernes sí"
 * is two: what the first denies the second may promise.
 */
export type Breath = {
  /** Without emojis, so that a phrase can end where the words do. */
  readonly words: readonly Token[];
  /** Its sentence asks. */
  readonly asks: boolean;
};

/** These turn what was said, and open a breath of their own. */
const TURNS: ReadonlySet<string> = new Set(
  `pero mas sino aunque porque pois porem entonces entao but although because since so sin apenas recien aunq
  mejor melhor`.split(/\s+/),
);

/** After "y" or "e" these begin something new: "hoy no puedo y ya mañana le pago"; "el 15 y el 30" is one thing. */
const AFTER_AND: ReadonlySet<string> = new Set(
  `yo eu ahi ai alli asi ya ja le les te se me nos con com i ill then ese esse essa no nao`.split(/\s+/),
);

/** Words that only look like a turn before these: "sin falta", "mejor dicho", "mas no". */
const NO_TURN_BEFORE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sin", new Set(["falta", "problema", "problemas", "falla", "mas", "duda", "interes", "intereses"])],
  ["mas", new Set(["tarde", "tiempo", "o", "de", "plazo", "adelante", "que", "dias", "tardar", "barata", "barato"])],
  ["apenas", new Set(["tengo", "puedo", "alcanzo"])],
]);

/** Every word of the message is in exactly one breath, in their order. */
export function breathsOf({ raw, words, questions }: Text): Breath[] {
  const breaths: { words: Token[]; asks: boolean }[] = [];
  let previous: Token | undefined;
  words.forEach((token, index) => {
    if (token.kind === "emoji") {
      previous = undefined;
      return;
    }
    const current = breaths.at(-1);
    const turns = isTurn(token, previous, words[index + 1]);
    if (!current || !previous || turns || isPause(raw, previous, token))
      breaths.push({ words: [token], asks: questions[token.clause] ?? false });
    else current.words.push(token);
    previous = token;
  });
  return breaths;
}

function isPause(raw: string, before: Token, after: Token): boolean {
  return before.clause !== after.clause || /[,()\u2013\u2014]/.test(raw.slice(before.end, after.start));
}

function isTurn({ word }: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (word === "mas" && (previous?.kind === "number" || previous?.word === "no")) return false;
  if (word === "asi" && next?.word === "que") return true;
  if (TURNS.has(word)) return !(NO_TURN_BEFORE.get(word)?.has(next?.word ?? "") ?? false);
  return ["y", "e", "and"].includes(word) && AFTER_AND.has(next?.word ?? "");
}
