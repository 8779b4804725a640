import type { After } from "./after.ts";

export type Arrivals = {
  /** A ciphertext came from this person, in this place among theirs. */
  expect(sha256: string, person: string): void;
  /** It was read: `release` is called when those before it were read or given up. */
  read(sha256: string, release: () => void): void;
  /** It could not be read. */
  lost(sha256: string): void;
};

/** Nothing waits longer for a message that came before it: whoever cannot be read asks for it again, and comes later. */
const WAIT_MS = 3_000;

/**
 * Keeps what one person writes in the order in which it came. Baileys reads two messages side by side until it knows both of a
 * person's addresses, and the second may be read first (measured: one under the LID, then one under the number).
 */
export function makeArrivals(after: After): Arrivals {
  const queues = new Map<string, Waiting[]>();
  const places = new Map<string, { person: string; waiting: Waiting; cancel: () => void }>();

  function settle(sha256: string, release: (() => void) | undefined): void {
    const place = places.get(sha256);
    if (place === undefined) {
      // Given up already: then it comes now.
      release?.();
      return;
    }
    places.delete(sha256);
    place.cancel();
    place.waiting.isSettled = true;
    place.waiting.release = release;
    letGo(place.person);
  }

  function letGo(person: string): void {
    const queue = queues.get(person) ?? [];
    while (queue[0]?.isSettled) queue.shift()?.release?.();
    if (queue.length === 0) queues.delete(person);
  }

  return {
    expect(sha256, person) {
      // Given twice before it was read once: it has its place.
      if (places.has(sha256)) return;
      const waiting: Waiting = { isSettled: false, release: undefined };
      const queue = queues.get(person);
      if (queue === undefined) queues.set(person, [waiting]);
      else queue.push(waiting);
      places.set(sha256, { person, waiting, cancel: after(WAIT_MS, () => settle(sha256, undefined)) });
    },
    read: (sha256, release) => settle(sha256, release),
    lost: (sha256) => settle(sha256, undefined),
  };
}

type Waiting = { isSettled: boolean; release: (() => void) | undefined };
