import type { Received, SessionChanges, SessionStore } from "../../../src/channels/session-store.ts";
import { LeaseLost } from "../../../src/channels/session-store.ts";
import { type Chronicle, makeChronicle } from "../whatsapp-server/chronicle.ts";

export type StoreInMemory = SessionStore & {
  /** Every value by `type/id`. */
  readonly values: Map<string, string>;
  readonly inbox: Map<string, string>;
  /** Each transaction as it was written. */
  readonly writes: Chronicle<SessionChanges>;
  /** Resolves once so many messages were handed over. */
  untilHandedOver(count: number): Promise<void>;
  /** From now on the lease is another's. */
  loseLease(): void;
};

/** A session's store without a database, for tests of drivers: what it keeps can be looked at, and its lease can be lost. */
export function sessionStoreInMemory(): StoreInMemory {
  const values = new Map<string, string>();
  const inbox = new Map<string, string>();
  const writes = makeChronicle<SessionChanges>();
  const lease = { isOurs: true };
  // As in a database, everything takes a moment.
  const held = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (!lease.isOurs) throw new LeaseLost();
    return work();
  };
  const dropType = (type: string): number => {
    const keys = [...values.keys()].filter((key) => key.startsWith(`${type}/`));
    for (const key of keys) values.delete(key);
    return keys.length;
  };
  return {
    values,
    inbox,
    writes,
    async untilHandedOver(count) {
      await writes.until(count, ({ handedOver }) => (handedOver?.length ?? 0) > 0);
    },
    loseLease: () => {
      lease.isOurs = false;
    },
    get: (type, ids) =>
      held(() => {
        const found = ids.map((id) => [id, values.get(`${type}/${id}`)] as const);
        return new Map(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
      }),
    write: (changes) =>
      held(() => {
        for (const { type, id } of changes.remove ?? []) values.delete(`${type}/${id}`);
        for (const { type, id, value } of changes.put ?? []) values.set(`${type}/${id}`, value);
        for (const { sha256, value } of changes.receive ?? []) if (!inbox.has(sha256)) inbox.set(sha256, value);
        for (const sha256 of changes.handedOver ?? []) inbox.delete(sha256);
        writes.add(changes);
      }),
    received: () => held((): readonly Received[] => [...inbox].map(([sha256, value]) => ({ sha256, value }))),
    drop: (type) => held(() => void dropType(type)),
    dropBefore: () => held(() => 0),
    forget: () => held(() => values.clear()),
  };
}
