import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Memory of a running server at its highest, in megabytes, looked at once a second. */
export type MemoryWatch = { stop(): { peakRssMb: number; databaseRssMb: number } };

const EVERY_MS = 1_000;

/**
 * The server's own processes are its main one and what it started, the database apart. The database's processes share most
 * of what they have: what each has alone is summed, what they share is counted once, at its largest. Linux only; elsewhere
 * the figures are 0.
 */
export function watchMemory(server: { pid(): number; readonly dataDir: string }): MemoryWatch {
  const peak = { server: 0, database: 0 };
  const look = (): void => {
    const database = familyOf(postmasterOf(server.dataDir));
    const own = familyOf(server.pid()).filter((pid) => !database.includes(pid));
    peak.server = Math.max(peak.server, sum(own.map((pid) => memoryOf(pid).all)));
    const parts = database.map(memoryOf);
    const shared = Math.max(0, ...parts.map(({ file }) => file)) + Math.max(0, ...parts.map(({ shared }) => shared));
    peak.database = Math.max(peak.database, sum(parts.map(({ alone }) => alone)) + shared);
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { peakRssMb: Math.round(peak.server / 1024), databaseRssMb: Math.round(peak.database / 1024) };
    },
  };
}

/** In kilobytes, as Linux tells them. */
type Memory = { readonly all: number; readonly alone: number; readonly file: number; readonly shared: number };

function memoryOf(pid: number): Memory {
  const status = readIfThere(`/proc/${pid}/status`);
  const number = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  return { all: number("VmRSS"), alone: number("RssAnon"), file: number("RssFile"), shared: number("RssShmem") };
}

/** The process and all it started. Asked of the kernel for these alone: reading all of a machine's processes would show in the figures. */
function familyOf(pid: number): number[] {
  if (pid <= 0) return [];
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function postmasterOf(dataDir: string): number {
  const [pid = ""] = readIfThere(join(dataDir, "postgres", "cluster", "postmaster.pid")).split("\n");
  return Number(pid);
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
