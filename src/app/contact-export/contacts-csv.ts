import { BYTE_ORDER_MARK, csvLine } from "../../domain/debtor-list/write-csv.ts";
import type { ContactLine } from "./contact-line.ts";
import { COLUMNS, type ContactWords } from "./words.ts";

/** One line a contact under one line of headers; a page of them at a time. */
export async function* contactsCsv(
  pages: AsyncIterable<readonly ContactLine[]>,
  words: ContactWords,
): AsyncGenerator<string> {
  const { delimiter } = words;
  const header = COLUMNS.map((column) => words.columns[column]);
  yield BYTE_ORDER_MARK + csvLine(header, { delimiter });
  for await (const page of pages) {
    const text = page.map((line) =>
      csvLine(
        COLUMNS.map((column) => line[column]),
        { delimiter },
      ),
    );
    yield text.join("");
  }
}
