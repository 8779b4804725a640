import type { CountryCode } from "../phone.ts";

/** The country a cell names, by ISO code or by its name in Spanish, Portuguese or English. */
export function readCountry(text: string): CountryCode | undefined {
  return NAMES.get(
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[.\s]+/g, " ")
      .trim(),
  );
}

const SPELLINGS: readonly (readonly [CountryCode, string])[] = [
  ["AR", "arg|argentina"],
  ["BO", "bol|bolivia"],
  ["BR", "bra|brasil|brazil"],
  ["CL", "chl|chile"],
  ["CO", "col|colombia"],
  ["CR", "cri|costa rica"],
  ["DO", "dom|republica dominicana|rep dominicana|dominican republic"],
  ["EC", "ecu|ecuador|equador"],
  ["ES", "esp|espana|spain|espanha"],
  ["GB", "gbr|reino unido|united kingdom"],
  ["GT", "gtm|guatemala"],
  ["HN", "hnd|honduras"],
  ["MX", "mex|mexico"],
  ["NI", "nic|nicaragua"],
  ["PA", "pan|panama"],
  ["PE", "per|peru"],
  ["PT", "prt|portugal"],
  ["PY", "pry|paraguay|paraguai"],
  ["SV", "slv|el salvador"],
  ["US", "usa|eeuu|ee uu|estados unidos|united states"],
  ["UY", "ury|uruguay|uruguai"],
  ["VE", "ven|venezuela"],
];

const NAMES: ReadonlyMap<string, CountryCode> = new Map(
  SPELLINGS.flatMap(([code, names]) => [code.toLowerCase(), ...names.split("|")].map((name) => [name, code] as const)),
);
