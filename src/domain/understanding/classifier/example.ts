import { CURRENCY_OF_COUNTRY, languageOfCountry } from "../../country.ts";
import { isoDate } from "../../time.ts";
import { readEntities } from "../entities/read-entities.ts";
import type { Context, SpokenLanguage } from "../reading.ts";
import { readByRules } from "../rules.ts";
import { tokenise } from "../tokens.ts";
import { featuresOf } from "./features.ts";
import type { Line } from "./lines.ts";
import type { Example } from "./train.ts";

/** A menu as the flow shows it, for lines that answer one. */
const MENU: Readonly<Record<SpokenLanguage, Context["options"]>> = {
  es: [
    { id: "pay", title: "Pagar ahora" },
    { id: "options", title: "Ver opciones de pago" },
    { id: "person", title: "Hablar con alguien" },
  ],
  "pt-BR": [
    { id: "pay", title: "Pagar agora" },
    { id: "options", title: "Ver opções" },
    { id: "person", title: "Falar com alguém" },
  ],
  en: [
    { id: "pay", title: "Pay now" },
    { id: "options", title: "See options" },
    { id: "person", title: "Talk to a person" },
  ],
};

/** A Wednesday. Which day it is changes what a line's days are and not what the line says. */
const TODAY = isoDate("2026-11-18");

/** Where a line is said: its country's language and currency, and the menu it answers where it answers one. */
export function contextOf({ country, expects }: Pick<Line, "country" | "expects">): Context {
  const language = languageOfCountry(country);
  return {
    expects,
    options: expects === "menu" ? MENU[language] : [],
    language,
    currency: CURRENCY_OF_COUNTRY[country] ?? "USD",
    country,
    today: TODAY,
  };
}

/** A line as the classifier sees it, the rules' findings among it: it learns how far each of them can be trusted. */
export function exampleOf(line: Line): Example {
  const context = contextOf(line);
  const text = tokenise(line.text);
  const entities = readEntities(text, context);
  const found = readByRules(text, entities, context);
  return { intent: line.intent, also: line.also, features: featuresOf(text, entities, found, line.expects) };
}
