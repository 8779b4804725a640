import type { PhraseTable } from "../../lexicon.ts";

/** Wants to pay now, or asks how and where. */
export const pay: PhraseTable<"pay"> = {
  says: "pay",
  es: [
    "(quiero|quisiera|necesito|deseo|voy|vamos|puedo|podria|listo|vengo|pretendo|como|para|donde|permita|permite) (a|hago|puedo|se|le|les|te|hacer|el|realizo|realizar)? (para|el|hacer|un)? (@payNow)",
    "(mandame|mandeme|manden|mande|envie|enviame|envieme|pasame|paseme|pase|pasen|dame|deme|manda|pasa|comparte|comparteme|me|regaleme|regalame|necesito|quiero|genere|generar) .. (link|enlace|liga|datos|cuenta|clabe|cbu|alias|pse|qr|cupon|boleta|nequi|iban|codigo|referencia)",
    "(cual|cuales) (es|son) .. (link|cuenta|clabe|cbu|alias|datos|nequi|numero de cuenta)",
    "(tenes|tienes|tienen|hay|aceptan|reciben|tendran) .. (cbu|alias|nequi|daviplata|pse|tarjeta|link|qr|yape|plin|spei|clabe|efectivo)",
    "(donde|adonde|cuenta|como|a) .. (deposito|consigno|transfiero|pago|abono|giro|depositar|consignar|transferir|pagar|spei|yapeo)",
    "como (le|la|lo)? hago .. (pagar|pago)?",
    "(pagar|pago) (ahora|ahorita|ya|mismo|hoy|de una|todo|en linea|total|completo|con|por|en|la|mi|el)",
    "^ (pagar|pago|pagare|link|pague ahora) $",
    "(pago|transfiero|deposito|cancelo|consigno) (ya|ahora|ahorita|enseguida|todo|de inmediato|inmediatamente)",
    "(ponerme|quedar|estar|pongo) al dia",
    "link .. (pago|pagar)",
    "ya .. (pago|consigno|transfiero|deposito|abono)",
    "voy a (pagar|cancelar|depositar|transferir|abonar|consignar)",
  ],
  pt: [
    "(quero|posso|vou|gostaria|preciso|consigo|como) (de|faco|eu|para|que)? (pagar|quitar|pago|acertar|pagamento)",
    "(manda|mande|envia|envie|me|gera|gere|passa|passe|quero) .. (pix|boleto|link|codigo|chave|dados|qr)",
    "(qual|tem) .. (chave|pix|boleto|link|dados)",
    "^ (pagar|pix|boleto|link) $",
    "(pago|pagar) (agora|hoje|ja|tudo)",
    "como (faco|que)",
  ],
  en: [
    "(want|like|ready|how|can|where|need|going|let|ill|will|id) (to|do|can|i|me|would)? (i|to|like|me)? (i|to)? pay",
    "(send|give|get) .. (link|details|account)",
    "^ (pay|link|pay now) $",
    "pay (now|it|today|in full|online|my)",
    "payment link",
  ],
  except: [
    "(no|nao|not|cant|cannot|dont|wont) .. (@payNow|pay|quitar|consigo|posso)",
    "(cuanto|cuantas|quanto) .. (@payNow)",
    "para pagar (me|en cuotas)",
    "(si|aunque) .. (pudiera|tuviera)",
    "(por que|porque) .. pagar",
    "me (pagan|pagaron|paguen|pague)",
  ],
};
