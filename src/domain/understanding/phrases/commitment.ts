import type { PhraseTable } from "../lexicon.ts";

/** What makes an amount or a day a commitment, and what takes it back. */
export type CommitmentCue = "willPay" | "veto" | "offersAmount" | "rest" | "now" | "half";

const willPay: PhraseTable<"willPay"> = {
  says: "willPay",
  es: [
    "(pago|pagare|pagaria|pagar|pagarle|pagarles|pagarte|pagarlo|pagarla|pagamos|pagaremos|deposito|depositare|depositar|depositarle|transfiero|transferire|transferir|abono|abonare|abonar|abonarle|consigno|consignare|consignar|cancelo|cancelare|cancelar|giro|girare|girar|doy|dare|dar|darle|darles|darte|mando|mandare|envio|enviare|liquido|liquidare|liquidar|cubro|cubrir|hago|hare|cumplo|cumplire|salgo|quedo|yapeo|cerramos|saldo|saldare)",
    "(me comprometo|para (el|la|manana|hoy))",
    "(te|le|les|os) (tengo|tendre|consigo|cumplo)",
  ],
  pt: ["(pagarei|acerto|acertarei|quito|quitar|faco|farei|fazer|depositarei|transfiro|mando|dou|consigo|acertar)"],
  en: [
    "(ill|i will|will|can|could|gonna|going to|want to|let me|ill be|i) .. (pay|send|transfer|deposit|do|give|settle|make|paying)",
    "^ (pay|paying)",
  ],
};

const veto: PhraseTable<"veto"> = {
  says: "veto",
  es: [
    "si (me|nos|tengo|puedo|consigo|cobro|alcanzo|alcanza|recibo|logro|llega|todo sale|no me|dios|pudiera|tuviera|pagan|acaso|vendo|ellos|el banco|el cliente|mi|ustedes|encuentro|paga)",
    "(no|nunca|tampoco|jamas) (puedo|podre|voy|quiero|pienso|les|le|te|os|me|pago|pagare|podemos|alcanzo|tengo|se|es|creo|estoy|aseguro|prometo|doy) ..",
    "no (se|estoy) (si|segur*)",
    "no es segur*",
    "(quizas|quiza|depende|ojala|intentare|intento|tratare|acaso|dudo)",
    "tal vez",
    "a lo mejor",
    "^ (como|cuanto|donde|a donde|por donde)",
    "(trato|tratar|tratando) de",
    "(pagaria|hubiera|habria|tuviera|pudiera)",
    "(pague|pagamos|deposite|transferi|consigne|abone|pagaron|pagaste|hice|pagado|mande|cancele)",
    "(el|ella|ellos|@family) .. (paga|pagan|pagara|pagar|pague)",
    "(jefe|patron|empresa|cliente|banco) .. (paga|pagan|deposita)",
    "(mandeme|mandame|escribame|escribeme|escribanme|llameme|llamame|llamenme|contacteme|digame|hablame|hablamos|avisame|aviseme|recuerdeme|recuerdame|recuerdenme|visiteme)",
  ],
  pt: [
    "^ (quanto|onde)",
    "nao (posso|consigo|vou|quero|sei|tenho|pago|da|prometo|garanto)",
    "se (eu|me|der|receber|conseguir|tudo|cair|deus|sobrar)",
    "me (liga|ligue|chama|chame|escreve|manda|lembra)",
    "(talvez|paguei|fiz|tentar|tento|tentarei|depende)",
  ],
  en: [
    "(cant|cannot|wont|not|never|dont) ..",
    "(call|text|write|remind|contact) me",
    "if (i|they|my|you|the|all)",
    "(maybe|perhaps|might|try|trying|paid|depends|hopefully)",
  ],
  except: ["no (hay|se) (problema|preocup*)", "no mas", "sin falta"],
};

const offersAmount: PhraseTable<"offersAmount"> = {
  says: "offersAmount",
  es: [
    "(solo|solamente|apenas|nomas|puedo|podria|alcanzo|tengo|ofrezco|doy|propongo|ofrecer|ofreceria) .. (dar|pagar|abonar|tengo|tener|puedo|ofrecer|con|para|ofrezco|doy|darle|consignar|depositar|#|un|unos)",
    "(le|les|te|os) (ofrezco|doy|propongo|puedo|dejo)",
    "(acepta|aceptas|aceptan|reciben|recibe|sirve|vale|parece) ..",
    "(solo|tengo) ..",
    "mi (propuesta|oferta) ..",
    "que (tal|dice) ..",
  ],
  pt: [
    "(so|apenas|somente) .. (consigo|posso|tenho|#)",
    "(consigo|posso) (pagar|dar|fazer)?",
    "(ofereco|proponho|aceita|aceitam)",
  ],
  en: ["can only", "(only|can) (do|pay|afford)", "(would|will|could) you (take|accept)", "(offer|offering|propose)"],
};

const rest: PhraseTable<"rest"> = {
  says: "rest",
  es: [
    "(resto|demas|restante|faltante|saldo|sobrante|diferencia)",
    "lo (que falta|otro|que queda|que reste)",
    "(la otra|otra|y la|y|y otra) mitad",
  ],
  pt: ["(resto|restante)", "o que falta", "(a outra|outra|e) metade"],
  en: ["(rest|remaining|remainder)", "the other half"],
};

const now: PhraseTable<"now"> = {
  says: "now",
  es: ["(ahora|ya|inmediato|enseguida|inicial|adelanto)", "de una"],
  pt: ["(agora|entrada|ja)"],
  en: ["(now|upfront|immediately)", "right away", "down payment"],
};

const half: PhraseTable<"half"> = { says: "half", es: ["mitad"], pt: ["metade"], en: ["half"] };

export const COMMITMENT_CUES: readonly PhraseTable<CommitmentCue>[] = [willPay, veto, offersAmount, rest, now, half];
