import { assert } from "../domain/assert.ts";
import type { Capabilities, ChoiceOption, OutContent } from "./channel.ts";

/** What to show: a body and what can be chosen. */
export type Prompt = { readonly body: string; readonly options?: readonly ChoiceOption[] | undefined };

/** `options` in the order shown, to be kept with the message: a later "2" means the second of them. */
export type Rendered = { readonly content: OutContent; readonly options: readonly ChoiceOption[] };

export type MenuLanguage = keyof typeof MENU;

/**
 * The richest form the channel can show without losing a word: buttons, else a list, else numbered text. Titles that a
 * channel would refuse or cut (too long, or two alike) take the next form.
 *
 * @throws {BrokenInvariant} when even the text is longer than the channel's limit: texts are checked where they are written.
 */
export function render(prompt: Prompt, can: Capabilities, language: MenuLanguage): Rendered {
  const options = prompt.options ?? [];
  if (options.length === 0) return { content: text(prompt.body, can), options };
  const content =
    asButtons(prompt.body, options, can) ??
    asList(prompt.body, options, can, language) ??
    text(numbered(prompt.body, options, language), can);
  return { content, options };
}

/** The same template as plain text where the channel has none. */
export function renderTemplate(template: OutContent & { kind: "template" }, can: Capabilities): OutContent {
  return can.templates ? template : text(template.fallbackText, can);
}

const MENU = {
  es: { reply: "Responda con el número.", opener: "Ver opciones" },
  "pt-BR": { reply: "Responda com o número.", opener: "Ver opções" },
  en: { reply: "Reply with the number.", opener: "See options" },
} as const;

function asButtons(body: string, options: readonly ChoiceOption[], { buttons }: Capabilities): OutContent | undefined {
  if (buttons === undefined || options.length > buttons.max || body.length > buttons.bodyMax) return undefined;
  const fits = options.every(({ title, description }) => title.length <= buttons.titleMax && description === undefined);
  return fits && allDiffer(options) ? { kind: "choice", body, options, layout: { as: "buttons" } } : undefined;
}

function asList(
  body: string,
  options: readonly ChoiceOption[],
  { list }: Capabilities,
  language: MenuLanguage,
): OutContent | undefined {
  if (list === undefined || options.length > list.rows || body.length > list.bodyMax) return undefined;
  const rows = options.map((option) => row(option, list));
  if (!rows.every((fitting) => fitting !== undefined) || !allDiffer(rows)) return undefined;
  return { kind: "choice", body, options: rows, layout: { as: "list", opener: MENU[language].opener } };
}

/** A title too long for its row is cut there and written out below it. */
function row(
  option: ChoiceOption,
  { titleMax, descriptionMax }: { readonly titleMax: number; readonly descriptionMax: number },
): ChoiceOption | undefined {
  const { id, title, description } = option;
  if (title.length <= titleMax) return (description?.length ?? 0) <= descriptionMax ? option : undefined;
  if (description !== undefined || title.length > descriptionMax) return undefined;
  return { id, title: `${cut(title, titleMax - 1)}…`, description: title };
}

/** Never through the middle of a character that takes two units, such as most emoji. */
function cut(title: string, units: number): string {
  const last = title.charCodeAt(units - 1);
  return title.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units).trimEnd();
}

function numbered(body: string, options: readonly ChoiceOption[], language: MenuLanguage): string {
  const lines = options.map(
    ({ title, description }, index) =>
      `${index + 1}. ${description === undefined ? title : `${title}: ${description}`}`,
  );
  return `${body}\n\n${lines.join("\n")}\n\n${MENU[language].reply}`;
}

function text(body: string, can: Capabilities): OutContent {
  assert(body !== "" && body.length <= can.textMax, `a text of ${body.length} does not fit 1 to ${can.textMax}`);
  return { kind: "text", body };
}

/** Meta refuses a message whose buttons or rows share a title or an id (131009). */
function allDiffer(options: readonly ChoiceOption[]): boolean {
  return (
    new Set(options.map(({ title }) => title)).size === options.length &&
    new Set(options.map(({ id }) => id)).size === options.length
  );
}
