import { normalizeHeader } from "./header-words.ts";

/**
 * The cell names channels in which a debtor may be contacted, and WhatsApp is none of them ("SMS, correo"): only the named ones
 * are permitted (Ley 2300 of 2023, art. 2). A cell that names none, or all of them, says nothing against WhatsApp.
 */
export function namesOtherChannels(cell: string): boolean {
  if (cell === "") return false;
  const words = normalizeHeader(cell);
  return OTHERS.test(words) && (DENIED.test(words) || !(WHATSAPP.test(words) || ALL.test(words)));
}

const WHATSAPP = /\b(?:whatsapp|whats|wsp|wapp|wa|mensajeria instantanea|chat)\b/;
const DENIED = /\b(?:no|nao|not|sin|sem|excepto|exceto|except|menos) (?:por |via |by |el |o )?(?:whatsapp|whats|wsp)\b/;
const OTHERS =
  /\b(?:sms|mensajes? de texto|text messages?|torpedo|e ?mails?|correos?|mail|llamadas?|telefon(?:o|ica|icas|e|ia)|voz|voice|ligac(?:ao|oes)|calls?|phone|fisico|postal|carta|visitas?|visits?|telegram|fax)\b/;
const ALL = /\b(?:todos|todas|cualquiera|cualquier|qualquer|all|any)\b/;
