import { z } from "zod";
import type { HappeningRow, MessageRow, NoteRow, UnsentRow } from "../../../../db/console/thread.ts";
import { whyUndelivered } from "../../../channels/why-undelivered.ts";
import type { Language } from "../../contract/common.ts";
import type { HappeningItem, MessageItem, NoteItem, ThreadItem, UnsentItem } from "../../contract/thread.ts";
import { authorView, type Names, person, userIdOf } from "./author.ts";
import { decisionView } from "./decision.ts";
import { moment } from "./moments.ts";
import { messageReading } from "./reading.ts";

export type ThreadRows = {
  readonly messages: readonly MessageRow[];
  readonly unsent: readonly UnsentRow[];
  readonly notes: readonly NoteRow[];
  readonly happenings: readonly HappeningRow[];
};

export type Reading = { readonly names: Names; readonly language: Language };

/** All kinds in one list, newest first, as a page of it is cut. */
export function threadItems({ messages, unsent, notes, happenings }: ThreadRows, reading: Reading): ThreadItem[] {
  return [
    ...messages.map((row) => messageItem(row, reading)),
    ...unsent.map((row) => unsentItem(row, reading)),
    ...notes.map((row) => noteItem(row, reading)),
    ...happenings.map((row) => happeningItem(row, reading)),
  ].toSorted((a, b) => (a.at === b.at ? compare(b.id, a.id) : compare(b.at, a.at)));
}

/** Everybody who is named in it. */
export function peopleIn({ messages, unsent, notes, happenings }: ThreadRows): string[] {
  const authors = [...messages, ...unsent, ...notes].map(({ author }) => author);
  const actors = happenings.map(({ actor }) => actor);
  const correctors = messages.map(({ correctedBy }) => correctedBy);
  return [...new Set([...authors, ...actors, ...correctors].flatMap((author) => userIdOf(author) ?? []))];
}

const Detail = z.object({
  options: z.array(z.object({ id: z.string(), title: z.string() })).catch([]),
  media: z.object({ type: z.string(), fileName: z.string().optional() }).optional().catch(undefined),
});

function messageItem(row: MessageRow, { names, language }: Reading): MessageItem {
  const detail = Detail.safeParse(row.detail).data;
  const status = row.direction === "in" ? null : statusOf(row);
  return {
    type: "message",
    id: row.id,
    at: moment(row.at),
    direction: row.direction,
    author: authorView(row.author, names),
    kind: detail?.media?.type ?? row.kind,
    body: row.body,
    options: detail?.options ?? [],
    status,
    failedCode: row.failedCode,
    failedBecause: status === "failed" ? whyUndelivered(row.failedCode, language) : null,
    fileUrl: row.fileMime === null ? null : `/api/messages/${row.id}/file`,
    fileMime: row.fileMime,
    fileName: detail?.media?.fileName ?? null,
    cardNumberDropped: row.cardNumberDropped,
    waits: row.waits,
    decision: decisionView(row, language),
    reading: messageReading(row, names),
  };
}

/** The best status known (`STATUS_RANK`); before the first one, what became of the send itself. */
function statusOf({ statusRank, outboxState }: MessageRow): MessageItem["status"] {
  if (statusRank === 4) return "read";
  if (statusRank === 3) return "delivered";
  if (statusRank === 2) return "failed";
  if (statusRank === 1 || outboxState === "accepted") return "sent";
  if (outboxState === "rejected" || outboxState === "blocked") return "failed";
  return outboxState === "unknown" ? "unknown" : "sending";
}

export function unsentItem(row: UnsentRow, { names, language }: Reading): UnsentItem {
  const { id, kind, message, text, state, failure } = row;
  const author = authorView(row.author, names);
  return {
    type: "unsent",
    id,
    at: moment(row.at),
    author,
    kind,
    message,
    text,
    state,
    sendAt: moment(row.sendAt),
    waitsBecause: row.waitsBecause,
    decision: decisionView(row, language),
    failure,
  };
}

function noteItem({ id, at, author, body }: NoteRow, { names }: Reading): NoteItem {
  return { type: "note", id, at: moment(at), author: authorView(author, names), body };
}

function happeningItem(row: HappeningRow, { names }: Reading): HappeningItem {
  const userId = userIdOf(row.actor);
  const agent = userId === undefined ? null : person(userId, names);
  return {
    type: "happening",
    id: row.id,
    at: moment(row.at),
    event: row.event,
    from: row.fromState,
    to: row.toState,
    handled: row.handled,
    agent,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
