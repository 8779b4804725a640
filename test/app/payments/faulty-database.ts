import type { Database } from "../../../db/client.ts";
import { watchedDatabase } from "../../support/watched-database.ts";

/** As if the process had been killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

export type FaultyDatabase = Database & {
  /** How many statements were begun since the last order. */
  readonly statements: () => number;
  /** The statement of that number, counted from now, and all after it fail; 0 for none. */
  failFrom(statement: number): void;
};

/** A database from which the caller disappears before its n-th statement: what it has not committed is gone. */
export function faultyDatabase(db: Database): FaultyDatabase {
  let begun = 0;
  let failsFrom = 0;
  const count = (): void => {
    begun += 1;
    if (failsFrom > 0 && begun >= failsFrom) throw new Killed(`before statement ${begun}`);
  };
  return {
    ...watchedDatabase(db, count),
    statements: () => begun,
    failFrom(statement) {
      begun = 0;
      failsFrom = statement;
    },
  };
}
