import type { Tx } from "../../../db/client.ts";
import {
  dropKeys,
  dropKeysBefore,
  forgetKeys,
  putKeys,
  putReceived,
  readKeys,
  readReceived,
  removeKeys,
  removeReceived,
} from "../../../db/session-keys.ts";
import { holdsLease } from "../../../db/session-lease.ts";
import { LeaseLost, type SessionChanges, type SessionStore } from "../../channels/session-store.ts";
import type { Deps } from "../deps.ts";

/**
 * A linked phone's keys in Postgres, each value sealed, and each transaction only while `owner` has the session's lease.
 * `leaseLost` is called each time it is found to be another's. What is written rests on the lease's row, which is locked for the time: a take-over comes before it or after it.
 */
export function sessionStore(
  { db, secrets, leaseLost }: Pick<Deps, "db" | "secrets"> & { readonly leaseLost?: () => void },
  { businessId, channelId, owner }: { readonly businessId: string; readonly channelId: string; readonly owner: string },
): SessionStore {
  const whileHeld = async <T>(to: "read" | "write", work: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await inLease(to, work);
    } catch (error) {
      if (error instanceof LeaseLost) leaseLost?.();
      throw error;
    }
  };
  const inLease = <T>(to: "read" | "write", work: (tx: Tx) => Promise<T>): Promise<T> =>
    db.inBusinessByKey(businessId, async (tx) => {
      if (!(await holdsLease(tx, businessId, { channelId, owner, to }))) throw new LeaseLost();
      return work(tx);
    });
  const seal = <T extends { readonly value: string }>(row: T) => ({ ...row, value: secrets.seal(row.value) });
  return {
    get: (type, ids) =>
      whileHeld("read", async (tx) => {
        const found = await readKeys(tx, businessId, { channelId, type, ids });
        return new Map(found.map(({ id, value }) => [id, secrets.unseal(value)]));
      }),
    write: (changes) => whileHeld("write", (tx) => write(tx, changes)),
    received: () =>
      whileHeld("read", async (tx) => {
        const found = await readReceived(tx, businessId, channelId);
        return found.map(({ sha256, value }) => ({ sha256, value: secrets.unseal(value) }));
      }),
    drop: (type) => whileHeld("write", (tx) => dropKeys(tx, businessId, { channelId, type })),
    dropBefore: (type, before) =>
      whileHeld("write", (tx) => dropKeysBefore(tx, businessId, { channelId, type, before })),
    forget: () => whileHeld("write", (tx) => forgetKeys(tx, businessId, channelId)),
  };

  async function write(
    tx: Tx,
    { put = [], remove = [], receive = [], handedOver = [] }: SessionChanges,
  ): Promise<void> {
    if (remove.length > 0) await removeKeys(tx, businessId, { channelId, keys: remove });
    if (put.length > 0) await putKeys(tx, businessId, { channelId, values: put.map(seal) });
    if (receive.length > 0) await putReceived(tx, businessId, { channelId, received: receive.map(seal) });
    if (handedOver.length > 0) await removeReceived(tx, businessId, { channelId, sha256s: handedOver });
  }
}
