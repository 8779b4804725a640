import { ONE, readNumber } from "../entities/read-number.ts";
import { LEAVES_OUT } from "../phrases/denials.ts";
import type { Context } from "../reading.ts";
import { fold, type Text, type Token } from "../tokens.ts";
import { breathsOf } from "./breaths.ts";
import {
  ASKS_FOR_MENU,
  COUNTED_BY_ORDINALS,
  FILLERS,
  LAST,
  MIDDLE,
  OPTION_NAMES,
  ORDINALS,
  TOP,
} from "./option-words.ts";

/** As an answer to yes or no these may begin a title; in a menu "no" is not "No reconozco la deuda". */
const YES_OR_NO: ReadonlySet<string> = new Set(["si", "no", "sim", "nao", "yes"]);

/** Shorter beginnings of a title are accidents. */
const SHORTEST_TITLE_PART = 2;

/** A title may be named in so many words, and a place only where it is called an option. */
const LONGEST_CHOICE = 14;

type Options = Context["options"];

/**
 * Which option of the last menu is named: by its number ("2", "dos", "2️⃣", "opción B"), its place ("la segunda", "la del
 * medio"), its title or the unique beginning of one, or the number in it ("la de 3 cuotas"). What a breath denies is not chosen:
 * "no la uno, la dos". Undefined when more than one fits, or anything else is said besides.
 */
export function chooseOption(written: Text, { options, expects }: Context): string | undefined {
  const text = withLetters(written);
  if (options.length === 0 || text.words.length === 0) return undefined;
  if (expects === "confirmation") return wholeTitle(text, options);
  const said = text.words.filter(({ kind }) => kind !== "emoji").map(({ word }) => word);
  const titled = byTitle(said, options, expects);
  if (titled !== undefined || countsElse(text)) return titled;
  const within = text.questions.includes(true) ? undefined : titleWithin(said, options);
  if (within !== undefined) return within;
  return byPlace(text, options, expects) ?? byBreath(text, options, expects) ?? withNumber(text, options);
}

/** Does the message name an option where there is none to choose, or none that it could be: "2", "la segunda", "opción B"? */
export function namesSomeOption(text: Text): boolean {
  const { words, questions } = withLetters(text);
  if (questions.includes(true)) return false;
  const said = words.filter(({ kind }) => kind !== "emoji");
  if (ASKS_FOR_MENU.has(said.map(({ word }) => word).join(" "))) return true;
  const place = soleOf(said);
  if (said.length === 0 || said.length > 5) return false;
  if (!place) return said.length === 1 && OPTION_NAMES.test(said[0]?.word ?? "");
  const named = said.some(({ word }) => OPTION_NAMES.test(word));
  if (ORDINALS.has(place.word) || LAST.has(place.word)) return named || said.length <= 3;
  if (/^[a-j]$/.test(place.word)) return named;
  const number = numberOf(place);
  const isBare = said.length === 1 || ["la", "a"].includes(said[0]?.word ?? "");
  return number !== undefined && number >= 1 && number <= 10 && (named || isBare);
}

/** A single letter as it was written: "c" stands for "com" elsewhere, and is an option's here. */
function withLetters({ words, raw, ...text }: Text): Text {
  const asWritten = (token: Token): Token =>
    token.end - token.start === 1 && /[a-j]/i.test(raw.slice(token.start, token.end))
      ? { ...token, word: raw.slice(token.start, token.end).toLowerCase() }
      : token;
  return { ...text, raw, words: words.map(asWritten) };
}

/**
 * One of these options binds: only its whole title or its number chooses it, with nothing beside. "Sí, acepto, pero en 5
 * cuotas" holds the title and agrees to nothing; "el primero" may be a day.
 */
function wholeTitle({ words, tokens, questions, raw }: Text, options: Options): string | undefined {
  if (questions.includes(true) || /…|\.\./.test(raw)) return undefined;
  const said = words.map(({ word }) => word).join(" ");
  const titled = options.filter(({ title }) => titleWords(title) === said);
  if (titled.length === 1) return titled[0]?.id;
  const [only, another] = tokens;
  return only && !another && /^\d$/.test(only.word) ? options[Number(only.word) - 1]?.id : undefined;
}

function byTitle(said: readonly string[], options: Options, expects: Context["expects"]): string | undefined {
  const whole = said.join(" ");
  const bare = said.filter((word) => !FILLERS.has(word)).join(" ");
  for (const wording of [whole, bare]) {
    if (wording.length < SHORTEST_TITLE_PART || /^\d+$/.test(wording)) continue;
    const isOnlyYesOrNo = YES_OR_NO.has(wording) && expects !== "identityAnswer";
    const exact = options.filter(({ title }) => titleWords(title) === wording);
    const fitting =
      exact.length > 0 || isOnlyYesOrNo || wording === "ya"
        ? exact
        : options.filter(({ title }) => `${titleWords(title)} `.startsWith(`${wording} `));
    if (fitting.length === 1) return fitting[0]?.id;
  }
  return undefined;
}

/** "Yo quiero la de ver opciones", "las alternativas": a whole title among the words, or the one title that is about options. */
function titleWithin(said: readonly string[], options: Options): string | undefined {
  if (said.length > 9 || said.some((word) => LEAVES_OUT.has(word))) return undefined;
  const whole = ` ${said.join(" ")} `;
  const named = options.filter(
    ({ title }) => titleWords(title).includes(" ") && whole.includes(` ${titleWords(title)} `),
  );
  if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined;
  const asksForOptions =
    said.some((word) => OPTIONS.has(word)) &&
    said.every((word) => OPTIONS.has(word) || LOOKS.has(word) || FILLERS.has(word));
  const about = asksForOptions
    ? options.filter(({ title }) =>
        titleWords(title)
          .split(" ")
          .some((word) => OPTIONS.has(word)),
      )
    : [];
  return about.length === 1 ? about[0]?.id : undefined;
}

const OPTIONS: ReadonlySet<string> = new Set("opciones opcoes options alternativas facilidades".split(" "));
const LOOKS: ReadonlySet<string> = new Set(
  "mostrar muestre muestreme muestrame ensename ensene veamos viendo deme dame mostra mostre mostrame show see mis as os que hay tienes tienen pago pagamento pagos".split(
    " ",
  ),
);

function titleWords(title: string): string {
  return fold(title)
    .split(/[^\p{L}\p{N}.,]+/u)
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ""))
    .filter((word) => word !== "")
    .join(" ");
}

function byPlace({ words, questions }: Text, options: Options, expects: Context["expects"]): string | undefined {
  const said = words.filter(({ kind }) => kind !== "emoji");
  if (questions.includes(true)) return undefined;
  const place = soleOf(said);
  // "One" and "una" are numbers as well as fillers: alone, or called an option, they mean the first.
  if (!place) return saysFirst(said) ? options[0]?.id : undefined;
  return optionAt(place, said, { options, expects });
}

/** The one word that is no filler. */
function soleOf(said: readonly Token[]): Token | undefined {
  const [place, another] = said.filter(({ word, kind }, at) => kind === "number" || !isFiller(word, said[at - 1]));
  return another ? undefined : place;
}

/** "A" and "e" after "opción" are its letters, elsewhere they are articles and joints. */
function isFiller(word: string, before: Token | undefined): boolean {
  return FILLERS.has(word) && !(/^[a-j]$/.test(word) && OPTION_NAMES.test(before?.word ?? ""));
}

function saysFirst(said: readonly Token[]): boolean {
  const ones = said.filter(({ word }) => ["una", "uno", "um", "uma", "un", "one"].includes(word));
  const rest = said.filter((token) => !ones.includes(token));
  if (ones.length !== 1 || !rest.every(({ word }, at) => isFiller(word, rest[at - 1]))) return false;
  return rest.length === 0 || rest.some(({ word }) => OPTION_NAMES.test(word) || ["la", "a"].includes(word));
}

type Menu = { readonly options: Options; readonly expects: Context["expects"] };

function optionAt(place: Token, said: readonly Token[], { options, expects }: Menu): string | undefined {
  if (LAST.has(place.word)) return options.at(-1)?.id;
  if (TOP.has(place.word)) return options[0]?.id;
  if (MIDDLE.has(place.word)) return options.length % 2 === 1 ? options[(options.length - 1) / 2]?.id : undefined;
  const ordinal = ORDINALS.get(place.word);
  if (ordinal !== undefined) return options[ordinal - 1]?.id;

  const isNamed = said.some(({ word }) => OPTION_NAMES.test(word));
  if (/^[a-j]$/.test(place.word) && (isNamed || said.length <= 2)) return options[place.word.charCodeAt(0) - 97]?.id;
  // Where a day, an amount or a count is awaited "el 5" and "5" are these.
  if (!isNamed && ["promise", "amount", "instalments"].includes(expects)) return undefined;
  const number = numberOf(place);
  return number === undefined ? undefined : options[number - 1]?.id;
}

function numberOf(token: Token): number | undefined {
  const number = readNumber([token], 0, "");
  if (!number || number.millionths % ONE !== 0n || /^0\d/.test(token.word)) return undefined;
  return Number(number.millionths / ONE);
}

/** "No la uno, la otra", "me explica la 1… ah, vai a 2", "la segunda, la que dice ver opciones": breaths that agree on one option. */
function byBreath(text: Text, options: Options, expects: Context["expects"]): string | undefined {
  const breaths = breathsOf(text);
  if (breaths.length < 2 || text.words.length > LONGEST_CHOICE || text.questions.includes(true)) return undefined;
  let denied: string | undefined;
  const chosen = new Set<string>();
  for (const { words } of breaths) {
    const isDenied = words.some(({ word }, at) => LEAVES_OUT.has(word) && !(word === "no" && isPortuguese(words, at)));
    const rest = words.filter(({ word }) => !LEAVES_OUT.has(word));
    const id = inBreath(rest, options, expects);
    if (id !== undefined && isDenied) denied = id;
    else if (id !== undefined) chosen.add(id);
    else if (OTHERS.has(rest.at(-1)?.word ?? "") && denied !== undefined && options.length === 2) {
      const other = options.find((option) => option.id !== denied);
      if (other) chosen.add(other.id);
    } else if (!rest.every(({ word }) => FILLERS.has(word))) return undefined;
  }
  const [only, another] = chosen;
  return another === undefined ? only : undefined;
}

const OTHERS: ReadonlySet<string> = new Set(["otra", "otro", "outra", "outro", "other"]);

/** "No botão": there "no" is "in the". */
function isPortuguese(words: readonly Token[], at: number): boolean {
  return ["botao", "numero", "item"].includes(words[at + 1]?.word ?? "");
}

function inBreath(words: readonly Token[], options: Options, expects: Context["expects"]): string | undefined {
  const said = words.map(({ word }) => word);
  const titled = byTitle(said, options, expects);
  if (titled !== undefined) return titled;
  const place = soleOf(words);
  if (!place) return saysFirst(words) ? options[0]?.id : undefined;
  return optionAt(place, words, { options, expects });
}

/** "La de 3 cuotas", "el plan de seis meses": the one title with that number in it. */
function withNumber({ words, questions }: Text, options: Options): string | undefined {
  if (questions.includes(true) || words.length > 8) return undefined;
  const at = words.findIndex(
    ({ word }, index) =>
      word === "de" &&
      ["la", "el", "a", "o", "plan", "opcion", "opcao", "plano", "esa", "ese", "essa"].includes(
        words[index - 1]?.word ?? "",
      ),
  );
  const number = at < 0 ? undefined : readNumber(words, at + 1, "");
  if (!number || number.millionths % ONE !== 0n || words.some(({ word }) => LEAVES_OUT.has(word))) return undefined;
  const count = String(number.millionths / ONE);
  const fitting = options.filter(({ title }) => titleWords(title).split(" ").includes(count));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

/** "La segunda cuota la pago mañana": an ordinal of something else. */
function countsElse({ words }: Text): boolean {
  return words.some(({ word }, at) => ORDINALS.has(word) && COUNTED_BY_ORDINALS.has(words[at + 1]?.word ?? ""));
}
