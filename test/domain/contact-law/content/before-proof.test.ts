import { describe, expect, it } from "vitest";
import { forbiddenIn, reading, rulesIn, severitiesIn } from "./reading.ts";

const UNPROVED = { verified: false, kind: "answer" } as const;

describe("an amount, before it is proved who reads it", () => {
  it.each([
    "Son $ 1.480.000.",
    "Son $1480000",
    "Son $\u00a0150.000,50",
    "Por *$ 200.000* queda al día",
    "El valor es de 1.480.000 pesos",
    "COP 1480000",
    "1480000 COP",
    "Son S/ 350.50",
    "Le toca pagar 350 soles",
    "Son 20 dólares",
    "US$ 20",
    "MXN 3,500.00",
    "Dos millones de pesos",
    "ciento cincuenta mil pesos",
    "2 millones de pesos",
    "20 €",
    "€20",
    "Total: R$ 1.200,50",
    "R$1200",
    "São 1.200 reais",
    "duzentos reais",
    "It is USD 20",
    "It is $20.50",
    "£35 a month",
    "Twenty dollars",
    "200 euros",
    "Debe doscientos cincuenta mil",
    "You have to pay 300",
    "250 lucas",
    "Tiene que pagar 250000",
    "Pague 1.200 hoy",
    "You owe three hundred",
    "Você deve pagar duzentos e cinquenta",
    "Le quedan 20 mil",
    "Son 50 mil",
    "20 mil por mes",
    "2 millones, por favor",
    "Son 2 millones",
    "cincuenta mil pesos",
    "R$ 50",
    "50 reais",
    "Debe 1.500,50",
    "Paga 300 ya",
    "Pagar 2000 hoy",
    "Debe $2026",
    "2026 pesos",
    "PEN 350.50",
    "BOB 200",
    "COP 30",
    "USD20",
    "20USD",
    "3.000 ARS",
    "transfiera 450000 a la cuenta",
    "abone 1,200.00",
    "cien dólares",
    "un dólar",
    "debe quinientos",
    "you owe two hundred",
    "Pay 450 by Friday",
    "Tiene que abonar 150.000 cada mes",
    "São 50 mil",
    "fifty thousand pounds",
  ])("is forbidden: %s", (text) => {
    expect(forbiddenIn(text, UNPROVED)).toContain("amount_before_proof");
  });

  it.each([
    "Escríbanos al 300 555 0001.",
    "Su caso es el C-2026-000123.",
    "Nació el 15/08/1990, ¿verdad?",
    "El NIT es 900.123.456-7.",
    "Atendemos de 8:00 a 17:30.",
    "Los pesos pesados del deporte.",
    "La copa 2026 es en junio.",
    "Responda 1 o 2.",
    "Tiene 3 intentos.",
    "Um dos dois basta.",
    "São 3 tentativas.",
    "A realidade é outra.",
    "One of the two is enough.",
    "The euro zone is large.",
    "Call 601 000 0000.",
    "That is 100% safe.",
    "El dólar subió ayer.",
    "Son 3 preguntas.",
    "Puede pagar cien por ciento en línea.",
    "Para pagar llame al 300 555 0001.",
    "Puede pagar 24 horas al día.",
    "Son las 1500 horas.",
    "Mil gracias.",
    "Su cita es en 2026.",
    "Son 1024 tiendas.",
    "You can pay 365 days a year.",
    "Puede pagar en dos mil tiendas de muestra.",
    "Pay 2026 taxes",
    "Paga 2026 completo en línea.",
    "Usted puede pagar 2025 y 2026 en la misma fila.",
    "Pay 24/7 in our stores",
    "Puede pagar 7:30 a 17:00",
    "Pague 100% en línea",
    "You can pay 100 per cent online",
    "Para pagar 601 000 0000 es el teléfono.",
    "Transfiera 0102 es el código del banco",
    "Debe 3 documentos",
    "Debe 1500 palabras",
    "Su cédula termina en 4567.",
    "C.C. 79.123.456",
    "DNI 30.123.456",
    "Su referencia es 123.456",
    "Caso n.º 1.234",
    "CPF 123.456.789",
    "Código postal 110.111",
    "El 25.11.2026",
    "La COP30 fue en Belém.",
    "Bob 555 010 020",
    "Call Bob 3pm",
    "I have a pen 2 go",
    "Me quité un peso de encima",
    "Lleva 5 pounds of rice",
    "50 contos de fadas",
    "Tenemos 50 mil clientes",
    "2 millones de personas",
    "20 mil gracias",
    "Atendemos a 1.200 clientes",
    "El local mide 1.500 metros",
    "Respondemos en 24 horas",
    "La versión 1.2.3",
    "La línea 01 8000 123 456",
    "Vuelva a las 12:30",
    "El 15% de descuento",
    "10,5 % más",
    "Desde 1998 en el barrio.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text, UNPROVED)).toEqual([]);
  });

  it.each([
    "Son 150.000.",
    "Son 250000",
    "Son doscientos cincuenta mil",
    "Total: 1,480,000.00",
    "Debe pagar 2026 hoy",
    "Pay 300 students",
    "Son 50k",
  ])("is doubted where no currency is named: %s", (text) => {
    expect(severitiesIn(text, UNPROVED)).toEqual(["amount_hint: doubtful"]);
  });

  it("is forbidden to agents too, and free once the person has shown who they are", () => {
    expect(forbiddenIn("Son $ 150.000.", { verified: false })).toEqual(["amount_before_proof"]);
    expect(rulesIn("Son $ 150.000, su deuda de octubre.")).toEqual([]);
  });

  it("rests on CONC 7.9 in the United Kingdom, on our policy elsewhere", () => {
    const clauseIn = (country: string) => reading("It is £ 20.", { ...UNPROVED, country })[0]?.clause.id;
    expect([clauseIn("GB"), clauseIn("CO"), clauseIn("ZZ")]).toEqual(["GB.identity", "any.identity", "any.identity"]);
  });
});

describe("the debt, before it is proved who reads it", () => {
  it.each([
    "Le escribimos por su deuda.",
    "Tiene una cuota vencida.",
    "Su saldo está pendiente de pago: el saldo pendiente crece.",
    "Está en mora.",
    "Tiene facturas sin pagar",
    "Usted nos debe la cuota de octubre",
    "Usted debe la cuota de octubre",
    "Le habla el departamento de cobranzas",
    "Lo que adeuda puede pagarse en partes",
    "Sua dívida pode ser parcelada",
    "A parcela está em atraso",
    "Há uma fatura em aberto",
    "Você ainda deve duas parcelas",
    "Seu saldo devedor mudou",
    "Your payment is overdue",
    "You owe us for October",
    "There is an outstanding balance",
    "You missed a payment",
    "We are the collections department",
    "Your account is in default",
  ])("is forbidden to the bot and a doubt for an agent: %s", (text) => {
    expect(forbiddenIn(text, UNPROVED)).toContain("debt_before_proof");
    expect(severitiesIn(text, { verified: false })).toContain("debt_hint: doubtful");
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    "Le escribo por un asunto de su cuenta con nosotros.",
    "Debe escribir su fecha de nacimiento.",
    "Todavía debe confirmarnos su nombre.",
    "Perdone la demora.",
    "El endeudamiento del país sube.",
    "La moda de mora azul.",
    "Su pago llegó.",
    "Una persona le responde por este chat.",
    "Escrevo sobre um assunto da sua conta conosco.",
    "Você deve confirmar seu nome.",
    "Ainda deve chegar hoje.",
    "Sou o assistente virtual da loja.",
    "I am writing about your account with us.",
    "You should confirm your name.",
    "We will look at it in due time.",
    "By default we answer in English.",
  ])("is not seen in: %s", (text) => {
    expect(rulesIn(text, UNPROVED)).toEqual([]);
  });
});
