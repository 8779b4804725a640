import { parentPort, workerData } from "node:worker_threads";
import { present } from "../../../domain/assert.ts";
import type { Delimiter } from "../../../domain/debtor-list/detect-delimiter.ts";
import type { UnreadableReason } from "../../../domain/debtor-list/unreadable.ts";
import { cutCsv } from "./cut-csv.ts";
import { decodeText } from "./decode-text.ts";
import { type PackedRows, packRows } from "./pack-rows.ts";
import { unreadable, unreadableReason } from "./unreadable.ts";

/** What the caller may decide instead of detection: shown to the business, and changeable. */
export type ReadOptions = {
  readonly encoding?: string | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
};

export type TableJob = { readonly format: "xlsx" | "text"; readonly bytes: Uint8Array; readonly options: ReadOptions };

export type TableSource = {
  readonly format: "csv" | "xlsx";
  readonly encoding: string | undefined;
  readonly delimiter: Delimiter | undefined;
  readonly sheet: string | undefined;
  readonly sheets: readonly string[];
};

export type TableMessage =
  | { readonly kind: "rows"; readonly packed: PackedRows }
  | { readonly kind: "done"; readonly source: TableSource }
  | { readonly kind: "unreadable"; readonly reason: UnreadableReason };

const MOST_ROWS = 200_000;

// The worker's whole life: one file. Whatever a hostile one does to memory or time ends this thread and no other.
const port = present(parentPort, "the thread that started this one");
// Given by `readTable`, which is the only one to start this worker.
const job = workerData as TableJob;

try {
  const bytes = Buffer.from(job.bytes.buffer, job.bytes.byteOffset, job.bytes.byteLength);
  const { rows, source } = job.format === "xlsx" ? await fromXlsx(bytes) : fromText(bytes);
  if (rows.length > MOST_ROWS + 50) throw unreadable("too-many-rows");
  for (const packed of packRows(rows)) port.postMessage({ kind: "rows", packed } satisfies TableMessage);
  port.postMessage({ kind: "done", source } satisfies TableMessage);
} catch (error) {
  const reason = unreadableReason(error);
  if (reason === undefined) throw error;
  port.postMessage({ kind: "unreadable", reason } satisfies TableMessage);
}

async function fromXlsx(bytes: Buffer) {
  // Loaded only here: most files are text, and the reader of workbooks takes longer to load than they take to read.
  const { cutXlsx } = await import("./cut-xlsx.ts");
  const { rows, sheet, sheets } = await cutXlsx(bytes, { sheet: job.options.sheet });
  const source: TableSource = { format: "xlsx", encoding: undefined, delimiter: undefined, sheet, sheets };
  return { rows, source };
}

function fromText(bytes: Buffer) {
  const { text, encoding } = decodeText(bytes, { encoding: job.options.encoding });
  const { rows, delimiter } = cutCsv(text, { delimiter: job.options.delimiter });
  const source: TableSource = { format: "csv", encoding, delimiter, sheet: undefined, sheets: [] };
  return { rows, source };
}
