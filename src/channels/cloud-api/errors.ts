import type { SendClass } from "../channel.ts";

/** What an operator reads: what happened, and what to do. */
type Advice = { readonly es: string; readonly "pt-BR": string; readonly en: string };

export type MetaError = {
  readonly codes: readonly number[];
  readonly class: SendClass;
  /** The number itself goes too fast. */
  readonly slowsChannel?: true;
  /** The number sends this person too much (`PAIR_RATE`). */
  readonly slowsRecipient?: true;
  /** It is the token that is refused: another one mends it. */
  readonly isAboutToken?: true;
  readonly advice: Advice;
};

/**
 * What Meta's `error.code` means for us, the same for a refused request and for a `failed` status (Meta, "Cloud API error
 * codes"). Meta asks to decide by code and not by HTTP status or title.
 */
export const META_ERRORS: readonly MetaError[] = [
  {
    codes: [1, 2, 131000, 131016, 131057, 133004],
    class: "retry",
    advice: {
      es: "WhatsApp falla o está en mantenimiento. Se reintenta solo; si sigue, mire el estado de la plataforma de Meta.",
      "pt-BR":
        "O WhatsApp falhou ou está em manutenção. Tentamos de novo sozinhos; se continuar, veja o status da Meta.",
      en: "WhatsApp failed or is under maintenance. We try again by ourselves; if it lasts, look at Meta's status page.",
    },
  },
  {
    codes: [4, 80007, 130429],
    class: "retry",
    slowsChannel: true,
    advice: {
      es: "El número envía demasiado rápido. Baja el ritmo solo; si se repite, pida a Meta un límite mayor.",
      "pt-BR": "O número envia rápido demais. O ritmo cai sozinho; se repetir, peça à Meta um limite maior.",
      en: "The number sends too fast. It slows down by itself; if this repeats, ask Meta for a higher limit.",
    },
  },
  {
    codes: [131056],
    class: "retryRecipient",
    slowsRecipient: true,
    advice: {
      es: "Demasiados mensajes seguidos a esta persona. Se espera y se reintenta solo.",
      "pt-BR": "Mensagens demais seguidas para esta pessoa. Esperamos e tentamos de novo sozinhos.",
      en: "Too many messages in a row to this person. We wait and try again by ourselves.",
    },
  },
  {
    codes: [131049, 130472],
    class: "retryLater",
    advice: {
      es: "Meta decidió no entregar este mensaje a esta persona ahora. Se intenta una vez más al día siguiente.",
      "pt-BR": "A Meta decidiu não entregar esta mensagem a esta pessoa agora. Tentamos mais uma vez no dia seguinte.",
      en: "Meta chose not to deliver this message to this person now. We try once more the next day.",
    },
  },
  {
    codes: [131047],
    class: "reshape",
    advice: {
      es: "Pasaron más de 24 horas desde el último mensaje de la persona: solo se puede enviar una plantilla.",
      "pt-BR": "Passaram mais de 24 horas desde a última mensagem da pessoa: só é possível enviar um modelo.",
      en: "More than 24 hours have passed since the person's last message: only a template can be sent.",
    },
  },
  {
    codes: [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069, 131062],
    class: "reshape",
    advice: {
      es: "La plantilla no existe, está pausada o sus datos no coinciden. Revísela en el administrador de WhatsApp.",
      "pt-BR": "O modelo não existe, está pausado ou seus dados não conferem. Revise-o no gerenciador do WhatsApp.",
      en: "The template is missing, paused, or its parameters do not match. Check it in WhatsApp Manager.",
    },
  },
  {
    codes: [100, 131008, 131009, 131051, 131052, 131053],
    class: "reshape",
    advice: {
      es: "WhatsApp no acepta este mensaje como está escrito. No se reintenta; avise a soporte con el código.",
      "pt-BR":
        "O WhatsApp não aceita esta mensagem como está escrita. Não tentamos de novo; avise o suporte com o código.",
      en: "WhatsApp does not accept this message as it is written. We do not try again; tell support the code.",
    },
  },
  {
    codes: [131026, 131021, 131030, 130497],
    class: "recipient",
    advice: {
      es: "No se le puede escribir a este número: no usa WhatsApp, lo bloqueó o no está permitido. Busque otro contacto.",
      "pt-BR":
        "Não é possível escrever para este número: não usa WhatsApp, bloqueou ou não é permitido. Busque outro contato.",
      en: "This number cannot be written to: it is not on WhatsApp, blocked us, or is not allowed. Find another contact.",
    },
  },
  {
    codes: [131050],
    class: "recipient",
    advice: {
      es: "La persona pidió a WhatsApp no recibir más mensajes de este tipo. No le escriba.",
      "pt-BR": "A pessoa pediu ao WhatsApp para não receber mais mensagens deste tipo. Não escreva para ela.",
      en: "The person asked WhatsApp for no more messages of this kind. Do not write to them.",
    },
  },
  {
    codes: [0, 3, 10, 190, 131005],
    class: "channel",
    isAboutToken: true,
    advice: {
      es: "WhatsApp no acepta el token de acceso: venció o le faltan permisos. Genere otro y póngalo en la configuración.",
      "pt-BR":
        "O WhatsApp não aceita o token de acesso: venceu ou faltam permissões. Gere outro e ponha na configuração.",
      en: "WhatsApp does not accept the access token: it expired or lacks permissions. Make another and put it in the settings.",
    },
  },
  {
    codes: [368, 131031, 131048],
    class: "channel",
    advice: {
      es: "Meta restringió el número o la cuenta por quejas o política. No envíe más y revise la calidad en Meta.",
      "pt-BR":
        "A Meta restringiu o número ou a conta por reclamações ou política. Não envie mais e revise a qualidade na Meta.",
      en: "Meta restricted the number or the account over complaints or policy. Send no more and check its quality at Meta.",
    },
  },
  {
    codes: [131042],
    class: "channel",
    advice: {
      es: "Hay un problema con el medio de pago de la cuenta de WhatsApp. Corríjalo en Meta y reanude el número.",
      "pt-BR": "Há um problema com o meio de pagamento da conta do WhatsApp. Corrija na Meta e retome o número.",
      en: "There is a problem with the WhatsApp account's means of payment. Correct it at Meta and resume the number.",
    },
  },
  {
    // 131045 is "Incorrect certificate", of our own number's registration (Meta, "Cloud API error codes"): no word about the person.
    codes: [33, 131037, 131045, 133010],
    class: "channel",
    advice: {
      es: "El número no está registrado en WhatsApp, fue borrado o falta aprobar su nombre. Regístrelo en Meta.",
      "pt-BR": "O número não está registrado no WhatsApp, foi apagado ou falta aprovar o nome. Registre-o na Meta.",
      en: "The number is not registered with WhatsApp, was deleted, or its name awaits approval. Register it at Meta.",
    },
  },
];

/** Permissions that the token lacks, whichever. */
export const PERMISSION_CODES: readonly number[] = Array.from({ length: 100 }, (_, index) => 200 + index);

/** The row of a code. */
export function metaError(code: number): MetaError | undefined {
  return BY_CODE.get(PERMISSION_CODES.includes(code) ? 10 : code);
}

/** The row of a code as it is stored: in words, and perhaps one of ours or of another channel, of which Meta's table knows nothing. */
export function metaErrorOf(code: string): MetaError | undefined {
  return /^\d{1,7}$/.test(code) ? metaError(Number(code)) : undefined;
}

const BY_CODE: ReadonlyMap<number, MetaError> = new Map(
  META_ERRORS.flatMap((row) => row.codes.map((code) => [code, row] as const)),
);
