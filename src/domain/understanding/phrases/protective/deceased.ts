import type { PhraseTable } from "../../lexicon.ts";

/** The person we look for is dead. "My husband died" says so only while we ask who is there: see `rules.ts`. */
export const deceased: PhraseTable<"deceased"> = {
  says: "deceased",
  es: [
    `(el|la|ese|esa|este|esta|ya|ese|don|dona|aquel|él) (senor|senora|titular|persona|cliente|dueno|duena|deudor|
      joven|muchacho|caballero|dama|finadito)? (ya|se|nos)? (fallecio|murio|nos dejo|partio|descansa)`,
    `(senor|senora|titular|persona|dueno|duena|cliente|sr|sra|deudor|deudora) .. (fallecio|murio|falleci*|muerto|
      muerta|difunto|difunta|en el cementerio)`,
    "^ (fallecio|murio)",
    "(el|ella|ya|nos|él) (ya|se)? (fallecio|murio)",
    `(esta|es|estan|esta ya) (muerto|muerta|fallecido|fallecida|difunto|difunta|en el cementerio|en el cielo|
      enterrado|enterrada|bajo tierra)`,
    "(lleva|tiene) .. (muerto|muerta|fallecido|fallecida|de muerto|de muerta|de fallecido|de fallecida)",
    "(fallecido|fallecida|difunto|difunta|finado|finada|finadito|finadita|difuntito)",
    "(lo|la) (enterramos|sepultamos|velamos|enterraron)",
    "(acta|partida|certificado) de (defuncion|fallecimiento|muerte)",
    "no esta .. (nosotros|vivo|viva)",
    "(ya no|no) (esta|se encuentra) (con nosotros|entre nosotros|en este mundo|con vida|vivo|viva)",
    "(descanse|descansa) en paz",
    "(que|q) .. (dios|paz) .. (tenga en su gloria|tenga en su santo|descanse)",
    "(que dios lo|que dios la|dios lo|dios la) (tenga|haya) .. (gloria|reino|descanso)?",
    "(falleció|murió) (hace|el|en|ya|este)",
    `(cobrando|cobran|cobrarle|buscando|escribirle|escribiendo) (a)? (un|una|los)? (muerto|muerta|muertos|difunto|
      difunta)`,
  ],
  pt: [
    "(ele|ela|senhor|senhora|titular|cliente|dono|dona|pessoa|devedor|devedora) .. (faleceu|morreu|falecid*|obito)",
    "^ (faleceu|morreu)",
    "ja (faleceu|morreu|e falecid*)",
    "(esta|e|ta) (morto|morta|falecido|falecida|no ceu|enterrado|enterrada)",
    "(falecido|falecida|defunto|finado)",
    "(certidao|atestado) de obito",
    "(nao esta|nao ta) mais (entre nos|com a gente|entre a gente|aqui entre)",
    "(deus|descanse) .. (tenha|em paz)",
  ],
  en: [
    `(he|she|holder|person|owner|man|woman|mr|mrs|they) (has|is|have|recently|just|sadly|unfortunately)? (died|dead|
      deceased)`,
    "(he|she|holder|person|owner|mr|mrs|they) (has|have|recently|sadly|just)? passed (away|on)?",
    "(is|was) (deceased|dead)",
    "death certificate",
    "(deceased)",
    "(rest in peace|rip)",
    "no longer (with us|alive)",
  ],
  except: [
    "(mi|se|me|nos|su|meu|minha|my|un|una) .. @family .. @died",
    "se .. (murio|fallecio) (mi|un|una|la)",
    "(murio|fallecio|faleceu|morreu) (mi|meu|minha)",
    "(estoy|estaba|ando|quedo|quede) (muerto|muerta)",
    "@family (fallecio|murio|faleceu|morreu|died|passed)",
    "my .. @family (has|is|just|recently)? passed",
    "(muerto|muerta|muertos|morto|morta) de (hambre|cansancio|la risa|sueno|calor|frio|miedo|fome|sono|cansaco)",
    "(bateria|celular|telefono|esta muerta la|chip) .. (murio|muerto|morreu)",
    "se murio (el|la) (celular|telefono|bateria|vaca|caballo|carro|moto|motor)",
  ],
};
