import type { Response } from "express";
import { FOREIGN_CONTENT_HEADERS } from "../security-headers.ts";

/** What a browser may show in the page; everything else is a download of no type that could run. */
const SHOWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

/** Answers with what a stranger sent, as nothing that could run. */
export function sendPicture(response: Response, { mime, bytes }: { mime: string; bytes: Uint8Array }): undefined {
  response.set(FOREIGN_CONTENT_HEADERS);
  const isShown = SHOWN.has(mime);
  response.setHeader("Content-Type", isShown ? mime : mime === "application/pdf" ? mime : "application/octet-stream");
  response.setHeader("Content-Disposition", isShown ? "inline" : 'attachment; filename="receipt"');
  response.end(Buffer.from(bytes));
  return undefined;
}
