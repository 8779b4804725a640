import type { Database, Tx } from "../../db/client.ts";

export type RecordingDatabase = Database & {
  /** What was asked of the database since the last call, each statement with `?` in place of its values. */
  takeStatements(): string[];
};

/** The same database, which remembers what transactions ask of it: for tests of how many statements something costs. */
export function recordingDatabase(db: Database): RecordingDatabase {
  let statements: string[] = [];
  const recorded = (tx: Tx): Tx =>
    new Proxy(tx, {
      apply(target, self, args: unknown[]) {
        const [template] = args;
        if (isTemplate(template)) {
          const text = template.join("?").replaceAll(/\s+/g, " ").trim();
          // A piece of a statement is made by the same call, and goes out with the statement it is in.
          if (/^(select|insert|update|delete|with)\b/.test(text)) statements.push(text);
        }
        return Reflect.apply(Object(target), self, args);
      },
    });
  return {
    ...db,
    inBusiness: (businessId, work) => db.inBusiness(businessId, (tx) => work(recorded(tx))),
    inBusinessByKey: (businessId, work) => db.inBusinessByKey(businessId, (tx) => work(recorded(tx))),
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}

function isTemplate(value: unknown): value is readonly string[] {
  return Array.isArray(value) && "raw" in value;
}
