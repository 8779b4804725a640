import { type Hit, lexicon } from "../lexicon.ts";
import { COMMITMENT_CUES, type CommitmentCue } from "../phrases/commitment.ts";
import type { SpokenLanguage } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";

/** Where in the raw text a cue stands. */
export type Cue = { readonly says: CommitmentCue; readonly start: number; readonly end: number };

const CUES = lexicon(COMMITMENT_CUES);

/** The words around amounts and days that make or unmake a commitment, in these words of the text and no others. */
export function findCues({ raw }: Text, words: readonly Token[], language: SpokenLanguage): Cue[] {
  const spelled = words.map((token, at) => asMeant(token, { raw, language, next: words[at + 1]?.word ?? "" }));
  const hits = CUES.find(spelled).filter(
    (hit) => !(hit.says === "willPay" && isNoun(spelled, hit)) && !isAffirmed(hit, words, raw),
  );
  return hits.flatMap(({ says, first, end }) => {
    const [from, to] = [words[first], words[end - 1]];
    return from && to ? [{ says, start: from.start, end: to.end }] : [];
  });
}

const NOUNS: ReadonlySet<string> = new Set("pago deposito abono giro saldo ingreso envio liquido saldar".split(" "));
const DETERMINERS: ReadonlySet<string> = new Set(
  `el un del al su mi mediante por con este ese unico de segundo primer cada tu ultimo los que cuanto hay tengo tiene ver cual nuevo
  o do no seu meu esse este ao um para en`.split(/\s+/),
);

/** "Sí" with its accent is never an "if". */
function isAffirmed({ says, first }: Hit<CommitmentCue>, words: readonly Token[], raw: string): boolean {
  const token = words[first];
  return says === "condition" && token?.word === "si" && /í/i.test(raw.slice(token.start, token.end).normalize("NFC"));
}

/** "El pago", "un abono", "mediante depósito" are things; "le pago" is what somebody does. */
function isNoun(words: readonly Token[], { first, end }: { first: number; end: number }): boolean {
  return end - first === 1 && NOUNS.has(words[first]?.word ?? "") && DETERMINERS.has(words[first - 1]?.word ?? "");
}

/** What follows a Portuguese "se" that is "if"; the future subjunctive among them: "se tirar", "se fizerem", "se fosse". */
const AFTER_SE =
  /(?:[aeio]r|[aei]rem|sse|ssem)$|^(?:eu|me|o|a|os|as|meu|minha|voce|voces|vcs|ele|ela|eles|tudo|nao|der|sobrar|a gente|for)$/;

/** Ends in "ó", and is the past of a verb of paying: "mi señora pagó", where "pago" would be the speaker's promise. */
const PAST_OF_ANOTHER =
  /^(pag|deposit|cancel|consign|abon|gir|liquid|sald|transfiri|mand|envi|realiz|efectu|entreg|dej|pas)ó$/i;

/**
 * Folding takes accents away where they tell "pagó" from "pago", and languages share words: a Portuguese "no"
 * is "in the". There the word is another.
 */
function asMeant(
  token: Token,
  { raw, language, next }: { raw: string; language: SpokenLanguage; next: string },
): Token {
  if (token.kind !== "word") return token;
  if (token.word === "no" && language === "pt-BR") return { ...token, word: "em" };
  if (token.word === "se" && language === "pt-BR" && AFTER_SE.test(next)) return { ...token, word: "caso" };
  if (!token.word.endsWith("o")) return token;
  const written = raw.slice(token.start, token.end).normalize("NFC");
  return PAST_OF_ANOTHER.test(written) ? { ...token, word: "pagaron" } : token;
}
