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
