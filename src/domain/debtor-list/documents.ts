import type { CountryCode } from "../phone.ts";

export const DOCUMENT_TYPES = [
  "CC",
  "CE",
  "TI",
  "PPT",
  "PASSPORT",
  "NIT",
  "DNI",
  "CUIT",
  "CUIL",
  "CPF",
  "CNPJ",
  "RUT",
  "RUC",
  "RFC",
  "CURP",
  "INE",
  "CI",
  "OTHER",
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/**
 * A document as the file gives it: letters and digits only, leading zeros kept, without its check digit where that stands
 * apart (NIT). `verifies` says whether knowing it shows who somebody is: a company's number is public and verifies nobody,
 * and a number whose check digit is wrong is somebody else's or nobody's.
 */
export type Document = {
  readonly type: DocumentType;
  readonly number: string;
  readonly company: boolean;
  readonly verifies: boolean;
  /** `unchecked`: the type has no check digit, or the file does not carry it. */
  readonly checkDigit: "right" | "wrong" | "unchecked";
};

/** Reads a document; `undefined` when the cell holds no letter or digit. The type comes from its column, else its shape. */
export function readDocument(
  texts: { type: string; number: string; checkDigit: string },
  country: CountryCode | undefined,
): Document | undefined {
  const written = texts.number.replace(/^(\d+)[.,]0$/, "$1");
  const number = written.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (number === "") return undefined;
  const type =
    typeFrom(texts.type) ?? typeByShape(number, country, { apart: texts.checkDigit !== "" || DV.test(written) });
  if (type === "NIT") return colombianNit(written, texts.checkDigit);
  const check = CHECKS[type]?.(number) ?? "unchecked";
  const company = isCompany(type, number);
  return { type, number, company, verifies: !company && check !== "wrong" && number.length >= 5, checkDigit: check };
}

/** The digit that DIAN puts after a NIT: weights from the right over 11 (Orden Administrativa 4 de 1989). */
export function nitCheckDigit(number: string): string {
  const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
  const sum = [...number].reverse().reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  const rest = sum % 11;
  return String(rest > 1 ? 11 - rest : rest);
}

const DV = /-\s?\d$/;

function colombianNit(written: string, apart: string): Document {
  const [, body = written, tail = ""] = /^(.*?)(?:-\s?(\d))?$/.exec(written.trim()) ?? [];
  const digits = body.replace(/\D/g, "");
  const given = (apart || tail).replace(/\D/g, "");
  const base = { type: "NIT", company: true, verifies: false } as const;
  if (given !== "") {
    return { ...base, number: digits, checkDigit: given === nitCheckDigit(digits) ? "right" : "wrong" };
  }
  // Ten figures from 8 or 9 on whose last fits the first nine: a company's NIT written with its digit and no dash.
  if (/^[89]\d{9}$/.test(digits) && nitCheckDigit(digits.slice(0, 9)) === digits.slice(9)) {
    return { ...base, number: digits.slice(0, 9), checkDigit: "right" };
  }
  return { ...base, number: digits, checkDigit: "unchecked" };
}

const TYPE_NAMES: readonly (readonly [DocumentType, RegExp])[] = [
  ["CC", /^(?:cc|cedula(?: de)?(?: ciudadania)?|cedula|13|1)$/],
  ["CE", /^(?:ce|cedula(?: de)? extranjeria|22)$/],
  ["TI", /^(?:ti|tarjeta(?: de)? identidad|12)$/],
  ["PPT", /^(?:ppt|pep|permiso.*)$/],
  ["PASSPORT", /^(?:pa|pp|pas|pasaporte|passport|passaporte|41)$/],
  ["NIT", /^(?:nit|31|numero.*tributaria)$/],
  ["DNI", /^dni$/],
  ["CUIT", /^cuit$/],
  ["CUIL", /^cuil$/],
  ["CPF", /^cpf$/],
  ["CNPJ", /^cnpj$/],
  ["RUT", /^(?:rut|run)$/],
  ["RUC", /^ruc$/],
  ["RFC", /^rfc$/],
  ["CURP", /^curp$/],
  ["INE", /^(?:ine|ife|(?:credencial|clave)(?: para votar| de elector)?)$/],
  ["CI", /^(?:ci|cedula(?: de)? identidad)$/],
];

function typeFrom(text: string): DocumentType | undefined {
  if (text === "") return undefined;
  const name = text
    .normalize("NFKD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
  return TYPE_NAMES.find(([, shape]) => shape.test(name))?.[0] ?? "OTHER";
}

function typeByShape(number: string, country: CountryCode | undefined, { apart }: { apart: boolean }): DocumentType {
  switch (country) {
    case "CO":
      if (apart || /^[89]\d{8}$/.test(number)) return "NIT";
      if (/^[89]\d{9}$/.test(number) && nitCheckDigit(number.slice(0, 9)) === number.slice(9)) return "NIT";
      return /^\d{5,10}$/.test(number) ? "CC" : "OTHER";
    case "AR":
      return /^\d{11}$/.test(number) ? "CUIT" : /^\d{7,8}$/.test(number) ? "DNI" : "OTHER";
    case "BR":
      return /^\d{14}$/.test(number) ? "CNPJ" : /^\d{11}$/.test(number) ? "CPF" : "OTHER";
    case "CL":
      return /^\d{7,8}[\dK]$/.test(number) ? "RUT" : "OTHER";
    case "PE":
      return /^\d{11}$/.test(number) ? "RUC" : /^\d{8}$/.test(number) ? "DNI" : "OTHER";
    case "MX":
      return /^[A-ZÑ]{3,4}\d{6}[A-Z\d]{3}$/.test(number)
        ? "RFC"
        : /^[A-Z]{4}\d{6}[A-Z\d]{8}$/.test(number)
          ? "CURP"
          : "OTHER";
    default:
      return "OTHER";
  }
}

/** First figures that only companies have: CUIT 30, 33, 34; RUC 20; Chilean numbers from 50 million; an RFC of 12. */
function isCompany(type: DocumentType, number: string): boolean {
  switch (type) {
    case "CNPJ":
      return true;
    case "CUIT":
      return /^3[034]/.test(number);
    case "RUC":
      return /^20/.test(number);
    case "RUT":
      return Number(number.slice(0, -1)) >= 50_000_000;
    case "RFC":
      return number.length === 12;
    default:
      return false;
  }
}

const CHECKS: Partial<Record<DocumentType, (number: string) => Document["checkDigit"]>> = {
  CUIT: (number) =>
    verdict(/^\d{11}$/.test(number), number.endsWith(mod11(number.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]))),
  CUIL: (number) =>
    verdict(/^\d{11}$/.test(number), number.endsWith(mod11(number.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]))),
  RUC: (number) =>
    verdict(
      /^\d{11}$/.test(number),
      number.endsWith(mod11(number.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).replace(/^1[01]$/, "0")),
    ),
  RUT: (number) => verdict(/^\d{7,8}[\dK]$/.test(number), number.endsWith(chilean(number.slice(0, -1)))),
  CPF: (number) =>
    verdict(/^\d{11}$/.test(number), !/^(\d)\1+$/.test(number) && brazilian(number, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])),
  CNPJ: (number) => verdict(/^\d{14}$/.test(number), brazilian(number, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])),
};

function verdict(wellFormed: boolean, right: boolean): Document["checkDigit"] {
  return wellFormed && right ? "right" : "wrong";
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, index) => total + weight * Number(digits[index] ?? 0), 0);
}

/** Argentina (ANSES, CUIT and CUIL) and Peru (SUNAT): 11 less the rest; 11 counts as 0, and 10 is never issued there. */
function mod11(digits: string, weights: readonly number[]): string {
  const check = 11 - (weighted(digits, weights) % 11);
  return check === 11 ? "0" : String(check);
}

function chilean(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * ((index % 6) + 2), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? "0" : check === 10 ? "K" : String(check);
}

/** Brazil: two digits in a row, the second over the first; weights are those of the second, the first's drop its head. */
function brazilian(number: string, weights: readonly number[]): boolean {
  const digit = (count: number) => {
    const rest = weighted(number.slice(0, count), weights.slice(weights.length - count)) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return Number(number.at(-2)) === digit(number.length - 2) && Number(number.at(-1)) === digit(number.length - 1);
}
