import { readFile, stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { findHeader, type Header, headerSignature } from "../../../domain/debtor-list/find-header.ts";
import type { TableRow } from "../../../domain/debtor-list/table.ts";
import type { UnreadableReason } from "../../../domain/debtor-list/unreadable.ts";
import { type PackedRows, unpackRows } from "./pack-rows.ts";
import { sniffFormat } from "./sniff-format.ts";
import type { ReadOptions, TableJob, TableMessage, TableSource } from "./table-worker.ts";
import { unreadable } from "./unreadable.ts";

export type { ReadOptions } from "./table-worker.ts";

/** A file as a table: how it was read, its header, and its rows, which can be gone through any number of times. */
export type Table = TableSource & {
  readonly header: Header;
  readonly signature: string;
  /** Up to 200 rows under the header, for proposing what columns mean. */
  readonly sample: readonly TableRow[];
  /** Rows under the header that hold anything. */
  readonly rowCount: number;
  rows(): AsyncIterable<TableRow>;
};

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_ROWS = 200_000;
const MOST_SECONDS = 60;

/**
 * Reads a debtor list from bytes, or from a path: CSV in any usual encoding and delimiter, or XLSX. The work is done in a
 * thread of its own with limits on memory and time.
 * @throws {AppError} `debtor-list.unreadable`, whose message says what to do; `unreadableReason` gives the reason.
 */
export async function readTable(
  file: { readonly path: string; readonly bytes?: Uint8Array },
  options: ReadOptions = {},
): Promise<Table> {
  const bytes = file.bytes ?? (await bytesOf(file.path));
  if (bytes.length > MOST_BYTES) throw unreadable("too-large");
  const format = sniffFormat(bytes);
  if (typeof format === "object") throw unreadable(format.unreadable);

  const { batches, source } = await cut({ format, bytes, options });
  const first = batches[0] === undefined ? [] : unpackRows(batches[0]);
  if (first.length === 0) throw unreadable("empty");
  const header = findHeader(first.slice(0, 240));
  const rowCount = batches.slice(1).reduce((total, { count }) => total + count, below(first, header).length);
  if (rowCount === 0) throw unreadable("header-only");
  if (rowCount > MOST_ROWS) throw unreadable("too-many-rows");

  return {
    ...source,
    header,
    signature: headerSignature(header.headers),
    sample: below(first, header).slice(0, 200),
    rowCount,
    async *rows() {
      for (const batch of batches) {
        for (const row of unpackRows(batch)) if (row.number > header.row) yield row;
      }
    },
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw unreadable("too-large");
  return readFile(path);
}

function below(rows: readonly TableRow[], header: Header): TableRow[] {
  return rows.filter(({ number }) => number > header.row);
}

function cut(job: TableJob): Promise<{ batches: PackedRows[]; source: TableSource }> {
  return new Promise((resolve, reject) => {
    const batches: PackedRows[] = [];
    const worker = new Worker(new URL("./table-worker.ts", import.meta.url), {
      workerData: job,
      // 100,000 rows of XLSX take about 540 MB in all; 200,000 have to fit.
      resourceLimits: { maxOldGenerationSizeMb: 1_536, maxYoungGenerationSizeMb: 64 },
    });
    const give = (reason: UnreadableReason) => {
      reject(unreadable(reason));
      void worker.terminate();
    };
    const clock = setTimeout(() => give("too-slow"), MOST_SECONDS * 1_000);
    worker.on("message", (message: TableMessage) => {
      if (message.kind === "rows") batches.push(message.packed);
      else if (message.kind === "unreadable") give(message.reason);
      else resolve({ batches, source: message.source });
    });
    worker.on("error", (error) => {
      if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") reject(unreadable("too-large-inside"));
      else reject(error);
    });
    worker.on("exit", (code) => {
      clearTimeout(clock);
      // Settled already in every case but one: the thread ended without a word.
      reject(new Error(`the thread that reads a file ended with ${code}`));
    });
  });
}
