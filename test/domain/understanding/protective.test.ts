import { describe, expect, test } from "vitest";
import { PROTECTIVE, type Protective } from "../../../src/domain/understanding/reading.ts";
import { heard } from "./support.ts";

/** Phrases a debtor could write, by what must be heard in them. Written for this test; none comes from a data set. */
const HEARD: Record<Exclude<Protective, "receipt">, readonly string[]> = {
  crisis: [
    "a veces pienso en quitarme la vida",
    "ya no quiero seguir viviendo así",
    "con tantas deudas mejor me muero, me quiero morir",
    "estaría mejor muerto",
    "no le veo sentido a la vida",
    "he pensado en suicidarme",
    "ya no aguanto más",
    "ojalá me muriera",
    "mejor me mato",
    "no quiero despertar mañana",
    "me voy a tirar de un puente, quiero matarme",
    "não quero mais viver",
    "penso em me matar",
    "dá vontade de morrer",
    "i want to kill myself",
    "i dont want to live anymore",
    "you would be better off without me, i want to end it all",
  ],
  optOut: [
    "no me escriban más por favor",
    "NO ME ESCRIBAN MAS",
    "ya no me manden mensajes",
    "dejen de llamarme",
    "bórrenme de su lista",
    "no quiero recibir más mensajes de ustedes",
    "stop",
    "Baja",
    "denme de baja ya mismo",
    "quiten mi número de su base de datos",
    "déjenme en paz",
    "no me vuelvan a escribir",
    "retiro mi autorización para que me contacten",
    "los voy a bloquear",
    "dejen de joder",
    "que no me molesten más",
    "paren ya",
    "dejen el acoso",
    "não me mande mais mensagens",
    "pare de me ligar",
    "me tira dessa lista",
    "remova meu número",
    "quero sair da lista",
    "stop messaging me",
    "please remove my number",
    "do not contact me again",
    "unsubscribe",
    "leave me alone",
  ],
  legal: [
    "los voy a demandar",
    "hablen con mi abogada",
    "voy a poner una queja en la superintendencia",
    "eso viola la ley 2300",
    "voy a interponer una tutela",
    "los denuncio en indecopi",
    "vou procurar o procon",
    "vou processar vocês",
    "you will hear from my lawyer",
    "i am going to sue you",
  ],
  deceased: [
    "el señor Ramiro ya falleció",
    "la titular murió el año pasado",
    "él está muerto",
    "o titular faleceu em março",
    "she passed away last year",
    "that person is deceased",
  ],
  wrongPerson: [
    "no soy Juan, se equivocó",
    "número equivocado",
    "soy la esposa de él",
    "no conozco a esa persona",
    "ese número ahora es mío, antes era de otra persona",
    "aquí no vive ningún Pedro",
    "não sou o Carlos, número errado",
    "sou a mãe dele",
    "wrong number, sorry",
    "im not him, this is his brother",
  ],
  person: [
    "quiero hablar con una persona",
    "páseme con un asesor",
    "¿eres un robot?",
    "me pueden llamar por favor",
    "quero falar com um atendente",
    "can i talk to a human",
    "are you a bot?",
  ],
  alreadyPaid: [
    "ya pagué ayer",
    "yo ya le pagué a ustedes",
    "eso ya está pagado",
    "acabo de hacer la transferencia",
    "hice el pago el lunes",
    "aquí les mando el comprobante",
    "já paguei semana passada",
    "fiz o pix hoje cedo",
    "i already paid that",
    "payment was made on monday",
  ],
  dispute: [
    "esa deuda no es mía",
    "no reconozco ese cobro",
    "yo no les debo nada",
    "nunca compré nada ahí",
    "el valor está mal",
    "me están cobrando de más",
    "me suplantaron la identidad",
    "essa dívida não é minha",
    "não reconheço esse valor",
    "nunca assinei isso",
    "i dont owe you anything",
    "the amount is wrong",
  ],
  hardship: [
    "me quedé sin trabajo",
    "no tengo con qué pagar",
    "estoy hospitalizado",
    "no me alcanza ni para comer",
    "la situación está muy difícil",
    "mi mamá está enferma y no tengo plata",
    "estou desempregado",
    "não tenho dinheiro",
    "i lost my job",
    "i cant afford it",
  ],
  abuse: ["son unos ladrones", "malparidos", "váyanse a la mierda", "hijos de puta", "vai tomar no cu", "fuck you"],
};

describe.each(Object.entries(HEARD))("%s is heard in", (meaning, phrases) => {
  test.each(phrases)("%s", (phrase) => {
    expect(heard(phrase)).toContain(meaning);
  });
});

/** What sounds like something protective, and is not. */
const FALSE_FRIENDS: readonly (readonly [phrase: string, notThis: Protective])[] = [
  ["alto", "optOut"],
  ["no me llegó el link", "dispute"],
  ["me robaron el celular", "dispute"],
  ["no me ha llegado la factura", "hardship"],
  ["tengo que acabar con esta deuda", "crisis"],
  ["de dónde sacaron mi número", "optOut"],
  ["¿de dónde tienen mi número?", "optOut"],
  ["no quiero pagar", "optOut"],
  ["no me han mandado el link", "optOut"],
  ["quiero dar de baja el servicio de internet", "optOut"],
  ["mándeme los datos", "optOut"],
  ["no hay problema, pago mañana", "dispute"],
  ["mil gracias", "abuse"],
  ["no soy moroso, solo me atrasé", "wrongPerson"],
  ["no es el valor que yo debo", "wrongPerson"],
  ["todavía no he pagado", "alreadyPaid"],
  ["cuando pague me avisa", "alreadyPaid"],
  ["não paguei ainda", "alreadyPaid"],
  ["i havent paid yet", "alreadyPaid"],
  ["el que paga el viernes soy yo", "wrongPerson"],
  ["estoy muerto de cansancio", "deceased"],
  ["no puedo pagar con tarjeta", "hardship"],
  ["no aguanto más llamadas", "crisis"],
  ["sí, acepto", "dispute"],
];

test.each(FALSE_FRIENDS)("%s is not %s", (phrase, notThis) => {
  expect(heard(phrase)).not.toContain(notThis);
});

test.each([
  ["no me escirban mas", "optOut"],
  ["dejen de molestrame con mensajes", "optOut"],
  ["no me vuelvan a contcatar", "optOut"],
  ["quiero hablar con una perosna", "person"],
  ["hablare con mi aboagdo", "legal"],
  ["me quede sin tarbajo", "hardship"],
  ["esa deuda no la recnozco, no reconosco eso", "dispute"],
])("one slip of the finger hides nothing: %s", (phrase, meaning) => {
  expect(heard(phrase)).toContain(meaning);
});

test.each([
  ["YA PAGUÉ!!! NO ME ESCRIBAN MÁS", ["optOut", "alreadyPaid"]],
  ["no me escriban más, hablen con mi abogado", ["optOut", "legal"]],
  ["esa deuda no es mía y quiero hablar con una persona", ["person", "dispute"]],
])("of several the most urgent comes first: %s", (phrase, expected) => {
  expect(heard(phrase).filter((type) => PROTECTIVE.some((each) => each === type))).toEqual(expected);
});
