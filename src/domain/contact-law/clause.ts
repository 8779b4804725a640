import type { Channel } from "./facts.ts";

/** One sentence for people, in each language the console speaks. */
export type Texts = { readonly es: string; readonly "pt-BR": string; readonly en: string };

/** `verified`: read in an official text. `secondary`: quoted by others. `unverified`: our own choice until a lawyer reads it. */
export type Confidence = "verified" | "secondary" | "unverified";

/**
 * The rule a decision rests on. `standing` tells a lawyer what is law and what is the house's policy: what nobody has
 * verified is policy, never shown as law.
 */
export type Clause = {
  /** Stable, kept in records: `CO.hours`. */
  readonly id: string;
  readonly standing: "law" | "policy";
  readonly law: string;
  readonly article: string;
  /** A paraphrase of one sentence, not the law's own words. */
  readonly text: Texts;
  readonly confidence: Confidence;
  readonly source: string;
  /** Of a policy: the channels its law speaks of itself, so that there it is law, and how well that is known. */
  readonly lawOn?: { readonly channels: readonly Channel[]; readonly confidence: "verified" | "secondary" };
};

const POLICY: Texts = { es: "Política de Saldar", "pt-BR": "Política da Saldar", en: "Saldar's policy" };
const ANTECEDENT: Texts = { es: "antecedente", "pt-BR": "antecedente", en: "antecedent" };

/**
 * A clause named in one string: `Ley 2300 de 2023 art. 3`, `Saldar's policy 15`. A policy says first that it is one, and only
 * then what law it looks to: the name of a law alone reads as if that law asked for it.
 */
export function citationOf(
  { standing, law, article }: Pick<Clause, "standing" | "law" | "article">,
  language: keyof Texts,
): string {
  const named = `${law}${/^\d/.test(article) ? ", " : " "}${article}`;
  if (standing === "law") return named;
  return law === HOUSE ? `${POLICY[language]} ${article}` : `${POLICY[language]}; ${ANTECEDENT[language]}: ${named}`;
}

const HOUSE = "Saldar";

/** The rule as it stands for what goes over that channel: hours that a law sets for calls are law for calls, and our policy for messages. */
export function clauseOn(clause: Clause, channel: Channel): Clause {
  const { lawOn, ...own } = clause;
  return lawOn?.channels.includes(channel) ? { ...own, standing: "law", confidence: lawOn.confidence } : clause;
}

/** A rule of law that somebody read, in its official text or as quoted by others. */
export function statute(
  rule: Omit<Clause, "standing" | "confidence"> & { confidence: "verified" | "secondary" },
): Clause {
  return { ...rule, standing: "law" };
}

/** A rule of the house: stricter than what could be verified, or where no law was found. */
export function policy(rule: Omit<Clause, "standing" | "confidence" | "law"> & { law?: string }): Clause {
  return { law: HOUSE, ...rule, standing: "policy", confidence: "unverified" };
}
