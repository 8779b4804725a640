import { describe, expect, it } from "vitest";
import { present } from "../../../../src/domain/assert.ts";
import { countriesWithLaw, profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { MESSAGE_KINDS } from "../../../../src/domain/outreach/holds.ts";
import { forbiddenIn, reading, rulesIn } from "./reading.ts";

const DEMANDS = [
  "Gracias por su abono. Lo esperamos el 5 con los otros $ 50.000.",
  "Gracias. Nos vemos el 21 de diciembre para la segunda.",
  "Recibimos su pago. Pague el resto hoy.",
  "Recibimos su pago. Por favor, pague la cuota que sigue.",
  "Gracias. Paga ya lo que falta.",
  "Gracias por su pago: ahora transfiera la diferencia.",
  "Recibimos $ 200.000. Abone lo demás antes del viernes.",
  "Gracias. Le pedimos que pague la segunda cuota.",
  "Gracias. Cancele su saldo esta semana.",
  "Recibimos su abono. Realice el próximo pago a tiempo.",
  "Recibimos su pago. No olvide la cuota de diciembre.",
  "Recibimos su pago. No deje de pagar en diciembre.",
  "Gracias. Recuerde que debe pagar el 18.",
  "Le recordamos su cuota del 18 de diciembre.",
  "Gracias. Debe pagar $ 200.000 más.",
  "Gracias. Todavía tiene que abonar $ 200.000.",
  "Gracias. Esperamos su segundo pago el 18.",
  "Quedamos a la espera de su siguiente abono.",
  "Si quiere pagar antes, escriba PAGAR.",
  "Puede pagar el resto aquí mismo.",
  "Para pagar lo que falta, entre a esta página.",
  "Este es su enlace de pago.",
  "Gracias. https://tienda07.example/p/0aB1cD2eF3gH4iJ5",
  "Gracias. Siga en https://tienda07.example/pagar/77",
  "Evite intereses de mora.",
  "Póngase al día con nosotros.",
  "Para seguir al día, no se atrase.",
  "Regularice su cuenta.",
  "Si no paga la siguiente, el acuerdo se pierde.",
  "Recebemos seu pagamento. Pague o restante hoje.",
  "Recebemos. Por favor, quite seu saldo.",
  "Obrigado. Faça o pagamento da segunda parcela.",
  "Obrigado. Não esqueça a parcela de dezembro.",
  "Obrigado. Não deixe de pagar em dezembro.",
  "Lembre-se de pagar em dezembro.",
  "Você deve pagar mais R$ 200,00.",
  "Aguardamos seu segundo pagamento.",
  "Se quiser pagar antes, escreva PAGAR.",
  "Você pode pagar o restante aqui.",
  "Segue o boleto.",
  "Aqui está o link para pagar.",
  "Evite juros e multa.",
  "Regularize sua conta.",
  "We received your payment. Please pay the rest.",
  "Thank you. Pay the next one on time.",
  "Thank you. You must pay $200 more.",
  "Thank you. You still need to pay $200.",
  "Thank you. Make your second payment by Friday.",
  "Do not forget your December instalment.",
  "Remember to pay in December.",
  "We look forward to your second payment.",
  "You can pay the rest here.",
  "To pay earlier, write PAY.",
  "Your payment link: https://tienda07.example/x",
  "Avoid late fees.",
  "To stay up to date, keep paying.",
  "Unless you pay in December the plan ends.",
  "Settle your balance soon.",
  "Recibimos su pago. Pagar ahora",
  "Recebemos seu pagamento. Pagar agora",
  "We received your payment. Pay now",
  "Gracias! Pagá el resto acá.",
  "Podés pagar el resto acá.",
  "Deposite los otros $ 400.000 en la cuenta.",
  "Cancele la diferencia hoy.",
  "Recuerde ponerse al día.",
  "¿Cuándo paga el resto?",
  "Lo esperamos el 18 de diciembre con la segunda cuota.",
  "No se atrase con la que viene.",
  "Le agradecemos pagar el resto.",
  "Quando você vai pagar o restante?",
  "Deposite o restante até sexta.",
  "When will you pay the rest?",
  "Please send the remaining $400.",
  "Thanks. Kindly clear the rest.",
] as const;

const STILL_OWED = [
  "Gracias por su abono; quedó debiendo 20 mil.",
  "Gracias, ya solo 2 más.",
  "Recibimos su pago. Saldo pendiente: $ 400.000.",
  "Saldo: $ 400.000.",
  "Su saldo es de 400.000 pesos.",
  "Su saldo actual queda en $ 400.000.",
  "SALDO RESTANTE 400000",
  "Le quedan $ 400.000.",
  "Le quedan dos cuotas.",
  "Faltan 2 pagos.",
  "Aún debe $ 400.000.",
  "Usted todavía nos debe.",
  "Quedan $ 400.000 por pagar.",
  "Solo falta pagar la de diciembre.",
  "Su próximo pago es de $ 200.000, el viernes 18 de diciembre de 2026.",
  "La siguiente cuota es el 18.",
  "La cuota de diciembre vence el 18.",
  "Tiene otra cuota vencida.",
  "Sigue en mora.",
  "Total a pagar: $ 400.000",
  "Lo que falta lo vemos después.",
  "Saldo: R$ 400,00.",
  "Seu saldo devedor é de R$ 400,00.",
  "Ainda restam R$ 400,00.",
  "Faltam duas parcelas.",
  "Você ainda deve R$ 400,00.",
  "O próximo pagamento é de R$ 200,00, em 18 de dezembro.",
  "A parcela de dezembro vence no dia 18.",
  "Há uma parcela em aberto.",
  "Balance: COP 400,000.",
  "Your balance is $400.",
  "Your outstanding balance is $400.",
  "You still owe $400.",
  "There are two payments left.",
  "$400 left to pay.",
  "Your next payment is COP 200,000, on Friday 18 December 2026.",
  "The December instalment is due on the 18th.",
  "You have an overdue instalment.",
  "What you still owe is $400.",
  "Amount due: $400",
  "Su deuda es de $ 400.000.",
  "Le queda una deuda de $ 400.000.",
  "Le falta la mitad.",
  "Restan dos.",
  "Pendiente: $ 400.000",
  "Su siguiente fecha de pago es el 18 de diciembre.",
  "Vencimiento: 18/12/2026",
  "Dívida restante: R$ 400,00",
  "Restante: R$ 400,00",
  "Seu próximo vencimento é 18/12.",
  "Your debt is $400.",
  "Remaining: $400",
  "Your next due date is 18 December.",
] as const;

/** A receipt's own words: what was paid, for what, when, under which number, and how to ask for more. */
const RECEIPTS = [
  "Recibimos su pago: no queda debiendo nada. ¡Gracias!",
  "Gracias por su pago. Lo esperamos pronto en la tienda.",
  "¡Gracias! Recibimos su pago de *$ 200.000* el miércoles 18 de noviembre de 2026. Recibo: R-2026-000123.",
  "Confirmación de su pago a Tienda de muestra 07: recibimos $ 200.000 el 18/11/2026.",
  "Con esto queda al día con nosotros: no debe nada más.",
  "Ya no debe nada.",
  "No tiene que pagar nada más.",
  "No tiene pagos pendientes.",
  "Su cuenta queda sin saldo pendiente.",
  "Saldo pendiente: $ 0.",
  "Su saldo es cero.",
  "Saldo a favor: $ 5.000.",
  "Pagó la cuota 1 de 3.",
  "Recibimos el pago de la cuota que venció el 15 de octubre.",
  "Aplicamos $ 150.000 a la factura FV-000123 y el resto a la FV-000124.",
  "Pagó de más: $ 5.000 quedan como abono a su próxima cuota.",
  "Quedan $ 5.000 a su favor.",
  "Recibimos el pago de su saldo pendiente.",
  "Recibimos el pago de su deuda de $ 200.000.",
  "Recibimos $ 200.000 de $ 600.000.",
  "El pago quedó aplicado a su cuota de noviembre, que venció el 15/11.",
  "Si no reconoce este pago, escriba PERSONA.",
  "Se não reconhece este pagamento, escreva PESSOA.",
  "If you do not recognise this payment, write PERSON.",
  "Queda registrado su pago de $ 200.000.",
  "Para ver su cuenta, escriba SALDO; para hablar con alguien, PERSONA.",
  "Guarde este recibo. Recuerde conservar el comprobante de su pago.",
  "Vea su recibo en https://tienda07.example/recibo/R-2026-000123",
  "https://pay.tienda07.example/receipts/77",
  "El recibo no vence.",
  "No pague dos veces: ya lo recibimos.",
  "Gracias por pagar a tiempo.",
  "Gracias por mantenerse al día.",
  "Su cuenta quedó regularizada.",
  "Una persona queda pendiente por si necesita algo.",
  "Su reclamo sigue pendiente de revisión.",
  "Obrigado! Recebemos seu pagamento de *R$ 200,00* em 18 de novembro de 2026. Recibo: R-2026-000123.",
  "Você está em dia: não deve mais nada.",
  "Não há parcelas em aberto.",
  "Não precisa pagar mais nada.",
  "Seu saldo é zero.",
  "Recebemos o pagamento da parcela 1 de 3.",
  "Obrigado por pagar em dia.",
  "Para ver sua conta, escreva SALDO; para falar com alguém, PESSOA.",
  "Para não receber mais mensagens, PARAR.",
  "Thank you! We received your payment of *COP 200,000* on Wednesday 18 November 2026. Receipt: R-2026-000123.",
  "You are up to date with us: nothing more to pay.",
  "You owe nothing more.",
  "You don't have to pay anything else.",
  "There is no outstanding balance.",
  "Your balance is $0.00.",
  "We received the payment due on 15 October.",
  "The overpayment of $5 goes to your next instalment.",
  "Payment 1 of 3 received.",
  "Keep this receipt. Remember to keep the receipt of your payment.",
  "To see your account, write BALANCE; to talk to somebody, PERSON.",
  "For no more messages, STOP.",
] as const;

/** An agreement's own words: its amounts and days are what was agreed, also those still to come. */
const AGREEMENTS = [
  "Listo, su acuerdo quedó registrado: 3 pagos por un total de $ 600.000.",
  "1. $ 200.000, miércoles 18 de noviembre de 2026 2. $ 200.000, viernes 18 de diciembre de 2026",
  "El primer pago es de $ 200.000, el 18 de noviembre; el siguiente, el 18 de diciembre.",
  "Acordamos 3 cuotas para pagar su saldo de $ 600.000.",
  "Su próximo pago acordado es el 18 de diciembre.",
  "La primera cuota vence el 18 de diciembre de 2026.",
  "Usted pagará $ 200.000 cada mes, 3 veces.",
  "Quedan 3 cuotas de $ 200.000: 18/11/2026, 18/12/2026 y 18/01/2027.",
  "Saldo acordado: $ 600.000 en 3 pagos mensuales.",
  "Si un pago no llega en su fecha, lo revisamos con usted.",
  "Hasta ese día no le insistiré.",
  "Queda anotado su pago de $ 600.000 para el viernes 27 de noviembre de 2026.",
  "Seu acordo está registrado: 3 pagamentos, total de R$ 600,00.",
  "Você vai pagar R$ 200,00 por mês, 3 vezes.",
  "A primeira parcela vence em 18 de dezembro.",
  "O acordo para pagar a dívida vale desde hoje.",
  "Seu pagamento de R$ 600,00 está anotado para 27 de novembro de 2026.",
  "Done, your plan is recorded: 3 payments, COP 600,000 in all.",
  "The first is COP 200,000, on 18 November; the next payment is due on 18 December.",
  "You will pay COP 200,000 each month, three times.",
  "We agreed on three instalments to pay your balance of COP 600,000.",
  "Your payment of COP 600,000 is noted for Friday 27 November 2026.",
] as const;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

describe("a demand in the confirmation of an operation", () => {
  it.each(DEMANDS)("is forbidden in a receipt and in an agreement, with accents and without: %s", (text) => {
    for (const kind of ["receipt", "agreement"] as const) {
      expect(forbiddenIn(text, { kind }), kind).toContain("demand_in_confirmation");
      expect(forbiddenIn(plain(text), { kind }), kind).toContain("demand_in_confirmation");
    }
  });

  it.each(STILL_OWED)("as is what is still owed, in a receipt: %s", (text) => {
    expect(forbiddenIn(text, { kind: "receipt" })).toContain("still_owed_in_receipt");
    expect(forbiddenIn(plain(text), { kind: "receipt" })).toContain("still_owed_in_receipt");
  });

  it.each(RECEIPTS)("is not seen in a receipt's own words: %s", (text) => {
    expect(rulesIn(text, { kind: "receipt" })).toEqual([]);
    expect(rulesIn(plain(text), { kind: "receipt" })).toEqual([]);
  });

  it.each(AGREEMENTS)("nor in an agreement's: %s", (text) => {
    expect(rulesIn(text, { kind: "agreement" })).toEqual([]);
    expect(rulesIn(plain(text), { kind: "agreement" })).toEqual([]);
  });

  it("is about confirmations alone: an answer says what is owed, and how to pay it", () => {
    const text = "Su saldo es de $ 400.000. Puede pagar aquí: https://tienda07.example/p/77";
    const about = MESSAGE_KINDS.filter((kind) =>
      rulesIn(text, { kind }).some((rule) => rule === "demand_in_confirmation" || rule === "still_owed_in_receipt"),
    );
    expect(about).toEqual(["receipt", "agreement"]);
  });

  it("is forbidden by the law that exempts confirmations from its hours, and by our policy everywhere else", () => {
    for (const { country } of countriesWithLaw()) {
      const { exempt, clause } = present(profileOf(country), country).confirmation;
      for (const text of ["Pague el resto.", "Saldo pendiente: $ 400.000."]) {
        const [finding] = reading(text, { country, kind: "receipt" }).filter(({ span }) => span !== null);
        expect(finding, country).toMatchObject({
          severity: "forbidden",
          clause: { id: exempt ? clause.id : "any.no-demand" },
        });
      }
    }
    expect(reading("Pague el resto.", { country: "ZZ", kind: "receipt" })[0]?.clause.id).toBe("any.no-demand");
  });
});
