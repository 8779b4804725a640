import type { PhraseTable } from "../../lexicon.ts";

/** The person we look for is dead. "My husband died" says so only while we ask who is there: see `understand.ts`. */
export const deceased: PhraseTable<"deceased"> = {
  says: "deceased",
  es: [
    "(el|la|ese|esa|este|esta|ya|ese|don|dona|aquel) (senor|senora|titular|persona|cliente|dueno|duena|deudor|joven|muchacho|caballero|dama)? (ya|se|nos)? (fallecio|murio)",
    "(senor|senora|titular|persona|dueno|duena|cliente|sr|sra) .. (fallecio|murio|falleci*|muerto|muerta|difunto|difunta)",
    "^ (fallecio|murio)",
    "(el|ella|ya|juan|maria) (ya|se)? (fallecio|murio)",
    "(esta|es|estan) (muerto|muerta|fallecido|fallecida|difunto|difunta)",
    "(lleva|tiene) .. (muerto|muerta|fallecido|fallecida)",
    "(fallecido|fallecida|difunto|difunta|finado|finada)",
    "acta de defuncion",
    "certificado de defuncion",
    "no esta .. (nosotros|vivo|viva)",
    "descanse en paz",
    "que en paz descanse",
  ],
  pt: [
    "(ele|ela|senhor|senhora|titular|cliente|dono|dona|pessoa) .. (faleceu|morreu|falecid*)",
    "^ (faleceu|morreu)",
    "ja (faleceu|morreu)",
    "(esta|e|ta) (morto|morta|falecido|falecida)",
    "(falecido|falecida)",
    "certidao de obito",
  ],
  en: [
    "(he|she|holder|person|owner|man|woman|mr|mrs|they) (has|is|have|recently|just|sadly)? (died|dead|deceased)",
    "(he|she|holder|person|owner|mr|mrs) (has|have|recently|sadly)? passed (away|on)?",
    "(is|was) (deceased|dead)",
    "death certificate",
    "(deceased)",
  ],
  except: [
    "(mi|se|me|nos|su|meu|minha|my|un|una) .. @family .. @died",
    "se .. (murio|fallecio) (mi|un|una|la)",
    "(murio|fallecio|faleceu|morreu) (mi|meu|minha)",
    "(estoy|estaba|ando) (muerto|muerta)",
    "@family (fallecio|murio|faleceu|morreu|died|passed)",
    "my .. @family (has|is|just|recently)? passed",
  ],
};
