import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { promisify } from "node:util";
import { AppError } from "../../domain/errors.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export type Chromium = { readonly path: string; readonly userAgent: string };

/** The Chromium of this machine. @throws {AppError} `channel.unavailable`, saying what to install. */
export async function findChromium(path: string | undefined): Promise<Chromium> {
  for (const place of path === undefined ? PLACES : [path]) {
    if (await canRun(place)) return { path: place, userAgent: await userAgentOf(place) };
  }
  throw new AppError(
    "channel.unavailable",
    path === undefined
      ? `whatsapp-web.js needs Chromium, and none of ${PLACES.join(", ")} is there: \`apt-get install chromium\`, or set CHROMIUM_PATH`
      : "CHROMIUM_PATH names no program that can be run: correct it, or `apt-get install chromium` and remove it",
  );
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The browser as it calls itself with a window. The library would say Chrome 101 of 2022, which WhatsApp may turn away as too
 * old, and Chromium by itself says that it has no window.
 */
async function userAgentOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: 20_000 }).catch((cause: unknown) => {
    throw new AppError("channel.unavailable", `Chromium does not run: \`${path} --version\` fails`, { cause });
  });
  const major = /(\d+)\.\d+\.\d+/.exec(stdout)?.[1] ?? "140";
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}
