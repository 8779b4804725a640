import type { PhraseTable } from "../../lexicon.ts";

/** Will not pay, whatever is offered: a person decides what follows. */
export const refusal: PhraseTable<"refusal"> = {
  says: "refusal",
  es: [
    "no (les|le|te|os|lo|la)? (voy|pienso|vamos) .. (pagar|depositar|dar|abonar|pagarles|pagarle)",
    "no (quiero|deseo) (pagar|pagarles|pagarle|pagarte|pagarlo)",
    "no (pagare|pago) (nada|nunca|ni|jamas)?",
    "nunca (voy|pagare|les) .. pagar*",
    "(me niego|jamas) .. pagar*",
    "ni (loco|loca|muerto|sonando) .. pag*",
    "no me da la gana",
    "no me interesa .. (pagar|deuda|arreglar)",
  ],
  pt: ["nao (vou|quero|pretendo|penso) (pagar|quitar)", "nao (pago|pagarei)", "nunca vou pagar", "me recuso"],
  en: [
    "(not|wont|never|refuse|aint) (going|gonna|to|be)? to? (pay|paying) ..",
    "(dont|not) want to pay",
    "refuse to pay",
  ],
  except: ["no (pago|pagare) .. (hasta|porque|por)", "no me (han|pagan)"],
};

/** Not this offer; another may do. */
export const rejection: PhraseTable<"rejection"> = {
  says: "rejection",
  es: [
    "no (me|nos) (conviene|sirve|interesa|parece|gusta|cuadra)",
    "no (acepto|quiero|estoy de|lo) (ese|esa|esos|esas|el|la|eso|las|acuerdo|acepto|quiero)?",
    "no estoy .. acuerdo",
    "(no|eso) (eso)? no? puedo",
    "es (mucho|demasiado|muy alto|muy caro)",
    "no puedo",
  ],
  pt: ["nao (aceito|concordo|quero|consigo|posso)", "(nao|nem) da (para|pra) mim", "(muito|e) (caro|alto)"],
  en: [
    "(dont|do|cant) not? (accept|agree|want|do) (that|this|it)?",
    "(too|its) (much|high|expensive)",
    "not (interested|possible)",
  ],
};
