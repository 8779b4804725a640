import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn, severitiesIn } from "./reading.ts";

describe("asking why it was not paid (Colombia, Ley 2300 art. 7)", () => {
  it.each([
    "Explíqueme el incumplimiento.",
    "¿Por qué no has pagado?",
    "¿POR QUE NO HA PAGADO LA CUOTA?",
    "Hola Ana, ¿por qué usted no canceló en la fecha?",
    "por que no pagaste la cuota de octubre",
    "¿Por qué\nno pudo cumplir con el acuerdo?",
    "¿Por qué se atrasó?",
    "¿Por qué está en mora?",
    "por qué dejaste de pagar",
    "porque no pagó?",
    "¿Porque no ha pagado su cuota?",
    "xq no has pagado",
    "¿Cuál es el motivo de tu atraso?",
    "¿Cuál fue la razón por la que no ha pagado?",
    "Indíquenos la causa del no pago",
    "Cuéntanos el motivo de la mora",
    "¿A qué se debe el retraso en tu pago?",
    "¿Qué te impide pagar hoy?",
    "¿Qué pasó que no pagaste?",
    "Por que você não pagou?",
    "Por que o senhor não quitou a parcela?",
    "Qual o motivo do atraso?",
    "Qual foi a razão da inadimplência?",
    "O que te impediu de pagar?",
    "Why haven't you paid?",
    "Why have you not paid yet?",
    "Why are you late with the payment?",
    "What is the reason for the delay?",
    "Please tell us the reason for your missed payment",
    "What's stopping you from paying?",
    "No tiene que ir a la oficina, cuéntenos por qué no pagó la cuota",
    "Debe informarnos el motivo de la mora",
    "Como no necesita nada más dígame el motivo de su mora",
    "No le preguntamos por la oficina pero cuéntenos por qué no pagó",
    "No pregunte más y dígame por qué no pagó",
    "¿Cómo así que no ha pagado?",
    "¿Cómo es que todavía no paga?",
    "¿Qué inconveniente tuvo para pagar?",
    "Nos puede indicar por qué la mora?",
    "Podría explicarnos qué ocurrió con su pago?",
    "por q no paga",
    "¿Por qué no paga en la fecha?",
    "¿Por qué no llega su pago?",
    "Justifique su mora",
    "How come you haven't paid?",
    "What is the reason you missed your payment?",
    "You do not have to come in, tell us why you have not paid",
    "¿Nos explica qué pasó con su cuota?",
  ])("is forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("reason_for_default");
  });

  it.each([
    "¿Por qué medio quieres pagar?",
    "¿Por qué canal prefieres recibir el recibo?",
    "¿Por cuál medio quieres pagar tu cuota?",
    "Te escribimos porque tienes un saldo con nosotros.",
    "No te preguntamos por qué no pagaste: queremos darte opciones.",
    "¿Qué día puedes pagar?",
    "¿Cómo te queda mejor pagar: hoy o en cuotas?",
    "Puedes pagar por PSE o en efectivo.",
    "No podemos ver tu pago todavía. ¿Nos envías el comprobante?",
    "Por que meio você quer pagar?",
    "Não perguntamos por que você não pagou.",
    "How would you like to pay?",
    "We are writing because you have a balance with us.",
    "Gracias por el pago. Por favor guarda este recibo.",
    "¿Cuál opción prefieres?",
    "Si ya pagaste, ignora este mensaje.",
    "Entiendo. ¿Qué propones para ponerte al día?",
    "¿Por qué no paga con PSE?",
    "¿Por qué no pagas con tarjeta? Es más rápido.",
    "¿Por qué no le llega el enlace de pago?",
    "¿Por qué no le funciona el botón de pago?",
    "No tiene que explicarnos por qué no pagó.",
    "No necesita justificar su mora.",
    "No le pedimos que nos explique por qué no pagó.",
    "You do not have to tell us why you have not paid.",
    "Le informaremos la fecha de su próxima cuota.",
    "¿Cómo le queda mejor pagar?",
    "¿Qué problema tiene para pagar con PSE?",
    "Dígame qué problema tiene con el enlace de pago",
    "¿Qué problema tiene con el pago?",
    "¿Cómo es que se hace el pago? Le explico: entre al enlace.",
    "Los intereses no se justifican con la mora de otro.",
  ])("is not asked by: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    "¿Qué pasó con tu pago?",
    "¿Qué ocurrió con su pago?",
    "¿Y por qué?",
    "¿Cuál es el motivo?",
    "¿Perdiste el empleo?",
    "¿Tuviste algún problema para pagar?",
    "Le explico qué pasó con su pago por PSE: el banco lo devolvió.",
  ])("may be meant by, and is doubtful: %s", (text) => {
    expect(severitiesIn(text)).toEqual(["reason_hint: doubtful"]);
  });

  it("is a Colombian rule, with its article", () => {
    expect(reading("¿Por qué no has pagado?")[0]?.clause).toMatchObject({ article: "art. 7", standing: "law" });
    expect(rulesIn("¿Por qué no has pagado?", { country: "MX" })).toEqual([]);
  });
});
