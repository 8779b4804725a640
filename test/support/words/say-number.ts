/** How a whole number from 1 to 10⁹ is said, by the grammars of the two academies; feminine as before "cuotas", "parcelas". */
export function sayNumber(
  value: number,
  language: "es" | "pt-BR",
  gender: "masculine" | "feminine" = "masculine",
): string {
  return language === "es" ? inSpanish(value, gender) : inPortuguese(value, gender);
}

type Gender = "masculine" | "feminine";

const SPANISH_TENS = [
  "",
  "diez",
  "veinte",
  "treinta",
  "cuarenta",
  "cincuenta",
  "sesenta",
  "setenta",
  "ochenta",
  "noventa",
];
const SPANISH_ONES = ["", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
const SPANISH_TEENS = [
  "diez",
  "once",
  "doce",
  "trece",
  "catorce",
  "quince",
  "dieciséis",
  "diecisiete",
  "dieciocho",
  "diecinueve",
];
const SPANISH_TWENTIES = [
  "veinte",
  "veintiuno",
  "veintidós",
  "veintitrés",
  "veinticuatro",
  "veinticinco",
  "veintiséis",
  "veintisiete",
  "veintiocho",
  "veintinueve",
];
const SPANISH_HUNDREDS = [
  "",
  "ciento",
  "doscientos",
  "trescientos",
  "cuatrocientos",
  "quinientos",
  "seiscientos",
  "setecientos",
  "ochocientos",
  "novecientos",
];

function inSpanish(value: number, gender: Gender): string {
  const [millions, thousands, rest] = split(value);
  // Uno loses its o before mil and millones, and only what is not of the millions takes the gender of what is counted.
  const millionWords =
    millions === 1 ? "un millón" : millions > 0 ? `${shortened(spanishHundreds(millions, "masculine"))} millones` : "";
  const thousandWords =
    thousands === 1 ? "mil" : thousands > 0 ? `${shortened(spanishHundreds(thousands, gender))} mil` : "";
  const billion = millions === 1_000 ? "mil millones" : millionWords;
  return join(" ", billion, thousandWords, spanishHundreds(rest, gender));
}

function spanishHundreds(value: number, gender: Gender): string {
  if (value === 100) return "cien";
  const hundreds = SPANISH_HUNDREDS[Math.floor(value / 100)] ?? "";
  const below = value % 100;
  const tens =
    below < 10
      ? SPANISH_ONES[below]
      : below < 20
        ? SPANISH_TEENS[below - 10]
        : below < 30
          ? SPANISH_TWENTIES[below - 20]
          : join(" y ", SPANISH_TENS[Math.floor(below / 10)], SPANISH_ONES[below % 10]);
  const words = join(" ", hundreds, tens);
  return gender === "feminine"
    ? words.replace(/cientos|quinientos/, (word) => word.replace(/os$/, "as")).replace(/uno$/, "una")
    : words;
}

function shortened(words: string): string {
  return words.replace(/veintiuno$/, "veintiún").replace(/uno$/, "un");
}

const PORTUGUESE_TENS = [
  "",
  "dez",
  "vinte",
  "trinta",
  "quarenta",
  "cinquenta",
  "sessenta",
  "setenta",
  "oitenta",
  "noventa",
];
const PORTUGUESE_ONES = ["", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"];
const PORTUGUESE_TEENS = [
  "dez",
  "onze",
  "doze",
  "treze",
  "quatorze",
  "quinze",
  "dezesseis",
  "dezessete",
  "dezoito",
  "dezenove",
];
const PORTUGUESE_HUNDREDS = [
  "",
  "cento",
  "duzentos",
  "trezentos",
  "quatrocentos",
  "quinhentos",
  "seiscentos",
  "setecentos",
  "oitocentos",
  "novecentos",
];

function inPortuguese(value: number, gender: Gender): string {
  const [millions, thousands, rest] = split(value);
  if (millions === 1_000) return "um bilhão";
  const millionWords =
    millions === 1 ? "um milhão" : millions > 0 ? `${portugueseHundreds(millions, "masculine")} milhões` : "";
  const thousandWords = thousands === 1 ? "mil" : thousands > 0 ? `${portugueseHundreds(thousands, gender)} mil` : "";
  const groups = [millionWords, thousandWords, portugueseHundreds(rest, gender)].filter((words) => words !== "");
  const last = rest > 0 ? rest : thousands;
  // The last group has its "e" when it is below a hundred or whole hundreds: "mil e quinhentos", "mil duzentos e trinta".
  const isJoined = groups.length > 1 && (last < 100 || last % 100 === 0);
  return isJoined ? `${groups.slice(0, -1).join(" ")} e ${groups.at(-1)}` : groups.join(" ");
}

function portugueseHundreds(value: number, gender: Gender): string {
  if (value === 100) return "cem";
  const below = value % 100;
  const tens =
    below < 10
      ? PORTUGUESE_ONES[below]
      : below < 20
        ? PORTUGUESE_TEENS[below - 10]
        : join(" e ", PORTUGUESE_TENS[Math.floor(below / 10)], PORTUGUESE_ONES[below % 10]);
  const words = join(" e ", PORTUGUESE_HUNDREDS[Math.floor(value / 100)], tens);
  return gender === "feminine"
    ? words
        .replace(/(cent|hent|zent)os/, "$1as")
        .replace(/um$/, "uma")
        .replace(/dois$/, "duas")
    : words;
}

function split(value: number): [millions: number, thousands: number, rest: number] {
  return [Math.floor(value / 1_000_000), Math.floor(value / 1_000) % 1_000, value % 1_000];
}

function join(between: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(between);
}
