import { ON_PHONE } from "../../../domain/on-phone.ts";
import type { Person } from "../../contract/common.ts";
import type { Author } from "../../contract/thread.ts";

/** Names of people, by user id. */
export type Names = ReadonlyMap<string, string>;

/** Authors and owners are kept as `agent:<user id>`, or as the bare id. */
export function userIdOf(author: string | null): string | undefined {
  if (author === null || author === "debtor" || author === "bot" || author === ON_PHONE) return undefined;
  return author.replace(/^(agent|business):/, "");
}

export function person(id: string, names: Names): Person {
  return { id, name: names.get(id) ?? "" };
}

export function authorView(author: string, names: Names): Author {
  if (author === "debtor") return { kind: "debtor" };
  if (author === ON_PHONE) return { kind: "phone" };
  const userId = userIdOf(author);
  return userId === undefined ? { kind: "bot" } : { kind: "agent", agent: person(userId, names) };
}
