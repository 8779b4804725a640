import { breathsOf } from "./answers/breaths.ts";
import type { Text, Token } from "./tokens.ts";

/** Between `first` and `end` of the words. */
export type Place = { readonly first: Token; readonly last: Token };

/** What our own messages say that one writes to get no more of them (flows/collect/stop-line.ts), and what networks know. */
const KEYWORDS: ReadonlySet<string> = new Set([
  "stop",
  "stopall",
  "unsubscribe",
  "baja",
  "no escribir",
  "no escribirme",
  "nao escrever",
  "parar",
  "sair",
  "salir",
]);
const POLITE: ReadonlySet<string> = new Set(
  "por favor porfa porfavor please gracias obrigado obrigada thanks thank you ya ja ahora agora now ok".split(" "),
);
/** In capitals they are the keyword wherever they stand. */
const SHOUTED = /(?<!\p{L})(?:STOP|NO ESCRIBIR|PARAR|SAIR)(?!\p{L})/u;

/**
 * A keyword that stops us, as a breath of its own or in capitals, whatever else is said: "pago mañana. STOP", "BAJA, ya pagué".
 * Whoever follows our own instruction has to be heard, beside anything.
 */
export function stopWordIn(text: Text): Place | undefined {
  for (const { words } of breathsOf(text)) {
    const said = words.filter(({ word }) => !POLITE.has(word));
    const [first, last] = [said[0], said.at(-1)];
    if (first && last && KEYWORDS.has(said.map(({ word }) => word).join(" "))) return { first, last };
  }
  const isAllShouted = !/\p{Ll}/u.test(text.raw);
  const shouted = isAllShouted ? undefined : SHOUTED.exec(text.raw);
  const words = shouted
    ? text.words.filter(({ start }) => start >= shouted.index && start < shouted.index + shouted[0].length)
    : [];
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { first, last } : undefined;
}
