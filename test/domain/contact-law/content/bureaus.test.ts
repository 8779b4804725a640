import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn, severitiesIn } from "./reading.ts";

/** "We will not, if you pay" is "we will, if you do not". */
const BARGAINS = [
  "No lo reportaremos si paga hoy",
  "No te reportaremos a Datacrédito si pagas hoy.",
  "No la vamos a reportar si abona algo esta semana",
  "No será reportado si cumple el acuerdo",
  "No será reportado siempre que pague a tiempo.",
  "No quedará reportada mientras pague cada mes",
  "Si paga hoy, no lo reportamos.",
  "Si paga hoy no será reportado en centrales de riesgo",
  "Pague hoy y no lo reportaremos",
  "Pague hoy para que no lo reportemos",
  "Pague hoy para no ser reportado",
  "Evite ser reportado",
  "Evite un reporte",
  "Su nombre no aparecerá en Datacrédito si paga",
  "No lo reportaremos a menos que deje de pagar",
  "No lo reportaremos cuando pague",
  "Su historial no se verá afectado si paga hoy",
  "Não vamos negativar seu nome se pagar hoje",
  "Seu nome não será negativado se pagar hoje",
  "Se pagar hoje, não vamos negativar seu nome.",
  "Se você pagar hoje não será negativado",
  "Não vamos incluir seu nome no Serasa se quitar a dívida",
  "Pague hoje e seu nome não vai para o SPC",
  "Não negativamos desde que pague em dia",
  "Evite a negativação",
  "We won't report you if you pay today",
  "We will not report you if you pay today.",
  "If you pay today, we won't report this",
  "You will not be reported as long as you pay",
  "We won't report it to the credit bureau unless you stop paying",
  "Pay today and we won't report you",
  "Pay today to avoid being reported",
  "Your credit score will not be affected if you pay",
  "We will never report you provided you sign the plan",
  "no lo reportaremos, siempre y cuando se ponga al día",
  "Si no paga hoy lo reportaremos",
  "Lo reportaremos si no paga",
  "Será reportado si no paga",
  "We will report you if you don't pay",
  "Unless you pay we will report you",
  "Se não pagar, vamos negativar",
] as const;

const NO_BARGAINS = [
  "No lo reportaremos.",
  "No te reportamos a centrales de riesgo.",
  "No lo reportaremos aunque no pague",
  "No lo reportaremos, incluso si paga tarde",
  "No lo reportaremos si ya pagó.",
  "No lo reportamos a nadie. Si quiere pagar, escriba PAGAR.",
  "No reportamos a nadie: si tiene dudas, escriba PERSONA.",
  "No lo hemos reportado porque ya se pagó.",
  "Su pago no será reportado dos veces.",
  "Si paga hoy, no tiene que enviar el comprobante.",
  "Si paga en línea, no reporte el pago por teléfono: llega solo.",
  "Não vamos negativar seu nome.",
  "Não vamos negativar seu nome, mesmo se pagar depois.",
  "Se já pagou, não precisa enviar o comprovante.",
  "Seu nome não foi negativado.",
  "We won't report you.",
  "We never report anybody to anyone.",
  "We will not report you even if you pay late.",
  "If you pay today, the receipt arrives at once.",
  "If you see an error, please report it; you need not pay again.",
  "We won't report you if you have already paid.",
  "We did not report the outage.",
  "Evite errores: no envíe el reporte dos veces.",
  "No reportaremos el error al banco si usted ya pagó.",
  "Si nos llama, no olvide su número de caso.",
  "Avoid queues: pay online.",
  "Si no paga hoy no lo reportaremos",
  "Le reportaremos el resultado de su caso",
  "Le reportamos que su pago llegó",
  "Si no responde, una persona lo llama",
  "We will report back to you if you do not hear from us",
  "Seu nome não foi negativado.",
] as const;

describe("a credit-bureau report", () => {
  it.each([
    "Te reportaremos a Datacrédito",
    "Serás reportado en las centrales de riesgo",
    "Su nombre aparecerá en DataCrédito",
    "Lo vamos a inscribir en el Veraz",
    "Publicaremos su caso en Dicom",
    "Será registrado en Infocorp",
    "Su atraso se envía al Buró de Crédito",
    "Ingresará a la lista negra",
    "Incluiremos tu deuda en ASNEF",
    "Vamos dañar tu historial",
    "Vamos negativar seu nome no SPC",
    "Seu CPF será incluído no Serasa",
    "Vamos protestar o título",
    "Vai ficar com o nome sujo",
    "We will report you to the credit bureau",
    "This will be put on your credit file",
    "It is going to hurt your credit score",
    "We register defaults with Equifax",
    "Aún no lo hemos reportado a nadie pero mañana lo reportaremos a Datacrédito",
    "No lo hemos reportado, mañana lo reportaremos a Datacrédito",
    "Llevamos 20 dias esperando. Será reportado a Datacrédito",
    "Va a quedar reportado",
    "Si no hace el pago quedará reportado",
    "Evite el reporte negativo",
    "Hoy reportamos su mora, Ley 1266",
    "su vida crediticia quedará manchada",
    "Va a quedar en Buró de Crédito",
    "Vamos colocar seu nome no Serasa",
    "O título vai para o protesto",
    "Será enviado a protesto",
    "No lo reportaremos hoy sino mañana a Datacrédito",
    "Su nombre terminará en Datacrédito",
  ])("is forbidden without its notice steps: %s", (text) => {
    expect(forbiddenIn(text)).toContain("bureau_threat");
  });

  it.each([
    "No te reportamos a centrales de riesgo.",
    "Envíanos el reporte del banco.",
    "Le pedimos información veraz.",
    "Envíe datos veraces, por favor.",
    "El historial de sus pagos está en la página.",
    "El crédito quedó pagado.",
    "La central de atención abre a las 8.",
    "Resposta negativa do banco.",
    "Não vamos negativar seu nome.",
    "Enviamos o boleto para Boa Vista.",
    "O crédito foi confirmado.",
    "Your credit card payment arrived.",
    "We never report anybody to anyone.",
    "Please report the problem to us.",
    "Su pago quedará reportado mañana.",
    "No será reportado a Datacrédito.",
    "No hay ningún reporte negativo.",
    "Su historial no se verá afectado.",
    "Reportamos el error al banco.",
    "Quedará al día con nosotros.",
    "Llevamos 20 días esperando su respuesta.",
    "Pode protestar contra o atendimento.",
    "El historial de pagos está afectado por una falla.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each(["¿Y lo del Dicom?", "El SPC es otra empresa.", "Experian answers that."])(
    "is doubted where a bureau is only named: %s",
    (text) => {
      expect(severitiesIn(text)).toEqual(["bureau_hint: doubtful"]);
    },
  );

  it.each(BARGAINS)("is forbidden where it is denied on a condition: %s", (text) => {
    expect(forbiddenIn(text)).toHaveLength(1);
    expect(["bureau_bargain", "bureau_threat"]).toContain(forbiddenIn(text)[0]);
    expect(reading(text, { country: "BR" })[0]?.clause.id).toBe("any.no-bureau-threats");
    expect(reading(text)[0]?.clause.id).toBe("CO.bureau");
  });

  it.each(NO_BARGAINS)("is denied whatever the person does, or is no report: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it("is only doubtful in Colombia when its law's twenty days of notice are named, and nowhere else", () => {
    const text = "Aviso previo, Ley 1266: pasados 20 días calendario se puede reportar a las centrales de riesgo.";
    expect(severitiesIn(text)).toEqual(["bureau_threat: doubtful"]);
    expect(severitiesIn(text, { country: "MX" })).toEqual(["bureau_threat: forbidden"]);
  });

  it("rests on the law where notice steps were read, and on our policy elsewhere", () => {
    const clauseIn = (country: string) => reading("Te reportaremos a Dicom", { country })[0]?.clause.id;
    expect(["CO", "CL", "ZZ"].map(clauseIn)).toEqual(["CO.bureau", "any.no-bureau-threats", "any.no-bureau-threats"]);
  });
});
