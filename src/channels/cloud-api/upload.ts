import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { OutFile } from "../channel.ts";
import { parseJson } from "./parse-json.ts";
import type { Limits, Transport } from "./transport.ts";

const Uploaded = z.object({ id: z.string().min(1) });

/**
 * Meta keeps what is uploaded for 30 days under the id that it answers with (Meta, "Media").
 *
 * @throws {AppError} `channel.unavailable` when trying again can help, `channel.rejected` for a file that Meta does not take
 */
export async function upload(wire: Transport, to: Place, file: OutFile): Promise<string> {
  const { body, contentType } = form(file);
  const outcome = await wire.post(to.path, body, { contentType, limits: to.limits }).outcome;
  if (outcome.kind !== "answered") throw new AppError("channel.unavailable", `no answer to the upload: ${outcome.why}`);
  const { status } = outcome;
  const id = Uploaded.safeParse(parseJson(outcome.body)).data?.id;
  if (status >= 200 && status < 300 && id !== undefined) return id;
  const code = status === 429 || status >= 500 ? "channel.unavailable" : "channel.rejected";
  throw new AppError(code, `WhatsApp answered ${status} to the upload`);
}

/** `limits` are a file's, not a text's. */
type Place = { readonly path: string; readonly limits: Limits };

/** RFC 7578. The boundary is the file's own hash: what it bounds cannot contain it by chance. */
function form({ bytes, mime, fileName }: OutFile): { body: Buffer; contentType: string } {
  const boundary = `saldar-${createHash("sha256").update(bytes).digest("hex").slice(0, 40)}`;
  const part = (headers: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n`;
  const name = (fileName ?? "file").replaceAll(/[^\w.() -]/g, "_");
  const head =
    `${part('name="messaging_product"')}whatsapp\r\n` +
    `${part('name="type"')}${mime}\r\n` +
    part(`name="file"; filename="${name}"\r\nContent-Type: ${mime}`);
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
