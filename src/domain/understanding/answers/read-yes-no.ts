import { lexicon, type PhraseTable } from "../lexicon.ts";
import type { Expectation } from "../reading.ts";
import type { Text } from "../tokens.ts";

/** Politeness around an answer changes nothing in it. */
const POLITE: ReadonlySet<string> = new Set(
  "por porfa favor gracias muchas senor senora senorita joven amigo amiga please thanks thank you obrigado obrigada".split(
    " ",
  ),
);

/** The whole of what binds: a contract is not read out of "ok" or a thumb. */
const STRICT: ReadonlySet<string> = new Set([
  "si",
  "si si",
  "si acepto",
  "acepto",
  "si lo acepto",
  "lo acepto",
  "si confirmo",
  "confirmo",
  "lo confirmo",
  "si lo confirmo",
  "confirmado",
  "de acuerdo",
  "si de acuerdo",
  "estoy de acuerdo",
  "si estoy de acuerdo",
  "claro que si",
  "si claro",
  "si correcto",
  "si quiero",
  "si asi es",
  "listo acepto",
  "dale acepto",
  "ok acepto",
  "vale acepto",
  "vale lo acepto",
  "bueno acepto",
  "claro acepto",
  "acepto el acuerdo",
  "acepto el plan",
  "si acepto el plan",
  "si acepto el acuerdo",
  "sim",
  "sim sim",
  "sim aceito",
  "aceito",
  "sim confirmo",
  "sim eu confirmo",
  "eu confirmo",
  "sim de acordo",
  "de acordo",
  "estou de acordo",
  "sim estou de acordo",
  "concordo",
  "sim concordo",
  "yes",
  "yes i agree",
  "i agree",
  "agreed",
  "i accept",
  "yes i accept",
  "accept",
  "i confirm",
  "yes i confirm",
  "confirm",
  "confirmed",
  "yes confirm",
]);

const yes: PhraseTable<"yes"> = {
  says: "yes",
  es: [
    "^ (si|claro|ok|dale|listo|vale|bueno|correcto|exacto|afirmativo|obvio|aja|simon|sipo|perfecto|acepto|confirmo|venga|ya|buenisimo|bacan|excelente|genial|va|sale|eso|cierto|efectivamente|positivo)",
    "^ (de una|de acuerdo|por supuesto|me parece|me sirve|me conviene|me gusta|esta bien|asi es|lo acepto|hagamoslo|cerramos|adelante|desde luego|como no|trato hecho)",
    "acepto",
  ],
  pt: [
    "^ (sim|claro|ok|isso|certo|beleza|fechado|combinado|aceito|confirmo|pode|perfeito|concordo|uhum|ss|show|bora)",
    "^ (com certeza|de acordo|pode ser|ta bom|esta bem)",
  ],
  en: [
    "^ (yes|sure|ok|agreed|correct|right|absolutely|definitely|fine|deal|alright)",
    "^ (of course|i agree|i accept|sounds good|thats right|go ahead)",
  ],
};

const itIsMe: PhraseTable<"itIsMe"> = {
  says: "itIsMe",
  es: [
    "soy yo",
    "(si|yo) soy",
    "con (el|ella) (habla|hablas|que|mismo|misma)?",
    "(el|la) (mismo|misma|mismisimo|mismisima)",
    "al (habla|aparato|telefono)",
    "(a sus ordenes|a la orden|para servirle|para servirte|presente|servidor|servidora)",
    "^ (soy|aqui|habla|le habla)",
    "^ (digame|dime|decime|diga)",
    "(ese|esa) soy",
  ],
  pt: ["(sou|e) eu", "eu (mesmo|mesma|sou)", "(pode|pode me) falar", "sou sim", "(ele|ela) (mesmo|mesma)", "^ sou"],
  en: ["(its|it is|thats|this is|yes) (me|him|her|he|she)", "^ speaking", "(i am|im) (he|she|him|her)", "^ (im|i am)"],
  except: ["(no|nao|not) .. (soy|sou|am)", "(soy|sou|im|am) (su|la|el|una|un|a|o|his|her|not|busy)"],
};

const no: PhraseTable<"no"> = {
  says: "no",
  es: [
    "^ (no|nones|negativo|nunca|jamas|tampoco|mejor no|todavia no|aun no|para nada|ni loco|ni loca|ni modo|ni de)",
    "eso no",
  ],
  pt: ["^ (nao|negativo|nem|nunca|de jeito)"],
  en: ["^ (no|nah|negative|never|not)"],
  except: ["^ (no|nao|not) (entiendo|entendi|comprendo|se|veo|recibi|abre|funciona|carga|problem*|hay|worries|te|le)"],
};

const ANSWERS = lexicon([yes, itIsMe, no]);

/** "Sí, pero…", "no", "si me pagan": a yes with one of these in it is something else. */
const RESERVATIONS: ReadonlySet<string> = new Set(
  "pero no nao mas but not aunque except salvo excepto solo depende cuando only if".split(" "),
);

/** More than a yes: it agrees to what was proposed. */
const AGREES: ReadonlySet<string> = new Set(
  "acepto acuerdo confirmo hecho cerramos conviene sirve parece aceito acordo concordo fechado combinado agree agreed accept deal".split(
    " ",
  ),
);

const THUMBS_UP: ReadonlySet<string> = new Set(["👍", "👌", "✅", "🆗", "🤝", "✔", "☑", "💯"]);
const THUMBS_DOWN: ReadonlySet<string> = new Set(["👎", "❌", "🚫", "⛔", "🙅"]);

export type YesNo = {
  readonly content: { readonly type: "yes"; readonly strict: boolean } | { readonly type: "no" };
  readonly intent: "yes" | "accept" | "confirm_identity" | "no" | "deny_identity";
};

/** Yes or no, or neither. A strict yes is the whole message; a tolerant one begins it and takes nothing back. */
export function readYesNo(text: Text, expects: Expectation): YesNo | undefined {
  const { words, questions } = text;
  const asksWho = expects === "identityAnswer" || expects === "identityProof";
  const yes = (strict: boolean): YesNo => ({
    content: { type: "yes", strict },
    intent: asksWho ? "confirm_identity" : words.some(({ word }) => AGREES.has(word)) ? "accept" : "yes",
  });
  const no: YesNo = { content: { type: "no" }, intent: asksWho ? "deny_identity" : "no" };

  if (isStrictYes(text)) return yes(true);
  const [first] = words;
  if (first && words.every(({ kind }) => kind === "emoji")) {
    if (THUMBS_UP.has(first.word)) return yes(false);
    return THUMBS_DOWN.has(first.word) ? no : undefined;
  }

  const said = new Set(ANSWERS.find(words).map(({ says }) => says));
  if (said.has("no")) return no;
  if (said.has("itIsMe")) return { content: { type: "yes", strict: false }, intent: "confirm_identity" };
  if (!said.has("yes")) return undefined;
  const isReserved = words.some(({ word }) => RESERVATIONS.has(word));
  return asksWho || !(isReserved || questions.includes(true)) ? yes(false) : undefined;
}

function isStrictYes({ tokens, questions, raw }: Text): boolean {
  if (questions.includes(true) || raw.includes("…") || raw.includes("..")) return false;
  if (tokens.some(({ kind }) => kind !== "word")) return false;
  const said = tokens.map(({ word }) => word).filter((word) => !POLITE.has(word));
  return STRICT.has(said.join(" "));
}
