import type { Moment, Person } from "./common.ts";

/**
 * `GET /api/events`: one `text/event-stream` a browser. Each message is `event: change` with a `ConsoleEvent` as its data and
 * the cursor as its id; after a cut the browser sends `Last-Event-ID` and gets what it missed, in order, once.
 * `event: ready` (data `{ "cursor": "…" }`) comes first, when everything missed has been sent: what was loaded before it and
 * everything after it leave no gap. `event: reset` (no data of interest): the cut was too long; load everything again.
 * `event: ended`: the session is over, or its role changed; ask `GET /api/session` and connect anew. A comment comes each 15 s.
 */
export type ConsoleEvent =
  /** A message, status, decision, note or owner of it changed: load the thread and the inbox's line again. */
  | { readonly kind: "conversation.changed"; readonly subjectId: string }
  | {
      readonly kind: "conversation.viewing";
      readonly subjectId: string;
      readonly payload: { readonly user: Person; readonly isWriting: boolean; readonly until: Moment };
    }
  | { readonly kind: "debtor.changed"; readonly subjectId: string }
  | { readonly kind: "debtor-list.changed"; readonly subjectId: string }
  | { readonly kind: "receipt.changed"; readonly subjectId: string }
  | { readonly kind: "payment.changed"; readonly subjectId: string }
  | { readonly kind: "alarm.changed"; readonly subjectId: string | null }
  | { readonly kind: "clock.moved"; readonly subjectId: null }
  /** A simulated phone shows something new. `subjectId` is the conversation's, when there is one. */
  | { readonly kind: "phone.changed"; readonly subjectId: string | null };

export type ConsoleEventKind = ConsoleEvent["kind"];
