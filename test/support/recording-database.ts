import type { Database } from "../../db/client.ts";
import { watchedDatabase } from "./watched-database.ts";

export type RecordingDatabase = Database & {
  /** What was asked of the database since the last call, each statement with `?` in place of its values. */
  takeStatements(): string[];
};

/** The same database, which remembers what transactions ask of it: for tests of how many statements something costs. */
export function recordingDatabase(db: Database): RecordingDatabase {
  let statements: string[] = [];
  const watched = watchedDatabase(db, (text) => {
    // A piece of a statement is made by the same call, and goes out with the statement it is in.
    if (/^(select|insert|update|delete|with)\b/.test(text)) statements.push(text);
  });
  return {
    ...watched,
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}
