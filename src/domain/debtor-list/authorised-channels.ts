import { CHANNELS, type Channel, OTHER_CHANNELS, type OtherChannel } from "../contact-law/facts.ts";
import { normalizeHeader } from "./header-words.ts";

/** By what a debtor may be contacted, as a cell of authorised channels says it (Ley 2300 of 2023, art. 2). */
export type AuthorisedChannels = { readonly whatsapp: boolean; readonly others: readonly OtherChannel[] };

/**
 * What the cell names: only that is permitted ("SMS, correo"), or all of them ("todos"), and what has its own answer behind it goes by
 * that ("WhatsApp: no, SMS: sí"). Undefined for a cell that names no channel and takes none away ("contrato"): it says nothing.
 */
export function authorisedChannels(cell: string): AuthorisedChannels | undefined {
  const { answered, rest } = answeredOnes(cell);
  const named = namedIn(rest);
  if (answered.size === 0) return named;
  return {
    whatsapp: answered.get("whatsapp") ?? named?.whatsapp ?? false,
    others: OTHER_CHANNELS.filter((channel) => answered.get(channel) ?? named?.others.includes(channel) ?? false),
  };
}

type Answered = { readonly answered: ReadonlyMap<Channel, boolean>; readonly rest: string };

/** Each channel with a yes or a no of its own behind it, and the cell without these. */
function answeredOnes(cell: string): Answered {
  const answered = new Map<Channel, boolean>();
  const plain = cell.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[-_/]/g, " ");
  const rest = CHANNELS.reduce(
    (left, channel) =>
      left.replaceAll(new RegExp(`${NAMES[channel].source}${OWN_ANSWER}`, "g"), (_, word: string) => {
        answered.set(channel, !/^n/.test(word) && answered.get(channel) !== false);
        return ";";
      }),
    plain,
  );
  return { answered, rest };
}

/** Behind a channel: "WhatsApp: no", "SMS sí". "WhatsApp no SMS" is none: the no is the other's. */
const OWN_ANSWER = String.raw`(?:\s*[:=]\s*|\s+)(no|nao|not|si|sim|yes)(?=\s*(?:[,;.|\n)]|$| y | e | and ))`;

/** What follows a "no" or "except" is taken away to the end of its sentence. */
function namedIn(cell: string): AuthorisedChannels | undefined {
  if (cell === "") return undefined;
  const words = normalizeHeader(cell);
  const isAll = ALL.test(words);
  const isDenied = DENIED.test(words);
  const isWhatsapp = WHATSAPP.test(words);
  if (!isAll && !isDenied && !isWhatsapp && !OTHERS.test(words)) return undefined;

  const sentences = cell.split(/[:;.\n]/).map((sentence) => normalizeHeader(sentence).split(WITHOUT));
  const named = sentences.map(([before = ""]) => before).join(" | ");
  const taken = sentences.flatMap(([, ...after]) => after).join(" | ");
  const names = OTHER_CHANNELS.filter((channel) => NAMES[channel].test(named));
  const meant = names.length === 0 && isAll ? OTHER_CHANNELS : names;
  return {
    whatsapp: !isDenied && (isWhatsapp || isAll),
    others: meant.filter((channel) => !NAMES[channel].test(taken)),
  };
}

const WHATSAPP = /\b(?:whatsapp|whats|wsp|wapp|wa|mensajeria instantanea|chat)\b/;
const WITHOUT = /\b(?:no|nao|not|sin|sem|excepto|exceto|except|menos|salvo)\b/;
const DENIED =
  /\b(?:no|nao|not|sin|sem|excepto|exceto|except|menos|salvo) (?:por |via |by |el |o )?(?:whatsapp|whats|wsp)\b/;
/** Also what is no channel of contact law's: a letter, a fax. */
const OTHERS =
  /\b(?:sms|mensajes? de texto|text messages?|torpedo|e ?mails?|correos?|mail|llamadas?|telefon(?:o|ica|icas|e|ia)|voz|voice|ligac(?:ao|oes)|calls?|phone|fisico|postal|carta|visitas?|visits?|telegram|fax)\b/;
const ALL = /\b(?:todos|todas|cualquiera|cualquier|qualquer|all|any)\b/;
const NAMES: Readonly<Record<Channel, RegExp>> = {
  whatsapp: WHATSAPP,
  sms: /\b(?:sms|mensajes? de texto|text messages?|torpedo)\b/,
  // A "correo físico" is a letter.
  email: /\b(?:e ?mails?|correos?|mail)\b(?! (?:fisico|postal|certificado))/,
  voice: /\b(?:llamadas?|telefon(?:o|ica|icas|e|ia)|voz|voice|ligac(?:ao|oes)|calls?|phone)\b/,
  visit: /\b(?:visitas?|visits?)\b/,
};
