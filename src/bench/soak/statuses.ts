import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../clock.ts";
import type { AcceptedMessage } from "../meta.ts";
import { statusOf, webhook } from "../meta-webhooks.ts";
import type { Road } from "./road.ts";

export type Told = "sent" | "delivered" | "read";

export type StatusTeller = {
  /** Tells in a moment, and again until it was heard, what becomes of a message that Meta has taken. */
  tell(message: AcceptedMessage): void;
  /** The best status of each message that our side has answered 200 to, by Meta's id. */
  readonly heard: ReadonlyMap<string, Told>;
  /** Resolves when all that is to be told has been heard. */
  allTold(): Promise<void>;
  clear(): void;
};

const WAYS: readonly (readonly Told[])[] = [
  ["sent", "delivered", "read"],
  ["sent", "delivered"],
  ["delivered", "sent", "read"],
  ["read", "delivered", "sent"],
  ["sent"],
  // Delivered may be missing where read comes.
  ["sent", "read"],
];
/** Of so many nothing is ever told: what was unknown stays so, and is sent again. */
const SILENT = 0.02;
const FIRST_AFTER_MS = 1_500;
const AGAIN_AFTER_MS = 500;
const RANK: Record<Told, number> = { sent: 1, delivered: 2, read: 3 };

/** Statuses as Meta tells them: in any order, some of them twice, some never. */
export function makeStatusTeller({
  road,
  phoneNumberId,
  clock,
  chance,
}: {
  road: Pick<Road, "bring">;
  phoneNumberId: string;
  clock: Clock;
  chance: () => number;
}): StatusTeller {
  const heard = new Map<string, Told>();
  const telling = new Set<Promise<void>>();
  let isClear = false;
  const tellAll = async (message: AcceptedMessage, way: readonly Told[]): Promise<void> => {
    for (const status of way) {
      await pause(isClear ? 0 : chance() * FIRST_AFTER_MS);
      const at = Math.floor(clock.now().toSeconds());
      const body = webhook(phoneNumberId, [[[statusOf({ ...message, at }, status)]]]);
      while ((await road.bring(body)) !== 200) await pause(AGAIN_AFTER_MS);
      const known = heard.get(message.providerId);
      if (known === undefined || RANK[status] > RANK[known]) heard.set(message.providerId, status);
    }
  };
  return {
    heard,
    tell(message) {
      if (!isClear && chance() < SILENT) return;
      const told = tellAll(message, WAYS[Math.floor(chance() * WAYS.length)] ?? []);
      telling.add(told);
      void told.finally(() => telling.delete(told));
    },
    async allTold() {
      while (telling.size > 0) await Promise.allSettled(telling);
    },
    clear() {
      isClear = true;
    },
  };
}
