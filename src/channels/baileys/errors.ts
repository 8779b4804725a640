import type { Rejection, SendClass } from "../channel.ts";

/** What an operator reads: what happened, and what to do. */
type Advice = { readonly es: string; readonly "pt-BR": string; readonly en: string };

export type AckError = {
  readonly codes: readonly string[];
  readonly class: SendClass;
  readonly slowsChannel?: true;
  readonly advice: Advice;
};

/** WhatsApp lets this number begin no new chats: the trusted-contact token is missing. Each try again makes it worse. */
export const RESTRICTED = "463";
/** Our own code: the number is not on WhatsApp. */
export const NOT_ON_WHATSAPP = "404";

/**
 * What an error in the server's ack means for us. There is no public table: these are the codes that Baileys' source and its
 * issues name (WhiskeySockets/Baileys#2441, #2707); what is not here is a bug of ours or new, and is not tried again as it is.
 */
export const ACK_ERRORS: readonly AckError[] = [
  {
    codes: [RESTRICTED],
    class: "channel",
    advice: {
      es: "WhatsApp restringió este número: no puede empezar conversaciones nuevas. No se reintenta, porque lo empeora; espere y escriba solo a quien le escriba.",
      "pt-BR":
        "O WhatsApp restringiu este número: não pode começar conversas novas. Não tentamos de novo, porque piora; espere e responda só a quem escrever.",
      en: "WhatsApp has restricted this number: it may begin no new chats. We do not try again, which makes it worse; wait, and answer only those who write.",
    },
  },
  {
    codes: [NOT_ON_WHATSAPP, "406", "410"],
    class: "recipient",
    advice: {
      es: "Este número no usa WhatsApp. Busque otro contacto.",
      "pt-BR": "Este número não usa WhatsApp. Busque outro contato.",
      en: "This number is not on WhatsApp. Find another contact.",
    },
  },
  {
    codes: ["401", "403", "405"],
    class: "recipient",
    advice: {
      es: "La persona no acepta mensajes de este número o lo bloqueó. No le escriba por aquí.",
      "pt-BR": "A pessoa não aceita mensagens deste número ou o bloqueou. Não escreva por aqui.",
      en: "The person takes no messages from this number, or has blocked it. Do not write to them here.",
    },
  },
  {
    codes: ["429"],
    class: "retry",
    slowsChannel: true,
    advice: {
      es: "El número envía demasiado rápido para WhatsApp. Baja el ritmo solo; si se repite, envíe menos por día.",
      "pt-BR": "O número envia rápido demais para o WhatsApp. O ritmo cai sozinho; se repetir, envie menos por dia.",
      en: "The number sends too fast for WhatsApp. It slows down by itself; if this repeats, send less a day.",
    },
  },
  {
    // The stanza did not fit the person's devices as they are now: the next try asks for them anew.
    codes: ["479", "421", "475"],
    class: "retryRecipient",
    advice: {
      es: "Los dispositivos de la persona cambiaron. Se reintenta solo.",
      "pt-BR": "Os aparelhos da pessoa mudaram. Tentamos de novo sozinhos.",
      en: "The person's devices have changed. We try again by ourselves.",
    },
  },
  {
    codes: ["500", "503", "504"],
    class: "retry",
    advice: {
      es: "WhatsApp falla por el momento. Se reintenta solo.",
      "pt-BR": "O WhatsApp está com falha no momento. Tentamos de novo sozinhos.",
      en: "WhatsApp fails for the moment. We try again by ourselves.",
    },
  },
  {
    codes: ["400", "491"],
    class: "reshape",
    advice: {
      es: "WhatsApp no acepta este mensaje como está escrito. No se reintenta; avise a soporte con el código.",
      "pt-BR":
        "O WhatsApp não aceita esta mensagem como está escrita. Não tentamos de novo; avise o suporte com o código.",
      en: "WhatsApp does not accept this message as it is written. We do not try again; tell support the code.",
    },
  },
];

export function ackError(code: string): AckError | undefined {
  return BY_CODE.get(code);
}

/** An ack that carries an error, as the outbox understands it. */
export function rejectionOf(code: string): Rejection {
  const known = ackError(code);
  return {
    state: "rejected",
    code,
    class: known?.class ?? "reshape",
    slowsChannel: known?.slowsChannel === true,
    // How much one person may be sent no code of WhatsApp's says.
    slowsRecipient: false,
    retryAfterSeconds: undefined,
    detail: known?.advice.en ?? `WhatsApp answered with error ${code}, which is not known here`,
  };
}

const BY_CODE: ReadonlyMap<string, AckError> = new Map(
  ACK_ERRORS.flatMap((row) => row.codes.map((code) => [code, row] as const)),
);
