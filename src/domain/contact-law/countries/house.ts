import { type Clause, policy } from "../clause.ts";
import type { Hours, Profile, WeekHours } from "../profile.ts";

const OWN = { source: "src/domain/contact-law/README.md" };
const WHATSAPP = {
  law: "WhatsApp Business Messaging Policy",
  source: "https://www.whatsapp.com/legal/business-policy",
};

export type HouseClauses = ReturnType<typeof houseClauses>;

/**
 * The rules of the house that stand in every country, unless its law is stricter. Each country cites them as its own.
 *
 * @param country the prefix of the clauses' ids: `CO` gives `CO.opt-out`.
 */
export function houseClauses(country: string) {
  return {
    permission: policy({
      ...WHATSAPP,
      id: `${country}.permission`,
      article: "opt-in",
      text: {
        es: "Antes de escribir se necesita el permiso de la persona, con su prueba.",
        "pt-BR": "Antes de escrever é preciso a permissão da pessoa, com prova.",
        en: "The person's permission, with its proof, is needed before writing.",
      },
    }),
    optOut: policy({
      ...WHATSAPP,
      id: `${country}.opt-out`,
      article: "opt-out",
      text: {
        es: "Quien pidió no recibir más mensajes solo recibe una respuesta a lo que escriba.",
        "pt-BR": "Quem pediu para não receber mais mensagens só recebe uma resposta ao que escrever.",
        en: "Who asked for no more messages only gets one answer to what they write.",
      },
    }),
    attorney: policy({
      ...OWN,
      id: `${country}.attorney`,
      article: "2",
      text: {
        es: "A quien tiene abogado no le escribimos; respondemos una vez a lo que escriba.",
        "pt-BR": "A quem tem advogado não escrevemos; respondemos uma vez ao que escrever.",
        en: "We do not write to who has a lawyer; we answer once to what they write.",
      },
    }),
    moratorium: policy({
      ...OWN,
      id: `${country}.moratorium`,
      article: "3",
      text: {
        es: "Durante una protección legal frente a los acreedores no cobramos.",
        "pt-BR": "Durante uma proteção legal contra credores não cobramos.",
        en: "We do not collect during a legal protection from creditors.",
      },
    }),
    deceased: policy({
      ...OWN,
      id: `${country}.deceased`,
      article: "4",
      text: {
        es: "No cobramos a quien falleció ni a su familia por chat.",
        "pt-BR": "Não cobramos de quem faleceu nem da família por chat.",
        en: "We collect neither from who has died nor from their family by chat.",
      },
    }),
    wrongPerson: policy({
      ...OWN,
      id: `${country}.wrong-person`,
      article: "5",
      text: {
        es: "Este número no es de la persona que debe: no se le escribe más.",
        "pt-BR": "Este número não é da pessoa que deve: não se escreve mais.",
        en: "This number is not the debtor's: it is not written to again.",
      },
    }),
    holds: policy({
      ...OWN,
      id: `${country}.holds`,
      article: "6",
      text: {
        es: "A quien prometió, acordó, reclamó o está en dificultades no se le insiste.",
        "pt-BR": "Quem prometeu, acordou, contestou ou está em dificuldade não é cobrado de novo.",
        en: "Who promised, agreed, disputed or is in hardship is not pressed.",
      },
    }),
    zone: policy({
      ...OWN,
      id: `${country}.zone`,
      article: "7",
      text: {
        es: "Sin saber la hora local de la persona no se le escribe.",
        "pt-BR": "Sem saber a hora local da pessoa, não se escreve.",
        en: "Without knowing the person's local time we do not write.",
      },
    }),
    inconvenient: policy({
      ...OWN,
      id: `${country}.inconvenient`,
      article: "8",
      text: {
        es: "Se respetan las horas que la persona dijo que le incomodan.",
        "pt-BR": "Respeitam-se os horários que a pessoa disse que incomodam.",
        en: "Times the person said are inconvenient are respected.",
      },
    }),
    content: policy({
      ...OWN,
      id: `${country}.content`,
      article: "9",
      text: {
        es: "El texto dice algo que la ley o nuestra política no permiten decir.",
        "pt-BR": "O texto diz algo que a lei ou a nossa política não permitem dizer.",
        en: "The text says something that the law or our policy does not allow to be said.",
      },
    }),
  } as const satisfies Record<string, Clause>;
}

export type HouseLimits = ReturnType<typeof houseLimits>;

/** What stands where a country's law says nothing of it. A country's own clause takes the place of the one with its name. */
export function houseLimits(country: string) {
  return {
    recipients: policy({
      ...OWN,
      id: `${country}.recipients`,
      article: "11",
      text: {
        es: "De una deuda solo se habla con quien la debe o la garantiza.",
        "pt-BR": "De uma dívida só se fala com quem a deve ou a garante.",
        en: "A debt is spoken about only with who owes or guarantees it.",
      },
    }),
    channel: policy({
      ...WHATSAPP,
      id: `${country}.channel`,
      article: "opt-in",
      text: {
        es: "Solo se escribe por los canales para los que la persona dio permiso.",
        "pt-BR": "Só se escreve pelos canais para os quais a pessoa deu permissão.",
        en: "We write only through the channels the person gave permission for.",
      },
    }),
    reply: policy({
      ...OWN,
      id: `${country}.reply`,
      article: "13",
      text: {
        es: "Responder a lo que la persona escribió no es un nuevo contacto.",
        "pt-BR": "Responder ao que a pessoa escreveu não é um novo contato.",
        en: "Answering what the person wrote is no new contact.",
      },
    }),
    confirmation: policy({
      ...OWN,
      id: `${country}.confirmation`,
      article: "14",
      text: {
        es: "Donde la ley no la exceptúa, la confirmación de una operación respeta horarios y límites.",
        "pt-BR": "Onde a lei não a excetua, a confirmação de uma operação respeita horários e limites.",
        en: "Where the law does not exempt it, the confirmation of an operation keeps to hours and limits.",
      },
    }),
    hours: policy({
      ...OWN,
      id: `${country}.hours`,
      article: "15",
      text: {
        es: "La ley no fija horas: se escribe en horas de oficina, nunca los domingos.",
        "pt-BR": "A lei não fixa horas: escreve-se em horário comercial, nunca aos domingos.",
        en: "The law names no hours: we write in office hours, never on Sundays.",
      },
    }),
    holidays: policy({
      ...OWN,
      id: `${country}.holidays`,
      article: "16",
      text: {
        es: "La ley no lo exige: en días festivos no se escribe.",
        "pt-BR": "A lei não o exige: em feriados não se escreve.",
        en: "The law does not ask for it: we do not write on public holidays.",
      },
    }),
    onceADay: policy({
      ...OWN,
      id: `${country}.day-cap`,
      article: "17",
      text: {
        es: "Elegido por la empresa donde la ley no pone número: un contacto al día y tres por semana.",
        "pt-BR": "Escolhido pela empresa onde a lei não fixa número: um contato por dia e três por semana.",
        en: "Chosen by the business where the law names no number: one contact a day and three a week.",
      },
    }),
    thriceAWeek: policy({
      ...OWN,
      id: `${country}.week-cap`,
      article: "17",
      text: {
        es: "Elegido por la empresa donde la ley no pone número: tres contactos por semana.",
        "pt-BR": "Escolhido pela empresa onde a lei não fixa número: três contatos por semana.",
        en: "Chosen by the business where the law names no number: three contacts a week.",
      },
    }),
    noCap: policy({
      ...OWN,
      id: `${country}.no-cap`,
      article: "17",
      text: {
        es: "La ley no pone un número de contactos; la insistencia se juzga por su conjunto.",
        "pt-BR": "A lei não fixa um número de contatos; a insistência é julgada no conjunto.",
        en: "The law names no number of contacts; persistence is judged as a whole.",
      },
    }),
  } as const satisfies Record<string, Clause>;
}

/** What each stop state leaves allowed, unless a country's law is stricter. */
export function houseStops(
  clauses: Pick<HouseClauses, "optOut" | "attorney" | "moratorium" | "deceased" | "wrongPerson">,
): Profile["stops"] {
  return {
    optedOut: { clause: clauses.optOut, answers: "one" },
    attorney: { clause: clauses.attorney, answers: "one" },
    moratorium: { clause: clauses.moratorium, answers: "any" },
    deceased: { clause: clauses.deceased, answers: "one" },
    wrongPerson: { clause: clauses.wrongPerson, answers: "one" },
  };
}

/** Where the law names no number of contacts; a business may choose the recommended one. */
export function houseFrequency(clauses: Pick<HouseLimits, "onceADay" | "noCap">) {
  return {
    name: "frequency",
    about: {
      es: "La ley no pone un número de contactos: ¿se pone uno propio?",
      "pt-BR": "A lei não fixa um número de contatos: fixa-se um próprio?",
      en: "The law names no number of contacts: does the business set one of its own?",
    },
    options: [
      { name: "law", clause: clauses.noCap, strictness: "default" },
      { name: "once_a_day", clause: clauses.onceADay, strictness: "stricter" },
    ],
  } as const;
}

export function houseCaps(
  clauses: Pick<HouseLimits, "onceADay" | "thriceAWeek">,
  readings: Readonly<Record<string, string>>,
): Profile["caps"] {
  if (readings["frequency"] !== "once_a_day") return [];
  return [
    { kind: "per_day", max: 1, clause: clauses.onceADay },
    { kind: "per_week", max: 3, clause: clauses.thriceAWeek },
  ];
}

/** Hours of Monday to Friday, of Saturday and of Sunday; none means closed. */
export function weekOf(
  weekday: readonly Hours[],
  saturday: readonly Hours[] = [],
  sunday: readonly Hours[] = [],
): WeekHours {
  return { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: saturday, 7: sunday };
}
