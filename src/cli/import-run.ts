import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { COMMAND_LINE } from "../../db/audit.ts";
import type { ContactPlace } from "../../db/debtor-lists/kept-contacts.ts";
import { commitList } from "../app/debtor-lists/commit-list.ts";
import { commitLists } from "../app/debtor-lists/commit-lists.ts";
import { makeDebtorLists } from "../app/debtor-lists/debtor-lists.ts";
import { discardList } from "../app/debtor-lists/discard-list.ts";
import { errorsFile } from "../app/debtor-lists/errors-file.ts";
import { type ListView, listView } from "../app/debtor-lists/list-view.ts";
import { type ListDeps, uploadList } from "../app/debtor-lists/upload-list.ts";
import { assert, present } from "../domain/assert.ts";
import { findBusiness } from "./find-business.ts";
import type { ImportWish } from "./import-options.ts";
import { type ContactOnList, DEBTORS_SHOWN, importLines, questionLines } from "./import-report.ts";

export type Terminal = { out(text: string): void; progress(text: string): void };

export type ImportAsked = ImportWish & { readonly path: string; readonly fileName: string };

const DONE = 0;
const FAILED = 1;
const WRONGLY_CALLED = 2;
const QUESTIONS_OPEN = 3;
const NOTHING_TO_IMPORT = 4;

/** Imports a file, or says what it would do. The answer is the exit code. */
export async function runImport(deps: ListDeps, asked: ImportAsked, terminal: Terminal): Promise<number> {
  const found = await findBusiness(deps, asked.business);
  if ("problem" in found) {
    terminal.progress(`error: ${found.problem}\n`);
    return WRONGLY_CALLED;
  }
  const { businessId } = found;
  const { kind, list } = await uploadList(deps, { businessId, userId: COMMAND_LINE, ...asked });
  const view = listView({ list, isRepeat: kind === "repeat" }, { secrets: deps.secrets, language: asked.language });
  const say = (outcome: Outcome, { seen = view, contacts }: { seen?: ListView; contacts?: ContactOnList[] } = {}) =>
    terminal.out(asked.json ? asJson(outcome, seen, contacts) : importLines(outcome, seen, contacts));
  if (kind === "repeat") {
    say("repeat");
    return DONE;
  }

  const inList = { businessId, listId: list.id, userId: COMMAND_LINE };
  if (view.dryRun === null) {
    await discardList(deps, inList);
    if (asked.json) say("questions");
    else terminal.out(questionLines(view));
    return QUESTIONS_OPEN;
  }
  if (asked.errorsFile !== undefined)
    await writeErrors(deps, { ...inList, language: asked.language, path: asked.errorsFile });
  const { rows } = view.dryRun;
  const isNothing = rows.new + rows.changed + rows.same === 0;
  if (asked.dryRun || isNothing) {
    // Read before the list is discarded: its lines go with it.
    const contacts = await contactsOf(deps, { ...inList, ...asked, dryRun: view.dryRun });
    await discardList(deps, inList);
    if (isNothing) say("nothing");
    else say("dry-run", { contacts });
    return isNothing ? NOTHING_TO_IMPORT : DONE;
  }
  await commitList(deps, inList);
  const done = await untilCommitted(deps, { ...inList, language: asked.language, view }, terminal);
  say(done.state === "committed" ? "committed" : "failed", { seen: done });
  return done.state === "committed" ? DONE : FAILED;
}

export type Outcome = "repeat" | "questions" | "dry-run" | "nothing" | "committed" | "failed";

function asJson(outcome: Outcome, list: ListView, contacts: readonly ContactOnList[] | undefined): string {
  return `${JSON.stringify({ outcome, list, contacts }, null, 2)}\n`;
}

const PARTS_A_READ = 100;

/** Every debtor's line for a program; for people, the first few under each verdict. */
async function contactsOf(
  deps: ListDeps,
  asked: Pick<ImportAsked, "json" | "language"> & {
    readonly businessId: string;
    readonly listId: string;
    readonly dryRun: NonNullable<ListView["dryRun"]>;
  },
): Promise<ContactOnList[]> {
  const { businessId, listId, language, dryRun } = asked;
  const lists = makeDebtorLists(deps);
  const pageOf = async (page: { verdict: number | undefined; after: ContactPlace | undefined; parts: number }) => {
    const found = await lists.contacts({ businessId, listId, language, judgedAt: dryRun.judgedAt, ...page });
    assert(typeof found !== "string", `the list just judged is ${found}`);
    return found;
  };
  const found: ContactOnList[] = [];
  if (!asked.json) {
    for (const verdict of dryRun.contact.keys()) {
      const { items } = await pageOf({ verdict, after: undefined, parts: 1 });
      found.push(...items.slice(0, DEBTORS_SHOWN));
    }
    return found;
  }
  let after: ContactPlace | undefined;
  do {
    const { items, next } = await pageOf({ verdict: undefined, after, parts: PARTS_A_READ });
    found.push(...items);
    after = next ?? undefined;
  } while (after);
  return found;
}

async function writeErrors(
  deps: ListDeps,
  { path, ...list }: { businessId: string; listId: string; language: ImportWish["language"]; path: string },
): Promise<void> {
  const file = present(await errorsFile(deps, list), "the list just judged");
  await pipeline(file.parts, createWriteStream(path));
}

const LOOK_AGAIN_MS = 200;

/** Writes the rows here, or waits while a running server does: whoever comes first takes the next batch. */
async function untilCommitted(
  deps: ListDeps,
  list: { businessId: string; listId: string; language: ImportWish["language"]; view: ListView },
  terminal: Terminal,
): Promise<ListView> {
  const lists = makeDebtorLists(deps);
  const headerRow = list.view.format.headerRow ?? 0;
  const { totalRows } = list.view.progress;
  let reported = -1;
  for (;;) {
    await commitLists(deps, list.businessId, { onBatch: ({ committedRow }) => report(committedRow - headerRow) });
    const view = present(await lists.view(list), "the list just committed");
    if (view.state !== "committing") return view;
    report(view.progress.committedRows);
    await setTimeout(LOOK_AGAIN_MS);
  }

  function report(rows: number): void {
    if (rows <= reported) return;
    reported = rows;
    terminal.progress(`${rows} of ${totalRows} rows\n`);
  }
}
