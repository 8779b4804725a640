import type { PhraseTable } from "../lexicon.ts";

/** What people want that binds nobody. */
export type Intent =
  | "pay"
  | "options"
  | "howMuch"
  | "balance"
  | "howToVerify"
  | "refusal"
  | "greeting"
  | "thanks"
  | "rejection";

const refusal: PhraseTable<"refusal"> = {
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

const rejection: PhraseTable<"rejection"> = {
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

const pay: PhraseTable<"pay"> = {
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

const options: PhraseTable<"options"> = {
  says: "options",
  es: [
    "(opciones|alternativas|facilidades|convenio|convenios|acuerdo|arreglo|refinanci*|reestructur*|repactar|repactacion|reprogramar|financiar|financiacion|fraccionar|diferir|negociar|negociacion|conciliar)",
    "(en|a|por|con) (cuotas|plazos|partes|pagos|parcialidades|abonos|mensualidades|letras|quincenas|facilidades)",
    "(descuento|descuentos|rebaja|rebajita|rebajas|quita|condonacion|condonan|condonar|promocion|oferta|ofertas|rebajar|descuenten|perdonan)",
    "(haces|hacen|hace|hagan) .. (precio|descuento|rebaja)",
    "(lo|el) menos",
    "(plan|planes) de (pago|pagos|cuotas)",
    "(mas|un|algun|dar|deme|denme|necesito|pido) .. (plazo|plazito|tiempo|tiempito|prorroga|ampliacion|aplazamiento|chance|oportunidad|extension|espera)",
    "(espereme|esperame|espera|esperen|aguanta|aguante|aguantame|aguantar|aguanten|esperar|esperarme|aguantarme)",
    "(mas|mas) (adelante|adelantito|tarde|rato)",
    "(yo|luego|despues) (le|les|te|os)? (aviso|confirmo|digo|hablo|llamo|escribo)",
    "(le|les|te) (aviso|confirmo|escribo) (luego|despues|manana|cuando|mas)?",
    "(fraccionado|aplazar|aplazamiento|posponer|postergar|prorroga|plazo|plazito)",
    "(abonar|abonando|dando|pagando) (de a|poco|algo|por partes|en)",
    "(un|hacer) (abono|adelanto|anticipo)",
    "como (me|nos|podemos|puedo) .. (ayudar|ayudan|arreglar|arreglamos|solucionar)",
    "(puedo|podria) (abonar|pagar) (algo|una parte|menos|poco)",
    "cuando (cobre|me paguen|pueda|tenga|me)",
    "hasta (que|cuando) .. (cobre|paguen|pueda|tenga)",
  ],
  pt: [
    "(opcoes|parcelar|parcelado|parcelamento|parcela|parcelas|acordo|negociar|renegociar|desconto|descontos|prazo|dividir|entrada|proposta|abatimento)",
    "(em|de) (vezes|parcelas)",
    "(tira|tirar|retirar|sem) .. juros",
    "(mais|um) (tempo|prazo|pouco)",
    "(espera|esperar|aguarda|aguardar)",
    "(mais|so) .. (para|pra) frente",
    "divid* .. em",
    "quando (eu)? receber",
    "agora nao (consigo|posso|da)",
  ],
  en: [
    "(options|installments|instalments|discount|settle|settlement|negotiate|arrangement|waive|extension|refinance)",
    "payment (plan|plans|options|arrangement)",
    "(more|some) time",
    "(maybe|pay) later",
    "(give|until) .. until",
    "(lower|reduce) .. (payment|amount|interest)",
    "in parts",
  ],
  except: [
    "no .. (opciones|convenio|acuerdo|arreglo)",
    "de acuerdo",
    "(estoy|esta|quedo) de acuerdo",
    "segun .. acuerdo",
    "no aguanto",
  ],
};

const howMuch: PhraseTable<"howMuch"> = {
  says: "howMuch",
  es: [
    "(cuanto|cuanta|cuantos) (es|debo|debe|tengo|seria|sale|cuesta|me|les|le|te|os|va|falta|hay|estoy|queda|plata|toca|adeudo|quedo|vale|viene|dinero)",
    "en cuanto (voy|va|esta|estoy|quedo|sale|queda|quedaria)",
  ],
  pt: ["(quanto|quantas) (e|eu|devo|estou|ta|to|que|falta|fica|deu|esta|tenho|deve|era|sai|seria)"],
  en: ["how much .. (owe|is|do|left|balance|it|total|due)"],
  except: [
    "(cuanto|quanto) (antes|tiempo)",
    "(en|por|a) cuant* (cuotas|pagos|plazos|vezes|partes)",
    "cuanto es lo menos",
  ],
};

const balance: PhraseTable<"balance"> = {
  says: "balance",
  es: [
    "(mi|el|cual|saber|ver|regaleme|deme|dame|dime|digame|consultar|conocer|decir|decirme|cual es) .. (saldo|deuda|total|monto|adeudo|valor a pagar|estado de cuenta)",
    "^ (saldo|deuda|balance|mi saldo|total) $",
    "(estado|resumen) de cuenta",
    "(de|por|a) (que|cual) (es|son|cuenta|deuda|factura|concepto|corresponde|se|producto|servicio) .. (eso|esto|esa|ese|deuda|cobro|debe|cuenta|hablan)?",
    "de donde sale",
    "que (deuda|cuenta|debo|incluye|factura|cobro|concepto|estoy debiendo|me estan cobrando|cobran)",
    "por que (me|debo|estoy|les|cobran|llega) .. (cobran|cobrando|llega|debo|esto|cobro)?",
    "porque .. (cobran|cobrando|debo)",
    "(detalle|detalles|desglose|factura|soporte) .. (de|del|deuda|cuenta|cobro)",
    "(cuando|desde cuando) (vence|vencio|debo|se vence|vencia)",
    "que (me|estoy) .. (cobrando|debiendo)",
  ],
  pt: [
    "(qual|meu|ver|saber|consultar|o) .. (saldo|divida|debito|total)",
    "^ (saldo|divida|valor) $",
    "(de|do) que (e|se|seria) .. (divida|isso|cobranca)?",
    "que divida",
    "(detalhe|detalhes|detalhar|fatura|extrato) .. (da|fatura|divida|de|conta)?",
    "por que .. (cobrando|devendo|cobranca|devo)",
  ],
  en: [
    "(my|the|whats|current) .. (balance|total|amount|debt)",
    "^ (balance|amount) $",
    "what (is|do|am|are) (this|i|it|that|you) (for|owe|about|paying|charging)",
    "(invoice|bill|account) (details|detail|statement)",
    "(when|why) (was|is|do|am) .. (due|owe|charged|getting)",
  ],
  except: [
    "(cuanto|quanto) (antes|tiempo)",
    "como .. estado",
    "(en|por|a) cuant* (cuotas|pagos|plazos|vezes|partes)",
    "no (es|era) .. (valor|saldo)",
  ],
};

const howToVerify: PhraseTable<"howToVerify"> = {
  says: "howToVerify",
  es: [
    "(estafa|fraude|phishing|timo|fraudulento|estafarme|robarme) .. $",
    "(es|sea|seria|sera|parece) .. (estafa|fraude|real|verdad|oficial|confiable|seguro|cierto|broma|engano|legitimo)",
    "(como|quien) (se|puedo|compruebo|verifico|confirmo|garantiza|confio|sabemos|me) .. (que|verificar|comprobar|confiar|saber|escribe|ustedes|garantiza|confirma|estafa)",
    "(como|donde) .. (verifico|verificar|compruebo|comprobar|confirmar|confirmo)",
    "(quien|quienes|quen) (es|son|eres|habla|escribe|me|sos|envia|llama|manda|te|les|es usted|hablo) .. (escribe|habla|contacta)?",
    "con quien (tengo|hablo|estoy|me)",
    "(de|que|cual|a) (que|es|cual) (empresa|compania|banco|entidad|parte|almacen|negocio|tienda)",
    "(que|cual) (empresa|compania|banco|entidad)",
    "de parte de (quien|que|cual)",
    "(de donde|donde|como|quien) .. (sacaron|saco|obtuvieron|consiguieron|tienen|dio|obtuvo|sacan|tiene) .. (numero|datos|celular|contacto|telefono)",
    "no (confio|me fio)",
    "no (doy|dare|voy a dar|suministro) .. (datos|informacion|numero|cedula|documento)",
    "(para que|por que) .. (datos|cedula|documento|piden|necesitan)",
    "de donde (me)? (escriben|llaman|son|hablan|escribe|habla)",
    "son (de verdad|reales|confiables)",
  ],
  pt: [
    "(e|isso|seria|parece) .. (golpe|fraude|verdade|confiavel|seguro|real|oficial|serio)",
    "golpe $",
    "(quem|qual|que) (e|esta|fala|empresa|sao|ta) .. (falando|voce|voces|empresa|isso)?",
    "(como|onde) .. (sei|saber|confirmo|confirmar|verifico|verificar|confiar|conseguiram|pegaram)",
    "de (onde|qual|que) .. (empresa|banco|loja|falam|fala|sao|pegaram)",
  ],
  en: [
    "(is|are|this|it) .. (scam|legit|legitimate|real|fraud|official)",
    "(how|why) (do|can|should) i (know|verify|trust|check|confirm)",
    "who (is|are|am|sent) (this|you|i|it) .. (talking|speaking)?",
    "(which|what) (company|bank|business)",
    "(how|where) .. (get|got) .. number",
  ],
  except: [
    "(son|sois) (unos|una|un) .. (estafa|fraude|estafadores)",
    "(es|de|el) (verdad|cierto) que",
    "no (es|e) (seguro|verdad|cierto|real)",
  ],
};

const greeting: PhraseTable<"greeting"> = {
  says: "greeting",
  es: [
    "(hola|holaa|ola|holis|buenas|alo|aloo|saludos|holi|wenas|quiubo|quihubo|hey)",
    "(buen|buenos|buena) (dia|dias|tardes|noches|tarde|noche)",
    "que (tal|hubo|mas|onda)",
  ],
  pt: ["(oi|ola|opa|oii|eai)", "(bom|boa) (dia|diaa|tarde|tardee|noite|noitee)", "(tudo|td) (bem|bom)", "e ai"],
  en: ["(hello|hi|hii|hey|hiya)", "good (morning|afternoon|evening|day)"],
};

const thanks: PhraseTable<"thanks"> = {
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

export const INTENTS: readonly PhraseTable<Intent>[] = [
  refusal,
  rejection,
  howToVerify,
  options,
  howMuch,
  pay,
  balance,
  thanks,
  greeting,
];
