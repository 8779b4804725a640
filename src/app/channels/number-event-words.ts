import type { NumberEventKind } from "../../domain/number-event.ts";
import type { CheckLanguage } from "./check-words.ts";

/** One sentence about what Meta said: what it is, and what to do where something is to be done. */
export function numberEventWords(kind: NumberEventKind, language: CheckLanguage): string {
  return WORDS[kind][language];
}

/** Whether somebody has to do something. */
export function isAlarming(kind: NumberEventKind): boolean {
  return ALARMING.has(kind);
}

const ALARMING: ReadonlySet<NumberEventKind> = new Set([
  "restricted",
  "banned",
  "disabled",
  "flagged",
  "link.restricted",
  "link.ended",
]);

const WORDS: Readonly<Record<NumberEventKind, Readonly<Record<CheckLanguage, string>>>> = {
  quality: {
    es: "Meta cambió la calidad del número.",
    "pt-BR": "A Meta mudou a qualidade do número.",
    en: "Meta changed the number's quality.",
  },
  limit: {
    es: "Meta cambió a cuántas personas puede escribir el número en 24 horas.",
    "pt-BR": "A Meta mudou para quantas pessoas o número pode escrever em 24 horas.",
    en: "Meta changed to how many people the number may write in 24 hours.",
  },
  throughput: {
    es: "Meta permite al número más mensajes por segundo.",
    "pt-BR": "A Meta permite ao número mais mensagens por segundo.",
    en: "Meta lets the number send more messages a second.",
  },
  name: {
    es: "Meta decidió sobre el nombre visible del número.",
    "pt-BR": "A Meta decidiu sobre o nome visível do número.",
    en: "Meta decided on the number's display name.",
  },
  restricted: {
    es: "Meta restringió la cuenta: no puede iniciar conversaciones, o no todas. Mire el motivo en el administrador de WhatsApp y pida revisión.",
    "pt-BR":
      "A Meta restringiu a conta: não pode iniciar conversas, ou não todas. Veja o motivo no gerenciador do WhatsApp e peça revisão.",
    en: "Meta restricted the account: it may not begin conversations, or not all of them. See why in WhatsApp Manager, and ask for a review.",
  },
  unrestricted: {
    es: "Meta levantó la restricción.",
    "pt-BR": "A Meta retirou a restrição.",
    en: "Meta lifted the restriction.",
  },
  banned: {
    es: "Meta suspendió la cuenta de WhatsApp: no se envía nada más. Pida revisión en el administrador de WhatsApp.",
    "pt-BR": "A Meta suspendeu a conta do WhatsApp: nada mais é enviado. Peça revisão no gerenciador do WhatsApp.",
    en: "Meta banned the WhatsApp account: nothing more is sent. Ask for a review in WhatsApp Manager.",
  },
  reinstated: {
    es: "Meta devolvió la cuenta: los envíos siguen.",
    "pt-BR": "A Meta devolveu a conta: os envios continuam.",
    en: "Meta gave the account back: sending goes on.",
  },
  disabled: {
    es: "Meta va a desactivar la cuenta, o ya la desactivó. Actúe hoy: vea el plazo y el motivo en el administrador de WhatsApp.",
    "pt-BR":
      "A Meta vai desativar a conta, ou já desativou. Aja hoje: veja o prazo e o motivo no gerenciador do WhatsApp.",
    en: "Meta is about to disable the account, or has. Act today: see by when and why in WhatsApp Manager.",
  },
  flagged: {
    es: "La calidad del número es baja: la gente lo bloquea o lo reporta. Escriba menos, y a menos personas.",
    "pt-BR": "A qualidade do número é baixa: as pessoas o bloqueiam ou denunciam. Escreva menos, e para menos pessoas.",
    en: "The number's quality is low: people block or report it. Write less, and to fewer.",
  },
  unflagged: {
    es: "La calidad del número volvió a ser aceptable.",
    "pt-BR": "A qualidade do número voltou a ser aceitável.",
    en: "The number's quality is acceptable again.",
  },
  review: {
    es: "Meta revisó la cuenta de WhatsApp.",
    "pt-BR": "A Meta revisou a conta do WhatsApp.",
    en: "Meta reviewed the WhatsApp account.",
  },
  alert: {
    es: "Meta avisa de algo en la cuenta. Lea el aviso en el administrador de WhatsApp.",
    "pt-BR": "A Meta avisa de algo na conta. Leia o aviso no gerenciador do WhatsApp.",
    en: "Meta warns of something in the account. Read its notice in WhatsApp Manager.",
  },
  capability: {
    es: "Meta cambió lo que la cuenta puede: números y personas por día.",
    "pt-BR": "A Meta mudou o que a conta pode: números e pessoas por dia.",
    en: "Meta changed what the account may: numbers, and people a day.",
  },
  security: {
    es: "Alguien cambió el PIN del número, o pidió otro. Si no fue usted, revise quién tiene acceso a la cuenta de Meta.",
    "pt-BR": "Alguém mudou o PIN do número, ou pediu outro. Se não foi você, confira quem tem acesso à conta da Meta.",
    en: "Somebody changed the number's PIN, or asked for another. If it was not you, check who has access to the Meta account.",
  },
  template: {
    es: "Meta cambió el estado, la calidad o la categoría de una plantilla.",
    "pt-BR": "A Meta mudou o estado, a qualidade ou a categoria de um modelo.",
    en: "Meta changed a template's status, quality or category.",
  },
  preference: {
    es: "Alguien dijo a WhatsApp si quiere mensajes de marketing. Los detalles están entre lo desconocido.",
    "pt-BR": "Alguém disse ao WhatsApp se quer mensagens de marketing. Os detalhes estão entre o desconhecido.",
    en: "Somebody told WhatsApp whether they want marketing messages. The particulars are among the unknown parts.",
  },
  problem: {
    es: "Meta informa de un error del número, fuera de todo mensaje.",
    "pt-BR": "A Meta informa um erro do número, fora de qualquer mensagem.",
    en: "Meta reports an error of the number, outside any message.",
  },
  "link.restricted": {
    es: "WhatsApp restringió el teléfono vinculado. No intente seguir: cada intento lo empeora.",
    "pt-BR": "O WhatsApp restringiu o telefone vinculado. Não tente continuar: cada tentativa piora.",
    en: "WhatsApp restricted the linked phone. Do not try to go on: each attempt makes it worse.",
  },
  "link.ended": {
    es: "Terminó el vínculo con el teléfono. Mire por qué, y vincúlelo de nuevo si corresponde.",
    "pt-BR": "O vínculo com o telefone terminou. Veja por quê, e vincule de novo se for o caso.",
    en: "The link with the phone ended. See why, and link it again where that is right.",
  },
  other: {
    es: "Meta informa de un cambio en la cuenta.",
    "pt-BR": "A Meta informa uma mudança na conta.",
    en: "Meta tells of a change in the account.",
  },
};
