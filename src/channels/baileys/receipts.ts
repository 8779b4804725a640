import type { After } from "./after.ts";
import type { Parcel, Pump } from "./pump.ts";

export type Receipts = {
  /** Resolves when the sink has what there is to tell, in its turn, and after ten seconds while the line stands. */
  handedOver(parcel: Pick<Parcel, "events" | "raw">): Promise<void>;
  /** The line is gone: none of them can be acknowledged on it any more, and WhatsApp tells them on the next one. */
  lose(): void;
};

/** A status that is not durable by then is acknowledged all the same: nobody knows how long WhatsApp waits. */
const STATUS_WITHIN_MS = 10_000;

/** Receipts whose acknowledgement waits for what they tell to be durable. */
export function makeReceipts({ pump, after }: { readonly pump: Pick<Pump, "push">; readonly after: After }): Receipts {
  const waiting = new Set<() => void>();
  return {
    handedOver: (parcel) =>
      new Promise((resolve) => {
        const cancel = after(STATUS_WITHIN_MS, () => {
          waiting.delete(cancel);
          resolve();
        });
        waiting.add(cancel);
        const done = async (): Promise<void> => {
          cancel();
          waiting.delete(cancel);
          resolve();
        };
        pump.push({ ...parcel, done });
      }),
    lose() {
      for (const cancel of waiting) cancel();
      waiting.clear();
    },
  };
}
