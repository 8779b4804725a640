/**
 * Number words of es, pt and en together, folded: the languages do not contradict each other. After the first spelling come
 * the ones that people type: "docientos", "cincoenta", "sincuenta".
 */
const WORDS: readonly (readonly [value: number, words: string])[] = [
  [1, "un uno una um uma hum huma one"],
  [2, "dos dois duas two doz"],
  [3, "tres three treis"],
  [4, "cuatro quatro four kuatro cuatr"],
  [5, "cinco five sinco sinko cinko"],
  [6, "seis six seiz"],
  [7, "siete sete seven ciete"],
  [8, "ocho oito eight osho"],
  [9, "nueve nove nine nuebe nuve"],
  [10, "diez dez ten dies"],
  [11, "once onze eleven onse"],
  [12, "doce doze twelve dose"],
  [13, "trece treze thirteen trese"],
  [14, "catorce catorze quatorze fourteen catorse"],
  [15, "quince quinze fifteen quinse kince"],
  [16, "dieciseis dezesseis dezasseis sixteen diesiseis diesiceis dezeseis deceseis"],
  [17, "diecisiete dezessete dezassete seventeen diesisiete dezesete"],
  [18, "dieciocho dezoito eighteen diesiocho desoito"],
  [19, "diecinueve dezenove dezanove nineteen diesinueve desenove"],
  [21, "veintiun veintiuno veintiuna ventiun ventiuno ventiuna beintiuno"],
  [22, "veintidos ventidos beintidos"],
  [23, "veintitres ventitres beintitres"],
  [24, "veinticuatro venticuatro beinticuatro"],
  [25, "veinticinco venticinco veintisinco beinticinco"],
  [26, "veintiseis ventiseis"],
  [27, "veintisiete ventisiete"],
  [28, "veintiocho ventiocho"],
  [29, "veintinueve ventinueve"],
  [20, "veinte vinte twenty beinte"],
  [30, "treinta trinta thirty treynta trienta"],
  [40, "cuarenta quarenta forty fourty kuarenta"],
  [50, "cincuenta cinquenta fifty cincoenta sincuenta cinquanta cincuanta"],
  [60, "sesenta sessenta sixty secenta cesenta seseta"],
  [70, "setenta seventy cetenta"],
  [80, "ochenta oitenta eighty oshenta"],
  [90, "noventa ninety nobenta"],
  [100, "cien ciento cem cento sien"],
  [200, "doscientos duzentos docientos dosientos dosciento doscien duzento dusentos"],
  [300, "trescientos trezentos trecientos tresientos trescien trezento tresentos"],
  [400, "cuatrocientos quatrocentos cuatrosientos cuatroscientos cuatrocien quatrocento quatrosentos"],
  [500, "quinientos quinhentos kinientos quiniento quinhento quinientoz"],
  [600, "seiscientos seiscentos seicientos seisientos seiscien seissentos seicentos"],
  [700, "setecientos setecentos sietecientos setesientos setecien setessentos"],
  [800, "ochocientos oitocentos ochosientos ochocien oitosentos"],
  [900, "novecientos novecentos nuevecientos novesientos nobecientos novecien novessentos"],
];

/** `within` is what must still be free below the number so far: "treinta" needs the last two places empty. */
export type NumberWord = { readonly value: bigint; readonly within: bigint };

export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map(
  WORDS.flatMap(([value, words]) =>
    words
      .split(" ")
      .flatMap((word) => (value >= 200 ? [word, word.replace(/os$/, "as")] : [word]))
      .map((word) => [word, { value: BigInt(value), within: value < 10 ? 10n : value < 100 ? 100n : 1_000n }]),
  ),
);

export const ZEROS: ReadonlySet<string> = new Set(["cero", "zero"]);

/** What multiplies the number before it. A billón is 10¹² in Spanish, a bilhão and a billion are 10⁹. */
export const SCALES: ReadonlyMap<string, bigint> = new Map(
  (
    [
      [1_000n, "mil miles k thousand thousands grand grands"],
      [1_000_000n, "millon millones milhao milhoes million millions millonsito milion millons m mm mi mio"],
      [1_000_000_000n, "millardo millardos bilhao bilhoes billion billions bi"],
      [1_000_000_000_000n, "billon billones biliao bilioes trilhao trilhoes trillion trillions"],
    ] as const
  ).flatMap(([factor, words]) => words.split(" ").map((word) => [word, factor])),
);

/** Scales that are one more word to most people: only right behind a digit they multiply it. */
export const GLUED_SCALES: ReadonlySet<string> = new Set(["m", "mm", "mi", "mio", "bi"]);

/** Said of nothing in particular ("miles de pesos", "millones"), they count nothing unless a number stands before them. */
export const PLURAL_SCALES: ReadonlySet<string> = new Set(
  "miles millones milhoes millions thousands billones bilhoes bilioes trilhoes billions trillions millardos grands k".split(
    " ",
  ),
);

/** "Two hundred", "twenty-five hundred". */
export const HUNDRED = "hundred";

/** Between parts of a number: "treinta y dos", "sesenta i cinco", "vinte e dois", "one hundred and five". */
export const CONNECTORS: ReadonlySet<string> = new Set(["y", "i", "e", "and"]);

/** In quarters: what "y medio" and "and a quarter" add, and "medio millón" is. */
export const PARTS_OF_ONE: ReadonlyMap<string, bigint> = new Map(
  Object.entries({ medio: 2n, media: 2n, meio: 2n, meia: 2n, half: 2n, cuarto: 1n, quarter: 1n }),
);

/** Spoken decimal points: "uno punto cinco", "duzentos vírgula três". */
export const POINTS: ReadonlySet<string> = new Set(["punto", "coma", "ponto", "virgula", "point"]);

/** "Ciento y pico", "duzentos e poucos": nobody says how much. */
export const SOME_MORE: ReadonlySet<string> = new Set(
  "pico algo tantos tantas fraccion poucos pouco pouquinho quebrados something some".split(" "),
);
