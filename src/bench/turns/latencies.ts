/** Milliseconds of many happenings, and what share of them was how fast. */
export type Latencies = {
  add(ms: number): void;
  /** The time within which that share of all happened, 0 when nothing did. */
  percentile(share: number): number;
  readonly count: number;
};

export function makeLatencies(): Latencies {
  const all: number[] = [];
  return {
    add: (ms) => all.push(ms),
    percentile(share) {
      const sorted = all.toSorted((a, b) => a - b);
      return Math.round((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
    },
    get count() {
      return all.length;
    },
  };
}
