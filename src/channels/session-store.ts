import type { DateTime } from "luxon";

/**
 * Where a linked phone's keys live, and what it received and has not handed over yet. One store belongs to one session and to one
 * holder of its lease: whoever lost the lease cannot write any more, so that no ratchet is ever turned by two.
 *
 * Values are text in the driver's own form; the store seals them. Every method rejects with `LeaseLost` once the lease is
 * another's, and with the database's own errors, after which the same call may be made again.
 */
export type SessionStore = {
  get(type: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All of it or nothing of it: one transaction. */
  write(changes: SessionChanges): Promise<void>;
  /** What was received and not handed over, in the order in which it came. */
  received(): Promise<readonly Received[]>;
  /** All of one type. After a restore from a backup: `session`, whose ratchets would run backwards. */
  drop(type: string): Promise<void>;
  /** Rows of one type that were written before this moment. Returns how many. */
  dropBefore(type: string, before: DateTime): Promise<number>;
  /** Everything: the phone is no longer linked. What was received and not handed over stays. */
  forget(): Promise<void>;
};

export type SessionChanges = {
  readonly put?: readonly SessionValue[];
  readonly remove?: readonly { readonly type: string; readonly id: string }[];
  /** Written with the very step of the ratchet that read it. The same one again is no second. */
  readonly receive?: readonly Received[];
  /** Handed over: by their hashes. */
  readonly handedOver?: readonly string[];
};

export type SessionValue = { readonly type: string; readonly id: string; readonly value: string };

/** `sha256` is the ciphertext's, in hex. */
export type Received = { readonly sha256: string; readonly value: string };

/** Another process has this session by now. This one must neither write nor send. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";

  constructor() {
    super("the session's lease is another's: nothing more is written or sent here");
  }
}
