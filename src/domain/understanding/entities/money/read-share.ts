import type { Token } from "../../tokens.ts";
import { MONTHS } from "../day-words.ts";
import { ONE } from "../numbers/digits.ts";
import { DENOMINATORS } from "../numbers/fractions.ts";
import { readNumber } from "../read-number.ts";

/** A part of something: "la mitad", "30 %", "tres cuartas partes". */
export type ShareReading = {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Of what: the debt, unless the words beside it name a discount, an interest, an instalment. */
  readonly of: "debt" | "other";
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

const HALVES: ReadonlySet<string> = new Set(["mitad", "metade", "half"]);

const OF: ReadonlySet<string> = new Set(["de", "del", "da", "do", "of"]);

/** Half of these is no half of a debt: "mitad de mes", "half an hour". */
const NOT_SHARED: ReadonlySet<string> = new Set(
  `mes semana quincena ano month week year hour day past price precio preco camino hora dia time an hours`.split(/\s+/),
);

const OF_SOMETHING_ELSE: ReadonlySet<string> = new Set(
  `descuento descuentos desconto descontos discount off rebaja rebajas quita condonacion interes intereses juros juro interest
  tasa taxa rate cuota parcela instalment installment multa mora sueldo salario salary iva prima abatimento
  comision comissao mensual anual mensal ao`.split(/\s+/),
);

/** The share that begins at `at`; it counts nothing yet, for that it needs what it is of. */
export function shareAt(tokens: readonly Token[], at: number): ShareReading | undefined {
  const found = halfAt(tokens, at) ?? percentAt(tokens, at) ?? fractionAt(tokens, at) ?? slashAt(tokens, at);
  if (!found || found.numerator <= 0n || found.numerator > found.denominator) return undefined;
  return { ...found, first: at, of: isOfElse(tokens, at, found.end) ? "other" : "debt" };
}

type Found = Pick<ShareReading, "numerator" | "denominator" | "end">;

function halfAt(tokens: readonly Token[], at: number): Found | undefined {
  if (!HALVES.has(tokens[at]?.word ?? "")) return undefined;
  const next = at + 1;
  const ofAt = OF.has(tokens[next]?.word ?? "") ? next + 1 : next;
  const whatAt = ["la", "el", "the", "este", "esta"].includes(tokens[ofAt]?.word ?? "") ? ofAt + 1 : ofAt;
  const isOfTime = NOT_SHARED.has(tokens[ofAt]?.word ?? "") || NOT_SHARED.has(tokens[whatAt]?.word ?? "");
  // "Half a million" is a number.
  const isNumber = tokens[at]?.word === "half" && readNumber(tokens, at, "") !== undefined;
  return isOfTime || isNumber ? undefined : { numerator: 1n, denominator: 2n, end: next };
}

/** "30 %", "treinta por ciento", "30 porciento", "30 percent". */
function percentAt(tokens: readonly Token[], at: number): Found | undefined {
  const number = readNumber(tokens, at, "");
  if (!number || number.scaled) return undefined;
  const [next, after] = [tokens[number.end]?.word ?? "", tokens[number.end + 1]?.word ?? ""];
  const isTwoWords = ["por", "per"].includes(next) && ["ciento", "cien", "cento", "cent"].includes(after);
  const isOneWord = ["%", "porciento", "porcento", "percent", "pct"].includes(next);
  if (!isTwoWords && !isOneWord) return undefined;
  return { numerator: number.millionths, denominator: 100n * ONE, end: number.end + (isTwoWords ? 2 : 1) };
}

/** "dos tercios", "las tres cuartas partes", "la tercera parte", "a third", "three quarters". */
function fractionAt(tokens: readonly Token[], at: number): Found | undefined {
  const number = tokens[at]?.word === "a" ? { millionths: ONE, end: at + 1 } : countAt(tokens, at);
  const nameAt = number?.end ?? at;
  const name = tokens[nameAt]?.word ?? "";
  const denominator = DENOMINATORS.get(name);
  const next = tokens[nameAt + 1]?.word ?? "";
  const hasParts = ["parte", "partes", "part", "parts"].includes(next);
  // "La tercera" is an option or a day, "un cuarto" a room.
  const isOrdinal = !number || /as?$/.test(name);
  const isRoom = ["cuarto", "quarto"].includes(name) && !OF.has(next);
  if (denominator === undefined || (!hasParts && (isOrdinal || isRoom))) return undefined;
  if (tokens[nameAt + 2]?.word === "hora") return undefined;
  return { numerator: (number?.millionths ?? ONE) / ONE, denominator, end: hasParts ? nameAt + 2 : nameAt + 1 };
}

/** What stands above the line: the "dos" of "dos tercios". */
function countAt(tokens: readonly Token[], at: number): { millionths: bigint; end: number } | undefined {
  const number = readNumber(tokens, at, "");
  return number && !number.scaled && number.millionths < 10n * ONE ? number : undefined;
}

/** "1/3 de la deuda", "1/2 del total": without them it is the first of March. */
function slashAt(tokens: readonly Token[], at: number): Found | undefined {
  const [a, slash, b, of, what] = [0, 1, 2, 3, 4].map((offset) => tokens[at + offset]);
  if (slash?.word !== "/" || !/^\d$/.test(a?.word ?? "") || !/^\d{1,2}$/.test(b?.word ?? "")) return undefined;
  const saysPart = ["parte", "partes"].includes(of?.word ?? "");
  const isOfAll = OF.has(of?.word ?? "") && !MONTHS.has(what?.word ?? "") && what?.kind !== "number";
  if (!saysPart && !isOfAll) return undefined;
  return { numerator: BigInt(a?.word ?? ""), denominator: BigInt(b?.word ?? ""), end: saysPart ? at + 4 : at + 3 };
}

function isOfElse(tokens: readonly Token[], first: number, end: number): boolean {
  const clause = tokens[first]?.clause;
  return [...tokens.slice(Math.max(0, first - 3), first), ...tokens.slice(end, end + 3)].some(
    (token) => token.clause === clause && OF_SOMETHING_ELSE.has(token.word),
  );
}
