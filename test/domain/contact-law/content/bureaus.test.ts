import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn, severitiesIn } from "./reading.ts";

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
