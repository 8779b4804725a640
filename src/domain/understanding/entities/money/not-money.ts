import type { Token } from "../../tokens.ts";
import { MONTHS } from "../day-words.ts";
import { isOneSpaceApart, ONE } from "../numbers/digits.ts";
import { type NumberReading, readNumber } from "../read-number.ts";

/** A number that may be an amount: `numberAt` is its first token, `first` that of a sign before it. */
export type Candidate = {
  readonly number: NumberReading;
  readonly numberAt: number;
  /** A unit or a sign stands by it. */
  readonly named: boolean;
  /** The other end of its range is money beyond doubt. */
  readonly explicit?: boolean;
  /** One end of "100-150": a dash by it is no sign of a telephone. */
  readonly joined?: true;
};

/** After a number, these count something that is not money. */
const COUNTED: ReadonlySet<string> = new Set(
  `% cuota cuotas pago pagos parte partes vez veces vezes x dia dias semana semanas mes meses ano anos hora horas minuto
  minutos quincena quincenas parcela parcelas plazos letras armadas mensualidades abonos prestacoes am pm hs hrs h hijos
  filhos persona personas days day weeks week months month payments installments instalments hours years porciento
  percent porcento de gracias disculpas perdones desculpas abrazos besos obrigado kg km cm mts gb mb ml gr docena docenas
  duzia duzias dozen minutes hermanos irmaos kids children people`.split(/\s+/),
);

/** Of these, "mil" are not money either: "mil gracias". */
const THANKED: ReadonlySet<string> = new Set(
  "gracias disculpas perdones desculpas obrigado obrigada abrazos besos beijos veces vezes thanks times".split(" "),
);

/** A word in -s behind a number names what is counted ("20 mil espectadores"), but these say something else. */
const COUNT_NOTHING: ReadonlySet<string> = new Set(
  `mas menos nomas entonces pues gracias despues antes lunes martes miercoles jueves viernes los las les nos mis tus sus mes
  ademas apenas tres seis dos dois duas mais depois mensuales semanales quincenales diarios mensais semanais quinzenais
  cuotas pagos parcelas vezes veces meses dias semanas quincenas abonos mensualidades plazos juntos listos restantes
  pendientes fijos iguales tales quizas jamas atras ambos todos todas ellos ellas nosotros ustedes dios this yes always
  as es is was its us plus minus perhaps pelaos pelados contados exactos redondos limpios amigos parceros jefes senores
  reais reales intereses juros ambas nas nos dos das aos pelos pros pras hours weeks months days payments tens unos unas
  nuevos novos libres bros chicos muchachos buenas buenos noches tardes manos`.split(/\s+/),
);

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set("o a ° º ª st nd rd th ro do to vo mo er".split(" "));

/** Before a number, these make it a day, a time or an ordinal. */
const LEADS_TO_A_DAY: ReadonlySet<string> = new Set(
  "dia las opcion opcao option numero ley articulo art the nro num number".split(" "),
);

/** Before a number of up to 31, these make it a day or an hour. */
const LEADS_TO_A_SMALL_DAY: ReadonlySet<string> = new Set("el al del as at dias".split(" "));

/** Before a number, these make it the name of something: a document, a telephone, an account, an order, an address. */
const IDENTIFIED: ReadonlySet<string> = new Set(
  `# cedula cc dni rut cpf cnpj ci nit curp rfc ine rg ruc documento identidad identificacion identidade telefono telefone
  tel cel celular movil whatsapp wpp wsp fono phone cell mobile cuenta conta account agencia clabe cbu cvu iban tarjeta
  cartao card terminacion terminada terminado pedido orden ordem order factura fatura invoice boleta folio referencia ref
  reference codigo code contrato contract radicado caso case ticket expediente poliza guia placa calle carrera cra av avenida
  rua apto apartamento piso lote manzana extension cep postal zip protocolo solicitud id pin clave token serie modelo
  consecutivo comprobante operacion transaccion transacao`.split(/\s+/),
);

/** Between such a name and its number. */
const FILLERS: ReadonlySet<string> = new Set(
  "numero nro num number no nao n º ° : - es e is final en em in mi my su terminada terminado".split(" "),
);

/** A telephone, a document or a card; an amount of so many digits is written with its separators. */
const DIGITS_OF_AN_IDENTIFIER = 10;
const DIGITS_TO_BE_ROUND = 7;

/** Is this number something else than money? What names a currency is money, whatever stands around it. */
export function isNotMoney(tokens: readonly Token[], candidate: Candidate): boolean {
  const { number, numberAt, named, joined } = candidate;
  const next = tokens[number.end];
  if (isPartOfADate(tokens, numberAt, number.end)) return true;
  if (named) return false;
  if (isShareOrOrdinal(tokens, number.end) || THANKED.has(next?.word ?? "") || countsThings(tokens, number.end))
    return true;
  if (isYear(tokens, numberAt, number)) return true;
  if (number.scaled || number.slang || candidate.explicit) return false;
  return (
    COUNTED.has(next?.word ?? "") ||
    isCountedWithNext(tokens, number.end) ||
    LEADS_TO_A_DAY.has(tokens[numberAt - 1]?.word ?? "") ||
    isDay(tokens, numberAt, number) ||
    isNamed(tokens, numberAt) ||
    (!joined && isInAChain(tokens, numberAt, number.end)) ||
    hasShapeOfAnIdentifier(tokens[numberAt]?.word ?? "") ||
    number.millionths < (number.plain ? 10n : 20n) * ONE
  );
}

function isPartOfADate(tokens: readonly Token[], first: number, end: number): boolean {
  const isJoint = (at: number) => ["/", ":"].includes(tokens[at]?.word ?? "");
  const isTime = isJoint(end) && tokens[end + 1]?.kind === "number" && tokens[end + 1]?.start === tokens[end]?.end;
  const isAfterJoint = isJoint(first - 1) && tokens[first - 2]?.kind === "number";
  return isTime || isAfterJoint || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(tokens[first]?.word ?? "");
}

function isShareOrOrdinal(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end];
  const isShare = next?.word === "%" || (next?.word === "por" && /^c[ei]e?nto$/.test(tokens[end + 1]?.word ?? ""));
  const isOrdinal = next?.start === tokens[end - 1]?.end && ORDINAL_ENDINGS.has(next?.word ?? "");
  return isShare || isOrdinal;
}

/** "10 o 12 cuotas": what counts the second counts the first. */
function isCountedWithNext(tokens: readonly Token[], end: number): boolean {
  if (!["o", "ou", "or", "a", "y", "e", "-"].includes(tokens[end]?.word ?? "")) return false;
  const number = readNumber(tokens, end + 1, "");
  return number !== undefined && !number.scaled && COUNTED.has(tokens[number.end]?.word ?? "");
}

/** "20 hijos", "80.000 espectadores": a plural behind a number is what is counted. */
function countsThings(tokens: readonly Token[], end: number): boolean {
  const [before, next] = [tokens[end - 1], tokens[end]];
  if (next?.kind !== "word" || next.clause !== before?.clause || next.afterComma) return false;
  return next.word.length > 3 && next.word.endsWith("s") && !COUNT_NOTHING.has(next.word);
}

/** "desde 2021", "octubre de 2008", "año dos mil veintiséis"; "de 1989" as well, but "una cuota de 2000" is money. */
function isYear(tokens: readonly Token[], at: number, { millionths }: NumberReading): boolean {
  if (millionths < 1_900n * ONE || millionths > 2_100n * ONE || /[.,']/.test(tokens[at]?.word ?? "")) return false;
  const before = tokens[at - 1]?.word ?? "";
  const isOf = ["de", "del", "do", "of", "from", "para", "for"].includes(before);
  const isRound = millionths % (10n * ONE) === 0n;
  const isOfMonth = isOf && MONTHS.has(tokens[at - 2]?.word ?? "");
  return YEAR_LEADS.has(before) || MONTHS.has(before) || isOfMonth || (isOf && !isRound);
}

const YEAR_LEADS: ReadonlySet<string> = new Set("ano year desde since en em in".split(" "));

/** "el 15", "15 de diciembre", "diciembre 15", "a las 10". */
function isDay(tokens: readonly Token[], at: number, { millionths, end }: NumberReading): boolean {
  if (millionths > 31n * ONE) return false;
  const before = tokens[at - 1]?.word ?? "";
  const behind = tokens[end]?.word === "de" ? end + 1 : end;
  return LEADS_TO_A_SMALL_DAY.has(before) || MONTHS.has(before) || MONTHS.has(tokens[behind]?.word ?? "");
}

/** "mi cédula es 4521", "pedido #4521", "cuenta número 200"; "a cuenta 200" is a payment. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  let lead = at - 1;
  for (let steps = 0; steps < 4 && FILLERS.has(tokens[lead]?.word ?? ""); steps++) lead--;
  const word = tokens[lead]?.word ?? "";
  const isOnAccount =
    ["cuenta", "conta", "account"].includes(word) && ["a", "por", "on"].includes(tokens[lead - 1]?.word ?? "");
  const isNumbered = ["°", "º", "+"].includes(tokens[at - 1]?.word ?? "");
  return isNumbered || (IDENTIFIED.has(word) && !isOnAccount);
}

/** "300 123 4567", "555-1234", "12.345.678-9": digits behind digits are no amount. */
function isInAChain(tokens: readonly Token[], first: number, end: number): boolean {
  const touches = (at: number) => tokens[at]?.start === tokens[at - 1]?.end;
  const isDashedAfter =
    tokens[end]?.word === "-" && touches(end) && touches(end + 1) && tokens[end + 1]?.kind !== "sign";
  const isDashedBefore = tokens[first - 1]?.word === "-" && touches(first) && tokens[first - 2]?.kind === "number";
  const isSpacedAfter = tokens[end]?.kind === "number" && isOneSpaceApart(tokens, end);
  const isSpacedBefore = tokens[first - 1]?.kind === "number" && isOneSpaceApart(tokens, first);
  return isDashedAfter || isDashedBefore || isSpacedAfter || isSpacedBefore;
}

function hasShapeOfAnIdentifier(digits: string): boolean {
  if (/^0\d/.test(digits)) return !/[.,]/.test(digits);
  // No currency has a coin that small.
  if (/[.,]\d{4,}$/.test(digits)) return true;
  if (!/^\d+$/.test(digits) || digits.length < DIGITS_TO_BE_ROUND) return false;
  return digits.length >= DIGITS_OF_AN_IDENTIFIER || !digits.endsWith("000");
}
