import { ONE, readNumber } from "../entities/read-number.ts";
import type { Context } from "../reading.ts";
import { fold, type Text } from "../tokens.ts";

const FILLERS: ReadonlySet<string> = new Set(
  `la el lo los las a o the opcion opciones opcao option numero quiero quisiera escojo elijo prefiero mejor dame deme una
  por porfa favor please gracias me quedo con seria es quero escolho fico com i want choose pick one listo ok entonces va`.split(
    /\s+/,
  ),
);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    primera: 1,
    primero: 1,
    primeira: 1,
    primeiro: 1,
    first: 1,
    segunda: 2,
    segundo: 2,
    second: 2,
    tercera: 3,
    tercero: 3,
    terceira: 3,
    terceiro: 3,
    third: 3,
    cuarta: 4,
    cuarto: 4,
    quarta: 4,
    quarto: 4,
    fourth: 4,
    quinta: 5,
    quinto: 5,
    fifth: 5,
    sexta: 6,
    sexto: 6,
    sixth: 6,
    septima: 7,
    septimo: 7,
    setima: 7,
    setimo: 7,
    seventh: 7,
    octava: 8,
    octavo: 8,
    oitava: 8,
    oitavo: 8,
    eighth: 8,
    novena: 9,
    noveno: 9,
    nona: 9,
    nono: 9,
    ninth: 9,
    decima: 10,
    decimo: 10,
    tenth: 10,
  }),
);

/** As an answer to yes or no these may begin a title; in a menu "no" is not "No reconozco la deuda". */
const YES_OR_NO: ReadonlySet<string> = new Set(["si", "no", "sim", "nao", "yes"]);

/** Shorter beginnings of a title are accidents. */
const SHORTEST_TITLE_PART = 2;

/**
 * Which option of the last menu is named: by its number ("2", "dos", "2.", "2️⃣"), its place ("la segunda", "la última") or
 * its title or the unique beginning of one. Undefined when more than one fits, or anything else is said besides.
 */
export function chooseOption(text: Text, { options, expects }: Context): string | undefined {
  if (options.length === 0 || text.words.length === 0) return undefined;
  if (expects === "confirmation" && isUnsure(text)) return undefined;
  const said = text.words.filter(({ kind }) => kind !== "emoji").map(({ word }) => word);
  return byTitle(said, options, expects) ?? byPlace(text, options, expects);
}

/** "Sí?" and "sí 🙄" begin the title of the button that binds, and agree to nothing. */
function isUnsure({ words, questions, raw }: Text): boolean {
  return questions.includes(true) || /…|\.\./.test(raw) || words.some(({ kind }) => kind === "emoji");
}

function byTitle(
  said: readonly string[],
  options: Context["options"],
  expects: Context["expects"],
): string | undefined {
  const whole = said.join(" ");
  const bare = said.filter((word) => !FILLERS.has(word)).join(" ");
  for (const wording of [whole, bare]) {
    if (wording.length < SHORTEST_TITLE_PART || /^\d+$/.test(wording)) continue;
    const isOnlyYesOrNo = YES_OR_NO.has(wording) && expects !== "identityAnswer" && expects !== "confirmation";
    const exact = options.filter(({ title }) => titleWords(title) === wording);
    const fitting =
      exact.length > 0 || isOnlyYesOrNo || wording === "ya"
        ? exact
        : options.filter(({ title }) => `${titleWords(title)} `.startsWith(`${wording} `));
    if (fitting.length === 1) return fitting[0]?.id;
  }
  return undefined;
}

function titleWords(title: string): string {
  return fold(title)
    .split(/[^\p{L}\p{N}.,]+/u)
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ""))
    .filter((word) => word !== "")
    .join(" ");
}

function byPlace(
  { words, questions }: Text,
  options: Context["options"],
  expects: Context["expects"],
): string | undefined {
  const [place, another] = words.filter(({ word, kind }) => kind !== "emoji" && !FILLERS.has(word));
  if (!place || another || questions.includes(true)) {
    // "One" and "una" are numbers as well as fillers: alone they mean the first.
    return words.length === 1 && ["una", "one"].includes(words[0]?.word ?? "") ? options[0]?.id : undefined;
  }
  if (["ultima", "ultimo", "last"].includes(place.word)) return options.at(-1)?.id;
  const ordinal = ORDINALS.get(place.word);
  if (ordinal !== undefined) return options[ordinal - 1]?.id;

  // Where a day is awaited "el 5" and "5" are days.
  const saysOption = words.some(({ word }) => ["opcion", "opcao", "option"].includes(word));
  if (!saysOption && expects === "promise") return undefined;
  const number = readNumber([place], 0, "");
  if (!number || number.millionths % ONE !== 0n || /^0\d/.test(place.word)) return undefined;
  return options[Number(number.millionths / ONE) - 1]?.id;
}
