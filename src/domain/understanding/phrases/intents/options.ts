import type { PhraseTable } from "../../lexicon.ts";

/** In parts, or by an agreement; without a figure it is a question about what is possible. */
export const instalments: PhraseTable<"instalments"> = {
  says: "instalments",
  es: [
    "(opciones|alternativas|facilidades|convenio|convenios|acuerdo|arreglo|refinanci*|reestructur*|repactar|repactacion|reprogramar|financiar|financiacion|fraccionar|diferir|negociar|negociacion|conciliar)",
    "(en|a|por|con) (cuotas|plazos|partes|pagos|parcialidades|abonos|mensualidades|letras|quincenas|facilidades)",
    "(plan|planes) de (pago|pagos|cuotas)",
    "(fraccionado|aplazar)",
    "(abonar|abonando|dando|pagando) (de a|poco|algo|por partes|en)",
    "(un|hacer) (abono|adelanto|anticipo)",
    "como (me|nos|podemos|puedo) .. (ayudar|ayudan|arreglar|arreglamos|solucionar)",
    "(puedo|podria) (abonar|pagar) (algo|una parte|menos|poco)",
  ],
  pt: [
    "(opcoes|parcelar|parcelado|parcelamento|parcela|parcelas|acordo|negociar|renegociar|dividir|entrada|proposta)",
    "(em|de) (vezes|parcelas)",
    "divid* .. em",
  ],
  en: [
    "(options|installments|instalments|settle|settlement|negotiate|arrangement|refinance)",
    "payment (plan|plans|options|arrangement)",
    "in parts",
  ],
  except: [
    "no .. (opciones|convenio|acuerdo|arreglo)",
    "de acuerdo",
    "(estoy|esta|quedo) de acuerdo",
    "segun .. acuerdo",
  ],
};

/** Less to pay. */
export const discount: PhraseTable<"discount"> = {
  says: "discount",
  es: [
    "(descuento|descuentos|rebaja|rebajita|rebajas|quita|condonacion|condonan|condonar|promocion|oferta|ofertas|rebajar|descuenten|perdonan)",
    "(haces|hacen|hace|hagan) .. (precio|descuento|rebaja)",
    "(lo|el) menos",
  ],
  pt: ["(desconto|descontos|abatimento)", "(tira|tirar|retirar|sem) .. juros"],
  en: ["(discount|waive)", "(lower|reduce) .. (payment|amount|interest)"],
};

/** More time, without a day. */
export const time: PhraseTable<"time"> = {
  says: "time",
  es: [
    "(mas|un|algun|dar|deme|denme|necesito|pido) .. (plazo|plazito|tiempo|tiempito|prorroga|ampliacion|aplazamiento|chance|oportunidad|extension|espera)",
    "(espereme|esperame|espera|esperen|aguanta|aguante|aguantame|aguantar|aguanten|esperar|esperarme|aguantarme)",
    "(mas|mas) (adelante|adelantito|tarde|rato)",
    "(yo|luego|despues) (le|les|te|os)? (aviso|confirmo|digo|hablo|llamo|escribo)",
    "(le|les|te) (aviso|confirmo|escribo) (luego|despues|manana|cuando|mas)?",
    "(aplazamiento|posponer|postergar|prorroga|plazo|plazito)",
    "cuando (cobre|me paguen|pueda|tenga|me)",
    "hasta (que|cuando) .. (cobre|paguen|pueda|tenga)",
  ],
  pt: [
    "(mais|um) (tempo|prazo|pouco)",
    "prazo",
    "(espera|esperar|aguarda|aguardar)",
    "(mais|so) .. (para|pra) frente",
    "quando (eu)? receber",
    "agora nao (consigo|posso|da)",
  ],
  en: ["(more|some) time", "extension", "(maybe|pay) later", "(give|until) .. until"],
  except: ["no aguanto"],
};
