import { readFile } from "node:fs/promises";
import { type Response, Router } from "express";
import { z } from "zod";
import { type AttachedTo, attachToReply } from "../../app/conversations/attach.ts";
import { closeConversation } from "../../app/conversations/close.ts";
import { handBack } from "../../app/conversations/hand-back.ts";
import { addNote } from "../../app/conversations/note.ts";
import { type Replied as ReplyResult, replyAsAgent } from "../../app/conversations/reply.ts";
import { takeOver } from "../../app/conversations/take-over.ts";
import { unreachable } from "../../domain/assert.ts";
import type { ContentFinding } from "../../domain/contact-law/content/lint.ts";
import { OUTCOMES } from "../../domain/outcome.ts";
import type { Language } from "../contract/common.ts";
import type { Attached, ContentFindingView, Replied, ReplyRefused, TakenOver } from "../contract/thread.ts";
import type { WebDeps } from "../deps.ts";
import { may } from "../permissions.ts";
import type { Who } from "../who.ts";
import { type Answer, created, done, type Endpoint, ok, refused } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { cutThread, readThread } from "./read-thread.ts";
import { clauseView } from "./show/decision.ts";
import { peopleIn, threadItems } from "./show/thread-items.ts";
import { fileNameOf, withUpload } from "./upload.ts";

/** WhatsApp takes 4,096 in one message; the rest is for the line that some countries' law puts under it. */
const Text = z.string().trim().min(1).max(4000);

const TakeOverBody = z.object({ reason: z.string().trim().min(3).max(500).optional() });
const HandBackBody = z.object({ verified: z.boolean().default(false) });
const ReplyBody = z
  .object({
    text: z.string().trim().max(4000),
    lastSeenMessageId: z.uuid().nullable(),
    confirmed: z.array(z.string().max(50)).max(50).default([]),
    fileId: z.uuid().optional(),
  })
  .refine(({ text, fileId }) => text !== "" || fileId !== undefined, "write something, or attach a file")
  // A caption may have 1,024 characters (Meta, "Media messages").
  .refine(
    ({ text, fileId }) => fileId === undefined || text.length <= 900,
    "a file takes at most 900 characters beside it",
  );
const NoteBody = z.object({ text: Text });
const CloseBody = z.object({ outcome: z.enum(OUTCOMES) });

/** What an agent does in a conversation. Each is one use case; a refusal is its answer, in words for whoever asked. */
export function agentRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  routeOwner(router, deps, endpoint);
  routeWords(router, deps, endpoint);
  return router;
}

const permission = "conversations.answer";

/** Who has the conversation, and until when. */
function routeOwner(router: Router, deps: WebDeps, endpoint: Endpoint): void {
  router.post(
    "/conversations/:id/take-over",
    endpoint({ permission, body: TakeOverBody }, async ({ who, id, body, response }) => {
      const { reason } = body;
      const maySteal = reason !== undefined && may(who.role, "conversations.steal");
      const taken = await takeOver(deps, { ...subject(who, id()), ...(maySteal && { mayStealWith: { reason } }) });
      if (taken.taken) return ok<TakenOver>({ inFlight: taken.inFlight });
      if (taken.because === "closed") return isClosed(response);
      const owner = (await namesFor(deps, who, [taken.ownerUserId])).get(taken.ownerUserId) ?? "a colleague";
      return refused(response, "conversation.taken", `${owner} has this conversation.`);
    }),
  );
  router.post(
    "/conversations/:id/hand-back",
    endpoint({ permission, body: HandBackBody }, async ({ who, id, body, response }) => {
      const back = await handBack(deps, { ...subject(who, id()), verified: body.verified });
      if (back.handedBack) return done;
      return back.because === "closed" ? isClosed(response) : isNotYours(response);
    }),
  );
  router.post(
    "/conversations/:id/close",
    endpoint({ permission, body: CloseBody }, async ({ who, id, body, response }) => {
      const closed = await closeConversation(deps, { ...subject(who, id()), outcome: body.outcome });
      if (closed.closed) return done;
      return closed.because === "closed" ? isClosed(response) : isNotYours(response);
    }),
  );
}

/** What is said and attached in it, to the debtor and to colleagues. */
function routeWords(router: Router, deps: WebDeps, endpoint: Endpoint): void {
  router.post(
    "/conversations/:id/reply",
    endpoint({ permission, body: ReplyBody }, async ({ who, id, body, response }) => {
      const { fileId, ...words } = body;
      const result = await replyAsAgent(deps, { ...subject(who, id()), ...words, ...(fileId && { fileId }) });
      return result.sent
        ? { status: 202, json: { outboxId: result.outboxId } satisfies Replied }
        : replyRefused(deps, { who, id: id(), response }, result);
    }),
  );
  router.post(
    "/conversations/:id/files",
    endpoint({ permission }, async ({ who, id, request, response }) => {
      const fileName = fileNameOf(request);
      const attached = await withUpload(request, async (path) =>
        attachToReply(deps, { ...subject(who, id()), fileName, bytes: await readFile(path) }),
      );
      return attached.attached
        ? created({ id: attached.fileId } satisfies Attached)
        : attachRefused(response, attached.because);
    }),
  );
  router.post(
    "/conversations/:id/notes",
    endpoint({ permission, body: NoteBody }, async ({ who, id, body }) => {
      const { noteId } = await addNote(deps, { ...subject(who, id()), body: body.text });
      return created({ id: noteId });
    }),
  );
}

type Refusal = Exclude<ReplyResult, { sent: true }>;
type Asked = { readonly who: Who; readonly id: string; readonly response: Response };

async function replyRefused(deps: WebDeps, { who, id, response }: Asked, refusal: Refusal): Promise<Answer> {
  switch (refusal.because) {
    case "closed":
      return isClosed(response);
    case "not-owner":
      return isNotYours(response);
    case "window-closed":
      return refused(
        response,
        "conversation.window-closed",
        "More than 24 hours have passed since the debtor wrote: WhatsApp takes only templates now.",
      );
    case "not-verified":
      return isNotVerified(response);
    case "no-file":
      return refused(response, "request.conflict", "This file was sent already, or is not yours: attach it again.");
    case "forbidden-content":
      return refused(response, "content.forbidden", "The law does not let this be said.", {
        findings: findings(refusal.findings, who.language),
      });
    case "doubtful-content":
      return refused(response, "content.doubtful", "The law may not let this be said: read it again.", {
        findings: findings(refusal.findings, who.language),
      });
    case "stale": {
      const more: Pick<ReplyRefused, "missed"> = { missed: await newestItems(deps, who, id) };
      return refused(response, "conversation.stale", "The debtor wrote meanwhile: read it, then send again.", more);
    }
    default:
      return unreachable(refusal);
  }
}

function attachRefused(response: Response, because: Extract<AttachedTo, { attached: false }>["because"]): Answer {
  switch (because) {
    case "closed":
      return isClosed(response);
    case "not-owner":
      return isNotYours(response);
    case "not-verified":
      return isNotVerified(response);
    case "wrong-kind":
      return refused(response, "request.invalid", "WhatsApp takes pictures (JPEG, PNG) and PDF documents here.");
    case "too-large":
      return refused(
        response,
        "request.too-large",
        "A picture may have 5 MB and a document 10 MB: send a smaller one.",
      );
    default:
      return unreachable(because);
  }
}

async function newestItems(deps: WebDeps, { businessId, language }: Who, id: string) {
  const thread = await deps.db.inBusiness(businessId, (tx) => readThread(tx, businessId, id));
  const names = await namesFor(deps, { businessId, language }, peopleIn(thread));
  return cutThread(threadItems(thread, { names, language })).items;
}

function findings(found: readonly ContentFinding[], language: Language): ContentFindingView[] {
  return found.map(({ rule, severity, span, advice, clause }) => ({
    rule,
    severity,
    start: span?.start ?? null,
    end: span?.end ?? null,
    advice: advice[language],
    clause: clauseView(clause, language),
  }));
}

function subject({ businessId, userId }: Who, conversationId: string) {
  return { businessId, userId, conversationId };
}

function isNotVerified(response: Response): Answer {
  return refused(
    response,
    "request.conflict",
    "This person has not proved who they are: a file could tell a stranger of the debt.",
  );
}

function isClosed(response: Response): Answer {
  return refused(
    response,
    "request.conflict",
    "This conversation has ended. What the debtor writes next begins a new one.",
  );
}

function isNotYours(response: Response): Answer {
  return refused(response, "conversation.taken", "You do not have this conversation: take it over first.");
}
