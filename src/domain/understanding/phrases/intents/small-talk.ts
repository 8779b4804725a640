import type { PhraseTable } from "../../lexicon.ts";

/** Says hello, and perhaps nothing else. */
export const greeting: PhraseTable<"greeting"> = {
  says: "greeting",
  es: [
    "(hola|holaa|ola|holis|buenas|alo|aloo|saludos|holi|wenas|quiubo|quihubo|hey)",
    "(buen|buenos|buena) (dia|dias|tardes|noches|tarde|noche)",
    "que (tal|hubo|mas|onda)",
  ],
  pt: ["(oi|ola|opa|oii|eai)", "(bom|boa) (dia|diaa|tarde|tardee|noite|noitee)", "(tudo|td) (bem|bom)", "e ai"],
  en: ["(hello|hi|hii|hey|hiya)", "good (morning|afternoon|evening|day)"],
};

/** Thanks, or takes leave. */
export const thanks: PhraseTable<"thanks"> = {
  says: "thanks",
  es: [
    "(gracias|graciass|agradezco|agradecido|agradecida|adios|chao|chau|bye)",
    "muy amable*",
    "🙏",
    "hasta (luego|pronto|manana)",
    "(bendiciones|bendicion)",
    "(que|feliz|buen) (este|tenga|tengas|dia|tarde|noche) .. (bien|dia|tarde|noche)?",
  ],
  pt: ["(obrigado|obrigada|valeu|tchau|agradeco|brigado|brigada|grato|grata)", "ate (mais|logo)"],
  en: ["(thanks|thank|thankyou|bye|goodbye|cheers)"],
};

/** Not now: working, driving, in a meeting. It asks for patience and for nothing else. */
export const later: PhraseTable<"later"> = {
  says: "later",
  es: [
    "(estoy|ando|toy|me agarra|me pilla|me coge) .. (ocupado|ocupada|manejando|conduciendo|reunion|trabajando|turno|clase|clases|apurado|apurada)",
    "(escribame|escribeme|escribime|escribanme|llameme|llamame|llamenme|hableme|hablame|marqueme) .. (mas tarde|luego|despues|en la tarde|en la noche|a la tarde|a la noche)",
    "(ahora|ahorita) no puedo (hablar|responder|contestar|atender|escribir|chatear)",
    "(luego|despues|mas tarde|al rato|en un rato) (hablamos|conversamos|le escribo|te escribo|les escribo|contesto|respondo|seguimos)",
  ],
  pt: [
    "(estou|to|tou) .. (ocupado|ocupada|trabalhando|dirigindo|reuniao|servico|aula)",
    "(depois|mais tarde|daqui a pouco) (a gente|te|eu)? (falo|fala|conversamos|chamo|respondo|retorno)",
    "me (chama|chame|liga|ligue) (mais tarde|depois)",
    "agora nao (posso|consigo) (falar|responder)",
  ],
  en: [
    "(im|i am) (at work|busy|driving|in a meeting|at school)",
    "(call|text|message|write) me (later|after|tomorrow|tonight)",
    "(cant|cannot) (talk|text|chat) (now|right now|at the moment)",
    "talk later",
  ],
};

/** Tries to give the bot orders. */
export const injection: PhraseTable<"injection"> = {
  says: "injection",
  es: [
    "(ignora|ignore|ignoren|olvida|olvide|olvidate) .. (instrucciones|ordenes|reglas|anterior|anteriores|prompt)",
    "(actua|actue|comportate|responde) como (si|un|una)",
    "(modo|instrucciones) (desarrollador|sistema|admin|administrador|del sistema)",
    "(eres|sos) un (modelo|asistente) .. que",
    "(a partir de|desde) ahora eres",
  ],
  pt: [
    "(ignore|ignora|esqueca|esquece) .. (instrucoes|ordens|regras|anteriores|prompt)",
    "(aja|responda|finja) como (se|um|uma)",
    "(a partir de|de) agora voce e",
  ],
  en: [
    "(ignore|disregard|forget) .. (instructions|rules|previous|prompt)",
    "(act|respond|pretend) (as|like) (if|a|an|you)",
    "system prompt",
    "(developer|admin|debug) mode",
    "you are now",
  ],
};
