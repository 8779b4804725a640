import { readFileSync } from "node:fs";

/** Of all processes that hold linked phones together, in megabytes. Linux only; elsewhere the figures are 0. */
export type HostMemory = {
  readonly hosts: number;
  /** As `top` shows it: what several share, such as Node's own code, is counted in each. */
  readonly rssMb: number;
  /** What they share is counted in part: what would be free again if they all ended. */
  readonly pssMb: number;
};

export function hostMemory(entry: string, parent: number = process.pid): HostMemory {
  const hosts = hostsOf(entry, parent);
  const rollups = hosts.map((pid) => readIfThere(`/proc/${pid}/smaps_rollup`));
  const sumMb = (name: string): number => Math.round(sum(rollups.map((text) => kilobytes(text, name))) / 1024);
  return { hosts: hosts.length, rssMb: sumMb("Rss"), pssMb: sumMb("Pss") };
}

/** The processes that hold linked phones for this one. */
export function hostsOf(entry: string, parent: number): number[] {
  return readIfThere(`/proc/${parent}/task/${parent}/children`)
    .split(" ")
    .filter((pid) => pid !== "" && readIfThere(`/proc/${pid}/cmdline`).includes(entry))
    .map(Number);
}

/** Looks once a second, and tells the highest that it saw. */
export function watchHosts(entry: string): { stop(): { readonly peakRssMb: number } } {
  let peakRssMb = 0;
  const look = (): void => {
    peakRssMb = Math.max(peakRssMb, hostMemory(entry).rssMb);
  };
  const timer = setInterval(look, 1_000);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { peakRssMb };
    },
  };
}

/** A line of `smaps_rollup`, such as `Pss:   1234 kB`. */
export function kilobytes(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0);
}

/** A process may end while it is looked at: then it has no memory. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
