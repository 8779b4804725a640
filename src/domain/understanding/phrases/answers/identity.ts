import type { PhraseTable } from "../../lexicon.ts";

/** It is the speaker, in words that say so wherever they stand. */
export const itIsMe: PhraseTable<"itIsMe"> = {
  says: "itIsMe",
  es: [
    "(soy yo|yo soy|si soy|soy yop|yo mero|yo mera|yo mismo|yo misma|esa soy|ese soy|ese mero|esa mera|soy la misma|soy el mismo|servidor|servidora)",
    "(si|yo) soy (el|la) (titular|misma|mismo|deudor|deudora|duena|dueno)",
    "con (el|ella) (habla|hablas|hablan|que|mismo|misma|digame|dime|si|a)",
    "con (el|ella) $",
    "(el|la) (mismo|misma|mismisimo|mismisima|mero mero|mera mera|mismo que|misma que)",
    "(con|es) (el|la) (misma|mismo)",
    "(al|en el) (habla|aparato|telefono)",
    "(soy|confirmo que soy) (el|la) titular",
    "le (saluda|habla|escribe) (el|la|don|dona)",
    "^ (aqui|habla|le habla|soy) .. (a sus ordenes|a la orden|para servirle|al habla|presente)",
    "(llamo yo|me llamo yo|mi nombre es ese|ese es mi nombre|asi me llamo|es mi nombre)",
  ],
  pt: [
    "(sou eu|eu mesmo|eu mesma|eu msm|eu memso|eu sou|sou sim|e eu|eh eu|eu em pessoa|comigo mesmo|comigo mesma|fala comigo|sou o proprio|sou a propria|o proprio|a propria|sou o titular|sou a titular|e ele mesmo|e ela mesma|e meu nome|o meu nome)",
    "(e|eh) (ele|ela) $",
    "(da|e a) minha pessoa",
    "(esse|esse e) (o)? meu nome",
  ],
  en: [
    "(its|it is|thats|this is|yes) (me|him|her|he|she)",
    "speaking $",
    "(i am|im) (he|she|him|her|the one|that person)",
    "(you got|youve got|you have|youre talking to|youre speaking to|youre speaking with) (me|him|her|the right person)",
    "(in the flesh|the one and only)",
  ],
  except: [
    "(no|nunca|tampoco|ni|nao|nem|not|never|aint|isnt) .. (soy|sou|eu|am|yo|me|him|her|el|ella|ele|ela|he|she|habla)",
    "(soy|sou|im|am) (su|una|un|uma|um|his|her|not|busy|de|do|da|hombre|mujer|nuevo|nueva|otra|otro|outro|outra|solo|so)",
    "yo soy (de|hombre|mujer|otra|otro|su|un|una|nuevo|nueva|honrad*|pobre|solo|sola|quien|el que|la que|padre|madre)",
    "si (no)? soy",
    "eu sou (de|do|da|um|uma|so|outra|outro|pobre|aposentad*|mae|pai|quem|o marido|a mulher|a filha|o filho)",
    "(como|quien|quem|que) (yo|soy|sou|eu)",
    "(la|el|a|o) (misma|mismo|mesma|mesmo|propria|proprio) (deuda|cuenta|cosa|historia|mensaje|divida|coisa|dia|dinero|pedo|tema|banco|empresa|conta|valor)",
    "(con|por|en|de|lo|al|desde|todos|ahora|hoy|mismo) (el|la) mismo",
    "lo mismo",
    "(ex|esposa|esposo|hijo|hija|marido|mama|papa) soy",
    "(e|eh) (ela|ele|eu) (que|quem|quer)",
    "its (me|him|her) (who|that)",
  ],
};

/** Only where it was asked who is there: elsewhere they are courtesy, or the beginning of something else. */
export const invites: PhraseTable<"invites"> = {
  says: "invites",
  es: [
    "(a sus ordenes|a la orden|para servirle|para servirte|presente|mande|mande usted|digame|dime|decime|diga|cuenteme|cuentame|en que le puedo servir|en que le puedo ayudar|que necesita|que se le ofrece|que desea|que paso|que fue|si con gusto)",
    "^ (soy|habla|le habla|aqui|aca)",
    "confirmo",
  ],
  pt: [
    "(pode falar|pode dizer|pd fala|pode me falar|fala|fale|diga|pois nao|pode mandar|as ordens|confirmo os dados)",
    "^ sou",
    "^ aqui e",
  ],
  en: ["(how can i help|what do you need|go ahead|whats up|what is it)", "^ (im|i am|this is)", "speaking"],
  except: [
    "(no|nao|not) .. (soy|sou|am|habla|es|e)",
    "(soy|sou|im|am) (su|una|un|uma|um|his|her|not|busy|de|do|da|hombre|mujer|nuevo|nueva|otra|otro|outro|outra|solo|el hijo|la hija|el esposo|la esposa|la mama|el papa|hija|hijo|esposa|esposo|mama|madre|padre|hermano|hermana)",
    "(aqui|aca) (no|es|nadie|vive|trabaja|ya|ningun)",
    "aqui e (de|da|do|a|o|outra|outro)",
    "no me diga",
    "(this is) (not|a|an|the|my|his|her|scam|spam|wrong)",
  ],
};

/** Not the person we look for. Who they are instead is heard by the protective layer. */
export const notMe: PhraseTable<"notMe"> = {
  says: "notMe",
  es: [
    "no (soy|es aqui|es el|es ella|es mi|lo soy|vive|trabaja|me llamo)",
    "(equivocado|equivocada|equivocados|kivocado|equiboco|equivoco|equivoca|confundido|confundida|confunde|confunden)",
    "(no lo conozco|no la conozco|no le conozco|no conozco|no conosco|ni idea quien|quien es ese|quien es esa)",
    "(esos|esas) no son",
  ],
  pt: [
    "(nao|n|num|ne) (sou|soi|e aqui|e ela|e ele|conheco|e daqui|mora|e meu|eu nao)",
    "(numero|nmr|nunero|pessoa|contato|telefone|discou|ligou|mandou) (para|para|para)? (o)? (numero)? (errado|errada)",
    "(engano|enganado|enganada)",
  ],
  en: [
    "(not|isnt|aint) (me|him|her|here|my)",
    "wrong (number|person)",
    "(dont know) (him|her|them|that|who)",
    "no one here",
  ],
  except: ["(nao|no) e engano", "no (me|se|te)? equivoco", "no estan equivocados"],
};
