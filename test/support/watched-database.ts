import type { Database, Tx } from "../../db/client.ts";

/**
 * The same database; `seen` is told each statement of its transactions before it is sent, and each piece of one, with `?` in
 * place of its values. What `seen` throws, whoever asked gets.
 */
export function watchedDatabase(db: Database, seen: (text: string) => void): Database {
  const watched = (tx: Tx): Tx =>
    new Proxy(tx, {
      apply(target, self, args: unknown[]) {
        const [template] = args;
        if (isTemplate(template)) seen(template.join("?").replaceAll(/\s+/g, " ").trim());
        return Reflect.apply(Object(target), self, args);
      },
    });
  return {
    ...db,
    inBusiness: (businessId, work) => db.inBusiness(businessId, (tx) => work(watched(tx))),
    inBusinessByKey: (businessId, work) => db.inBusinessByKey(businessId, (tx) => work(watched(tx))),
  };
}

function isTemplate(value: unknown): value is readonly string[] {
  return Array.isArray(value) && "raw" in value;
}
