import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { newRandomId } from "../../src/ids.ts";

/** The text of a file; undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes a file that only its owner may read: the old text or the new one, never half of it. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${newRandomId()}`;
  await writeFile(unfinished, text, { mode: 0o600, flush: true });
  await rename(unfinished, path);
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** The system's name for what went wrong (ENOENT, EACCES …), or the database's (28P01 …). */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
