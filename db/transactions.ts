import { assert } from "../src/domain/assert.ts";
import { AppError } from "../src/domain/errors.ts";
import type { Sql, Tx } from "./client.ts";
import { isPassing } from "./is-passing.ts";

/** Opens one client with exactly one connection; `onCut` is called as soon as that connection is gone. */
type OpenOne = (onCut: () => void) => Sql;

type Slot = {
  readonly sql: Sql;
  isCut: boolean;
  /** Tells whoever waits for this connection now that it is gone. */
  whenCut: (() => void) | undefined;
};

export type Transactions = {
  /**
   * Runs `work` between `begin` and `commit`; anything it throws rolls back. Waits when all connections are taken.
   *
   * @throws {AppError} `database.unavailable` when the database is away, was lost on the way, or gave the transaction up for
   * another's sake: the one word for it that whoever tries again has to know, also at the other end of a pipe
   */
  begin<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/**
 * Connections that each belong to one transaction at a time, and are thrown away at the first sign that they were cut.
 *
 * postgres.js 3.4.9 has a `begin` of its own, which does not survive a connection cut in the middle: its rollback writes
 * to a socket that is gone, and the error ends the process or leaves the pool dead (porsager/postgres issues 1066, 1154,
 * 1208). Tried here with half of the backends killed in each of forty rounds: with its own, eight uncaught errors and no
 * transaction afterwards; with this, none, and work goes on within the second.
 */
export function makeTransactions(openOne: OpenOne, { max }: { max: number }): Transactions {
  const idle: Slot[] = [];
  const queue: ((slot: Slot) => void)[] = [];
  const all = new Set<Slot>();
  let count = 0;
  let isClosed = false;

  function make(): Slot {
    // Nobody may be waiting when an idle connection is cut: that is no error until somebody wants to use it.
    const sql = openOne(() => {
      slot.isCut = true;
      slot.whenCut?.();
    });
    const slot: Slot = { sql, isCut: false, whenCut: undefined };
    all.add(slot);
    return slot;
  }

  function replace(slot: Slot): Slot {
    all.delete(slot);
    // Its socket is gone already; this only lets go of what the client still holds.
    slot.sql.end({ timeout: 0 }).catch(() => undefined);
    return make();
  }

  async function take(): Promise<Slot> {
    // Work that outlives the stop would open a connection that nobody closes any more.
    if (isClosed) throw cutError();
    const slot = idle.pop();
    if (slot) return slot.isCut ? replace(slot) : slot;
    if (count < max) {
      count += 1;
      return make();
    }
    return new Promise((resolve) => queue.push(resolve));
  }

  function give(slot: Slot): void {
    const healthy = slot.isCut ? replace(slot) : slot;
    const next = queue.shift();
    if (next) next(healthy);
    else idle.push(healthy);
  }

  return {
    async begin(work) {
      const slot = await take();
      try {
        return await unlessCut(slot, run(slot, work));
      } catch (error) {
        if (!slot.isCut) await rollBack(slot);
        throw isPassing(error) ? unavailable(error) : error;
      } finally {
        give(slot);
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}

async function run<T>(slot: Slot, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = { isOver: false };
  // Sent and not awaited: it travels with the first statement of `work`. Were it to fail while the connection stands, that
  // statement would run in no transaction, where no business is set and row-level security shows and takes nothing.
  const begun = slot.sql`begin`.execute();
  const [result] = await Promise.all([work(guarded(slot, scope)), begun]).finally(() => {
    scope.isOver = true;
  });
  if (slot.isCut) throw cutError();
  await slot.sql`commit`;
  return result;
}

/**
 * What `work` brings, or the cut, whichever comes first. Not a race against one promise of the connection: a promise that
 * stays open keeps what every race has brought, as long as the connection stands (45 MB of sent messages in twenty seconds).
 */
async function unlessCut<T>(slot: Slot, work: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  slot.whenCut = () => reject(cutError());
  if (slot.isCut) slot.whenCut();
  work.then(resolve, reject);
  try {
    return await promise;
  } finally {
    slot.whenCut = undefined;
  }
}

async function rollBack(slot: Slot): Promise<void> {
  try {
    await unlessCut(slot, slot.sql`rollback`);
  } catch {
    // A connection that cannot even roll back is not used again; the server rolls back when it closes.
    slot.isCut = true;
  }
}

/**
 * The client would reconnect by itself and run the rest outside any transaction: a statement after the cut is refused. So is
 * one after the end: where one of several things done side by side fails, the others go on, and the connection is soon
 * another transaction's, of another business perhaps. And so is one that the client could not write out: postgres.js 3.4.9 fails the
 * statement before it instead, and waits for ever for the answer to one that it never sent.
 */
function guarded(slot: Slot, scope: { readonly isOver: boolean }): Tx {
  return new Proxy(slot.sql, {
    apply(target, self, args: unknown[]) {
      if (isStatement(args)) {
        if (slot.isCut) throw cutError();
        assert(!scope.isOver, "a statement came after its transaction had ended");
        assert(!args.includes(undefined), "a statement was given a value that is undefined");
      }
      return Reflect.apply(target, self, args);
    },
  });
}

/** `sql(name)` builds a piece of a statement; only a template is one. */
function isStatement([first]: readonly unknown[]): boolean {
  return Array.isArray(first) && "raw" in first;
}

function unavailable(cause: unknown): AppError {
  return new AppError(
    "database.unavailable",
    "The database did not take this just now; what was not committed is tried again.",
    { cause },
  );
}

function cutError(): AppError {
  return new AppError(
    "database.unavailable",
    "The connection to the database was cut; what was not committed is tried again.",
  );
}
