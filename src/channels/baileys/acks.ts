import type { Clock } from "../../clock.ts";
import type { SendResult } from "../channel.ts";
import type { After } from "./after.ts";
import { rejectionOf } from "./errors.ts";

export type Acks = {
  /** What the server says of the message with this id: begun before it is sent, for the answer may be faster than our own store. */
  expect(id: string): Promise<SendResult>;
  /** Nobody waits for it any more. */
  drop(id: string): void;
  /** True when somebody was waiting for it. */
  take(id: string, error: string | undefined): boolean;
  /** The connection is gone: whoever still waits will hear nothing here. */
  lose(): void;
};

/** A good network answers within a second; after these the answer is lost. */
const ACK_WITHIN_MS = 15_000;
/** A receipt of the person's phone may still tell. */
const SETTLE_WITHIN = { seconds: 60 } as const;

/** Baileys resolves a send when it has left, and says nothing of a good answer: only the server's ack means that WhatsApp has it. */
export function makeAcks({ clock, after }: { readonly clock: Clock; readonly after: After }): Acks {
  const waiting = new Map<string, { settle: (result: SendResult) => void; cancel: () => void }>();
  const finish = (id: string, result: SendResult): boolean => {
    const expected = waiting.get(id);
    waiting.delete(id);
    expected?.cancel();
    expected?.settle(result);
    return expected !== undefined;
  };
  const unknown = (detail: string): SendResult => ({
    state: "unknown",
    settleBy: clock.now().plus(SETTLE_WITHIN),
    detail,
  });
  return {
    expect: (id) =>
      new Promise((settle) => {
        const cancel = after(ACK_WITHIN_MS, () => finish(id, unknown("WhatsApp's server did not confirm it in time")));
        waiting.set(id, { settle, cancel });
      }),
    drop: (id) => void finish(id, unknown("it never left")),
    take: (id, error) => finish(id, error === undefined ? { state: "accepted", providerId: id } : rejectionOf(error)),
    lose: () => {
      for (const id of [...waiting.keys()])
        finish(id, unknown("the connection was lost before WhatsApp's server confirmed it"));
    },
  };
}
