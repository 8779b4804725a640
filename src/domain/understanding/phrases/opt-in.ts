import type { PhraseTable } from "../lexicon.ts";

/** "Write to me again", and what makes of the same words something else. */
export type OptInCue = "asks" | "veto";

const AGAIN = "(otra vez|de nuevo|nuevamente|denuevo|otravez|novamente|de novo|outra vez|again)";
const MAY = "(pueden|puede|puedes|podes|podeis)";
const WANT = "(quiero|quisiera|deseo|acepto|autorizo|gustaria|queremos)";
const WANT_PT = "(quero|queria|gostaria|desejo|aceito|autorizo)";

/**
 * Somebody asks to be written to again. Without "again" a sentence counts only when it is the whole message: "escríbanme el
 * saldo" asks for a balance.
 */
const asks: PhraseTable<"asks"> = {
  says: "asks",
  es: [
    "(vuelvan|vuelva|vuelve|volve|volved) a @writeMe",
    "(vuelvan|vuelva|vuelve|volve|volved) a @writeTo conmigo",
    "(vuelvan|vuelva|vuelve|volve|volved) a ponerse en contacto",
    "(vuelvanme|vuelvame|volveme|vuelveme) a @writeTo",
    "(me|nos) (vuelvan|vuelva|vuelvas|volvais) a @writeTo",
    `${MAY} volver a @writeMe`,
    `${MAY} volver a @writeTo conmigo`,
    `(me|nos) ${MAY} volver a @writeTo`,
    `(me|nos) ${MAY} @writeTo .. ${AGAIN}`,
    `${MAY} @writeMe .. ${AGAIN}`,
    `${MAY} @writeTo conmigo .. ${AGAIN}`,
    `ya (me|nos) ${MAY} @writeTo`,
    `ya ${MAY} @writeMe`,
    `${AGAIN} (me|nos) ${MAY} @writeTo`,
    `${AGAIN} ${MAY} @writeMe`,
    `@pleaseWrite .. ${AGAIN}`,
    `${AGAIN} @pleaseWrite`,
    `${WANT} (que me|que nos) (escriban|escriba|escribas|escribais|manden|mande|mandes|mandeis|envien|envie|envies|envieis|contacten) .. ${AGAIN}`,
    `${WANT} (volver a|nuevamente|otra vez|de nuevo) (recibir|recibirlos|recibirlas)`,
    `${WANT} .. recibir .. ${AGAIN}`,
    `${WANT} (seguir|continuar) recibiendo .. @messages`,
    "(autorizo|acepto|permito) (que me|que nos|a que me) (escriban|escriba|manden|mande|envien|envie|contacten|contacte|vuelvan)",
    "(tienen|tiene|tienes|doy|dejo) .. (permiso|autorizacion|consentimiento) .. (de|para) que? me? (@writeMe|escriban|contacten)",
    "(reactivenme|reactiveme|reactivame|reactivadme|reactivarme|resuscribanme|resuscribirme|resuscribeme|reinscribanme)",
    "(reactiven|reactive|reactiva|reactivad|reactivar|reanuden|reanude|reanudar|reanuda|restablezcan|restablecer) .. @messages",
    `(activen|activenme|activeme|activame|activar|active|habiliten|habilitenme|habilitar|habilite) .. @messages .. ${AGAIN}`,
    "(denme|deme|dame|darme|dadme) de alta",
    "^ (start|unstop|alta|reactivar|reactivarme|suscribir|suscribirme|suscribanme) $",
    `^ (si|ya|hola|listo|bueno) ${MAY} @writeMe (por|porfa|cuando quieran|cuando gusten|gracias)? favor? $`,
    `^ ${MAY} @writeMe (por|porfa|cuando quieran|cuando gusten|gracias)? favor? $`,
    `^ (si|ya|hola|listo|bueno) (me|nos) ${MAY} @writeTo (por|porfa|cuando quieran|cuando gusten|gracias)? favor? $`,
    `^ (me|nos) ${MAY} @writeTo (por|porfa|cuando quieran|cuando gusten|gracias)? favor? $`,
    "^ (si|hola|listo|bueno) @pleaseWrite (nomas|por|porfa|gracias)? favor? $",
    "^ @pleaseWrite (nomas|por|porfa|gracias)? favor? $",
  ],
  pt: [
    `${WANT_PT} (de|a)? voltar a receber`,
    `${WANT_PT} .. receber .. ${AGAIN}`,
    `(quero|queria|gostaria|desejo) .. ${AGAIN} receber`,
    "(quero|queria|gostaria|desejo|aceito) (continuar|seguir) recebendo .. @messages",
    "(pode|podem|podes) (me)? voltar a (me)? @writePt",
    `(pode|podem|podes) me @writePt .. ${AGAIN}`,
    `(pode|podem|podes) @writePt .. ${AGAIN}`,
    "ja (pode|podem) (me)? @writePt",
    "(voltem|volte|volta|tornem) a me @writePt",
    "(voltem|volte|volta) a (entrar em contato|falar comigo) .. (comigo)?",
    `me (escrevam|escreva|escreve|mandem|mande|manda|enviem|envie|envia|contatem|contate) .. ${AGAIN}`,
    "autorizo (voces|voce|a empresa)? (a|que)? (me)? (voltem a)? (me)? (@writePt|escrevam|mandem|enviem)",
    "(tem|dou|doi) .. (permissao|autorizacao|consentimento) .. (de|para) .. @writePt",
    "(reativem|reative|reativar|reativa|reinscrevam|reinscreva|recadastrem|recadastre)",
    "^ (voltar|reativar|inscrever|reinscrever) $",
    "^ (sim|ja|oi|ola) (pode|podem) me @writePt (por|obrigado|obrigada)? favor? $",
    "^ (pode|podem) me @writePt (por|obrigado|obrigada)? favor? $",
  ],
  en: [
    "you (can|may) (start|resume)? (now)? @writeEn (to)? me .. again",
    "you (can|may) (start|resume) @writeEn (to)? me",
    "you (can|may) now @writeEn (to)? me",
    "(please|kindly) (start|resume) @writeEn (to)? (me)?",
    "(start|resume|restart) @writeEn (to)? me",
    "(resume|restart|reactivate) .. @messages",
    "@writeEn (to)? me again",
    "(resubscribe|unstop|optin)",
    "opt (me)? (back)? in",
    "sign me (back)? up",
    "(want|like|agree|happy) to (get|receive|have) .. again",
    "(want|like) to hear from you again",
    "(want|like) you to @writeEn (to)? me again",
    "(feel|youre) free to @writeEn (to)? me",
    "(give|grant|have) .. (permission|consent) .. to @writeEn (to)? me",
    "^ (start|subscribe|start please|please start) $",
    "^ (yes|ok|hi|hello) you (can|may) @writeEn (to)? me (now|please|thanks)? $",
    "^ you (can|may) @writeEn (to)? me (now|please|thanks)? $",
  ],
};

/** One of these anywhere and nothing was asked for: a person reads it. */
const veto: PhraseTable<"veto"> = {
  says: "veto",
  es: [
    // No, and doubt
    "(no|nunca|jamas|tampoco|ni|nadie|ningun|ninguno|ninguna|sin)",
    "(quiza|quizas|talvez|depende|ojala|acaso|creo|supongo|imagino|dudo|capaz|igual|pensar|pensarlo|pensare|posiblemente|probablemente)",
    "(tal vez|a lo mejor|de pronto|puede que|puede ser)",
    // On a condition, at a time, only so much
    "(solo|solamente|unicamente|mientras|cuando|hasta|desde|antes|despues|luego|excepto|salvo|menos)",
    "(siempre y cuando|siempre que|con tal|a condicion|una vez al)",
    "(manana|hoy|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|mes|quincena|navidad|proximo|proxima)",
    "#",
    // Told, and not said
    "(dije|dijo|dijeron|dijiste|dicen|dice|decian|habia|habian|habiamos|pedi|pidio|pidieron|prometi|prometieron|prometio|quedaron|antes|ayer|anoche|volvieron|volvio|escribieron|escribio|mandaron|supe|conte|querian|queria)",
    // For somebody else, or elsewhere
    "@family",
    "(el|la|los|las|al|del|un|una) (titular|senor|senora|cliente|deudor|deudora|muchacho|muchacha)",
    "(ella|ellos|ellas|otro|otros|otra persona|otra gente|otra linea|otra cuenta|correo|email|mail|gmail|telefono|llamar|llamada|llamadas|llamenme|llamarme|carta|facebook|instagram|telegram)",
    // A threat, or mockery
    "(veran|veras|vera|atrev*|denunci*|demand*|bloque*|report*|abogad*|policia|juez|procuraduria|superintendencia|fiscalia|tutela|jaja*|jeje*|lol|broma|chiste)",
  ],
  pt: [
    "(nao|nunca|nem|jamais|ninguem|nenhum|nenhuma|sem|tampouco)",
    "(talvez|acho|depende|duvido|pensar|provavelmente|sera)",
    "(se|caso|quando|so|somente|apenas|enquanto|ate|desde|antes|depois|menos|exceto)",
    "(amanha|hoje|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|segunda|terca|quarta|quinta|sexta|sabado|mes)",
    "(disse|disseram|falei|falou|falaram|pedi|pediu|pediram|tinha|tinham|ontem|voltaram|voltou|escreveram|mandaram|queriam|queria que)",
    "(ele|ela|eles|elas|outro|outros|outra pessoa|outra linha|telefone|ligar|ligacao|ligacoes)",
    "(processo|processar|denunci*|bloque*|advogad*|policia|procon|kkk*|rsrs*|brincadeira)",
  ],
  en: [
    "(no|not|never|dont|doesnt|didnt|wont|cant|cannot|nobody|none|neither|nor|without|stop|isnt|wouldnt|shouldnt)",
    "(maybe|perhaps|might|guess|think|probably|possibly|depends|doubt|wonder|suppose)",
    "(if|unless|when|until|only|once|after|before|while|except|till)",
    "(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|month|week|year|january|february|march|april|june|july|august|september|october|november|december)",
    "(said|told|asked|had|was|were|used|yesterday|started|wrote|texted|messaged|called)",
    "(he|she|they|him|her|them|other|another|phone|call|email|mail)",
    "(sue|lawyer|police|block*|dare|haha*|lol|joke)",
  ],
  // Courtesy inside the request.
  except: ["cuando (quieran|gusten|quiera|guste|quieras)", "(quando|se) (quiserem|quiser)", "when you like"],
};

export const OPT_IN_CUES: readonly PhraseTable<OptInCue>[] = [asks, veto];
