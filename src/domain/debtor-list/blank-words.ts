/** Words that people and systems write where nothing is known: "N/A", "no tiene", "-", "#N/A", "0000000". */
export function isBlankWord(text: string): boolean {
  return BLANK.test(text);
}

const BLANK =
  /^(?:-+|\.+|\?+|0+|#?n\.?\/?[ad]\.?|null|none|nan|undefined|s\/[nt]|sin|no tiene|no registra|no aplica|no disponible|sin (?:dato|datos|informaci[oó]n|tel[eé]fono|celular|correo|email)|n[aã]o (?:tem|informado)|sem (?:dados|telefone|email)|pendiente|desconocido)$/i;
