import { AppError } from "../../domain/errors.ts";

/** Baileys, as far as the driver knows it: types are erased, the package is loaded when the first phone is connected. */
export type Library = typeof import("@whiskeysockets/baileys");

/** The only release that installs from npm alone and has no known hole (CVE-2026-48063). */
const PINNED = "@whiskeysockets/baileys@7.0.0-rc14";

/**
 * Loads Baileys, which is an optional dependency. `silence` is called first: libsignal prints whole sessions with their private
 * keys through the console, in normal operation.
 *
 * @throws {AppError} `channel.unavailable` when the package is not installed; the message says what to install
 */
export async function loadLibrary(
  silence: () => void,
  load: () => Promise<Library> = () => import("@whiskeysockets/baileys"),
): Promise<Library> {
  silence();
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new AppError(
      "channel.unavailable",
      `A phone is linked through Baileys, which is not installed here. Run \`npm install ${PINNED}\`, then start again`,
      { cause },
    );
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}
