import { existsSync, readFileSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";
/** Several times what a whole run has there at once. */
const ROOM_BYTES = 3 * 1024 ** 3;

/**
 * Where tests put what they soon remove: in memory, where there is room and programs may run. A Postgres or a browser's profile
 * is a thousand files, and the longest part of making those on ext4 is to find numbers that no file had a minute ago: a copy of
 * a database and its removal take 196 ms of processor there, and 26 in memory.
 */
export function temporaryFiles(): string {
  return existsSync(MEMORY) && hasRoom() && runsPrograms() ? MEMORY : tmpdir();
}

function hasRoom(): boolean {
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES;
}

/** Postgres's programs, where its user cannot get to those of npm, are copied beside its files. Containers often allow none there. */
function runsPrograms(): boolean {
  const mounts = readFileSync("/proc/self/mounts", "utf8").split("\n");
  const options = mounts.map((line) => line.split(" ")).find(([, folder]) => folder === MEMORY)?.[3];
  return options !== undefined && !options.split(",").includes("noexec");
}
