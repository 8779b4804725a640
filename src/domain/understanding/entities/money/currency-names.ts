import type { Token } from "../../tokens.ts";

/** A unit of money that was named. */
export type NamedUnit = {
  /** ISO 4217; `$` and `peso` are the money of the place; undefined when it cannot be told which: "francos". */
  readonly currency: string | undefined;
  /** Hundredths of it were named: "centavos", "pence". */
  readonly cents: boolean;
  readonly end: number;
};

/** By what stands before or behind a number; folded. A peso, a franc or a crown may be of several countries. */
const UNITS: Readonly<Record<string, string>> = {
  peso: "peso pesos pesito pesitos pesitoz",
  USD: `us$ u$s u$d usd dolar dolares dollar dollars dol dls dlls dolarcitos dolars`,
  BRL: "r$ brl real reais reales reau reaus",
  PEN: "s/ pen sol soles solcitos solsitos solecitos",
  EUR: "€ eur euro euros",
  GBP: "£ gbp libra libras pound pounds",
  COP: "cop",
  MXN: "mxn mxp mn",
  ARS: "ars",
  CLP: "clp",
  UYU: "uyu",
  CLF: "uf clf",
  DOP: "dop rd$",
  CRC: "₡ crc colon colones",
  PYG: "₲ pyg gs guarani guaranies",
  GTQ: "gtq quetzal quetzales",
  HNL: "hnl lempira lempiras lps",
  NIO: "c$ nio cordoba cordobas",
  PAB: "b/ pab balboa balboas",
  BOB: "bob boliviano bolivianos",
  VES: "ves bolivar bolivares bss bsf",
  JPY: "¥ jpy yen yenes yens iene ienes",
  CNY: "cny rmb yuan yuanes yuans renminbi kuai",
  KRW: "₩ krw wones wons",
  INR: "₹ inr",
  TRY: "₺ lira liras",
  RUB: "₽ rub rublo rublos rouble roubles ruble rubles",
  THB: "฿ thb baht bahts",
  PLN: "pln zloty zlotys zlotych",
  ILS: "₪ shekel shekels sheqel",
  CHF: "chf",
  CAD: "cad",
  AUD: "aud",
  NZD: "nzd",
  HKD: "hkd",
  SEK: "sek",
  NOK: "nok",
  DKK: "dkk",
  ESP: "ptas pta pts peseta pesetas",
  "": `franco francos franc francs corona coronas coroa coroas krona kronor krone kroner rupia rupias rupee rupees
  florin florines escudo escudos sucre sucres dinar dinares dinars dirham dirhams bitcoin bitcoins btc bs rs rial riales
  chelin chelines shilling shillings usdt usdc`,
};

const CENTS: Readonly<Record<string, string>> = {
  "": "centavo centavos centavito centavitos centimo centimos cent cents ctvs ctv cvos cts",
  GBP: "pence penny pennies penique peniques penies",
};

const BY_WORD: ReadonlyMap<string, Omit<NamedUnit, "end">> = new Map([...named(UNITS, false), ...named(CENTS, true)]);

/** Codes that are words as well ("pen", "mn", "bob", "uf"), and what else is money only where it touches or follows a number. */
const NEVER_BEFORE: ReadonlySet<string> = new Set([
  ..."pen mn bob gs colon sol soles real reais reales libra libras pound pounds pts pta uf corona coronas".split(" "),
  ...Object.values(CENTS).flatMap((words) => words.split(" ")),
]);

/** Beginnings of the adjectives that tell whose: "dólares australianos", "swiss francs". */
const NATIONS: readonly (readonly [prefix: string, country: string])[] = [
  ["austral", "AU"],
  ["canad", "CA"],
  ["hong", "HK"],
  ["kong", "HK"],
  ["neoz", "NZ"],
  ["zeland", "NZ"],
  ["singap", "SG"],
  ["estadounid", "US"],
  ["estadunid", "US"],
  ["americano", "US"],
  ["american", "US"],
  ["jamai", "JM"],
  ["taiw", "TW"],
  ["mexican", "MX"],
  ["mejican", "MX"],
  ["argentin", "AR"],
  ["colombian", "CO"],
  ["chilen", "CL"],
  ["uruguay", "UY"],
  ["dominican", "DO"],
  ["cuban", "CU"],
  ["filipin", "PH"],
  ["philippin", "PH"],
  ["suiz", "CH"],
  ["suic", "CH"],
  ["swiss", "CH"],
  ["norueg", "NO"],
  ["norweg", "NO"],
  ["suec", "SE"],
  ["swed", "SE"],
  ["danes", "DK"],
  ["dinamarq", "DK"],
  ["danish", "DK"],
  ["chec", "CZ"],
  ["tchec", "CZ"],
  ["czech", "CZ"],
  ["island", "IS"],
  ["esterlin", "GB"],
  ["sterling", "GB"],
  ["britan", "GB"],
  ["british", "GB"],
  ["egip", "EG"],
  ["egyp", "EG"],
  ["indi", "IN"],
  ["paquist", "PK"],
  ["pakist", "PK"],
  ["indones", "ID"],
  ["lanka", "LK"],
  ["brasil", "BR"],
  ["brazil", "BR"],
  ["peruan", "PE"],
  ["turc", "TR"],
  ["turk", "TR"],
  ["chin", "CN"],
  ["japon", "JP"],
  ["japan", "JP"],
  ["surcorean", "KR"],
  ["corean", "KR"],
  ["korean", "KR"],
  ["venezolan", "VE"],
  ["costarric", "CR"],
];

/** Which currencies a name can be, by country. */
const KINDS: readonly (readonly [unit: RegExp, of: Readonly<Record<string, string>>])[] = [
  [
    /^(d[oó]l|dollar|\$|dls|dlls)/,
    { AU: "AUD", CA: "CAD", HK: "HKD", NZ: "NZD", SG: "SGD", US: "USD", JM: "JMD", TW: "TWD" },
  ],
  [/^peso|^pesit/, { MX: "MXN", AR: "ARS", CO: "COP", CL: "CLP", UY: "UYU", DO: "DOP", CU: "CUP", PH: "PHP" }],
  [/^fran/, { CH: "CHF" }],
  [/^(coro|kron)/, { NO: "NOK", SE: "SEK", DK: "DKK", CZ: "CZK", IS: "ISK" }],
  [/^(libra|pound)/, { GB: "GBP", EG: "EGP" }],
  [/^rup/, { IN: "INR", PK: "PKR", ID: "IDR", LK: "LKR" }],
  [/^(real|reais)/, { BR: "BRL" }],
  [/^sol/, { PE: "PEN" }],
  [/^won/, { KR: "KRW" }],
  [/^yua/, { CN: "CNY" }],
  [/^(yen|iene)/, { JP: "JPY" }],
  [/^lira/, { TR: "TRY" }],
  [/^bolivar/, { VE: "VES" }],
  [/^colon/, { CR: "CRC" }],
];

/** What is spent in each country: what "pesos", "$" and slang mean there when no debt tells. ISO 3166-1 to ISO 4217. */
export const HOME_CURRENCY: Readonly<Record<string, string>> = {
  AR: "ARS",
  BO: "BOB",
  BR: "BRL",
  CL: "CLP",
  CO: "COP",
  CR: "CRC",
  CU: "CUP",
  DO: "DOP",
  EC: "USD",
  ES: "EUR",
  GB: "GBP",
  GT: "GTQ",
  HN: "HNL",
  MX: "MXN",
  NI: "NIO",
  PA: "USD",
  PE: "PEN",
  PR: "USD",
  PT: "EUR",
  PY: "PYG",
  SV: "USD",
  US: "USD",
  UY: "UYU",
  VE: "VES",
};

/** The unit named at `at`, before a number (`side` "before") or behind it; with whose it is, on either side of the name. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  { side, country }: { side: "before" | "after"; country: string },
): NamedUnit | undefined {
  const lead = nationOf(tokens[at]?.word ?? "");
  const leads = lead === undefined ? 0 : tokens[at + 1]?.word === "kong" ? 2 : 1;
  const nameAt = at + leads;
  const word = tokens[nameAt]?.word ?? "";
  if (word === "$") return dollarSign(tokens, nameAt, lead);
  const unit = BY_WORD.get(word);
  if (!unit || (side === "before" && NEVER_BEFORE.has(word) && !isCode(tokens, nameAt))) return undefined;
  if (lead !== undefined) return { ...unit, currency: currencyOf(word, lead) ?? unit.currency, end: nameAt + 1 };
  const own = { ...unit, currency: byCountry(word, country) ?? unit.currency };
  // "aud$", "usd$": one sign.
  const signed = tokens[nameAt + 1]?.word === "$" && tokens[nameAt + 1]?.start === tokens[nameAt]?.end;
  if (signed) return { ...own, end: nameAt + 2 };
  return side === "after" ? withNation(tokens, nameAt, own) : { ...own, end: nameAt + 1 };
}

/** A code right before its number ("PEN 20"), whose word would be something else elsewhere. */
function isCode(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word.length === 3 && tokens[at + 1]?.kind === "number";
}

function dollarSign(tokens: readonly Token[], at: number, lead: string | undefined): NamedUnit {
  const currency = (lead === undefined ? undefined : currencyOf("$", lead)) ?? "$";
  const code = tokens[at + 1]?.start === tokens[at]?.end ? BY_WORD.get(tokens[at + 1]?.word ?? "") : undefined;
  // "$USD 20", "$us".
  return code?.currency && !code.cents && tokens[at + 1]?.kind === "word"
    ? { ...code, end: at + 2 }
    : { currency, cents: false, end: at + 1 };
}

/** Bolivia and Venezuela both write "Bs"; "rs" is how Brazilians type R$. */
function byCountry(word: string, country: string): string | undefined {
  const isTheirs = (word === "bs" && (country === "BO" || country === "VE")) || (word === "rs" && country === "BR");
  return isTheirs ? HOME_CURRENCY[country] : undefined;
}

/** "dólares australianos", "dólares de Hong Kong", "wones sul-coreanos". */
function withNation(tokens: readonly Token[], nameAt: number, unit: Omit<NamedUnit, "end">): NamedUnit {
  const name = tokens[nameAt]?.word ?? "";
  const isOf = ["de", "do", "da"].includes(tokens[nameAt + 1]?.word ?? "");
  const nationAt = nameAt + (isOf ? 2 : 1);
  const dashed = tokens[nationAt + 1]?.word === "-" ? nationAt + 2 : nationAt;
  for (const at of [nationAt, dashed]) {
    const nation = nationOf(tokens[at]?.word ?? "");
    const currency = nation === undefined ? undefined : currencyOf(name, nation);
    if (currency === undefined) continue;
    return { ...unit, currency, end: tokens[at + 1]?.word === "kong" ? at + 2 : at + 1 };
  }
  return { ...unit, end: nameAt + 1 };
}

function nationOf(word: string): string | undefined {
  return word.length < 4 ? undefined : NATIONS.find(([prefix]) => word.startsWith(prefix))?.[1];
}

function currencyOf(unit: string, country: string): string | undefined {
  return KINDS.find(([kind]) => kind.test(unit))?.[1][country];
}

function named(table: Readonly<Record<string, string>>, cents: boolean): (readonly [string, Omit<NamedUnit, "end">])[] {
  return Object.entries(table).flatMap(([currency, words]) =>
    words.split(/\s+/).map((word) => [word, { currency: currency === "" ? undefined : currency, cents }] as const),
  );
}
