import { policy } from "./clause.ts";
import type { WeeklyTime } from "./facts.ts";

export const COLD_CONTACT_CLAUSE = policy({
  id: "any.cold-contact",
  article: "22",
  text: {
    es: "Por un teléfono vinculado solo escribimos primero a quien ya escribió a ese número: los mensajes en frío hacen perder el número.",
    "pt-BR":
      "Por um telefone vinculado só escrevemos primeiro a quem já escreveu a esse número: mensagens frias fazem perder o número.",
    en: "By a linked phone we write first only to who has written to that number: cold messages are what loses it.",
  },
  source: "docs/number-health.md",
});

export const NUMBER_HOURS_CLAUSE = policy({
  id: "any.number-hours",
  article: "23",
  text: {
    es: "Por un teléfono vinculado solo empezamos conversaciones de lunes a viernes, de 9 a 18, como lo haría una persona.",
    "pt-BR": "Por um telefone vinculado só começamos conversas de segunda a sexta, das 9 às 18, como uma pessoa faria.",
    en: "By a linked phone we begin conversations only from Monday to Friday, 9 to 18, as a person would.",
  },
  source: "docs/number-health.md",
});

/** When a linked phone begins nothing, by the clock of who would be written to. */
export const LINKED_PHONE_QUIET: readonly WeeklyTime[] = [
  { days: [1, 2, 3, 4, 5, 6, 7], start: "18:00", end: "09:00" },
  { days: [6, 7], start: "09:00", end: "18:00" },
];
