import type { CountryCode } from "../phone.ts";

/**
 * The part of the country that a cell names, as ISO 3166-2 has it after the hyphen (`SP`), by its letters or its name. Read only
 * where parts have contact law or holidays of their own that we know: Brazil and the United Kingdom. Elsewhere undefined.
 */
export function readSubdivision(text: string, country: CountryCode): string | undefined {
  if (text === "") return undefined;
  return NAMES.get(country)?.get(plain(text).replace(/^(?:br|gb)-/, ""));
}

/** The cell can only be a part of a country: `Bahia`, or letters that mean nothing else. `PA` may as well be "pagada". */
export function isSurelySubdivision(text: string): boolean {
  const name = plain(text);
  return UNMISTAKABLE.has(name) || (name.length > 3 && [...NAMES.values()].some((names) => names.has(name)));
}

const SPELLINGS: Readonly<Partial<Record<CountryCode, Readonly<Record<string, string>>>>> = {
  BR: {
    AC: "acre",
    AL: "alagoas",
    AM: "amazonas",
    AP: "amapa",
    BA: "bahia",
    CE: "ceara",
    DF: "distrito federal|brasilia",
    ES: "espirito santo",
    GO: "goias",
    MA: "maranhao",
    MG: "minas gerais",
    MS: "mato grosso do sul",
    MT: "mato grosso",
    PA: "para",
    PB: "paraiba",
    PE: "pernambuco",
    PI: "piaui",
    PR: "parana",
    RJ: "rio de janeiro",
    RN: "rio grande do norte",
    RO: "rondonia",
    RR: "roraima",
    RS: "rio grande do sul",
    SC: "santa catarina",
    SE: "sergipe",
    SP: "sao paulo",
    TO: "tocantins",
  },
  GB: {
    ENG: "england|inglaterra",
    NIR: "northern ireland|irlanda del norte|irlanda do norte",
    SCT: "scotland|escocia",
    WLS: "wales|gales|pais de gales",
  },
};

const NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(SPELLINGS).map(([country, parts]) => [
    country,
    new Map(
      Object.entries(parts).flatMap(([code, names]) =>
        [code.toLowerCase(), ...names.split("|")].map((name) => [name, code] as const),
      ),
    ),
  ]),
);

/** Letters of states that no list uses for how a debt stands. */
const UNMISTAKABLE = new Set("sp rj mg rs df ms mt rn rr".split(" "));

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.\s]+/g, " ")
    .trim();
}
