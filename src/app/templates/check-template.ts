import type { TemplateToRegister } from "../../channels/template-desk.ts";

/** What Meta would refuse, found before it is asked; the console has words for each. */
export const TEMPLATE_PROBLEMS = [
  "name",
  "body-length",
  "variables-in-order",
  "variable-count",
  "variable-at-an-end",
  "variables-side-by-side",
  "too-many-variables",
  "examples",
  "line-breaks",
  "quick-replies",
  "time-to-live",
  "promotional",
] as const;
export type TemplateProblem = (typeof TEMPLATE_PROBLEMS)[number];

/** Meta, "Message templates: components" and "Template review": what is checked before a person reads it. */
const BODY_MAX = 1024;
const QUICK_REPLIES_MAX = 10;
const TITLE_MAX = 25;
/** Of a utility template, in seconds (Meta, "Time to live"). */
const TIME_TO_LIVE = { least: 30, most: 43_200 };

/** Words by which Meta takes a utility template for marketing ("Template categorization"), in the languages that we register. */
const PROMOTIONAL =
  /\b(ofertas?|descuentos?|promoci[oó]n(es)?|promo|gratis|rebajas?|aprovech[ae]n?|liquidaci[oó]n|sorteo|premio|cup[oó]n(es)?|descontos?|promoç(ão|ões)|grátis|aproveite|cupo(m|ns)|sorteio|prêmio|offers?|discounts?|promotions?|free|sale|deals?|coupons?|prize)\b/iu;

/** Nothing that Meta's own checks are known to refuse is in it when this is empty. `parameters`: how many values a flow sends. */
export function checkTemplate(template: TemplateToRegister, parameters: number): TemplateProblem[] {
  const { name, body, examples, category, timeToLiveSeconds: lives } = template;
  const numbers = [...body.matchAll(/\{\{([^}]*)\}\}/g)].map(([, inner = ""]) => inner);
  const plainWords = body.replaceAll(/\{\{[^}]*\}\}/g, " ").match(/\p{L}+/gu) ?? [];
  const found: readonly (readonly [TemplateProblem, boolean])[] = [
    ["name", !/^[a-z0-9_]{1,512}$/.test(name)],
    ["body-length", body.length === 0 || body.length > BODY_MAX],
    ["variables-in-order", numbers.some((inner, index) => inner !== String(index + 1))],
    ["variable-count", numbers.length !== parameters],
    ["variable-at-an-end", /^\s*\{\{|\}\}[\s.!?]*$/.test(body)],
    ["variables-side-by-side", /\}\}\s*\{\{/.test(body)],
    // A text of little more than variables can be made to say anything.
    ["too-many-variables", plainWords.length < 2 * numbers.length + 1],
    [
      "examples",
      examples.length !== numbers.length || examples.some((example) => !/^[^\n\t]*\S[^\n\t]*$/.test(example)),
    ],
    ["line-breaks", /\n{3,}| {5,}|\t/.test(body)],
    ["quick-replies", !areQuickReplies(template.quickReplies)],
    ["time-to-live", !Number.isInteger(lives) || lives < TIME_TO_LIVE.least || lives > TIME_TO_LIVE.most],
    ["promotional", category === "UTILITY" && PROMOTIONAL.test(body)],
  ];
  return found.flatMap(([problem, isSo]) => (isSo ? [problem] : []));
}

function areQuickReplies(titles: readonly string[]): boolean {
  const fit = titles.every((title) => title.length > 0 && title.length <= TITLE_MAX && !/[{}\n]/.test(title));
  return titles.length <= QUICK_REPLIES_MAX && fit && new Set(titles).size === titles.length;
}
