/** 13 to 19 digits, perhaps parted by single spaces, dots or dashes. */
const LONG_NUMBER = /\d(?:[ .\-\u00A0]?\d){12,18}(?!\d)/g;

/**
 * Takes card numbers out of a text before it is kept anywhere: 13 to 19 digits that pass Luhn's check (ISO/IEC 7812-1)
 * and begin as cards do. Phone and document numbers are shorter or begin otherwise, and stay. `found` are the very
 * characters taken out.
 */
export function redactCardNumbers(text: string): { readonly text: string; readonly found: readonly string[] } {
  const found: string[] = [];
  const redacted = text.replace(LONG_NUMBER, (piece, offset: number) => {
    if (/[\d+]/.test(text[offset - 1] ?? "")) return piece;
    const digits = piece.replace(/\D/g, "");
    if (!beginsAsCard(digits) || !passesLuhn(digits)) return piece;
    found.push(piece);
    return "[card]";
  });
  return { text: redacted, found };
}

/** The networks people here have: American Express, Diners, JCB 3; Visa 4; Mastercard 2 and 5; Maestro, Elo, UnionPay 5 and 6. */
function beginsAsCard(digits: string): boolean {
  return /^[2-6]/.test(digits);
}

export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}
