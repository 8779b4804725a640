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

/** A line as the classifier sees it, the rules' findings among it: it learns how far each of them can be trusted. */
export function exampleOf({ intent, also, country, expects, text: body }: Line): Example {
  const language = languageOfCountry(country);
  const context: Context = {
    expects,
    options: expects === "menu" ? MENU[language] : [],
    language,
    currency: CURRENCY_OF_COUNTRY[country] ?? "USD",
    country,
    today: TODAY,
  };
  const text = tokenise(body);
  const entities = readEntities(text, context);
  const found = readByRules(text, entities, context);
  return { intent, also, features: featuresOf(text, entities, found, expects) };
}
