import type { MessageKind } from "../../outreach/holds.ts";
import { CO } from "../countries/colombia.ts";
import { AMOUNTS } from "./amounts.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

const RECEIPT = ["receipt"] as const satisfies readonly MessageKind[];
const CONFIRMING = ["receipt", "agreement"] as const satisfies readonly MessageKind[];

const PARTS = {
  ...AMOUNTS,
  near: "[^.?!;]{0,30}?",
  /** Not denied: "no debe nada más", "ya no queda ningún pago", "you don't have to pay". A comma ends what a no denies. */
  unsaid:
    "(?<!\\b(?:no|nao|not|never|nunca|nada|nothing|sin|sem|without|cannot|\\w{1,6}n't|ningun\\w{0,2}|nenhum\\w{0,1}|ni|nem|nor)(?: (?:le|te|lhe|nos|se|lo|me|ya|mas|mais|any|more|usted|voce|you|tiene|tienes|tem|hay|ha|have|has|need|will|debe|deve|queda|quedan|falta|faltan|resta|restam|que|de|ningun|ninguna|nenhum|nenhuma|un|una|um|uma|otro|otra|outro|outra|su|sus|tu|seu|sua|your|the|a|is|are|longer|further|there|that)){0,4} )\\b",
  your: "(?:el |la |los |las |su |sus |tu |tus |un |una |o |a |os |as |seu |sua |seus |suas |um |uma |the |your |an |another |otro |otra )",
  payment:
    "(?:pagos?|cuotas?|abonos?|vencimientos?|parcelas?|pagamentos?|mensualidad(?:es)?|mensalidades?|faturas?|facturas?|boletos?|vencimentos?|payments?|instal?lments?|invoices?|bills?)",
  /** Verbs of paying, as they stand after "debe" or "you can". */
  pay: "(?:pagar|abonar|consignar|transferir|depositar|cancelar|liquidar|saldar|cubrir|quitar|ponerse al dia|pay|settle|clear|transfer|deposit)",
  count:
    "(?:\\d{1,3}|un|una|um|uma|one|dos|dois|duas|two|tres|three|cuatro|quatro|four|cinco|five|seis|six|otr[oa]s?|outr[oa]s?|mas|more|some|varios|varias)",
  /** Not what the payment was for: "recibimos el pago de su saldo pendiente". */
  unpaid:
    "(?<!\\b(?:pago|abono|pagamento|payment)s? (?:\\w{1,12} )?(?:de|del|do|da|of|a|al|ao|to|for) (?:su |tu |el |seu |o |your |the )?)",
  /** Money that is the debtor's: paid in excess, it is no debt. */
  notowed:
    "(?![\\d.,]{0,20}[*_]{0,2} (?:a (?:su |tu |seu )?favor|como (?:abono|credito)|in (?:credit|your favou?r)|as credit))",
  /** What is about the plan that was agreed, where "para pagar la deuda" says what the plan is for. */
  agreed:
    "(?<!\\b(?:acuerdo|plan|plano|acord\\w{0,5}|convenio|promes\\w{0,3}|compromiso|cuotas|parcelas|pagos|plazos|agreement|agreed|arrangement|instal?lments|payments)(?: [^ .?!;]{1,15}){0,6} )",
};

const ADVICE = {
  es: "Quita el cobro: di qué se recibió o se acordó, cuándo y con qué número. Lo que falta se responde cuando lo preguntan.",
  "pt-BR":
    "Tire a cobrança: diga o que se recebeu ou se combinou, quando e com que número. O que falta se responde quando perguntam.",
  en: "Take the demand out: say what was received or agreed, when and under which number. What is left is told when they ask.",
};

/**
 * The law that exempts a confirmation from hours says that it demands nothing (Ley 2300 de 2023, art. 8). Elsewhere it is
 * the house's, and as strict: in every country a confirmation passes the holds that stop a demand (`STOPPED_BY`), so that
 * a demand in a receipt would reach whoever disputes, is in hardship or has promised.
 */
const CLAUSES = { CO: CO.operation, elsewhere: ANYWHERE.noDemand };

/** Asking for money in the confirmation of an operation: orders, reminders, invitations, and ways to pay. */
export const DEMAND_IN_CONFIRMATION: WordRule = {
  id: "demand_in_confirmation",
  severity: "forbidden",
  clauses: CLAUSES,
  kinds: { elsewhere: CONFIRMING },
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    // Orders. After "que" or "cuando" the same form of the verb orders nothing.
    "{unsaid}(?<!\\b(?:que|cuando|quando|quien|quem|como|donde|onde) (?:usted |voce |ya )?)(?:pague|paguen|pagues|abone|abonen|consigne|consignen|transfiera|transfiram?)(?:n?lo|n?la)?\\b",
    "(?:^|[.!?;:] ?|\\bpor favor,? )(?:paga|pagalo|pagala|abona|abonalo|transfiere|deposita|deposite|liquida|pay|settle)\\b(?! (?:a|al|por|de|para) )",
    "{unsaid}(?:cancele|liquide|salde|cubra|quite|deposite|settle|clear) (?:ya |hoy |ahora |agora |hoje )?{your}(?:saldo|deuda|divida|debt|balance|resto|restante|rest|remaind\\w+|total|valor|diferenc\\w+|difference|{payment}|account)\\b",
    "{unsaid}(?:haga|hagan|haz|realice|realiza|efectue|efectua|complete|faca|realize|efetue|make|complete){near}\\b(?:pago|abono|transferencia|consignacion|deposito|pagamento|pix|payment|transfer|deposit)\\b",
    "\\b(?:pedimos|rogamos|solicitamos|necesitamos|precisamos|esperamos|exigimos|invitamos|convidamos|recordamos|lembramos|remind you|ask you|invite you|need you|expect you|would like you|want you) (?:a |to |que |de )?(?:usted |voce )?(?:pag\\w+|abon\\w+|cancel\\w+|transf\\w+|quit\\w+|pay|settle|clear|regulari\\w+)",
    "{unsaid}(?:debe[ns]?|deve[ms]?|debera[ns]?|devera|tiene[ns]? que|tem (?:que|de)|hay que|necesita[ns]?|precisa|le toca|te toca|must|need to|needs to|have to|please|por favor,?) {pay}\\b",
    "\\bplease,? (?:pay|settle|clear|make|complete|send|transfer)\\b|\\bkindly (?:pay|settle|clear|make)\\b",
    "{unsaid}(?:cancele|deposite|consigne|transfiera|transfira|abone|send|transfer|deposit) (?:los |las |os |as |the )?(?:otr[oa]s |outr[oa]s |other |remaining )?{money}",
    "\\b(?:cuando|que dia|en que fecha|quando|em que dia|when)(?: \\w+){0,3}? (?:pag\\w+|abon\\w+|pay)\\b[^.!;?]{0,40}\\?|\\bwhen (?:you will|you'll|will you|can you) pay\\b|\\b(?:cuando|quando) (?:va a|puede|podra|piensa|vai|pode) pagar\\b",
    // Reminders, and being waited for. To keep the receipt is no demand.
    "\\b(?:no (?:se )?olvides?|no te olvides|no deje(?:s|n)? de|nao (?:se )?esqueca|nao deixe de|don't forget|do not forget|remember|recuerd[ae]|recuerde[ns]?|lembre(?:-se)?|(?:le|te) recordamos|lembramos|we remind you|reminder|recordatorio|lembrete)(?:(?!\\b(?:guard|conserv|recib|comprob|comprov|receipt|keep|sav))[^.?!;]){0,40}?\\b(?:pag\\w+|cuotas?|saldo|abon\\w+|venc\\w+|parcelas?|faturas?|facturas?|pay\\w*|instal?lments?|due|balance|debe|deve|owe\\w*|deuda|divida|debt|al dia|em dia|up to date)",
    "\\b(?:esperamos|(?:quedamos|estamos) (?:a la espera|atentos|pendientes)|aguardamos|ficamos no aguardo|we (?:expect|await|are awaiting|look forward to|are waiting for))\\b[^.?!;]{0,50}?\\b(?:pagos?|abono|cuota|pagamento|parcela|payment|instal?lment|resto|restante|rest|balance)\\b",
    "\\b(?:lo|la|los|las|les|te) esperamos (?:el|este|en|no|o) [^.?!;]{0,40}?\\b(?:{payment}|otr[oa]s?|outr[oa]s?|{money}|resto|segund[oa]|tercer[oa]?|proxim[oa]|siguiente)",
    "\\b(?:nos vemos|hasta|ate|see you) (?:el |este |o |no |on )[^.?!;]{0,30}?\\b(?:para|con|com|for|with) (?:la |el |a |o |the )?(?:segund[oa]|tercer[oa]?|proxim[oa]|siguiente|otr[oa]|next|second|third|{payment})\\b",
    "\\b(?:no se atrase|no te atrases|nao (?:se )?atrase|don't (?:be late|fall behind|miss)|do not (?:be late|fall behind|miss)|no (?:falle|incumpla)|agradec\\w+ (?:pagar|abonar|realizar|(?:su|seu|o) pronto))\\b",
    // Invitations, and what to type or tap for a link.
    "\\b(?:puede[ns]?|podes|queres|podra|pode|podera|podria|quiere[ns]?|desea|quiser|quer|deseja|prefiere|prefere|can|may|could|want to|wish to|would like to|would you like to) {pay}(?:lo|la)?\\b{near}\\b(?:aqui|aca|ahora|ya|hoy|antes|resto|saldo|lo que|o que|en linea|online|here|now|today|early|earlier|rest|remain\\w+|agora|hoje|restante|link|enlace|https?|pagina|page|pagar|pay|escrib\\w+|escreva|write)\\b",
    "\\b(?:escriba|escribe|escribir|escribanos|responda|responde|toque|toca|envie|envia|digite|escreva|write|reply|text|send|tap|type|press)(?: (?:la palabra|a palavra|with|con|com|the word|en|em|on))? ?[\"«*'_“]{0,3}(?:pagar|pay|pago)\\b",
    "{agreed}\\bpara (?:pagar|abonar|cancelar|quitar)(?:lo|la)? (?:el|la|los|las|su|lo que|o|a|seu|sua|aqui|ahora|agora|ya|entre|use|ingrese|acesse|toque|haga|clique|en linea|online)\\b",
    "{agreed}{unsaid}to (?:pay|settle|clear) (?:it|the|your|here|now|online|what)\\b",
    "\\b(?:pagar|pay) (?:ahora|agora|now)\\b",
    // Ways to pay, unless the address is the receipt's.
    "{unsaid}(?:link|enlace|liga|boton|botao|pagina|codigo (?:qr|de barras)|pix copia e cola|page|button) (?:para |de |do |da |for |to )(?:el |la |su |o |a |seu |sua |the |your )?(?:pag\\w+|pay\\w*|cobr\\w+|proxim\\w+|siguiente|next)",
    "{unsaid}(?:payment|pay|checkout|billing) (?:link|page|button)\\b|\\bpix copia e cola\\b|\\b(?:segue|aqui esta|adjunto|anexo|le envio|le enviamos) (?:o |el |la |seu |su )?(?:boleto|enlace|link|factura|fatura)\\b",
    "\\bhttps?:\\/\\/(?!\\S{0,60}(?:recib|receipt|comprob|comprov))\\S{0,60}?(?:\\/p\\/|\\bpag(?:o|os|a|ar|ue|amentos?)?\\b|\\bpay\\b|payment|checkout|cobr)",
    // What happens otherwise, and how to prevent it.
    "\\b(?:evite[ns]?|evita|evitar|evitarse|avoid|prevent){near}\\b(?:interes\\w*|moras?|recargos?|juros|multas?|atrasos?|cargos|encargos|cobr\\w+|fees?|charges|interest|penalt\\w+|arrears|report\\w*|cortes?|suspens\\w+)",
    "\\b(?:si|se) (?:no|nao) (?:\\w+ )?(?:pag\\w+|abon\\w+|cumpl\\w+|cumpr\\w+|recib\\w+ (?:su|el) pago)|\\b(?:if|unless) you (?:do not |don't |fail to )?pay",
    "\\b(?:pongase|ponte|ponerte|mantengase|mantente|fique|mantenha(?:-se)?|keep your account|stay|get) (?:\\w+ )?(?:al dia|em dia|up to date|current)\\b|\\b(?:para|to) (?:seguir|estar|quedar|ponerse|continuar|mantenerse|ficar|stay|be|keep|get|become|remain) (?:al dia|em dia|up to date|current)\\b",
    "{unsaid}(?:regularice|regularize)\\b|\\b(?:para|debe|deve|puede|pode) regularizar\\b",
  ),
};

/** What is still owed and when the next payment is due, in the receipt of another: nobody asked. */
export const STILL_OWED_IN_RECEIPT: WordRule = {
  id: "still_owed_in_receipt",
  severity: "forbidden",
  clauses: CLAUSES,
  kinds: { elsewhere: RECEIPT },
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "{unsaid}{unpaid}saldos?(?: \\w+)?(?: (?:pendientes?|restantes?|por (?:pagar|cancelar)|deudor(?:es)?|insolutos?|adeudados?|vencidos?|en mora|devedor(?:es)?|em aberto|pendentes?|remanescentes?|a pagar))(?!:? (?:es |e |de |is )?{nothing})",
    "{unsaid}{unpaid}(?:saldo|deuda|divida|adeudo|debito)\\b(?! a (?:su |tu |seu )?favor)(?: (?:total|actual|atual|nuevo|novo|restante|pendiente|de|es|e|queda|quedo|en|em|ahora|agora|hoy|hoje|actualizado|sigue|siendo|su|la|da|cuenta|conta)){0,5} ?:? ?(?:{money}|{bare})",
    "{unsaid}{unpaid}(?:balance|debt)\\b(?: (?:is|of|now|today|stands|at|remains|due|outstanding|your|account|on)){0,5} ?:? ?(?:{money}|{bare})",
    "{unsaid}{unpaid}(?:outstanding|remaining|unpaid) (?:balance|amount|{payment}|sum|debt)\\b(?!:? (?:is |of )?{nothing})",
    "{unsaid}(?:quedan?|restan?|restam|faltan?|faltam|fica|ficam|debe[ns]?|deve[ms]?|adeuda[ns]?|owes?|there (?:is|are|remains?)|remains?)(?: (?:por|pagar|abonar|un|um|saldo|de|solo|aun|todavia|ainda|a|apenas|so|only|just|still|pendientes?|unicamente|total|mas|mais|us|nos)){0,4} (?:(?:{money}|{bare}){notowed}|{count} (?:\\w+ )?{payment}\\b|{count}(?= ?(?:[.,;!]|$))|(?:la |el |o |a |the )?(?:otra |outra |other )?(?:mitad|metade|half|resto|restante|rest)\\b|una (?:deuda|divida)\\b)",
    "(?<![\\w.,])(?:{money}|{bare})[*_]{0,2} (?:(?:are|is|remains?|still|que|aun|todavia|ainda|le|te|lhe|por|a) ){0,3}(?:left|to go|remaining|outstanding|por pagar|a pagar|pendientes?|pendentes?|restantes?|em aberto|faltan|faltam|restan|restam|quedan(?! (?:como|a|abonad\\w+|acreditad\\w+)\\b))\\b",
    "\\b(?:restantes?|remaining|pendientes?|pendentes?) ?:? (?:{money}|{bare}){notowed}",
    "\\b{count} (?:\\w+ )?{payment} (?:(?:are|is|still|por|a) ){0,2}(?:left|to go|remaining|outstanding|pagar|pendientes?|pendentes?|restantes?|em aberto|atrasad\\w+|vencid\\w+|overdue)\\b",
    "{unsaid}(?:aun|todavia|ainda|still) (?:nos |le |te |lhe )?(?:debe[ns]?|deve[ms]?|adeuda[ns]?|owes?|falta\\w*|resta\\w*)\\b(?! (?:verific|revis|confirm|analis))|\\b(?:sigue|continua|siguen) (?:debiendo|devendo|adeudando|owing)\\b|{unsaid}adeuda[ns]?\\b|\\b(?:lo que|o que) (?:le |nos |lhe |aun |todavia |ainda )?(?:debe|deve|falta|resta|queda|fica)\\b|\\bwhat (?:you (?:still )?owe|is (?:still )?(?:left|owed|due|outstanding))\\b",
    "{unsaid}qued(?:o|a|an|as|aste|aria) debiendo\\b",
    "\\b(?:solo|apenas|so|only|just|nada mas) (?:un[oa]?|dos|tres|cuatro|cinco|seis|uma?|dois|duas|quatro|one|two|three|four|\\d{1,2}) (?:mas|mais|more)\\b",
    "{unsaid}(?:solo |so |apenas |unicamente )?(?:falta[nm]?|faltaria|resta[nm]?|queda[n]?) (?:por )?(?:pagar|abonar|cancelar|quitar)\\b",
    // What was paid in excess may go to the next instalment: that is the operation.
    "{unsaid}(?<!\\b(?:a|al|ao|to|towards|against|na|no|en|em|para|for) (?:la |las |su |sus |tu |el |sua |seu |o |your |the )?)(?:proxim[oa]s?|siguientes?|next|following) {payment}\\b",
    "{unsaid}{payment} (?:siguientes?|que viene|seguintes?)\\b|\\b(?:proxim[oa]|siguiente|next|seguinte) (?:fecha|data|dia|due date|date|day)(?: (?:de|of|for))?(?: (?:pago|pagamento|vencimiento|vencimento|payment))?\\b|\\b(?:vencimientos?|vencimentos?|fecha limite|data limite|due date|deadline) ?:",
    "\\b(?:{payment}|saldo|resto|restante|rest|balance|it|amount|which)\\b[^.?!;]{0,20}?\\b(?<!\\b(?:no|nao|never|not) )(?:vence[nm]?|vencera[no]?|is due|are due|falls? due|becomes? due|comes? due|will be due)\\b",
    "{unsaid}(?:tiene[ns]?|presenta|registra|mantiene|sigue|esta|estan|continua|tem|possui|are|is|remains|have|has|hay|ha)(?: \\w+){0,3}? (?:vencid[oa]s?|pendientes?(?! (?:de (?:revis|verif|confirm|aprob|valid|anal)))|pendentes?(?! de (?:revis|verif|confirm|aprov|valid|anal))|atrasad[oa]s?|en mora|em atraso|em aberto|overdue|in arrears|past due|unpaid)\\b",
    "\\b(?:total|valor|monto|suma|importe|soma|quantia|amount|sum) (?:a pagar|due|owed|pendiente|pendente|por pagar|restante|em aberto|vencid[oa]|outstanding|remaining)\\b(?!:? (?:es |e |is )?{nothing})",
  ),
};
