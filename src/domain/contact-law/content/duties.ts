import { MESSAGE_KINDS, type MessageKind } from "../../outreach/holds.ts";
import { BR } from "../countries/brazil.ts";
import { MX } from "../countries/mexico.ts";
import { US } from "../countries/united-states.ts";
import { fold } from "./fold.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { type DutyRule, inCountry, patterns } from "./rule.ts";

const FIRST = ["opening"] as const satisfies readonly MessageKind[];
/** Whoever reads what we begin has no chat before their eyes that says who we are. */
const BEGUN = [
  "opening",
  "reminder",
  "nudge",
  "promise_reminder",
  "instalment_reminder",
  "notice",
] as const satisfies readonly MessageKind[];

const PARTS = {
  near: "[^.?!;]{0,60}?",
  write: "(?:escrib\\w+|escrev\\w+|respond\\w+|envi\\w+|mand\\w+|toque|toca|write|reply|text|send|tap|type)",
  person:
    "(?:personas?|pessoas?|agentes?|asesor\\w*|ejecutiv[oa]s?|atendentes?|alguien|alguem|person|somebody|someone|human[oa]?|agent|representative)",
};

const INTRODUCES = patterns(
  PARTS,
  "\\b(?:soy|somos|sou|le (?:escribe|habla|saluda)|te (?:escribe|habla|saluda)|(?:le|te|les) (?:escribimos|hablamos|contactamos) (?:de|desde)|de parte de|em nome de|aqui e|asistente (?:virtual )?de|assistente (?:virtual )?d[aeo]|this is|i am|i'm|we are|we're|on behalf of)\\b",
);

const PURPOSE = patterns(
  PARTS,
  "\\b(?:asuntos?|assuntos?|acerca de|sobre|respecto|relacionad[oa]|referente|a respeito|about|regarding|concerning|matter|como (?:habiamos|quedamos)|como haviamos|as we had)\\b",
  "\\b(?:le|te) (?:escribo|escribimos) (?:por|para)\\b|\\bescrev(?:o|emos) (?:por|para)\\b|\\bwriting to\\b",
);

/** How to opt out, or that this was the last message. */
const STOP = patterns(
  PARTS,
  "\\b{write}{near}\\b(?:baja|stop|parar|pare|alto|salir|sair|no escribir|nao escrever|no me escriban|nao me escrevam)\\b",
  "\\bno me escrib(?:a|an|as)\\b|\\bnao me escrevam?\\b|\\bstop messages\\b|\\bunsubscribe\\b|\\bopt(?:ing)?[ -]out\\b|\\bdarse de baja\\b|\\bdescadastr\\w+",
  "\\bpara no recibir mas mensajes\\b|\\bpara nao receber mais mensagens\\b|\\bfor no more messages\\b",
  "\\bno (?:le |te )?(?:volveremos a escribir|enviar(?:a|emos) mas mensajes)|\\bnao (?:enviar(?:a|emos) mais mensagens|voltaremos a escrever)",
  "\\bwill (?:not write to you again|not send you any more|send no more) ?(?:messages)?",
);

const PERSON = patterns(
  PARTS,
  "\\b(?:{write}|hablar|hable|habla|falar|fale|atienda|atenda|talk|speak|chat|llam\\w+|ligue|call|contact\\w*){near}\\b{person}\\b",
  "\\b{person}\\b{near}\\b{write}\\b",
  "\\b(?:llam\\w+|ligue|call|telefono|telefone|phone){near}\\d{3}",
);

function saysAny(regexes: readonly RegExp[], text: string): boolean {
  return regexes.some((regex) => text.search(regex) >= 0);
}

/** Who writes: the name of the business, in all we begin. Mexico and Brazil ask for more, which is not checked: see the page. */
export const NAMES_CREDITOR: DutyRule = {
  id: "missing_creditor",
  severity: "forbidden",
  clauses: { BR: BR.supplier, MX: MX.firstContact, elsewhere: ANYWHERE.firstMessage },
  kinds: { elsewhere: BEGUN },
  isKept: (text, creditor) => (creditor === undefined ? saysAny(INTRODUCES, text) : text.includes(creditor)),
  advice: {
    es: "Falta decir quién escribe: el nombre de la empresa.",
    "pt-BR": "Falta dizer quem escreve: o nome da empresa.",
    en: "It does not say who writes: add the name of the business.",
  },
};

/** What for, neutrally. There are more words for it than a list can hold, so it is a doubt. */
export const NAMES_PURPOSE: DutyRule = {
  id: "missing_purpose",
  severity: "doubtful",
  clauses: { elsewhere: ANYWHERE.firstMessage },
  kinds: { elsewhere: FIRST },
  isKept: (text) => saysAny(PURPOSE, text),
  advice: {
    es: "Falta decir para qué se escribe, sin nombrar la deuda: «por un asunto de su cuenta».",
    "pt-BR": "Falta dizer para que se escreve, sem citar a dívida: «sobre um assunto da sua conta».",
    en: "It does not say what for: add it without naming the debt, such as “about your account”.",
  },
};

/** How to stop: in the first message everywhere, in each one in the United States (12 CFR 1006.6(e)). */
export const OFFERS_STOP: DutyRule = {
  id: "missing_stop",
  severity: "forbidden",
  clauses: { US: US.optOutNotice, elsewhere: ANYWHERE.firstMessage },
  kinds: { US: MESSAGE_KINDS, elsewhere: FIRST },
  isKept: (text) => saysAny(STOP, text),
  advice: {
    es: "Falta decir cómo dejar de recibir mensajes: «escriba NO ESCRIBIR».",
    "pt-BR": "Falta dizer como deixar de receber mensagens: «escreva PARAR».",
    en: "It does not say how to stop messages: add “write STOP”.",
  },
};

/** How to reach a person; WhatsApp asks it of whoever answers by machine. */
export const OFFERS_PERSON: DutyRule = {
  id: "missing_person",
  severity: "forbidden",
  clauses: { elsewhere: ANYWHERE.firstMessage },
  kinds: { elsewhere: FIRST },
  isKept: (text) => saysAny(PERSON, text),
  advice: {
    es: "Falta decir cómo hablar con una persona: «escriba PERSONA».",
    "pt-BR": "Falta dizer como falar com uma pessoa: «escreva PESSOA».",
    en: "It does not say how to reach a person: add “write PERSON”.",
  },
};

/** Must this message still be told how to stop? `shown`: all that the person sees, the titles of buttons too. */
export function lacksStop(shown: string, country: string, kind: MessageKind): boolean {
  const kinds = OFFERS_STOP.kinds && inCountry(OFFERS_STOP.kinds, country);
  return kinds?.includes(kind) === true && !OFFERS_STOP.isKept(fold(shown).text, undefined);
}
