import { link, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, readIfThere } from "../db/server/files.ts";
import { present } from "./domain/assert.ts";
import { AppError } from "./domain/errors.ts";
import { newRandomId, newToken } from "./ids.ts";

/**
 * The installation's secret when SALDAR_SECRET is not set: made once and kept in the data folder, where only its owner reads
 * it. It gets its name when it is whole, so that neither a kill nor another start in the same moment finds an empty one; where
 * the file system has no second names, it is created by the first who comes.
 * Several processes on several machines need SALDAR_SECRET instead.
 *
 * @throws {AppError} `config.invalid` when the file is empty.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret");
  const secret = (await read(file)) ?? (await make(dataDir, file));
  if (secret !== "") return secret;
  throw new AppError(
    "config.invalid",
    `${file} is empty, and what it sealed cannot be read without it. Put it back from a backup; if there is no data yet, ` +
      "remove it.",
  );
}

const PRIVATE = { mode: 0o600, flush: true } as const;

/** What file systems say that know no hard links: exFAT and FAT, network shares, some of FUSE's. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

async function make(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const made = `${file}.${newRandomId()}`;
  const text = `${newToken()}\n`;
  await writeFile(made, text, PRIVATE);
  try {
    await link(made, file).catch((error: unknown) => {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      // A kill in this moment leaves an empty file, which the next start refuses by name.
      return writeFile(file, text, { ...PRIVATE, flag: "wx" });
    });
  } catch (error) {
    // Another start was first: its secret counts.
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(made);
  }
  return present(await read(file), "the secret just made");
}

async function read(file: string): Promise<string | undefined> {
  return (await readIfThere(file))?.trim();
}
