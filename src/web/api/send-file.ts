import type { Response } from "express";
import { FOREIGN_CONTENT_HEADERS } from "../security-headers.ts";

/** What a browser may show or play in the page; everything else is a download of no type that could run. */
const SHOWN = /^(image\/(jpeg|png|webp)|audio\/(ogg|mpeg|mp4|aac|amr|webm))$/;

/** Answers with what a stranger sent, as nothing that could run. */
export function sendFile(response: Response, { mime, bytes }: { mime: string; bytes: Uint8Array }): undefined {
  response.set(FOREIGN_CONTENT_HEADERS);
  // Voice messages name their codec behind it: "audio/ogg; codecs=opus".
  const [type = ""] = mime.toLowerCase().split(";");
  const isShown = SHOWN.test(type.trim());
  response.setHeader("Content-Type", isShown || type === "application/pdf" ? type : "application/octet-stream");
  response.setHeader("Content-Disposition", isShown ? "inline" : 'attachment; filename="receipt"');
  response.end(Buffer.from(bytes));
  return undefined;
}
