import { readdir, readFile } from "node:fs/promises";

/** A process as the system knows it. `startedAt` tells it from a later one with the same id. */
export type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly startedAt: string;
};

/** @returns nothing for a process that has ended, waited for or not */
export async function processOf(pid: number): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name, in brackets, may hold anything; what follows the last bracket does not.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields === undefined || fields[0] === "Z" || fields[0] === "X") return undefined;
  return { pid, parent: Number(fields[1]), group: Number(fields[2]), startedAt: fields[19] ?? "" };
}

/** Its words between blanks. Chromium's helpers write theirs with blanks, its first process leaves them apart. */
export async function commandOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return ` ${line.replaceAll("\0", " ")} `;
}

/** A process and all that it started, and what they did. */
export async function treeOf(root: number): Promise<number[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(names.map((name) => processOf(Number(name))))).filter((one) => one !== undefined);
  const tree = new Set([root]);
  // A child may stand before its parent in the list, so it is read until nothing is added.
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

/** Memory of a process and its children in MiB, each shared page counted once among those who share it (PSS). */
export async function memoryOfTreeMb(root: number): Promise<number> {
  const sizes = await Promise.all(
    (await treeOf(root)).map(async (pid) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
      return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
    }),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}
