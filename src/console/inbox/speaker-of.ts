import type { Author } from "../../web/contract.ts";
import type { Words } from "../i18n/words.ts";

/** Who says something to a debtor, by name. */
export function speakerOf(author: Exclude<Author, { kind: "debtor" }>, words: Words): string {
  return author.kind === "agent" ? author.agent.name : words.inbox[author.kind];
}
