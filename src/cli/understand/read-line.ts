import { z } from "zod";
import { CURRENCY_OF_COUNTRY, languageOfCountry } from "../../domain/country.ts";
import { fromText, isCurrency, type Money } from "../../domain/money.ts";
import { type IsoDate, parseIsoDate } from "../../domain/time.ts";
import type { Context, Expectation, SpokenLanguage } from "../../domain/understanding/reading.ts";

/** What may be left out may also be null. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

/** Keys beside these are let by: lines often carry what is expected of them. */
const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: optional(z.string()),
  region: optional(z.string().regex(/^[A-Za-z]{2}$/, "must be a country of ISO 3166-1, such as CO")),
  ref: optional(z.string().refine((text) => parseIsoDate(text.slice(0, 10)), "must be a day such as 2026-11-23")),
  state: optional(z.string()),
  debt: optional(z.object({ amount: z.union([z.number(), z.string()]), currency: z.string() })),
  kind: optional(z.enum(["number", "currency", "date"])),
  options: optional(z.array(z.object({ id: z.string(), title: z.string() }))),
});

export type ReadLine = {
  readonly id: string | number;
  readonly text: string;
  readonly kind: "number" | "currency" | "date" | undefined;
  readonly context: Context;
  /** No currency is known but those that are named: what is said without one has none. */
  readonly isPlaceless: boolean;
  /** A state that we do not have: the line is read as an answer to nothing. */
  readonly unknownState: string | undefined;
};

/** A line of `saldar understand`, or what is wrong with it, every problem at once. @param today for lines without `ref`. */
export function readLine(
  json: string,
  today: IsoDate,
): ReadLine | { readonly id: string | number | null; readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { id: null, error: `this line is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`);
    return { id: idOf(value), error: problems.join("; ") };
  }
  const { id, text, lang, region, ref, state, debt, kind, options = [] } = parsed.data;
  const owed = debt && moneyOf(debt);
  if (debt && !owed)
    return { id, error: `debt: ${debt.amount} ${debt.currency} is no amount of a currency that is kept` };
  const language = languageNamed(lang);
  if (lang !== undefined && !language) return { id, error: `lang: "${lang}" is none of es, pt and en` };

  const country = region?.toUpperCase() ?? "";
  const currency = owed?.currency ?? CURRENCY_OF_COUNTRY[country];
  const expects = state === undefined ? "nothing" : STATES.get(state.toLowerCase().replace(/[^a-z]/g, ""));
  const context: Context = {
    expects: expects ?? "nothing",
    options,
    language: language ?? languageOfCountry(country),
    currency: currency ?? "USD",
    country,
    today: (ref === undefined ? undefined : parseIsoDate(ref.slice(0, 10))) ?? today,
    ...(owed && { owed }),
  };
  return { id, text, kind, context, isPlaceless: currency === undefined, unknownState: expects ? undefined : state };
}

function languageNamed(lang: string | undefined): SpokenLanguage | undefined {
  const code = lang?.toLowerCase().slice(0, 2);
  return code === "pt" ? "pt-BR" : code === "es" || code === "en" ? code : undefined;
}

function moneyOf({ amount, currency }: { amount: number | string; currency: string }): Money | undefined {
  const code = currency.toUpperCase();
  if (!isCurrency(code)) return undefined;
  const [whole = "", decimals = ""] = String(amount).split(".");
  return fromText(`${code} ${whole}.${decimals.padEnd(2, "0").slice(0, 2)}`) ?? fromText(`${code} ${whole}`);
}

function idOf(value: unknown): string | number | null {
  const id: unknown = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}

/** What a state may be called, without signs and in small letters: our names, and those in use for such sets. */
const STATES: ReadonlyMap<string, Expectation> = new Map(
  Object.entries({
    identityAnswer: "identity isityou whoareyou awaitingidentity confirmidentity identityconfirmation",
    identityProof:
      "identitydigits digits document awaitingdigits awaitingidentitydigits verifying verify birthdate proof",
    reference: "awaitingreference",
    menu: "choice option options awaitingoption awaitingchoice awaitingmenu paymentchoice balance",
    offer: "offerreply awaitingoffer awaitingofferreply offered plan choosing proposal",
    promise: "date awaitingdate askdate day awaitingday askingday promisedate",
    confirmation: "confirm yesno awaitingconfirmation awaitingconfirm awaitingyesno agreement confirming strictyes",
    amount: "awaitingamount askamount askingamount money",
    instalments: "installments awaitinginstallments awaitinginstalments instalmentscount numberofinstallments count",
    receipt: "awaitingreceipt proofofpayment voucher awaitingproof",
    nothing: "none any idle start free open",
  } satisfies Partial<Record<Expectation | "amount" | "instalments" | "receipt", string>>).flatMap(([expects, names]) =>
    [expects.toLowerCase(), ...names.split(" ")].map((name) => [name, expects as Expectation] as const),
  ),
);
