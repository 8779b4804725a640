import { STOP_LINE } from "../../../flows/collect/stop-line.ts";
import type { Language, Option } from "../../../flows/vocabulary.ts";
import { lacksStop } from "../../domain/contact-law/content/duties.ts";
import type { MessageKind } from "../../domain/outreach/holds.ts";

export type Addressed = { readonly country: string; readonly kind: MessageKind; readonly language: Language };

/** The text as it leaves: how to stop is said under it where the law asks for that and neither text nor buttons say it. */
export function withStopLine(
  body: string,
  { country, kind, language }: Addressed,
  options: readonly Pick<Option, "title">[] = [],
): string {
  const shown = [body, ...options.map(({ title }) => title)].join("\n");
  return lacksStop(shown, country, kind) ? `${body}\n\n${STOP_LINE[language]}` : body;
}
