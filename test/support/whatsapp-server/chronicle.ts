/** What happened, in order, and a way to wait for more of it without asking again and again. */
export type Chronicle<T> = {
  readonly all: readonly T[];
  add(one: T): void;
  /** Resolves once so many have happened in all, with those. */
  until(count: number, where?: (one: T) => boolean): Promise<readonly T[]>;
};

export function makeChronicle<T>(): Chronicle<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add(one) {
      all.push(one);
      for (const look of waiting) look();
    },
    until: (count, where = () => true) =>
      new Promise((done) => {
        let seen = 0;
        const found: T[] = [];
        const look = () => {
          // Each waiter reads on from where it stood: a thousand messages are not read a thousand times.
          for (; seen < all.length && found.length < count; seen++) {
            const one = all[seen];
            if (one !== undefined && where(one)) found.push(one);
          }
          if (found.length < count) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
