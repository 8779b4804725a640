import type { Moment, Person } from "./common.ts";

/**
 * `GET /api/events`: one `text/event-stream` a browser. `event: change` has a `ConsoleEvent` as its data and a cursor as its id;
 * after a cut the browser sends `Last-Event-ID` by itself and gets what it missed, each once, in order; so does who opens a new
 * one with `?after=<that id>`.
 * `event: ready` comes when everything missed has been told. After the first one of a page, load what is shown: from then on
 * nothing is left out. `event: reset`: the cut was too long to be replayed; load everything again.
 * `event: ended`: the session is over, or its role has changed; ask `GET /api/session` and connect anew. `event: beat`
 * comes each 15 s: a line without it is dead. What a role may not read it does not hear of. Several changes of one thing may come as several events.
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
  /** A number may write to more people in a day, or to fewer. */
  | { readonly kind: "channel.changed"; readonly subjectId: string }
  /** A template's status, quality, text or pause, or what messages cost. */
  | { readonly kind: "template.changed"; readonly subjectId: null }
  | { readonly kind: "clock.moved"; readonly subjectId: null }
  /** An agent said what a message means. `subjectId` is the conversation's; null: of messages of many. */
  | { readonly kind: "reading.changed"; readonly subjectId: string | null }
  /** Somebody chose a reading of contact law. */
  | { readonly kind: "law.changed"; readonly subjectId: null }
  /** A simulated phone shows something new. `subjectId` is the conversation's, when there is one. */
  | { readonly kind: "phone.changed"; readonly subjectId: string | null };
