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

/** The only yes that binds: those words and no others, without a question, an emoji, a figure or dots that leave it open. */
export function isStrictYes({ tokens, questions, raw }: Text): boolean {
  if (questions.includes(true) || raw.includes("…") || raw.includes("..")) return false;
  if (tokens.some(({ kind }) => kind !== "word")) return false;
  const said = tokens.map(({ word }) => word).filter((word) => !POLITE.has(word));
  return STRICT.has(said.join(" "));
}
