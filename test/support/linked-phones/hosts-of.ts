import { readdir, readFile } from "node:fs/promises";

/** The session hosts that a process has started and that live, by their ids. */
export async function hostsOf(parent: number): Promise<number[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      try {
        const [command, status] = await Promise.all([
          readFile(`/proc/${id}/cmdline`, "utf8"),
          readFile(`/proc/${id}/status`, "utf8"),
        ]);
        return command.includes("session-host.ts") && status.includes(`PPid:\t${parent}\n`) ? [Number(id)] : [];
      } catch {
        // It ended while we looked.
        return [];
      }
    }),
  );
  return found.flat();
}

/** How much memory a process holds of its own, in kB: what others share with it is counted in part. */
export async function residentKb(id: number): Promise<{ readonly rss: number; readonly pss: number }> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8");
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1]);
  return { rss: field("Rss"), pss: field("Pss") };
}
