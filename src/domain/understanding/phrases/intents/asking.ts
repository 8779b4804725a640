import type { PhraseTable } from "../../lexicon.ts";

/** How much is owed. */
export const balance: PhraseTable<"balance"> = {
  says: "balance",
  es: [
    "(cuanto|cuanta|cuantos) (es|debo|debe|tengo|seria|sale|cuesta|me|les|le|te|os|va|falta|hay|estoy|queda|plata|toca|adeudo|quedo|vale|viene|dinero)",
    "en cuanto (voy|va|esta|estoy|quedo|sale|queda|quedaria)",
    "(mi|el|cual|saber|ver|regaleme|deme|dame|dime|digame|consultar|conocer|decir|decirme|cual es) .. (saldo|deuda|total|monto|adeudo|valor a pagar|estado de cuenta)",
    "^ (saldo|deuda|balance|mi saldo|total) $",
    "(estado|resumen) de cuenta",
    "que (deuda|debo|estoy debiendo)",
  ],
  pt: [
    "(quanto|quantas) (e|eu|devo|estou|ta|to|que|falta|fica|deu|esta|tenho|deve|era|sai|seria)",
    "(qual|meu|ver|saber|consultar|o) .. (saldo|divida|debito|total)",
    "^ (saldo|divida|valor) $",
  ],
  en: [
    "how much .. (owe|is|do|left|balance|it|total|due)",
    "(my|the|whats|current) .. (balance|total|amount|debt)",
    "^ (balance|amount) $",
  ],
  except: [
    "(cuanto|quanto) (antes|tiempo)",
    "(en|por|a) cuant* (cuotas|pagos|plazos|vezes|partes)",
    "cuanto es lo menos",
    "como .. estado",
    "no (es|era) .. (valor|saldo)",
  ],
};

/** What the debt is for, since when, on which papers. */
export const detail: PhraseTable<"detail"> = {
  says: "detail",
  es: [
    "(de|por|a) (que|cual) (es|son|cuenta|deuda|factura|concepto|corresponde|se|producto|servicio) .. (eso|esto|esa|ese|deuda|cobro|debe|cuenta|hablan)?",
    "de donde sale",
    "que (cuenta|incluye|factura|cobro|concepto|me estan cobrando|cobran)",
    "por que (me|debo|estoy|les|cobran|llega) .. (cobran|cobrando|llega|debo|esto|cobro)?",
    "porque .. (cobran|cobrando|debo)",
    "(detalle|detalles|desglose|factura|soporte) .. (de|del|deuda|cuenta|cobro)",
    "(cuando|desde cuando) (vence|vencio|debo|se vence|vencia)",
    "que (me|estoy) .. (cobrando|debiendo)",
  ],
  pt: [
    "(de|do) que (e|se|seria) .. (divida|isso|cobranca)?",
    "que divida",
    "(detalhe|detalhes|detalhar|fatura|extrato) .. (da|fatura|divida|de|conta)?",
    "por que .. (cobrando|devendo|cobranca|devo)",
  ],
  en: [
    "what (is|do|am|are) (this|i|it|that|you) (for|owe|about|paying|charging)",
    "(invoice|bill|account) (details|detail|statement)",
    "(when|why) (was|is|do|am) .. (due|owe|charged|getting)",
  ],
};

/** Who writes, for which business, and where the number is from. */
export const whoWrites: PhraseTable<"whoWrites"> = {
  says: "whoWrites",
  es: [
    "(quien|quienes|quen) (es|son|eres|habla|escribe|me|sos|envia|llama|manda|te|les|es usted|hablo) .. (escribe|habla|contacta)?",
    "con quien (tengo|hablo|estoy|me)",
    "(de|que|cual|a) (que|es|cual) (empresa|compania|banco|entidad|parte|almacen|negocio|tienda)",
    "(que|cual) (empresa|compania|banco|entidad)",
    "de parte de (quien|que|cual)",
    "de donde (me)? (escriben|llaman|son|hablan|escribe|habla)",
  ],
  pt: [
    "(quem|qual|que) (e|esta|fala|empresa|sao|ta) .. (falando|voce|voces|empresa|isso)?",
    "de (onde|qual|que) .. (empresa|banco|loja|falam|fala|sao)",
  ],
  en: ["who (is|are|am|sent) (this|you|i|it) .. (talking|speaking)?", "(which|what) (company|bank|business)"],
};

/** Is it really us, or somebody who wants to rob them? */
export const legitimacy: PhraseTable<"legitimacy"> = {
  says: "legitimacy",
  es: [
    "(estafa|fraude|phishing|timo|fraudulento|estafarme|robarme) .. $",
    "(es|sea|seria|sera|parece) .. (estafa|fraude|real|verdad|oficial|confiable|seguro|cierto|broma|engano|legitimo)",
    "(como|quien) (se|puedo|compruebo|verifico|confirmo|garantiza|confio|sabemos|me) .. (que|verificar|comprobar|confiar|saber|ustedes|garantiza|confirma|estafa)",
    "(como|donde) .. (verifico|verificar|compruebo|comprobar|confirmar|confirmo)",
    "(de donde|donde|como|quien) .. (sacaron|saco|obtuvieron|consiguieron|tienen|dio|obtuvo|sacan|tiene) .. (numero|datos|celular|contacto|telefono)",
    "no (confio|me fio)",
    "no (doy|dare|voy a dar|suministro) .. (datos|informacion|numero|cedula|documento)",
    "(para que|por que) .. (datos|cedula|documento|piden|necesitan)",
    "son (de verdad|reales|confiables)",
  ],
  pt: [
    "(e|isso|seria|parece) .. (golpe|fraude|verdade|confiavel|seguro|real|oficial|serio)",
    "golpe $",
    "(como|onde) .. (sei|saber|confirmo|confirmar|verifico|verificar|confiar|conseguiram|pegaram)",
    "de onde .. pegaram",
  ],
  en: [
    "(is|are|this|it) .. (scam|legit|legitimate|real|fraud|official)",
    "(how|why) (do|can|should) i (know|verify|trust|check|confirm)",
    "(how|where) .. (get|got) .. number",
  ],
  except: [
    "(son|sois) (unos|una|un) .. (estafa|fraude|estafadores)",
    "(es|de|el) (verdad|cierto) que",
    "no (es|e) (seguro|verdad|cierto|real)",
  ],
};
