import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

export type { CountryCode };

/**
 * A telephone number as we keep it. `e164` is what the business gave, in one spelling (`+573005550101`); `key` is what an
 * inbound WhatsApp id and a stored number are compared on. `kind` is what the numbering plan says, and in Mexico and the
 * United States it cannot tell: an Argentine mobile written without its 9 counts as a landline, so never refuse by it.
 */
export type Phone = {
  readonly e164: string;
  readonly key: string;
  readonly country: CountryCode | undefined;
  readonly kind: "mobile" | "landline" | "unknown";
};

/** Why a text is no number: digits lost by a spreadsheet (`5.73E+11`), no area code, no digits, or no number of any plan. */
export type PhoneProblem = "scientific" | "no-area-code" | "not-a-number" | "invalid";

/**
 * Reads a number as people write it, for a debtor of that country when it has no country code of its own.
 *
 * The `max` metadata and not `min`: `min` checks lengths only and takes a Brazilian mobile without its ninth digit for
 * valid, and only `max` tells a mobile from a landline. Both take about 9 µs a number.
 */
export function toE164(text: string, country: CountryCode): Phone | { readonly problem: PhoneProblem } {
  const written = text.trim();
  if (country === "CO") {
    const mobile = COLOMBIAN_MOBILE.exec(written);
    if (mobile) return colombianMobile(`${mobile[1]}${mobile[2]}${mobile[3]}`);
  }

  const whole = undoSpreadsheet(written);
  if (whole === undefined) return { problem: "scientific" };
  const digits = whole.replace(/\D/g, "");
  if (digits.length < 5 || digits.length < whole.replace(/[\s().+\-/]/g, "").length) return { problem: "not-a-number" };

  const international = whole.startsWith("+")
    ? `+${digits}`
    : digits.startsWith("00")
      ? `+${digits.slice(2)}`
      : undefined;
  for (const candidate of spellings(international ?? digits, country)) {
    const parsed = parsePhoneNumberFromString(candidate, { defaultCountry: country, extract: false });
    if (!parsed?.isValid()) continue;
    const type = parsed.getType();
    const kind = type === "MOBILE" ? "mobile" : type === "FIXED_LINE" ? "landline" : "unknown";
    return { e164: parsed.number, key: whatsappKey(parsed.number), country: parsed.country, kind };
  }
  const local = digits.length <= (LOCAL_LENGTH[country] ?? 0) || (country === "AR" && /^15\d{6,8}$/.test(digits));
  return { problem: local ? "no-area-code" : "invalid" };
}

/**
 * The one key of a WhatsApp identity, from a stored number or from the id that WhatsApp sends: digits only, without the 1
 * that Mexican ids may have, the 9 of Argentine mobiles, and the ninth digit that Brazilian accounts registered before it
 * existed still lack. Brazilian mobiles whose next digit is 2 to 5 are younger than the ninth digit and keep it: without
 * it they would be somebody's landline. Source: help pages of four WhatsApp providers on ids in these countries.
 */
export function whatsappKey(number: string): string {
  const digits = number.replace(/\D/g, "");
  if (digits.length === 13) {
    if (digits.startsWith("521")) return `52${digits.slice(3)}`;
    if (digits.startsWith("549")) return `54${digits.slice(3)}`;
    if (/^55\d\d9[6-9]/.test(digits)) return digits.slice(0, 4) + digits.slice(5);
  }
  return digits;
}

/** Digits to write to on WhatsApp: an Argentine number takes its 9 whether or not the business wrote it. */
export function whatsappNumber({ e164 }: Pick<Phone, "e164">): string {
  return /^\+54[1-8]\d{9}$/.test(e164) ? `549${e164.slice(3)}` : e164.slice(1);
}

/** A number without its area code is at most this long; the problem then says what is missing. */
const LOCAL_LENGTH: Partial<Record<CountryCode, number>> = { AR: 8, BR: 9, CO: 7, MX: 8 };

// Prefixes 300–305, 310–319 and 350–351, with or without +57, in the usual groups. A test over random numbers holds the
// result equal to the library's; it saves most of the 9 µs for most rows of a Colombian list.
const COLOMBIAN_MOBILE = /^(?:\+?57[ -]?)?(3(?:0[0-5]|1\d|5[01]))[ -]?(\d{3})[ -]?(\d{4})$/;

function colombianMobile(national: string): Phone {
  return { e164: `+57${national}`, key: `57${national}`, country: "CO", kind: "mobile" };
}

/** `573001234567.0` and `5.73001234567E+11` are whole numbers; `5.73E+11` has lost its digits and gives `undefined`. */
function undoSpreadsheet(text: string): string | undefined {
  const scientific = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (!scientific) return text.replace(/^(\+?\d{7,})[.,]0$/, "$1");
  const [, first = "", fraction = "", exponent = ""] = scientific;
  return fraction.length === Number(exponent) ? first + fraction : undefined;
}

/** What to try, in order: the number without the prefixes that left the plans, then as it was written. */
function spellings(number: string, country: CountryCode): string[] {
  const tries: string[] = [];
  const mexican = /^\+?521(\d{10})$/.exec(number) ?? (country === "MX" ? /^(?:04[45]|01)(\d{10})$/.exec(number) : null);
  if (mexican) tries.push(`+52${mexican[1]}`);
  const brazilian =
    /^\+?55(\d\d)([6-9]\d{7})$/.exec(number) ?? (country === "BR" ? /^0?(\d\d)([6-9]\d{7})$/.exec(number) : null);
  if (brazilian) tries.push(`+55${brazilian[1]}9${brazilian[2]}`);
  return [...tries, number];
}

/** Of WhatsApp's digits of a number, the country of its plan; undefined for a number of none, or of one that several share. */
export function countryOfNumber(digits: string): CountryCode | undefined {
  return parsePhoneNumberFromString(`+${digits.replace(/^\+/, "")}`)?.country;
}
