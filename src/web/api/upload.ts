import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../domain/errors.ts";

/** What an upload may weigh: a debtor list of 100,000 rows of ten columns has 12 MB. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Writes a request's body to a file that is gone when `work` ends, so that an upload needs no memory of its size.
 *
 * @throws {AppError} `request.too-large`, as soon as it is; `request.invalid` when there is nothing in it.
 */
export async function withUpload<T>(request: IncomingMessage, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "saldar-upload-"));
  try {
    const path = join(folder, "upload");
    let bytes = 0;
    const limit = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        bytes += chunk.length;
        next(bytes > MOST_BYTES ? tooLarge() : null, chunk);
      },
    });
    if (Number(request.headers["content-length"]) > MOST_BYTES) throw tooLarge();
    await pipeline(request, limit, createWriteStream(path, { mode: 0o600 }));
    if (bytes === 0) throw new AppError("request.invalid", "The upload is empty: send the file itself as the body.");
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name a person gave the file, as the header carries it; only ever shown. */
export function fileNameOf(request: IncomingMessage): string {
  const header = request.headers["x-file-name"];
  const name =
    typeof header === "string"
      ? decoded(header)
          .replace(/[\p{Cc}/\\]/gu, "")
          .trim()
          .slice(0, 200)
      : "";
  if (name === "") throw new AppError("request.invalid", "Name the file in X-File-Name, percent-encoded.");
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function tooLarge(): AppError {
  return new AppError(
    "request.too-large",
    "An upload may have 20 MB: split a list or leave out columns that nobody needs, and send smaller files.",
  );
}
