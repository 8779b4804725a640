import { inflateSync } from "node:zlib";

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** What a PDF of ours says, a text a page in the order of the pages: enough for the one way in which pdfkit writes its lines. */
export function pdfPages(bytes: Buffer): string[] {
  const streams = [
    ...bytes.toString("latin1").matchAll(/\/FlateDecode\b[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g),
  ];
  return streams
    .map(([, packed = ""]) => inflateSync(Buffer.from(packed, "latin1")).toString("latin1"))
    .filter((content) => content.includes("TJ"))
    .map((content) => [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = ""]) => lettersIn(shown)).join("\n"));
}

function lettersIn(shown: string): string {
  const hex = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, digits = ""]) => digits).join("");
  return WINDOWS_1252.decode(Buffer.from(hex, "hex"));
}
