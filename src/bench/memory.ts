import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Memory of a running server at its highest, in megabytes, looked at four times a second. */
export type MemoryWatch = { stop(): Promise<{ peakRssMb: number; databaseRssMb: number }> };

const EVERY_MS = 250;

/**
 * The server's own processes are its main one and what it started, the database apart. The database's processes share most
 * of what they have: what each has alone is summed, what they share is counted once, at its largest.
 */
export function watchMemory(server: { pid(): number; readonly dataDir: string }): MemoryWatch {
  const peak = { server: 0, database: 0 };
  const look = async (): Promise<void> => {
    const processes = await readProcesses();
    const database = new Set(descendants(processes, await postmasterOf(server.dataDir)));
    const own = descendants(processes, server.pid()).filter((pid) => !database.has(pid));
    const sum = (pids: Iterable<number>, part: keyof Memory): number =>
      [...pids].reduce((total, pid) => total + (processes.get(pid)?.[part] ?? 0), 0);
    const most = (pids: Iterable<number>, part: keyof Memory): number =>
      Math.max(0, ...[...pids].map((pid) => processes.get(pid)?.[part] ?? 0));
    peak.server = Math.max(peak.server, sum(own, "all"));
    peak.database = Math.max(peak.database, sum(database, "alone") + most(database, "file") + most(database, "shared"));
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      return { peakRssMb: Math.round(peak.server / 1024), databaseRssMb: Math.round(peak.database / 1024) };
    },
  };
}

/** In kilobytes, as Linux tells them. */
type Memory = {
  readonly parent: number;
  readonly all: number;
  readonly alone: number;
  readonly file: number;
  readonly shared: number;
};

async function readProcesses(): Promise<Map<number, Memory>> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      status: await readFile(`/proc/${pid}/status`, "utf8").catch(() => ""),
    })),
  );
  return new Map(read.filter(({ status }) => status !== "").map(({ pid, status }) => [pid, memoryOf(status)]));
}

function memoryOf(status: string): Memory {
  const number = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  return {
    parent: number("PPid"),
    all: number("VmRSS"),
    alone: number("RssAnon"),
    file: number("RssFile"),
    shared: number("RssShmem"),
  };
}

function descendants(processes: ReadonlyMap<number, Memory>, pid: number): number[] {
  if (!processes.has(pid)) return [];
  const children = [...processes].flatMap(([child, { parent }]) => (parent === pid ? [child] : []));
  return [pid, ...children.flatMap((child) => descendants(processes, child))];
}

async function postmasterOf(dataDir: string): Promise<number> {
  const text = await readFile(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8").catch(() => "");
  return Number(text.split("\n")[0]) || -1;
}
