import { readList } from "../../../db/debtor-lists/lists.ts";
import { pageOfRows } from "../../../db/debtor-lists/staged-rows.ts";
import type { ListSummary } from "../../../db/debtor-lists/stored-list.ts";
import type { Delimiter } from "../../domain/debtor-list/detect-delimiter.ts";
import { errorsHeader, errorsTable } from "../../domain/debtor-list/errors-table.ts";
import type { NoteLanguage } from "../../domain/debtor-list/notes.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../domain/debtor-list/write-csv.ts";
import type { KeptRow } from "./judge-rows.ts";
import { unsealJson } from "./sealed-json.ts";
import type { ListDeps } from "./upload-list.ts";

export type ErrorsFile = { readonly fileName: string; readonly parts: AsyncIterable<string> };

const ROWS_A_PAGE = 1_000;

/**
 * The wrong rows as the business sent them, each with what is wrong and how to mend it: mended, the file can be uploaded as
 * it is. In parts, so that 100,000 rows need no more memory than a page of them.
 */
export async function errorsFile(
  { db, secrets }: Pick<ListDeps, "db" | "secrets">,
  { businessId, listId, language }: { businessId: string; listId: string; language: NoteLanguage },
): Promise<ErrorsFile | undefined> {
  const list = await db.inBusiness(businessId, (tx) => readList(tx, businessId, listId));
  if (!list || list.summary.sealed === "") return undefined;
  const summary = unsealJson<ListSummary>(secrets, list.summary.sealed);
  const headers = summary.columns.map(({ header }) => header);
  const delimiter = DELIMITERS.find((known) => known === summary.format.delimiter) ?? ";";

  async function* parts(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(errorsHeader(headers), { delimiter });
    let after = 0;
    for (;;) {
      const page = await db.inBusiness(businessId, (tx) =>
        pageOfRows(tx, businessId, { listId, verdict: "error", after, limit: ROWS_A_PAGE }),
      );
      const lines = page.flatMap(({ cells }) =>
        cells === null ? [] : errorsTable(unsealJson<KeptRow>(secrets, cells), { headers, language }),
      );
      if (lines.length > 0) yield lines.map((line) => csvLine(line, { delimiter })).join("");
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.row;
    }
  }
  return { fileName: `${list.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "")}-errors.csv`, parts: parts() };
}

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];
