import { DateTime } from "luxon";
import postgres from "postgres";
import type { IsoDate } from "../src/domain/time.ts";
import { arrayType } from "./array-types.ts";
import { postgresClient } from "./postgres-client.ts";
import { makeTransactions } from "./transactions.ts";

/** The values our driver reads and writes beyond text, numbers and booleans. */
type Values = { instant: DateTime; day: IsoDate; bigint: bigint };

export type Sql = postgres.Sql<Values>;

/** One transaction of one business: `app.business_id` is set, and row-level security lets it see nothing else. */
export type Tx = postgres.ISql<Values>;

export type Database = {
  /** Runs `work` in one transaction that belongs to one business. Nothing outside `work` may be read or written in it. */
  inBusiness<T>(businessId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for what is done all day long to a few rows found by their keys: messages in, turns, messages out. Postgres is
   * told not to join by hash or merge, so what concerns many rows (a list, a report, all that is due) must not be done in it.
   */
  inBusinessByKey<T>(businessId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Before the business is known: only the narrow look-ups of `db/lookups.ts`. Everything else comes back empty. */
  readonly lookups: Sql;
  close(): Promise<void>;
};

const INSTANT = 1184;
const DAY = 1082;
const INT8 = 20;

/**
 * Opens pools under the application's role, which row-level security binds. `max` counts the connections of each kind of
 * transaction: a connection keeps the plans of its statements, and one kind's would not do for the other.
 */
export function connect(appUrl: string, { max, name }: { max: number; name: string }): Database {
  const lookups = open(appUrl, { max: LOOKUP_CONNECTIONS, name });
  const openOne = (onclose: () => void) => postgresClient(appUrl, { ...settings({ max: 1, name }), onclose });
  const ofAnyRows = makeTransactions(openOne, { max });
  const ofFewRows = makeTransactions(openOne, { max });
  /** `scope` is sent at once and not awaited: it travels with the first statement of `work`, which runs after it. */
  const scoped =
    <T>(work: (tx: Tx) => Promise<T>, scope: (tx: Tx) => postgres.PendingQuery<postgres.Row[]>) =>
    async (tx: Tx): Promise<T> => {
      const set = scope(tx).execute();
      const [result] = await Promise.all([work(tx), set]);
      return result;
    };
  return {
    inBusiness: (businessId, work) => ofAnyRows.begin(scoped(work, (tx) => tx`select ${scopeOf(tx, businessId)}`)),
    inBusinessByKey: (businessId, work) =>
      ofFewRows.begin(scoped(work, (tx) => tx`select ${scopeOf(tx, businessId)}, ${withoutWholeJoins(tx)}`)),
    lookups,
    close: async () => {
      await Promise.all([ofAnyRows.close(), ofFewRows.close(), lookups.end({ timeout: 5 })]);
    },
  };
}

/**
 * Every index begins with the business, so nothing of ours should read a whole table; without being told, Postgres plans that
 * while tables are small and keeps the plan, foreign keys' included, until it next analyses them: 17 ms a statement then.
 */
const scopeOf = (tx: Tx, businessId: string) =>
  tx`set_config('app.business_id', ${businessId}, true), set_config('enable_seqscan', 'off', true)`;

/**
 * For the same reason: planned while there were hundreds of rows, and kept, a join by hash or merge read all the thousands
 * that there were since. To claim what is due took 13 ms instead of 0.5, to mark it 4 ms instead of 0.5.
 */
const withoutWholeJoins = (tx: Tx) =>
  tx`set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/** A pool that belongs to whoever the address names: migrations and tests that look behind row-level security. */
export function open(url: string, { max, name }: { max: number; name: string }): Sql {
  return postgresClient(url, settings({ max, name }));
}

/** Look-ups are short and few; transactions have their own connections. */
const LOOKUP_CONNECTIONS = 2;

/**
 * A process that stands still in the middle of a transaction (frozen, swapped out, its machine asleep) keeps its rows locked for
 * whoever does its work meanwhile: between two statements the database ends it after this time, within one we do
 * (`standing-transactions.ts`). Ours wait for the next statement for milliseconds, and for a second at most where a large list is
 * read between two; none waits for anything outside the database while it holds rows but a send, 3 s. The longest statement on its
 * way to or from the database is a debtor's file of 16 MB.
 */
export const STANDS_STILL_MS = 60_000;

function settings({ max, name }: { max: number; name: string }) {
  return {
    max,
    // A connection that is recycled in the middle of its life would take its transaction with it.
    max_lifetime: null,
    // Said here instead (`arrayType`): asking the server at each connection has an error that nobody hears.
    fetch_types: false,
    onnotice: () => undefined,
    connection: {
      application_name: name,
      timezone: "UTC",
      idle_in_transaction_session_timeout: STANDS_STILL_MS,
    },
    // Only column names change their case: a JSON document comes back exactly as it was stored.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: TYPES,
  };
}

const TYPES = {
  instant: {
    to: INSTANT,
    from: [INSTANT],
    serialize: (moment: DateTime) => moment.toUTC().toISO(),
    parse: parseInstant,
  },
  day: { to: DAY, from: [DAY], serialize: (day: IsoDate): string => day, parse: (text: string) => text as IsoDate },
  bigint: {
    to: INT8,
    from: [INT8],
    serialize: (value: bigint) => value.toString(),
    parse: (text: string) => BigInt(text),
  },
  bools: arrayType(1000, (text) => text === "t"),
  names: arrayType(1003),
  smallints: arrayType(1005, Number),
  integers: arrayType(1007, Number),
  texts: arrayType(1009),
  bigints: arrayType(1016, BigInt),
  days: arrayType(1182),
  instants: arrayType(1185, parseInstant),
  uuids: arrayType(2951),
};

/**
 * Postgres writes `2026-11-22 08:45:12.123+00`, always in UTC because the connection's zone is. Read by hand because
 * this is the hottest parse there is: a turn reads some ten moments, and luxon's own SQL parser is ten times slower.
 */
function parseInstant(text: string): DateTime {
  return DateTime.fromMillis(Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`), { zone: "utc" });
}
