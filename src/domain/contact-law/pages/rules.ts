import { type Clause, citationOf, clauseOn } from "../clause.ts";
import type { Country } from "./country.ts";
import { table } from "./write.ts";

/** Every rule with what a lawyer asks of it: the norm, what it says, whether it is law, and where we read it. */
export function rulesOf({ language, words }: Country, clauses: readonly Clause[]): string[] {
  const rows = clauses.map((clause) => [
    `\`${clause.id}\``,
    citationOf(clause, language),
    clause.text[language],
    standingOf(words, clause),
    confidenceOf(words, clause),
    sourceOf(clause),
  ]);
  return [table(words.rules.columns, rows)];
}

function standingOf({ rules, channel }: Country["words"], { standing, lawOn }: Clause): string {
  const own = rules.standing[standing];
  return lawOn ? `${rules.standing.law} (${lawOn.channels.map((one) => channel[one]).join(", ")}); ${own}` : own;
}

function confidenceOf({ rules }: Country["words"], { confidence, lawOn }: Clause): string {
  const own = rules.confidence[confidence];
  return lawOn ? `${rules.confidence[lawOn.confidence]}; ${own}` : own;
}

/** What is shown as law and was read only as others quote it. */
export function secondaryOf({ language, words }: Country, clauses: readonly Clause[]): string[] {
  const secondary = clauses
    .flatMap((clause) => asLaw(clause) ?? [])
    .filter(({ confidence }) => confidence === "secondary");
  if (secondary.length === 0) return [words.secondary.none];
  const lines = secondary.map((clause) => `- \`${clause.id}\`: ${citationOf(clause, language)}. ${sourceOf(clause)}`);
  return [words.secondary.explain, lines.join("\n")];
}

/** The clause where it is law, on all channels or on some; undefined where it is policy everywhere. */
export function asLaw(clause: Clause): Clause | undefined {
  const [channel] = clause.lawOn?.channels ?? [];
  const { standing, ...rest } = channel ? clauseOn(clause, channel) : clause;
  return standing === "law" ? { standing, ...rest } : undefined;
}

/** An address on the web, or a page of ours as it is reached from the country's page. */
function sourceOf({ source }: Clause): string {
  return /^https?:/.test(source) ? `<${source}>` : `[${source}](../../${source})`;
}
