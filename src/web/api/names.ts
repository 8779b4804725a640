import { isKeyActor } from "../../../db/api-keys.ts";
import { namesOf } from "../../../db/console/members.ts";
import type { Language } from "../contract/common.ts";
import type { WebDeps } from "../deps.ts";
import type { Who } from "../who.ts";
import type { Names } from "./show/author.ts";

const MARKED: Readonly<Record<Language, (name: string) => string>> = {
  es: (name) => `${name} (clave de API)`,
  "pt-BR": (name) => `${name} (chave de API)`,
  en: (name) => `${name} (API key)`,
};

/** Names of these members and keys, as they are shown: a key's says that it is one, since a colleague may be called the same. */
export async function namesFor(
  { db }: Pick<WebDeps, "db">,
  { businessId, language }: Pick<Who, "businessId" | "language">,
  actors: readonly string[],
): Promise<Names> {
  const names = await namesOf(db, businessId, actors);
  return new Map([...names].map(([actor, name]) => [actor, isKeyActor(actor) ? MARKED[language](name) : name]));
}
