/** Money as people write it, in folded text: parts of patterns for the rules that read amounts. */

const CODE = "(?:cop|usd|mxn|ars|clp|pen|brl|eur|gbp|uyu|bob|pyg|crc|gtq|dop)";
/** "50 contos de fadas", "5 pounds of rice" and "un peso menos" are no money. */
const UNIT =
  "(?:pesos?(?! (?:de encima|menos|pesad|pluma|muerto))|dolar(?:es)?|reais|soles|euros?|libras esterlinas|guaranies|bolivianos|dollars?|pounds?(?! (?:of (?:rice|weight|flour|sugar|meat)|heavier|lighter))|quid|lu[ck]as?|varos|mangos|contos(?! (?:de fadas|infantis)))";
/** Not 0, 0.00 or "cero": a balance of nothing asks for nothing. */
const NOT_ZERO = "(?!0[0.,]{0,6}(?![\\d.,]))";
const NUMBER = "\\d[\\d.,]{0,20}";
/** A year stands alone, between 1950 and 2049; the round 2000 is a sum. */
const YEAR = "(?:19[5-9]\\d|200[1-9]|20[1-4]\\d)(?![\\d]|[.,]\\d)";

export const AMOUNTS = {
  number: NUMBER,
  code: CODE,
  unit: UNIT,
  year: YEAR,
  scale: "(?:mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** Numbers in words, as far as amounts begin or end with them. */
  word: "(?:un|uno|una|um|uma|one|dos|dois|duas|two|tres|three|cuatro|quatro|four|cinco|five|seis|six|siete|sete|seven|ocho|oito|eight|nueve|nove|nine|diez|dez|ten|veinte|vinte|twenty|treinta|trinta|thirty|cuarenta|quarenta|forty|cincuenta|cinquenta|fifty|cien|ciento|cem|cento|hundred|doscient[oa]s|duzent[oa]s|trescient[oa]s|trezent[oa]s|cuatrocient[oa]s|quinient[oa]s|quinhent[oa]s|mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** Words that only large numbers have, so that "debe un documento" is none. */
  large:
    "(?:cien|ciento|cem|cento|hundred|doscient[oa]s|duzent[oa]s|trescient[oa]s|trezent[oa]s|cuatrocient[oa]s|quatrocent[oa]s|quinient[oa]s|quinhent[oa]s|(?:seis|oito|nove|sete)cent[oa]s|seiscient[oa]s|setecient[oa]s|ochocient[oa]s|novecient[oa]s|mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** Not a number that goes on: a time, a date, a percentage, a telephone or another number in groups. */
  whole: "(?![\\d%]| ?[:\\/%-]| \\d|[.,]\\d| por cien\\w*| per ?cent| (?:am|pm|horas?|hours?|hs?|o.clock)\\b)",
  /** A sum that is money by itself: a sign, a code or a unit says so. Never zero. */
  money: `(?:[*_]{0,3}(?:(?:us|u|r|mx|ar|cl|co|a|c)?[$€£]|s\\/\\.?|\\b${CODE}\\b)[ *_]{0,3}${NOT_ZERO}\\d{1,12}(?:[.,]\\d{1,3}){0,5}|[*_]{0,3}${NOT_ZERO}${NUMBER} ?(?:[$€£]|(?:mil |millones )?(?:de )?(?:${UNIT}|${CODE})\\b))`,
  /** A balance of nothing, as it is said. */
  nothing: "[*_]{0,3}(?:cero|zero|nada|nothing|(?:us|u|r|mx|ar|cl|co|a|c)?[$€£]? ?0[0.,]{0,6}(?![\\d.,]))",
  /** A sum where an amount is expected: also without a sign, as long as it is no year and no small count. */
  bare: `[*_]{0,3}(?!${YEAR})${NOT_ZERO}(?:\\d{1,3}(?:[.,]\\d{3}){1,4}|\\d{3,9})(?![\\d\\/:%-])`,
} as const;

/** What may follow a sum that ends there: a mark, the end, or a word that names nothing that could be counted. */
export const ENDS =
  '(?= ?(?:[.,;!?*_)"»]|$)| (?:a|al|em|en|el|la|los|las|por|para|con|com|hoy|hoje|ya|ja|y|e|o|ou|que|si|se|antes|ahora|agora|manana|amanha|este|esta|cada|mensual\\w*|pero|mas|no|na|ate|hasta|to|by|on|for|in|at|and|or|now|today|tomorrow|if|before|until|per|each|every|monthly|more|solo|only|netos?|please|senor\\w*)\\b)';
