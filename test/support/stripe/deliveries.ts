import Stripe from "stripe";
import type { FakeEvent } from "./objects.ts";

/** A webhook delivery as it travels: the bytes and the header that Stripe's own library would have made for them. */
export type Delivery = { readonly eventId: string; readonly body: string; readonly signature: string };

export function deliveryOf(event: FakeEvent, { secret, atSeconds }: { secret: string; atSeconds: number }): Delivery {
  const body = JSON.stringify(event, undefined, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: atSeconds });
  return { eventId: event.id, body, signature };
}

/**
 * What Stripe may do to a sequence of deliveries: any order, some twice, some much later than the rest. The same seed
 * gives the same chaos. Nothing is lost: Stripe tries for three days.
 */
export function chaosOf<T>(deliveries: readonly T[], seed: number): T[] {
  const next = seededNumbers(seed);
  const all = deliveries.flatMap((delivery) => (next() < 0.4 ? [delivery, delivery] : [delivery]));
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [all[last], all[other]];
    if (a !== undefined && b !== undefined) [all[last], all[other]] = [b, a];
  }
  return all;
}

/** Mulberry32: numbers from 0 to 1 that a seed decides. */
function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
