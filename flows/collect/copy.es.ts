import type { Option } from "../vocabulary.ts";
import { linesIn } from "./lines.ts";
import type { Copy, Titles } from "./messages.ts";

// Plain Colombian Spanish, usted. One question a message; never a reason asked for (Ley 2300 de 2023, art. 7).

const titles: Titles = {
  yes: "Sí, soy yo",
  no: "No",
  pay: "Pagar ahora",
  options: "Ver opciones",
  balance: "Ver mi saldo",
  promise: "Elegir una fecha",
  paid: "Ya pagué",
  dispute: "No la reconozco",
  wrongPerson: "No soy esa persona",
  person: "Hablar con alguien",
  stop: "No me escriban",
  howToVerify: "Cómo comprobarlo",
};

const {
  money,
  day,
  inAWeek,
  listDay,
  options,
  says,
  confirmsPermission,
  confirmsPlan,
  confirmsPromise,
  suggests,
  debts,
  nextAgreed,
  instalments,
  offers,
  offerOptions,
} = linesIn("es", {
  titles,
  wasDue: "venció el",
  isDue: "vence el",
  more: (count) => `y ${count} más`,
  rhythm: { weekly: "pagos semanales", quincenal: "pagos quincenales", monthly: "pagos mensuales" },
  equal: (count, rhythm, each) => `${count} ${rhythm} de ${each}`,
  unequal: (count, rhythm, { first, later }) => `${count} ${rhythm}: ${first} y luego ${later}`,
  nextAgreed: (payment) => ` Próximo pago acordado: ${payment}.`,
  middle: (last, each, { rhythm, from }) => `2 a ${last}. ${rhythm} de ${each}, desde el ${from}`,
});

const hello = (name: string | undefined): string => (name === undefined ? "Hola." : `Hola, ${name}.`);
const DID_YOU_MEAN =
  "Disculpe, no le entendí bien. ¿Quiso decir una de estas opciones?\n\nSi no, escríbamelo con otras palabras.";
const goOn = (): Option[] => [{ id: "yes", title: "Sí, sigamos" }, { id: "no", title: "Ahora no" }, ...options("stop")];

export const spanish: Copy = {
  opening: ({ name, creditor }) =>
    says(
      `Hola, ${name}. Soy el asistente virtual de ${creditor} y le escribo por un asunto de su cuenta con nosotros. ¿Es usted?\n\nSi prefiere que le atienda una persona, escriba PERSONA. Si no quiere recibir mensajes, escriba NO ESCRIBIR.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "opening.isItYou": ({ name, creditor }) =>
    says(
      `Hola, gracias por responder. Soy el asistente virtual de ${creditor} y le escribo por un asunto de su cuenta. ¿Hablo con ${name}?\n\nSi prefiere una persona, escriba PERSONA.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  nudge: ({ name, creditor }) =>
    says(
      `Hola, ${name}. Soy de nuevo el asistente virtual de ${creditor} y hace unos días le dejé un mensaje. ¿Es usted?\n\nSi prefiere una persona, escriba PERSONA. Si no quiere mensajes, escriba NO ESCRIBIR.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "nudge.continue": ({ name, creditor }) => ({
    body: `Hola, ${name}. Soy el asistente virtual de ${creditor} y nuestra conversación quedó abierta. ¿Quiere que sigamos donde íbamos?`,
    options: goOn(),
  }),
  "welcome.verify": ({ name, creditor }) =>
    says(
      `${hello(name)} Soy el asistente virtual de ${creditor}. Para cuidar sus datos, primero confirmo que es usted: ¿cuáles son los últimos cuatro números de su documento, o su fecha de nacimiento?\n\nCon uno de los dos basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.ask": ({ name }) =>
    says(
      `Gracias${name === undefined ? "" : `, ${name}`}. Para cuidar sus datos, antes de seguir confirmo que es usted: ¿cuáles son los últimos cuatro números de su documento, o su fecha de nacimiento?\n\nCon uno de los dos basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.again": ({ triesLeft }) =>
    says(
      `Ese dato no coincide con el que tengo. ${triesLeft === 1 ? "Queda un intento" : `Quedan ${triesLeft} intentos`}. ¿Me escribe los últimos cuatro números de su documento, o su fecha de nacimiento (por ejemplo, 15/08/1990)?`,
      "howToVerify",
      "person",
    ),
  "verify.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: false }),
  }),
  "verify.howToVerifyUs": ({ creditor, howToVerifyUs }) =>
    says(
      `Hace bien en comprobarlo. Puede confirmar que este mensaje es de ${creditor} aquí: ${howToVerifyUs}\n\nNunca le pediremos claves, códigos ni datos de su tarjeta por este chat.`,
      "person",
      "stop",
    ),
  "verify.neutralClose": ({ creditor }) =>
    says(
      `Gracias por su tiempo. No pude confirmar los datos, así que por su seguridad termino aquí. Si necesita algo de ${creditor}, puede usar sus canales de atención de siempre.`,
    ),
  "stranger.askReference": ({ creditor }) =>
    says(
      `Hola. Soy el asistente virtual de ${creditor}. No tengo este número registrado. ¿Me comparte su número de referencia o de cliente para que una persona le ayude?`,
      "person",
      "stop",
    ),
  "stranger.close": ({ creditor }) =>
    says(`Gracias. Una persona del equipo de ${creditor} lo revisa y le responde por este chat.`),

  "balance.show": (words) =>
    says(
      `Esto es lo que tiene pendiente con ${words.creditor} al ${listDay(words.today)}:\n${debts(words)}\n\nTotal: *${money(words.owed)}*.${nextAgreed(words)} ¿Qué prefiere hacer?\n\nTambién puede escribir: ya pagué, no la reconozco, o no me escriban.`,
      "pay",
      "options",
      "person",
    ),
  "balance.nothingOwed": ({ creditor }) =>
    says(`Revisé su cuenta: no tiene nada pendiente con ${creditor}. Gracias por estar al día.`, "person", "stop"),
  "options.show": (words) => ({
    body:
      words.offers.length === 0
        ? `Su saldo es de *${money(words.owed)}*. Puede pagarlo completo, elegir una fecha, o escribirme su propuesta y una persona la revisa. ¿Qué le queda mejor?`
        : `Su saldo es de *${money(words.owed)}*. Puede pagarlo así:\n${offers(words.offers)}\n\nTambién puede escribirme su propuesta. ¿Cuál le queda mejor?`,
    options: [...offerOptions(words.offers), ...options("pay", "promise", "person")],
  }),
  "plan.confirm": ({ plan }) => ({
    body: `Este sería su acuerdo de pago por *${money(plan.total)}*:\n${instalments(plan)}\n\nSi un pago no llega en su fecha, lo revisamos con usted. Para que el acuerdo quede en firme, toque «Sí, acepto». ¿Lo acepta así?`,
    options: confirmsPlan(plan, { yes: "Sí, acepto", no: "No, ver otras" }),
  }),
  "plan.agreed": ({ plan, paymentLink }) =>
    says(
      `Listo, su acuerdo quedó registrado: ${plan.instalments.length === 1 ? "un pago" : `${plan.instalments.length} pagos`} por un total de ${money(plan.total)}. El primero es de *${money(paymentLink.amount)}* y lo puede hacer aquí:\n${paymentLink.url}\n\nApenas llegue, le envío el recibo. Para hablar con alguien, escriba PERSONA.`,
    ),
  "plan.beyondPolicy": () =>
    says(
      "Gracias por su propuesta. No puedo responderla yo: se la paso completa a una persona del equipo, que la revisa y le contesta por este chat. Todavía no queda ningún acuerdo.",
    ),
  "promise.askDay": ({ today }) =>
    says(`Claro. ¿Qué día exacto puede hacer el pago? Por ejemplo: ${day(inAWeek(today))}.`, "options", "person"),
  "promise.confirm": ({ promise }) => ({
    body: `Para confirmar: usted pagaría *${money(promise.amount)}* el *${day(promise.on)}*. Para que quede anotado, toque «Sí, confirmo». ¿Es correcto?`,
    options: confirmsPromise(promise, { yes: "Sí, confirmo", no: "No, otra fecha" }),
  }),
  "promise.noted": ({ promise }) =>
    says(
      `Gracias. Queda anotado su pago de *${money(promise.amount)}* para el *${day(promise.on)}*. Hasta ese día no le insistiré. Si quiere pagar antes, escriba PAGAR.`,
      "pay",
      "person",
    ),
  "promise.broken": ({ name, creditor }) => ({
    body: `Hola, ${name}. Soy el asistente virtual de ${creditor} y le escribo como habíamos quedado. ¿Quiere que retomemos la conversación?`,
    options: goOn(),
  }),
  "pay.link": ({ paymentLink, creditor }) =>
    says(
      `Puede pagar *${money(paymentLink.amount)}* a ${creditor} en esta página segura:\n${paymentLink.url}\n\nNo escriba datos de su tarjeta en este chat. Apenas llegue el pago, le envío el recibo.`,
      "options",
      "person",
    ),
  "pay.failed": () =>
    says(
      "El pago no se pudo completar y no se registró ningún cobro. Puede intentarlo de nuevo con el mismo botón o ver otras opciones. ¿Qué prefiere?",
      "pay",
      "options",
      "person",
    ),
  "paid.thanks": ({ receipt }) =>
    says(
      `¡Gracias! Recibimos su pago de *${money(receipt.amount)}* el ${day(receipt.paidOn)}. Recibo: ${receipt.reference}. Para ver su cuenta, escriba SALDO; para hablar con alguien, PERSONA.`,
    ),
  "paid.thanksInFull": ({ receipt, creditor }) =>
    says(
      `¡Gracias! Recibimos su pago de *${money(receipt.amount)}* el ${day(receipt.paidOn)}. Recibo: ${receipt.reference}. Con esto queda al día con ${creditor}: no debe nada más.`,
    ),
  "paid.receipt": ({ receipt, creditor }) =>
    says(
      `Confirmación de su pago a ${creditor}: recibimos *${money(receipt.amount)}* el ${day(receipt.paidOn)}. El número de su recibo es ${receipt.reference}. ¡Gracias! Para hablar con alguien, escriba PERSONA; para no recibir más mensajes, NO ESCRIBIR.`,
    ),
  "paid.claimNoted": () =>
    says(
      "Gracias por avisarme. Queda anotado por verificar y mientras tanto no le escribiremos por esto. Si tiene el comprobante, puede enviarlo por aquí. Una persona lo revisa y le responde.",
    ),
  "receipt.toVerify": () =>
    says(
      "Gracias, lo recibí. Queda por verificar: una persona del equipo lo revisa y le avisa el resultado por este chat.",
    ),
  "dispute.noted": ({ caseNumber }) =>
    says(
      `Gracias por decirlo. Registré su caso con el número *${caseNumber}* y pausamos los mensajes mientras lo revisamos. Una persona le responde por este chat. Si quiere agregar algo, escríbalo aquí.`,
    ),
  "dispute.accepted": ({ caseNumber, creditor }) =>
    says(
      `Ya revisamos su caso *${caseNumber}* con ${creditor}: usted tenía razón y corregimos la cuenta. Si quiere ver cómo quedó, escríbanos por este chat; para no recibir más mensajes, escriba NO ESCRIBIR.`,
    ),
  "dispute.rejected": ({ caseNumber, creditor }) =>
    says(
      `Ya revisamos su caso *${caseNumber}* con ${creditor}: según nuestros registros la cuenta está correcta, y el caso queda cerrado. Si tiene un documento que debamos ver, envíelo por este chat y una persona lo revisa. Para no recibir más mensajes, escriba NO ESCRIBIR.`,
    ),
  "wrongPerson.sorry": () =>
    says("Disculpe la molestia. Retiramos este número y no le volveremos a escribir. Que tenga buen día."),
  "deceased.sorry": () =>
    says(
      "Lamento mucho su pérdida y le ofrezco mis condolencias. No enviaremos más mensajes. Una persona del equipo queda pendiente por si necesita algo.",
    ),
  "hardship.noted": () =>
    says(
      "Gracias por la confianza de contarlo. No tiene que explicar nada más. Hacemos una pausa: no le escribiremos mientras tanto, y una persona del equipo buscará con usted una salida que le sirva. Lo que nos diga se usa solo para ayudarle.",
    ),
  "crisis.care": () =>
    says(
      "Lamento mucho que esté pasando por esto. Su vida y su bienestar importan más que cualquier otra cosa. Si está en peligro, llame ahora a la línea de emergencias de su país o acuda a alguien de confianza. Ya avisé a una persona para que le escriba.",
    ),
  "person.coming": () =>
    says("Con gusto. Ya avisé a una persona del equipo: lee esta conversación y le responde por este mismo chat."),
  "stop.confirmed": ({ creditor }) =>
    says(`Entendido. ${creditor} no le enviará más mensajes por este medio. Esta es la última confirmación.`),
  "permission.confirm": ({ creditor }) => ({
    body: `Hola, soy el asistente virtual de ${creditor}. Dejamos de escribirle porque usted lo pidió. Si dice que sí, ${creditor} volverá a escribirle por WhatsApp a este número, por asuntos de su cuenta con nosotros. Podrá pararlo cuando quiera: escriba NO ESCRIBIR. Para que quede en firme, toque «Sí, escríbanme». ¿Lo autoriza así?`,
    options: confirmsPermission({ yes: "Sí, escríbanme", no: "No, gracias" }),
  }),
  "permission.noted": ({ creditor, today }) =>
    says(
      `Gracias. Hoy, ${day(today)}, queda anotado: ${creditor} puede volver a escribirle por WhatsApp. Para pararlo, escriba NO ESCRIBIR.\n\nPara cuidar sus datos, antes de seguir confirmo que es usted: ¿cuáles son los últimos cuatro números de su documento, o su fecha de nacimiento? Con uno de los dos basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "refused.noted": () =>
    says(
      "Entiendo, gracias por decirlo. No le insisto por este medio. Una persona del equipo queda disponible si quiere conversar.",
    ),
  "thanks.reply": () => says("Con mucho gusto. Aquí estoy si necesita algo más."),
  "later.noted": () => says("Claro, con gusto. Escríbanos cuando pueda y seguimos."),
  unreadable: () => says("Por ahora solo puedo leer texto. ¿Me lo puede escribir en un mensaje?", "person"),
  "unclear.yesNo": ({ name }) => says(`Disculpe, no le entendí. ¿Hablo con ${name}?`, "yes", "wrongPerson", "person"),
  "unclear.proof": () =>
    says(
      "Disculpe, no le entendí. ¿Me escribe los últimos cuatro números de su documento, o su fecha de nacimiento (por ejemplo, 15/08/1990)?",
      "howToVerify",
      "person",
    ),
  "unclear.menu": () => says("Disculpe, no le entendí bien. ¿Qué prefiere hacer?", "pay", "options", "person"),
  "unclear.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: true }),
  }),
  "unclear.toPerson": () =>
    says(
      "Prefiero que le atienda una persona para no hacerle perder tiempo. Ya le avisé: lee esta conversación y le responde por aquí.",
    ),
  "agent.returned": ({ name }) =>
    says(
      `${hello(name)} Sigo yo, el asistente virtual. Cuando guste continuamos. ¿Qué prefiere hacer?`,
      "pay",
      "options",
      "person",
    ),
};
