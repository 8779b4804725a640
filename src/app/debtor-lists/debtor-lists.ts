import { type ContactPlace, keptContacts } from "../../../db/debtor-lists/kept-contacts.ts";
import { pageOfLists, readList } from "../../../db/debtor-lists/lists.ts";
import { pageOfRows, type RowOnPage } from "../../../db/debtor-lists/staged-rows.ts";
import type {
  ContactLine,
  ListAnswers,
  ListState,
  ListSummary,
  RowVerdict,
  StoredList,
} from "../../../db/debtor-lists/stored-list.ts";
import type { NoteLanguage } from "../../domain/debtor-list/notes.ts";
import { commitList } from "./commit-list.ts";
import { discardList } from "./discard-list.ts";
import { errorsFile } from "./errors-file.ts";
import type { KeptRow } from "./judge-rows.ts";
import { listView, progressOf } from "./list-view.ts";
import { previewList } from "./preview-list.ts";
import { unsealJson } from "./sealed-json.ts";
import { type ListDeps, uploadList } from "./upload-list.ts";

type InList = { readonly businessId: string; readonly listId: string; readonly language: NoteLanguage };
type ContactsAsked = {
  /** The dry run's own `judgedAt`: a place means something in one judgement only. */
  readonly judgedAt: string;
  readonly verdict: number | undefined;
  readonly after: ContactPlace | undefined;
  readonly parts: number;
};
type Answers = { readonly settings: ListAnswers["settings"]; readonly columns?: ListAnswers["columns"] };

/** Debtor lists as a page shows them: uploaded, answered, committed, and what was wrong with them. */
export function makeDebtorLists(deps: ListDeps) {
  const view = (list: StoredList, { language, isRepeat = false }: { language: NoteLanguage; isRepeat?: boolean }) =>
    listView({ list, isRepeat }, { secrets: deps.secrets, language });

  return {
    async preview({
      language,
      ...upload
    }: {
      businessId: string;
      userId: string;
      path: string;
      fileName: string;
      language: NoteLanguage;
    }) {
      const { kind, list } = await uploadList(deps, upload);
      return view(list, { language, isRepeat: kind === "repeat" });
    },
    async answer({ businessId, listId, userId, language, answers }: InList & { userId: string; answers: Answers }) {
      const judged = await previewList(deps, { businessId, listId, userId, answers });
      return typeof judged === "string" ? judged : view(judged, { language });
    },
    async view({ businessId, listId, language }: InList) {
      const list = await deps.db.inBusiness(businessId, (tx) => readList(tx, businessId, listId));
      return list && view(list, { language });
    },
    commit: ({ businessId, listId, userId }: InList & { userId: string }) =>
      commitList(deps, { businessId, listId, userId }),
    discard: ({ businessId, listId, userId }: InList & { userId: string }) =>
      discardList(deps, { businessId, listId, userId }),
    errorsFile: (list: InList) => errorsFile(deps, list),
    rows: (list: InList & { verdict: RowVerdict | undefined; after: number; limit: number }) => rowsPage(deps, list),
    contacts: (list: InList & ContactsAsked) => contactsPage(deps, list),
    lists: (businessId: string, page: { before: string | undefined; limit: number }) =>
      listsPage(deps, businessId, page),
  };
}

/** Only wrong rows show their cells: the others are in the books, or are to be. */
async function rowsPage(
  { db, secrets }: ListDeps,
  {
    businessId,
    listId,
    verdict,
    after,
    limit,
  }: InList & { verdict: RowVerdict | undefined; after: number; limit: number },
) {
  const found = await db.inBusiness(businessId, async (tx) => {
    const list = await readList(tx, businessId, listId);
    return list && pageOfRows(tx, businessId, { listId, verdict, after, limit: limit + 1 });
  });
  if (found === undefined) return undefined;
  const items = found.slice(0, limit).map((row) => ({ row: row.row, verdict: row.verdict, ...contentOf(row) }));
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? String(last.row) : null };

  function contentOf({ cells }: RowOnPage): Pick<KeptRow["row"], "cells"> & Pick<KeptRow["judged"], "problems"> {
    if (cells === null) return { cells: [], problems: [] };
    const kept = unsealJson<KeptRow>(secrets, cells);
    return { cells: kept.row.cells, problems: kept.judged.problems };
  }
}

/** Debtors by verdict, as the dry run found them. They come as they were sealed together: some fifty a part. */
async function contactsPage(
  { db, secrets }: ListDeps,
  { businessId, listId, judgedAt, verdict, after, parts }: InList & ContactsAsked,
) {
  const found = await db.inBusiness(businessId, async (tx) => {
    const list = await readList(tx, businessId, listId);
    if (!list) return "not-found" as const;
    const { dryRun } = unsealJson<ListSummary>(secrets, list.summary.sealed);
    if (dryRun?.judgedAt !== judgedAt) return "judged-anew" as const;
    return keptContacts(tx, businessId, { listId, verdict, after, limit: parts + 1 });
  });
  if (typeof found === "string") return found;
  const shown = found.slice(0, parts);
  const items = shown.flatMap(({ verdict, lines }) =>
    unsealJson<ContactLine[]>(secrets, lines).map((line) => ({ verdict, ...line })),
  );
  const last = shown.at(-1);
  const next: ContactPlace | null = found.length > parts && last ? { verdict: last.verdict, part: last.part } : null;
  return { items, next };
}

async function listsPage(
  { db }: ListDeps,
  businessId: string,
  { before, limit }: { before: string | undefined; limit: number },
) {
  const found = await db.inBusiness(businessId, (tx) => pageOfLists(tx, businessId, { before, limit: limit + 1 }));
  const items = found.slice(0, limit).map((list): ListLine => {
    const { id, fileName, state, uploadedAt } = list;
    return { id, fileName, state, uploadedAt: uploadedAt.toJSON(), ...progressOf(list) };
  });
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? last.id : null };
}

type ListLine = {
  readonly id: string;
  readonly fileName: string;
  readonly state: ListState;
  readonly uploadedAt: string;
  readonly totalRows: number;
  readonly committedRows: number;
};
