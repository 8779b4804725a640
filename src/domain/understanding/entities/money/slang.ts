/** One unit in millionths: a Peruvian china is half a sol. */
const UNIT = 1_000_000n;
const HUNDRED = 100n * UNIT;
const THOUSAND = 1_000n * UNIT;
const MILLION = 1_000_000n * UNIT;

/** What one of them is worth in each country where it is said; two values where people there do not agree. */
type Worth = Readonly<Record<string, bigint | readonly bigint[]>>;

type SlangWord = {
  readonly words: string;
  readonly worth: Worth;
  /** Nothing but money anywhere: "2 lucas" where we do not know what a luca is are still no 2 of the local money. */
  readonly always?: true;
  /** Always this currency, whatever is spent there: "cien verdes" are dollars. */
  readonly currency?: string;
};

/**
 * A Peruvian luca is one sol, everybody else's is a thousand pesos: a word counts as what it is worth in the debtor's country,
 * and where that is not known, or people there do not agree, as all that it can be. From dictionaries of the countries' own
 * use (Diccionario de colombianismos for luca and barra) and their press.
 */
const SLANG: readonly SlangWord[] = [
  {
    words: "luca lucas luka lukas luquita luquitas lucrecia lucrecias",
    worth: {
      AR: THOUSAND,
      CL: THOUSAND,
      CO: THOUSAND,
      UY: THOUSAND,
      PY: THOUSAND,
      VE: THOUSAND,
      PE: UNIT,
      BO: [THOUSAND, UNIT],
      EC: [THOUSAND, UNIT],
    },
    always: true,
  },
  {
    words: "palo palos palito palitos",
    worth: {
      AR: MILLION,
      CL: MILLION,
      CO: MILLION,
      UY: MILLION,
      PY: MILLION,
      VE: MILLION,
      PE: MILLION,
      PA: UNIT,
      ES: [MILLION, THOUSAND],
    },
    always: true,
  },
  {
    words: "melon melones",
    worth: { AR: MILLION, CL: MILLION, CO: MILLION, MX: MILLION, PE: MILLION, CR: MILLION, UY: MILLION, ES: MILLION },
    always: true,
  },
  {
    words: "gamba gambas",
    worth: { AR: HUNDRED, CL: HUNDRED, UY: HUNDRED, PE: HUNDRED, BO: HUNDRED },
    always: true,
  },
  { words: "quina quinas", worth: { CL: 500n * UNIT, PE: [5n * UNIT, UNIT / 2n] }, always: true },
  { words: "mango mangos", worth: { AR: UNIT, UY: UNIT, PE: UNIT, BR: UNIT } },
  { words: "guita guitas", worth: { AR: UNIT, UY: UNIT } },
  { words: "sope sopes", worth: { AR: UNIT } },
  { words: "diego diegos", worth: { AR: 10n * UNIT, PE: 10n * UNIT } },
  { words: "barra barras", worth: { CO: THOUSAND } },
  { words: "china chinas", worth: { PE: UNIT / 2n } },
  { words: "ferro ferros ferrando", worth: { PE: HUNDRED } },
  { words: "coco cocos", worth: { PE: UNIT }, currency: "USD" },
  { words: "verde verdes", worth: { AR: UNIT, UY: UNIT, PE: UNIT, CO: UNIT, VE: UNIT, CL: UNIT }, currency: "USD" },
  { words: "varo varos baro baros varito varitos", worth: { MX: UNIT } },
  { words: "bola bolas lana morlaco morlacos", worth: { MX: UNIT } },
  { words: "milpa milpas milanesa milanesas", worth: { MX: THOUSAND } },
  { words: "ciego ciegos", worth: { MX: HUNDRED } },
  { words: "rojo rojos", worth: { CR: THOUSAND } },
  { words: "teja tejas", worth: { CR: HUNDRED } },
  { words: "tucan tucanes", worth: { CR: 5n * THOUSAND } },
  { words: "cana canas", worth: { CR: UNIT } },
  { words: "vara varas", worth: { GT: UNIT } },
  { words: "bolo bolos", worth: { VE: UNIT } },
  { words: "conto contos", worth: { BR: UNIT, PT: 5n * UNIT } },
  { words: "pila", worth: { BR: UNIT } },
  { words: "prata pratas dinheiros", worth: { BR: UNIT } },
  { words: "pau paus", worth: { BR: [UNIT, THOUSAND] } },
  { words: "barao baroes", worth: { BR: THOUSAND } },
  { words: "pavo pavos", worth: { ES: UNIT } },
  { words: "leuro leuros euraco euracos eurillo eurillos", worth: { ES: UNIT } },
  { words: "buck bucks", worth: { US: UNIT } },
  { words: "quid", worth: { GB: UNIT }, currency: "GBP" },
  { words: "fiver fivers", worth: { GB: 5n * UNIT } },
  { words: "tenner tenners", worth: { GB: 10n * UNIT } },
  { words: "benjamin benjamins", worth: { US: HUNDRED } },
  { words: "rack racks", worth: { US: THOUSAND } },
  // "50 mill" is fifty thousand to who wrote an l too many, and fifty million to who shortened the word.
  { words: "mill", worth: { "*": [MILLION, THOUSAND] }, always: true },
];

export type Slang = {
  /** In millionths of a unit, the likeliest first; more than one when it cannot be told which. */
  readonly worth: readonly bigint[];
  /** ISO 4217, when the word means a currency of its own. */
  readonly currency: string | undefined;
};

const BY_WORD: ReadonlyMap<string, SlangWord> = new Map(
  SLANG.flatMap((slang) => slang.words.split(" ").map((word) => [word, slang] as const)),
);

/** What a word of slang is worth there; undefined when it is no money in that country. `country` is empty when unknown. */
export function slangFor(word: string, country: string): Slang | undefined {
  const slang = BY_WORD.get(word);
  if (!slang) return undefined;
  const here = slang.worth[country] ?? slang.worth["*"];
  if (here === undefined && !slang.always) return undefined;
  const worth = here ?? [...new Set(Object.values(slang.worth).flat())];
  return { worth: typeof worth === "bigint" ? [worth] : worth, currency: slang.currency };
}
