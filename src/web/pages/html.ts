/** Markup that is safe to send. Only `html` makes it, and it escapes everything that is not markup already. */
export type Html = { readonly markup: string };

type Value = string | Html | readonly Html[] | undefined;

/** A template whose values become text: html`<p>${creditor}</p>`. `undefined` is nothing. Values stand in text or in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.map((part, index) => part + markupOf(values[index])).join("");
  return { markup };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

function markupOf(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeHtml(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}
