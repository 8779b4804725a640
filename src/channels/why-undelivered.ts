import { unreachable } from "../domain/assert.ts";
import { ackError } from "./baileys/errors.ts";
import type { SendClass } from "./channel.ts";
import { type MetaError, metaErrorOf } from "./cloud-api/errors.ts";

type Text = MetaError["advice"];

/**
 * What people read beside a message that left and did not arrive: what happened, and what to do. Meta's code means the same
 * here as in a refused request, but for one thing: what WhatsApp had taken is not sent again by itself.
 */
export function whyUndelivered(code: string | null, language: keyof Text): string {
  // A linked phone's codes are other numbers than Meta's (a test holds them apart).
  const known = code === null ? undefined : (metaErrorOf(code) ?? ackError(code));
  return (known === undefined ? UNKNOWN : meaningOf(known.class, known.advice))[language];
}

function meaningOf(sendClass: SendClass, advice: Text): Text {
  switch (sendClass) {
    case "retry":
    case "retryRecipient":
      return PASSING;
    case "retryLater":
      return NOT_NOW;
    case "reshape":
    case "recipient":
    case "channel":
      return advice;
    default:
      return unreachable(sendClass);
  }
}

const PASSING: Text = {
  es: "WhatsApp lo recibió y no pudo entregarlo: fue un fallo pasajero o un exceso de mensajes. No se envía otra vez solo; escríbale de nuevo.",
  "pt-BR":
    "O WhatsApp recebeu e não conseguiu entregar: foi uma falha passageira ou excesso de mensagens. Não é enviada de novo sozinha; escreva outra vez.",
  en: "WhatsApp took it and could not deliver it: a passing fault, or too many messages. It is not sent again by itself; write again.",
};

const NOT_NOW: Text = {
  es: "Meta decidió no entregar este mensaje a esta persona ahora. No se envía otra vez solo; espere un día o use otro medio.",
  "pt-BR":
    "A Meta decidiu não entregar esta mensagem a esta pessoa agora. Não é enviada de novo sozinha; espere um dia ou use outro meio.",
  en: "Meta chose not to deliver this message to this person now. It is not sent again by itself; wait a day or use another way.",
};

const UNKNOWN: Text = {
  es: "WhatsApp no lo entregó, con un código que aquí no se conoce. No se envía otra vez solo; busque el código en la ayuda de Meta.",
  "pt-BR":
    "O WhatsApp não entregou, com um código que aqui não se conhece. Não é enviada de novo sozinha; procure o código na ajuda da Meta.",
  en: "WhatsApp did not deliver it, with a code that is not known here. It is not sent again by itself; look the code up in Meta's help.",
};
