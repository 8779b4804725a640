import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { readEntities } from "../../../src/domain/understanding/entities/read-entities.ts";
import type { Context, Meaning, MeaningType } from "../../../src/domain/understanding/reading.ts";
import { readByRules } from "../../../src/domain/understanding/rules.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

/** A Sunday: 22 November 2026. */
const TODAY = isoDate("2026-11-22");

export const COLOMBIA: Context = {
  expects: "nothing",
  options: [],
  language: "es",
  currency: "COP",
  country: "CO",
  today: TODAY,
};

/** What a conversation shows once it is known who is there. */
export const MENU: Partial<Context> = {
  expects: "menu",
  options: [
    { id: "pay", title: "Pagar ahora" },
    { id: "options", title: "Ver opciones de pago" },
    { id: "paid", title: "Ya pagué" },
    { id: "dispute", title: "No reconozco la deuda" },
  ],
};

export const cop = (units: bigint) => ofUnits(units, "COP");

/** Every meaning that the rules find in a text, in order; unclear when they find none. */
export function meaningsOf(body: string, context: Partial<Context> = {}): readonly Meaning[] {
  const [text, whole] = [tokenise(body), { ...COLOMBIA, ...context }];
  const found = readByRules(text, readEntities(text, whole), whole);
  return found.length > 0 ? found : [UNCLEAR];
}

const UNCLEAR: Meaning = { type: "unclear", intent: "unclear", stage: "fallback", confidence: 1, evidence: "" };

export function heard(body: string, context: Partial<Context> = {}): MeaningType[] {
  return meaningsOf(body, context).map(({ type }) => type);
}

/** The first meaning of a text, without how it was found. */
export function firstOf(body: string, context: Partial<Context> = {}): object {
  const [first] = meaningsOf(body, context);
  if (!first) throw new Error(`"${body}" has no meaning at all`);
  const { intent: _intent, stage: _stage, confidence: _confidence, evidence: _evidence, ...content } = first;
  return content;
}
