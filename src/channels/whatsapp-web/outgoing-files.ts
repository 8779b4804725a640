import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { Capabilities, OutFile } from "../channel.ts";

/** The port promises a day. */
const KEPT_HOURS = 48;

export type OutgoingFile = { readonly base64: string; readonly mime: string };

export type OutgoingFiles = {
  /** @throws {AppError} `channel.rejected` for a kind or size that the channel does not take */
  keep(file: OutFile): Promise<string>;
  /** @throws {AppError} `channel.rejected` when it is not there any more */
  take(token: string): Promise<OutgoingFile>;
};

/** WhatsApp Web takes a file with its message and not before, so until then it lies in a folder of ours, named after its bytes. */
export function outgoingFiles(folder: string, media: Capabilities["media"], clock: Clock): OutgoingFiles {
  return {
    async keep({ bytes, type, mime }) {
      const { maxBytes, mimes } = media[type];
      if (!mimes.includes(mime)) throw new AppError("channel.rejected", `a linked phone sends no ${mime} as ${type}`);
      if (bytes.length > maxBytes)
        throw new AppError("channel.rejected", `a file of ${bytes.length} bytes is too large`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await forgetOld(folder, clock);
      const token = `${createHash("sha256").update(bytes).digest("hex")}.${mime.replace("/", "_")}`;
      await writeFile(join(folder, token), bytes, { mode: 0o600 });
      return token;
    },
    async take(token) {
      // It becomes part of a path.
      const [, mime] = /^[0-9a-f]{64}\.([a-z]+_[a-z0-9.+-]+)$/.exec(token) ?? [];
      const bytes = mime === undefined ? undefined : await readFile(join(folder, token)).catch(() => undefined);
      if (mime === undefined || bytes === undefined)
        throw new AppError("channel.rejected", "the file to be sent is not there any more");
      return { base64: bytes.toString("base64"), mime: mime.replace("_", "/") };
    },
  };
}

async function forgetOld(folder: string, clock: Clock): Promise<void> {
  const oldest = clock.now().minus({ hours: KEPT_HOURS }).toMillis();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < oldest) await rm(path, { force: true });
  }
}
