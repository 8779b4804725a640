import type { Token } from "../../tokens.ts";
import { ONE } from "../numbers/digits.ts";
import { readNumber } from "../read-number.ts";
import { unitAt } from "./currency-names.ts";

/** In millionths of the whole unit; `end` is the index after the last token. */
export type CentsReading = { readonly millionths: bigint; readonly end: number };

const JOINTS: ReadonlySet<string> = new Set(["con", "y", "e", "com", "and", "with"]);

/** Behind these a number alone is cents: "20 soles con 50", "dez reais e cinquenta", "15 dollars and 50". */
const JOINTS_TO_CENTS: ReadonlySet<string> = new Set(["con", "com", "e", "and"]);

/** The cents behind a whole amount that begin at `at`: "con 25 centavos", "y cincuenta céntimos", "con 50". */
export function centsAt(tokens: readonly Token[], at: number): CentsReading | undefined {
  const joint = tokens[at]?.word ?? "";
  const numberAt = JOINTS.has(joint) ? at + 1 : at;
  const number = readNumber(tokens, numberAt, "");
  if (!number || number.millionths >= 100n * ONE || number.scaled || number.millionths % ONE !== 0n) return undefined;
  if (tokens[numberAt]?.clause !== tokens[at - 1]?.clause || tokens[at]?.afterComma) return undefined;

  const unit = unitAt(tokens, number.end, { side: "after", country: "" });
  if (unit?.cents) return { millionths: number.millionths / 100n, end: unit.end };
  const isLast = tokens[number.end] === undefined || tokens[number.end]?.clause !== tokens[number.end - 1]?.clause;
  const isTwoDigits = !number.plain || /^\d\d$/.test(tokens[numberAt]?.word ?? "");
  // "Diez soles cincuenta"; in digits, "100 pesos 15" may be a day.
  const isJoined = JOINTS_TO_CENTS.has(joint) || (numberAt === at && !number.plain);
  return isLast && isTwoDigits && isJoined ? { millionths: number.millionths / 100n, end: number.end } : undefined;
}
