import { inflateSync } from "node:zlib";
import { present } from "../../src/domain/assert.ts";

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** What a PDF of ours says, a text a page in the order of the pages: enough for the one way in which pdfkit writes its lines. */
export function pdfPages(bytes: Buffer): string[] {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/<<([^>]*\/FlateDecode\b[^>]*)>>\s*stream\r?\n/g)]
    .map(({ index, 0: head, 1: about = "" }) => {
      // By its length: what is packed may itself end in what ends a line.
      const [, length] = present(/\/Length (\d+)/.exec(about), "the length of a stream");
      const start = index + head.length;
      return inflateSync(bytes.subarray(start, start + Number(length))).toString("latin1");
    })
    .filter((content) => content.includes("TJ"))
    .map((content) => [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = ""]) => lettersIn(shown)).join("\n"));
}

function lettersIn(shown: string): string {
  const hex = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, digits = ""]) => digits).join("");
  return WINDOWS_1252.decode(Buffer.from(hex, "hex"));
}
