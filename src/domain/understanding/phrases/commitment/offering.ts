import type { PhraseTable } from "../../lexicon.ts";

/** Puts an amount forward: "solo puedo", "le ofrezco", "faz por". */
export const offersAmount: PhraseTable<"offersAmount"> = {
  says: "offersAmount",
  es: [
    "(solo|solamente|apenas|nomas|puedo|podria|alcanzo|tengo|ofrezco|doy|propongo|ofrecer|ofreceria) .. (dar|pagar|abonar|tengo|tener|puedo|ofrecer|con|para|ofrezco|doy|darle|consignar|depositar|#|un|unos)",
    "(le|les|te|os) (ofrezco|doy|propongo|puedo|dejo|alcanzo|daria|podria|ofreceria|hago|acepto)",
    "(acepta|aceptas|aceptan|aceptarian|reciben|recibe|sirve|vale|parece|recibirian) ..",
    "(solo|tengo|junte|junto|consegui|reuni|alcance) ..",
    "mi (propuesta|oferta|contrapropuesta|contraoferta|ultima|tope|limite|maximo) ..",
    "que (tal|dice|dices|decis|le parece|te parece) ..",
    "(subo|partimos|redondeemos) .. (a|en|con|por|#|un|una|de|la)",
    "(hasta|maximo|tope|como mucho|a lo sumo|cuando mucho) .. (#|un|le|puedo|doy|llego)",
    "(y|que tal|y si) (si)? (mejor|le|te|les|son|fueran|pago|doy|damos)",
    "(lo que|es lo que|lo unico que) (hay|tengo|puedo|puedo dar|te puedo|le puedo)",
    "(ofrezco|propongo|ofrecer|ofrecerle|contraoferto|contrapropongo|contrapropuesta|contraoferta)",
    "(me presta|me prestan|me presto)",
    "me (alcanza|da) (para|con)",
    "yo digo",
    "(puede ser|podria ser|podrian ser|pueden ser|seria|serian) .. (#|un|unos|de)",
  ],
  pt: [
    "(so|apenas|somente) .. (consigo|posso|tenho|pago|dou|da|#)",
    "(consigo|posso|dou|aceito|topo|fecho|fechamos|fechava|faco) (pagar|dar|fazer|em|por|com|so|ate)?",
    "pago (em|por|com|so|ate)",
    "(ofereco|proponho|contraproponho|aceita|aceitam|quer|topa|topam|toparem|oferta|limite|proposta)",
    "tenho .. (aqui|na mao|so|#)",
    "(no|ao) (max|maximo)",
    "que tal",
    "(o que|tudo que) (eu)? (posso|tenho|consigo|da)",
    "(da|cabe|cabia) $",
  ],
  en: [
    "can only",
    "(only|can|could) (do|pay|afford|give|offer|manage)",
    "(would|will|could|can) (you|they|u) (take|accept|do|settle)",
    "(offer|offering|propose|counter|countering|counteroffer)",
    "(how|what) about",
    "(best|most) i (can|could)",
    "(ill|i will|i can|id|let me) (give|do|pay|offer|settle)",
    "(i have|ive got|i got) .. (#|only|about)",
  ],
};

/** Asks that our figure become another: "bájele a", "déjelo en", "faz por". */
export const lowers: PhraseTable<"lowers"> = {
  says: "lowers",
  es: [
    "(bajele|bajale|bajenle|bajalo|bajen|baje|baja|bajemos|dejelo|dejalo|dejemelo|dejamelo|dejenmelo|dejenlo|dejemoslo|quedese|quedate|pongale|ponle|ponele|hagalo|hazlo|hacelo|hagamoslo|cerremos|cerramos|cerremoslo|cambiele|cambialo|que sean|que sea|que quede|quede|me quede|queda) .. (a|en|con|por|#|un|una|de|la)",
  ],
  pt: [
    "(faz|fas|faca|fazem|fecha|fecham|bota|botar|botarem|poe|ponhe|coloca|deixa|deixe|baixa|baixar|baixe|desce|desca|chega|chegar|reduz|se fosse|fosse) .. (por|para|em|a|de|#|um|uns|mais)",
  ],
  en: ["(make it|lets say|lets do|settle for|bring it down to|lower it to|drop it to|knock it down)"],
};

/** The amount is to be the end of it: less than what is owed, for all of it. */
export const settles: PhraseTable<"settles"> = {
  says: "settles",
  es: [
    "(y|e) (cerramos|cierro|cierra|queda|quedamos|quedo|nos olvidamos|nos vamos|me olvido|ya|listo|asunto|no se habla|me dan|me da|nada mas|chao|chau|muere|punto|borran|se acaba|se acabo|terminamos|finiquito|finiquitamos|me quitan|me borran|estamos)",
    "(queda|quedar|quede|quedamos|quedo|dar|dan|da|dando|doy) .. (saldado|saldada|saldo|a mano|paz|cancelado|cancelada|en cero|en ceros|cerrado|cerrada|finiquitado|amigos|liquidado)",
    "(paz y salvo|carta de no adeudo|finiquito|carta finiquito|libre deuda|saldo cero|por todo|por el total|de contado|al contado|a la vista|en un solo pago|en una sola exhibicion|pago unico|unico pago|un solo desembolso|unico desembolso|cierre definitivo|solucion definitiva|liquidar todo|saldar todo)",
    "me (cierra|cierran|borra|borran|quita|quitan|saca|sacan|dan|limpian) .. (cuenta|deuda|reporte|resto|lista|carta|caso|baja)",
    "(borron y cuenta nueva|cerraditos|cerrados|redondo|redondos)",
  ],
  pt: [
    "(e) (fecha|fechamos|encerra|encerramos|quita|acabou|morre|pronto|ja era|esquece|a gente esquece|ponto|fim|zera)",
    "(quita|quitar|zera|encerra|encerrar|mata|fecha) (tudo|a divida|isso|o assunto)",
    "(a vista|parcela unica|encerramento|quitacao|carta de quitacao|no total|valor total|pelo total)",
  ],
  en: [
    "(to|and) (settle|close|clear|call|be done|finish|end|were|thats)",
    "(in full|settlement|lump sum|call it even|be done with)",
  ],
};

/** What is left after the first payment. */
export const rest: PhraseTable<"rest"> = {
  says: "rest",
  es: [
    "(resto|demas|restante|faltante|saldo|sobrante|diferencia|remanente)",
    "lo (que falta|otro|que queda|que reste|que me falta|que quede|que sobra)",
    "(la otra|otra|y la|y|y otra) (mitad|parte)",
    "(el otro|otro) (50|cincuenta)",
  ],
  pt: ["(resto|restante|que sobrar|o que sobra)", "o que falta", "(a outra|outra|e) (metade|parte)"],
  en: ["(rest|remaining|remainder|balance)", "the other (half|part)"],
  except: ["(ver|mi|cual|cuanto|consultar|su) saldo", "(los|las|todo lo) demas", "(whats|my|the) balance"],
};

export const now: PhraseTable<"now"> = {
  says: "now",
  es: [
    "(ahora|ya|inmediato|enseguida|inicial|adelanto|anticipo|enganche|pie|entradita|al toque|al tiro|de entrada)",
    "de una",
  ],
  pt: ["(agora|entrada|ja|de cara|sinal)"],
  en: ["(now|upfront|immediately)", "(right away|down payment|up front)"],
  except: ["ya (no|que|se|me|le|te|les)", "sin (inicial|pie|enganche|entrada)", "sem (entrada|sinal)"],
};

export const half: PhraseTable<"half"> = { says: "half", es: ["mitad"], pt: ["metade"], en: ["half"] };

/** A part, without saying how large: what is promised is not the whole. */
export const aPart: PhraseTable<"aPart"> = {
  says: "aPart",
  es: [
    "(una parte|un abono|una partecita|algo|un poco|un pedazo|lo que pueda|lo que tenga|una cuota|la primera|la cuota|una letra|una mensualidad|la mensualidad|no todo|aunque sea algo|lo que alcance|la primerita|la inicial|el enganche)",
  ],
  pt: [
    "(uma parte|um pouco|alguma coisa|uma parcela|a primeira|a parcela|o que der|o que puder|a entrada|nao tudo|a segunda parcela)",
  ],
  en: ["(part of|some of|something|a little|a bit|one payment|the first)"],
  except: ["(por|hay|pasa|debo|falta|es) algo"],
};

/** One figure in the place of another. */
export const instead: PhraseTable<"instead"> = {
  says: "instead",
  es: ["(en vez|en lugar) de"],
  pt: ["(em vez|ao inves|em lugar) de"],
  en: ["(instead of|rather than)"],
};

/** That figure is not acceptable: "80 es mucho", "600 tá louco". */
export const tooMuch: PhraseTable<"tooMuch"> = {
  says: "tooMuch",
  es: [
    "(es|son|esta|estan|esa es|me queda|queda|quedan|sigue siendo|me parece|se me hace|se me hacen|parece|sale|resulta) (muy|demasiado|mucho|muchos|bastante|mucha) (alto|alta|altos|altas|caro|cara|caros|caras|pesado|pesada|duro|dura|grande|pegado|pegada|plata|dinero|lana|guita)?",
    "(esta|ta|estan) (dificil|cara|caro|carisimo|carisima|pesado|pesada|alta|alto|puesta|brava|bravo|imposible|salado|salada)",
    "(ustedes|usted|me|dices|dijeron|dicen|pide|piden|pides|quieren|quiere) (dices|dicen|piden|quieren|pide|quiere|cobran|ofrecen|ofrece) ..",
    "(ni) #",
    "# (no|nao|tampoco|ni loco|ni en suenos)",
    "(muy|demasiado|mucho|super|re) (caro|cara|alto|alta|altas|altos|pesado|pesada|dinero|dura|duro)",
    "ni para usted ni para mi",
  ],
  pt: [
    "(e|ta|esta|fica|acho|sao|tava|ficou|muito|mt) (muito|mto|mt|caro|cara|puxado|puxada|pesado|pesada|alto|alta|salgado|salgada|louco|demais|osso)",
    "(voces|vcs) (pediram|querem|pedem|falaram|cobram) ..",
    "nem #",
  ],
  en: [
    "(too|way too|so) (much|high|expensive|steep)",
    "(instead of|rather than)",
    "(you want|you asked|you said|youre asking) ..",
  ],
};

/** Bit by bit, without saying how many or how much. */
export const bitByBit: PhraseTable<"bitByBit"> = {
  says: "bitByBit",
  es: [
    "de a (poco|poquito|poquitos|pocos|puchitos|puchos|partes)",
    "(en|por|con|de|a|unas|unos) (cuotitas|quotas|contados|abonos|abonitos|parcialidades|partecitas|pedazos|pagitos|partes|quincenas|mensualidades|plazos|letras|armadas|cuotas)",
    "(cuotitas|abonitos|pagitos|cuotas) (pequenas|pequenitas|chiquitas|comodas|bajitas|mensuales|semanales|quincenales)",
    "(por|pago|pagos|pagar|pagarle|pagarles|pagarlo|ir|dar|dando|abonar|abonando|abonos|pagando) .. (mensual|mensuales|mensualmente|quincenal|quincenales|semanal|semanales|semanalmente|cada mes|cada semana|cada quincena|al mes|por mes|por semana|por quincena|poco a poco|de a poco|en partes|por partes)",
    "poco a poco",
    "(mensual|quincenal|semanal) si",
    "(cuantas|cuantos) (cuotas|meses|pagos|plazos|letras|quincenas)",
  ],
  pt: [
    "(aos poucos|aos pouquinhos|pouco a pouco|pago picado|pagar picado|parcelado|parcelada|parcelinha|parcelinhas|no carne|em carne|de pouquinho|pouquinho por)",
    "(em|de|quantas|varias|muitas|mais) (vezes|parcelas|parcelinhas|prestacoes)",
    "(fazer|pagar|pago|dando|dar) .. (quinzenal|semanal|mensal|cada mes|por mes|por semana|toda semana|todo mes)",
    "(parcela|parsela|parcelam|parcelar|dividir|divide|dividem|fraciona)",
  ],
  en: [
    "(in|by|with|into) (installments|instalments|parts|payments|chunks)",
    "(a little at a time|bit by bit|little by little|over time|payment plan|monthly payments|weekly payments|spread it|split it)",
  ],
};
