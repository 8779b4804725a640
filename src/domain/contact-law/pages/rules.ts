import { type Clause, citationOf } from "../clause.ts";
import type { Country } from "./country.ts";
import { table } from "./write.ts";

/** Every rule with what a lawyer asks of it: the norm, what it says, whether it is law, and where we read it. */
export function rulesOf({ language, words }: Country, clauses: readonly Clause[]): string[] {
  const rows = clauses.map((clause) => [
    `\`${clause.id}\``,
    citationOf(clause, language),
    clause.text[language],
    words.rules.standing[clause.standing],
    words.rules.confidence[clause.confidence],
    sourceOf(clause),
  ]);
  return [table(words.rules.columns, rows)];
}

/** What is shown as law and was read only as others quote it. */
export function secondaryOf({ language, words }: Country, clauses: readonly Clause[]): string[] {
  const secondary = clauses.filter(({ confidence }) => confidence === "secondary");
  if (secondary.length === 0) return [words.secondary.none];
  const lines = secondary.map((clause) => `- \`${clause.id}\`: ${citationOf(clause, language)}. ${sourceOf(clause)}`);
  return [words.secondary.explain, lines.join("\n")];
}

/** An address on the web, or a page of ours as it is reached from the country's page. */
function sourceOf({ source }: Clause): string {
  return /^https?:/.test(source) ? `<${source}>` : `[${source}](../../${source})`;
}
