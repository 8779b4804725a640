import { unreadableWords } from "../../../domain/debtor-list/note-words.ts";
import { UNREADABLE_REASONS, type UnreadableReason } from "../../../domain/debtor-list/unreadable.ts";
import { AppError } from "../../../domain/errors.ts";

/** A file nobody can read. The reason is the error's `cause`, so that an edge can say it in the reader's language. */
export function unreadable(reason: UnreadableReason): AppError {
  return new AppError("debtor-list.unreadable", unreadableWords(reason, "en"), { cause: reason });
}

/** The reason behind a `debtor-list.unreadable`; `undefined` for any other error. */
export function unreadableReason(error: unknown): UnreadableReason | undefined {
  if (!(error instanceof AppError) || error.code !== "debtor-list.unreadable") return undefined;
  return UNREADABLE_REASONS.find((reason) => reason === error.cause);
}
