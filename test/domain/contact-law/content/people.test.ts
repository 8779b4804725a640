import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn } from "./reading.ts";

describe("other people", () => {
  it.each([
    "¿Puede pasarle el recado a su mamá?",
    "Llamaremos a tu jefe",
    "Vamos a contactar a sus referencias",
    "Nos comunicaremos con su familia",
    "¿Me das el teléfono de un familiar?",
    "Tu empleador se enterará",
    "Hablaremos con los vecinos",
    "Voy a avisar a su esposa",
    "Vamos ligar para sua família",
    "Avisaremos o seu chefe",
    "Me passa o telefone de um amigo?",
    "Entraremos em contato com seu patrão",
    "We will call your employer",
    "I'll tell your wife",
    "Give me the phone of a relative",
    "Your boss will find out",
    "Su mamá se va a enterar",
    "Avisaremos en su trabajo",
    "Dígale a su esposo que pague",
    "Pídale prestado a un familiar",
    "Peça emprestado a um amigo",
    "Diga ao seu marido que pague",
    "Tell your husband to pay",
    "Borrow it from a friend",
    "Vamos a llamar a su lugar de trabajo",
    "Le avisaremos a su suegra",
  ])("are never brought in: %s", (text) => {
    expect(forbiddenIn(text)).toContain("third_party");
  });

  it.each([
    "Si eres familiar de Ana, no podemos contarte más.",
    "Te contactaremos mañana.",
    "Gracias por avisar. Lamentamos tu pérdida y la de tu familia.",
    "Puedes venir con un amigo.",
    "¿Me das tu número de referencia?",
    "Le llamaremos a este número.",
    "Hablaremos cuando usted pueda.",
    "Un compañero del equipo le responde.",
    "Pode pagar pelo aplicativo da família.",
    "Vamos avisar quando chegar.",
    "Qual é o número de referência?",
    "We will call you back tomorrow.",
    "You may ask a friend to pay for you.",
    "What is your reference number?",
    "Le avisaremos en su próximo pago.",
    "Puede pagar cerca de su trabajo.",
    "Su mamá puede pagar por usted.",
    "Le prestamos la atención que pide.",
    "Diga la fecha que le sirve.",
    "Tell us your date of birth.",
    "Buscaremos en su empresa el comprobante.",
    "Dígale a su banco que confirme la transferencia.",
  ])("are not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    ["AR", "AR.third-parties.city"],
    ["CL", "CL.recipients"],
    ["EC", "EC.third-parties"],
    ["ES", "ES.recipients"],
    ["GB", "GB.recipients"],
    ["MX", "MX.recipients"],
    ["PE", "PE.recipients"],
    ["US", "US.recipients"],
    ["BR", "any.third-parties"],
  ])("are kept out of it in %s by %s", (country, clause) => {
    expect(reading("Llamaremos a tu jefe", { country })[0]?.clause.id).toBe(clause);
  });
});

describe("shaming", () => {
  it.each([
    "Eres un moroso",
    "Que vergüenza",
    "No sea irresponsable",
    "Son unos tramposos",
    "Usted es una sinvergüenza",
    "Debería darle pena",
    "Seu caloteiro",
    "Você é um vagabundo",
    "Que vergonha!",
    "You are a deadbeat",
    "Shame on you",
    "You should be ashamed of yourself",
    "Only crooks do that",
  ])("is forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toEqual(["shaming"]);
  });

  it.each([
    "Publicaremos tu nombre",
    "Vamos a divulgar su deuda",
    "Subiremos su foto a redes sociales",
    "Saldrá en la lista de morosos",
    "Pondremos un cartel frente a su casa",
    "Estará en la lista pública de deudores",
    "Vamos divulgar seu nome",
    "Seu nome vai para a lista de inadimplentes",
    "Colocaremos um cartaz na sua porta",
    "We will post your name online",
    "Your debt goes on the list of debtors",
    "We'll show your photo in public",
    "You are on our wall of shame",
  ])("in public is forbidden: %s", (text) => {
    expect(forbiddenIn(text)).toContain("exposure");
  });

  it.each([
    "No hay de qué avergonzarse.",
    "La mora de los árboles está madura.",
    "Mi responsable le responde.",
    "La lista de pagos está en la página.",
    "Publicamos los horarios en la puerta.",
    "Comparta su comprobante, por favor.",
    "Síganos en redes sociales.",
    "Suba la foto del recibo.",
    "A lista de parcelas está aqui.",
    "Mostramos o saldo na página.",
    "Share your receipt with us.",
    "We will show you the list of payments.",
    "The thieving magpie is an opera.",
    "El deadbeatles club abre hoy.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it("is forbidden by the law of each country that says so", () => {
    const clausesIn = (country: string) =>
      reading("Moroso: publicaremos tu nombre", { country, kind: "answer" })
        .filter(({ span }) => span !== null)
        .map(({ clause }) => clause.id);
    expect(clausesIn("PE")).toEqual(["PE.reputation", "PE.exposure"]);
    expect(clausesIn("MX")).toEqual(["MX.threats", "MX.exposure"]);
    expect(clausesIn("GB")).toEqual(["any.no-shaming", "GB.embarrassment"]);
    expect(clausesIn("US")).toEqual(["US.abuse", "US.exposure"]);
    expect(clausesIn("CO")).toEqual(["any.no-shaming", "any.no-shaming"]);
  });
});
