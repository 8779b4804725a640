import { type Currency, DECIMALS, type Money, money } from "../../money.ts";
import type { Token } from "../tokens.ts";
import { ONE, readNumber } from "./read-number.ts";

export type MoneyReading = {
  readonly amount: Money;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
  /** Said to be money, by a sign, a unit, a scale or slang; a bare number is money only where an amount is awaited. */
  readonly explicit: boolean;
};

type Place = { readonly currency: Currency; readonly country: string };

const SIGNS: ReadonlyMap<string, Currency | "local"> = new Map(
  Object.entries({
    $: "local",
    r$: "BRL",
    us$: "USD",
    u$s: "USD",
    u$d: "USD",
    "s/": "PEN",
    "€": "EUR",
    "£": "GBP",
    cop: "COP",
    mxn: "MXN",
    brl: "BRL",
    ars: "ARS",
    clp: "CLP",
    pen: "PEN",
    usd: "USD",
    eur: "EUR",
    gbp: "GBP",
    peso: "local",
    pesos: "local",
    pesitos: "local",
    sol: "PEN",
    soles: "PEN",
    real: "BRL",
    reais: "BRL",
    reales: "BRL",
    euro: "EUR",
    euros: "EUR",
    dolar: "USD",
    dolares: "USD",
    dollar: "USD",
    dollars: "USD",
    libra: "GBP",
    libras: "GBP",
    pound: "GBP",
    pounds: "GBP",
  } as const),
);

const CENTS: ReadonlySet<string> = new Set(["centavo", "centavos", "centimo", "centimos", "cent", "cents", "ctvs"]);

/** After a number, these count something that is not money. */
const COUNTED: ReadonlySet<string> = new Set(
  `% cuota cuotas pago pagos parte partes vez veces vezes x dia dias semana semanas mes meses ano anos hora horas minuto
  minutos quincena quincenas parcela parcelas plazos letras armadas mensualidades abonos prestacoes am pm hs hrs h hijos
  filhos persona personas days day weeks week months month payments installments instalments hours years porciento
  percent porcento de gracias disculpas perdones desculpas abrazos besos obrigado`.split(/\s+/),
);

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set([
  "o",
  "a",
  "°",
  "st",
  "nd",
  "rd",
  "th",
  "ro",
  "do",
  "to",
  "vo",
  "mo",
  "er",
]);

/** "Mil gracias" is no amount. */
const THANKED: ReadonlySet<string> = new Set([
  "gracias",
  "disculpas",
  "perdones",
  "desculpas",
  "obrigado",
  "abrazos",
  "besos",
  "veces",
]);

/** Before a number, these make it a day, a time or an ordinal. */
const LEADS_TO_A_DAY: ReadonlySet<string> = new Set([
  "dia",
  "las",
  "opcion",
  "opcao",
  "option",
  "numero",
  "ley",
  "articulo",
  "the",
]);

/** Every amount of the message, left to right, exact to the currency's smallest unit. */
export function readMoney(tokens: readonly Token[], place: Place): MoneyReading[] {
  const readings: MoneyReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reading = moneyAt(tokens, at, place);
    if (reading) readings.push(reading);
    at = reading ? reading.end : at + 1;
  }
  return readings;
}

function moneyAt(tokens: readonly Token[], first: number, place: Place): MoneyReading | undefined {
  if (tokens[first]?.word === "ciento" && tokens[first - 1]?.word === "por") return undefined;
  const before = signAt(tokens, first, place.currency);
  const numberAt = before ? first + 1 : first;
  const number = readNumber(tokens, numberAt, place.country);
  if (!number || isPartOfADate(tokens, numberAt, number.end)) return undefined;

  const unitAt = ["de"].includes(tokens[number.end]?.word ?? "") ? number.end + 1 : number.end;
  const after = signAt(tokens, unitAt, place.currency);
  const explicit = before !== undefined || after !== undefined || number.scaled || number.slang;
  const next = tokens[number.end];
  const isShare = next?.word === "%" || (next?.word === "por" && tokens[number.end + 1]?.word === "ciento");
  const isOrdinal = next?.start === tokens[number.end - 1]?.end && ORDINAL_ENDINGS.has(next?.word ?? "");
  if (!after && (isShare || isOrdinal || (!explicit && COUNTED.has(next?.word ?? "")))) return undefined;
  if (!before && !after && THANKED.has(next?.word ?? "")) return undefined;
  if (!explicit && LEADS_TO_A_DAY.has(tokens[numberAt - 1]?.word ?? "")) return undefined;

  if (!explicit && number.millionths < (number.plain ? 10n : 20n) * ONE) return undefined;

  const end = after ? unitAt + 1 : number.end;
  const cents = after ? centsAt(tokens, end, place.country) : undefined;
  const currency = before ?? after ?? place.currency;
  const thousands = !number.scaled && !number.slang && isSaidInThousands(number.millionths, currency);
  const minor = toMinor(
    (thousands ? number.millionths * 1_000n : number.millionths) + (cents?.millionths ?? 0n),
    currency,
  );
  if (minor === undefined || minor === 0n) return undefined;
  return { amount: money(minor, currency), first, end: cents?.end ?? end, explicit };
}

function signAt(tokens: readonly Token[], at: number, local: Currency): Currency | undefined {
  const sign = SIGNS.get(tokens[at]?.word ?? "");
  return sign === "local" ? local : sign;
}

/** "con 25 centavos", "y cincuenta céntimos". */
function centsAt(
  tokens: readonly Token[],
  at: number,
  country: string,
): { millionths: bigint; end: number } | undefined {
  const start = ["con", "y", "e", "com", "and", "with"].includes(tokens[at]?.word ?? "") ? at + 1 : at;
  const number = readNumber(tokens, start, country);
  if (!number || !CENTS.has(tokens[number.end]?.word ?? "")) return undefined;
  return { millionths: number.millionths / 100n, end: number.end + 1 };
}

/**
 * Nobody in Colombia or Chile owes or pays 200 pesos: "puedo dar 200" means 200 thousand there. It is echoed in full
 * before anything is agreed.
 */
function isSaidInThousands(millionths: bigint, currency: Currency): boolean {
  return (currency === "COP" || currency === "CLP") && millionths >= 10n * ONE && millionths < 1_000n * ONE;
}

function isPartOfADate(tokens: readonly Token[], first: number, end: number): boolean {
  const isJoint = (at: number) => ["/", ":"].includes(tokens[at]?.word ?? "");
  return (
    isJoint(first - 1) ||
    isJoint(end) ||
    (/^\d+\.\d+\.\d{2,4}$/.test(tokens[first]?.word ?? "") && /^\d{1,2}\.\d{1,2}\./.test(tokens[first]?.word ?? ""))
  );
}

/** Undefined when the currency has no coin that small, or the number is no amount anybody owes. */
function toMinor(millionths: bigint, currency: Currency): bigint | undefined {
  const scaled = millionths * 10n ** BigInt(DECIMALS[currency]);
  if (scaled % ONE !== 0n || millionths >= 10n ** 15n * ONE) return undefined;
  return scaled / ONE;
}
