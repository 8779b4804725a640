import { TEMPLATE_LANGUAGES, TEMPLATES, type TemplateKey } from "../../../flows/collect/messages.ts";
import { isTemplate, templateBody, templateOf } from "../../../flows/collect/write-message.ts";
import { LANGUAGES, type Language, type Words } from "../../../flows/vocabulary.ts";
import type { TemplateToRegister } from "../../channels/template-desk.ts";
import { TEMPLATE_TIME_TO_LIVE_SECONDS } from "../../channels/template-desk.ts";
import { present } from "../../domain/assert.ts";
import { ofUnits } from "../../domain/money.ts";
import { isoDate } from "../../domain/time.ts";

/** A template as the flows' copy needs it at Meta. */
export type OurTemplate = TemplateToRegister & {
  readonly key: TemplateKey;
  /** How many values the flow sends with it. */
  readonly parameters: number;
};

/** Meta's reviewers read each template filled in with an example. */
const SAMPLE: Words = {
  creditor: "Comercial de Muestra",
  name: "María",
  today: isoDate("2026-11-27"),
  owed: ofUnits(200_000n, "COP"),
  debts: [],
  offers: [],
  plan: undefined,
  promise: undefined,
  paymentLink: undefined,
  receipt: { amount: ofUnits(200_000n, "COP"), paidOn: isoDate("2026-11-27"), reference: "R-2026-000123" },
  nextInstalment: undefined,
  caseNumber: "C-2026-000123",
  suggestions: undefined,
  triesLeft: 3,
  howToVerifyUs: "comercialdemuestra.example",
};

/** Every template that the flows can say, in every language: what docs/templates.md shows to people. */
export const OUR_TEMPLATES: readonly OurTemplate[] = Object.keys(TEMPLATES)
  .filter((key): key is TemplateKey => key in TEMPLATES)
  .filter(isTemplate)
  .flatMap((key) => LANGUAGES.map((language) => ourTemplate(key, language)));

export const OUR_NAMES: readonly string[] = Object.values(TEMPLATES).map(({ name }) => name);

function ourTemplate(key: TemplateKey, language: Language): OurTemplate {
  const { body, options = [] } = templateBody(key, language, SAMPLE);
  const written = present(templateOf(key, language, SAMPLE), "a template's own words");
  return {
    key,
    parameters: TEMPLATES[key].parameters.length,
    name: TEMPLATES[key].name,
    language: TEMPLATE_LANGUAGES[language],
    category: "UTILITY",
    body,
    examples: written.parameters,
    quickReplies: options.map(({ title }) => title),
    timeToLiveSeconds: TEMPLATE_TIME_TO_LIVE_SECONDS,
  };
}
