import { type Atom, words } from "./atoms.ts";
import type { Hideable, Hiding } from "./placeholders.ts";

/** A number that follows one of these, or one of these and words that say nothing, is no amount. */
const OF_A_PERSON =
  words(`cedula ced cc ci dni rut run cpf cnpj rg curp rfc nit ruc cuit cuil ine nss ssn documento doc identificacion
  identidad identidade identity passport pasaporte passaporte licencia cuenta conta cta clabe cbu cvu alias iban  chave clave
  codigo code token pin otp contrasena senha password  celular cel telefono telef fono tel fone telefone phone
  movil whatsapp whats wsp wpp wasap numero nro num contrato contract factura referencia ref poliza folio pedido account id placa
   agencia  comprobante radicado guia serie seguro`);
/** A way to pay as often as a number: "pix de 300" is an amount, "nequi 31098" is none. */
const WAYS_TO_PAY = words("pix nequi daviplata yape plin boleto tarjeta cartao card");
const SAYS_NOTHING =
  words(`es e o de del da do la el mi meu minha my is number numero nro num no n ahorros corriente corrente savings
  final en em con com terminada terminado termina que acaba ending`);

const CURRENCY =
  words(`pesos peso soles sol reais real reales dolares dolar dollars dollar euros euro quetzales cop mxn ars clp pen
  brl usd eur pounds libras mil millon millones milhao milhoes million thousand k lucas luca palos palo varos varo mangos pila pilas
  conto contos gambas barras barra`);
const CURRENCY_BEFORE = words("cop mxn ars clp pen brl usd eur bs mn");
const CURRENCY_SIGN = /(?:[$€£¢]|S\/\.?)\s?$/iu;
const ABOUT_MONEY =
  words(`debo deuda pago pagar pague pagaria pagaba abono abonar abone saldo cuota cuotas monto valor total deposito
  depositar consigno consignar transferir ofrezco puedo tengo devo divida parcela parcelas pagamento posso owe pay balance debt`);

/** A kind of number, by how it is written. In this order: the first that fits at a place holds. */
const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  [
    "day",
    /(?:\p{N}{1,2}([/.-])\p{N}{1,2}\1(?:\p{N}{4}|\p{N}{2})|\p{N}{4}([/.-])\p{N}{1,2}\2\p{N}{1,2})(?![/.-]?\p{N})/uy,
  ],
  // CPF, CNPJ, RUT, CUIT.
  ["document", /(?:\p{N}{3}\.\p{N}{3}\.\p{N}{3}-\p{N}{2}|\p{N}{2}\.\p{N}{3}\.\p{N}{3}\/\p{N}{4}-\p{N}{2})(?!\p{N})/uy],
  ["document", /(?:\p{N}{1,2}\.?\p{N}{3}\.?\p{N}{3}-[\p{N}k]|\p{N}{2}-\p{N}{8}-\p{N})(?![\p{N}\p{L}])/iuy],
  ["grouped", /\p{N}{1,3}(?:([.,'’ \u00A0])\p{N}{3})(?:\1\p{N}{3}){0,4}(?:[.,]\p{N}{1,2})?(?![ .-]?\p{N})/uy],
  // Digits told one by one: "4 8 2 1". Nobody tells an amount so.
  [
    "spaced",
    /\p{N}(?:[ .\-\u00A0]{1,2}\p{N}(?!\p{N})){3,24}(?! ?(?:cuotas?|parcelas?|pagos?|payments?|meses|months?|de |of ))/uy,
  ],
  ["long", /\p{N}(?:[ .\-()\u00A0]{0,2}\p{N}){6,24}(?!\p{N})/uy],
  ["plain", /\p{N}+/uy],
];
type Shape = "day" | "document" | "grouped" | "spaced" | "long" | "plain";

/** Digits of the shortest local phone number: from here on a bare number is somebody's sooner than it is an amount. */
const PHONE_DIGITS = 7;
/** Digits of an amount that is written in groups and still needs nothing beside it to be one: 9.999.999. */
const GROUPED_DIGITS = 7;
/** The shortest part of a document or an account that tells anybody something. */
const TELLING_DIGITS = 3;
/** Of a way to pay: fewer are what is paid by it. */
const ACCOUNT_DIGITS = 5;
/** An amount with its currency beside it is one up to so many digits. */
const AMOUNT_DIGITS = 12;

/** Documents, phones, accounts and birth dates; neither amounts nor days to come. */
export function hiddenNumbers(text: string, atoms: readonly Atom[], knownNumbers: readonly string[]): Hiding[] {
  const known = knownNumbers.map(digitsOf).filter((digits) => digits.length >= TELLING_DIGITS);
  const found: Hiding[] = [];
  let at = 0;
  atoms.forEach((atom, index) => {
    if (atom.kind !== "digits" || atom.start < at) return;
    const mixed = mixedAround(atoms, index);
    const { shape, end } = mixed ? { shape: "mixed" as const, end: mixed.end } : shapeAt(text, atom.start);
    const start = mixed?.start ?? startOf(text, atom.start);
    at = end;
    const piece = text.slice(start, end);
    const what = [piece, ...piece.split(/\P{N}+/u)].some((part) => isAmong(known, digitsOf(part)))
      ? "number"
      : hiddenAs({ shape, piece, text, atoms, index, start, end });
    if (what) found.push({ what, start, end });
  });
  return found;
}

/** "Una dos tres cuotas" counts; the last four of a document are four. */
const SPELLED_DIGITS = 4;
const DIGITS = words(
  "cero uno una dos tres cuatro cinco seis siete ocho nueve zero um uma dois duas quatro sete oito nove meia oh one two three four five six seven eight nine",
);

/** Digits told one by one in words: "cuatro ocho dos uno". */
export function hiddenSpelledDigits(atoms: readonly Atom[]): Hiding[] {
  const found: Hiding[] = [];
  for (let from = 0; from < atoms.length; from += 1) {
    let end = from;
    while (DIGITS.has(atoms[end]?.word ?? "")) end += 1;
    const [first, last] = [atoms[from], atoms[end - 1]];
    if (end - from < SPELLED_DIGITS || !first || !last) continue;
    found.push({ what: "number", start: first.start, end: last.end });
    from = end;
  }
  return found;
}

type Written = {
  readonly shape: Shape | "mixed";
  readonly piece: string;
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly index: number;
  readonly start: number;
  readonly end: number;
};

function hiddenAs(written: Written): Hideable | undefined {
  const { shape, piece } = written;
  const digits = digitsOf(piece).length;
  switch (shape) {
    case "day":
      return isLongAgo(piece) ? "date" : undefined;
    case "document":
    case "spaced":
      return "number";
    case "mixed":
      return isMeasure(piece) ? undefined : "number";
    default:
      if (hasCurrency(written) && digits <= AMOUNT_DIGITS) return undefined;
      if (digits >= TELLING_DIGITS && isOfPerson(written, digits)) return "number";
      if (shape === "grouped") return digits > GROUPED_DIGITS && !isAboutMoney(written) ? "number" : undefined;
      return digits >= PHONE_DIGITS && !isRound(piece) ? "number" : undefined;
  }
}

function shapeAt(text: string, start: number): { shape: Shape; end: number } {
  for (const [shape, pattern] of SHAPES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { shape, end: start + match[0].length };
  }
  return { shape: "plain", end: start + 1 };
}

/** With the plus and the brackets that belong to a phone number. */
function startOf(text: string, start: number): number {
  const signs = /[+(]{0,3}$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? "";
  return start - signs.length;
}

/** Letters and digits that touch, enough of them to be a reference and no measure: `GOMC850312HDF`. */
function mixedAround(atoms: readonly Atom[], index: number): { start: number; end: number } | undefined {
  let first = index;
  let last = index;
  while (touches(atoms[first - 1], atoms[first])) first -= 1;
  while (touches(atoms[last], atoms[last + 1])) last += 1;
  const run = atoms.slice(first, last + 1);
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const digits = run.reduce((sum, { kind, raw }) => sum + (kind === "digits" ? raw.length : 0), 0);
  return run.length > 1 && digits >= TELLING_DIGITS && end - start >= 6 ? { start, end } : undefined;
}

function touches(before: Atom | undefined, after: Atom | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start;
}

/** `150000cop`, `500mil`, `20dic2026`: digits with a word of money, or few letters between few digits. */
function isMeasure(piece: string): boolean {
  const parts = piece.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  const letters = parts.filter((part) => /\p{L}/u.test(part));
  if (letters.length !== 1) return false;
  return CURRENCY.has(letters[0] ?? "") || /^\p{N}{1,2}\p{L}{3,10}(?:20\p{N}{2})$/u.test(piece);
}

function hasCurrency({ text, atoms, index, start, end }: Written): boolean {
  const before = atoms[index - 1];
  const after = atoms.slice(index).find((atom) => atom.start >= end);
  return (
    CURRENCY_SIGN.test(text.slice(Math.max(0, start - 4), start)) ||
    /^\s?[$€£](?!\s?\p{N})/u.test(text.slice(end, end + 4)) ||
    (before !== undefined && start - before.end <= 1 && CURRENCY_BEFORE.has(before.word)) ||
    (after !== undefined && after.start - end <= 1 && CURRENCY.has(after.word))
  );
}

/** Back over words that say nothing, to the one that says whose number it is. */
function isOfPerson({ atoms, index }: Written, digits: number): boolean {
  for (let back = index - 1; back >= Math.max(0, index - 5); back -= 1) {
    const word = atoms[back]?.word ?? "";
    if (OF_A_PERSON.has(word)) return true;
    if (WAYS_TO_PAY.has(word)) return digits >= ACCOUNT_DIGITS;
    if (!SAYS_NOTHING.has(word)) return false;
  }
  return false;
}

function isAboutMoney({ atoms, index }: Written): boolean {
  return atoms.slice(Math.max(0, index - 4), index).some(({ word }) => ABOUT_MONEY.has(word));
}

/** A birth date, or a document's: nobody promises to pay on a day so long gone. Two digits are of the last century from 40 on. */
function isLongAgo(day: string): boolean {
  const year = Number(/^\p{N}{4}/u.exec(day)?.[0] ?? /\p{N}+$/u.exec(day)?.[0]);
  return (year >= 40 && year <= 99) || year <= YOUNGEST_BORN % 100 || (year >= 1900 && year <= YOUNGEST_BORN);
}

const YOUNGEST_BORN = 2012;

/** Few phones and documents end in three zeros, and most amounts of seven digits do. */
function isRound(piece: string): boolean {
  return /^\p{N}{4,5}000$/u.test(piece);
}

/** The same, or the same but for the country in front. */
function isAmong(known: readonly string[], digits: string): boolean {
  return known.some(
    (one) => one === digits || (digits.length >= PHONE_DIGITS && (one.endsWith(digits) || digits.endsWith(one))),
  );
}

function digitsOf(number: string): string {
  return number.replace(/\P{N}/gu, "");
}
