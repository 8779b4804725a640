import { hash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { recordAudit } from "../../../db/audit.ts";
import { keepFile } from "../../../db/debtor-lists/kept-file.ts";
import { findSameBytes, insertList, readList, rememberedAnswers } from "../../../db/debtor-lists/lists.ts";
import type { ListAnswers, StoredList } from "../../../db/debtor-lists/stored-list.ts";
import { tellConsole } from "../../../db/intake.ts";
import { present } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { judgeList } from "./judge-list.ts";
import { readTable } from "./read/read-table.ts";
import { unreadable } from "./read/unreadable.ts";
import { sealFile } from "./sealed-json.ts";

export type ListUpload = {
  readonly businessId: string;
  readonly userId: string;
  readonly fileName: string;
  readonly path: string;
  /** The file's content, when it is in memory already. */
  readonly bytes?: Uint8Array;
  /** What is known before anybody asks; it counts before what was remembered. */
  readonly answers?: Partial<ListAnswers>;
};

/** `repeat`: these bytes are in the books already, or on their way; nothing was written. */
export type Uploaded = { readonly kind: "staged" | "repeat"; readonly list: StoredList };

export type ListDeps = Pick<Deps, "db" | "clock" | "secrets" | "log" | "channels">;

/**
 * Takes a business's file: reads it, keeps it, and judges it as far as its questions allow, in one transaction.
 * @throws {AppError} `debtor-list.unreadable`
 */
export async function uploadList(deps: ListDeps, upload: ListUpload): Promise<Uploaded> {
  const { db, secrets, channels } = deps;
  const { businessId, path } = upload;
  const bytes = upload.bytes ?? (await bytesOf(path));
  const sha256 = hash("sha256", bytes, "hex");
  const repeat = await db.inBusiness(businessId, (tx) => findSameBytes(tx, businessId, sha256));
  if (repeat) return { kind: "repeat", list: repeat };

  const table = await readTable({ path, bytes });
  const listId = newId();
  const sealed = sealFile(secrets, bytes);
  const list = await db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    const answers = joinAnswers(await rememberedAnswers(tx, businessId, table.signature), upload.answers);
    await insertList(tx, businessId, {
      id: listId,
      fileName: upload.fileName,
      sha256,
      sizeBytes: bytes.length,
      answers,
      signature: table.signature,
      headerRow: table.header.row,
      uploadedBy: upload.userId,
      uploadedAt: now,
    });
    await keepFile(tx, businessId, { listId, sealed });
    await judgeList({ tx, business, now, secrets, channels, listId, table, answers });
    await recordAudit(tx, businessId, {
      actor: upload.userId,
      action: "debtor-list.upload",
      subject: "debtor-list",
      subjectId: listId,
      before: null,
      after: { state: "staged", fileName: upload.fileName },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: listId }]);
    return readList(tx, businessId, listId);
  });
  return { kind: "staged", list: present(list, "the list just written") };
}

/** What was said last counts; a header keeps its meaning until another is given to it. */
export function joinAnswers(before: ListAnswers | undefined, said: Partial<ListAnswers> | undefined): ListAnswers {
  return {
    settings: { ...before?.settings, ...said?.settings },
    columns: { ...before?.columns, ...said?.columns },
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  // Before it is in memory: somebody may name a disk image.
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw unreadable("too-large");
  return readFile(path);
}

const MOST_BYTES = 20 * 1024 * 1024;
