import { Router } from "express";
import { z } from "zod";
import { readBusiness } from "../../../db/businesses.ts";
import { holdsOf } from "../../../db/console/holds.ts";
import { conversationRow } from "../../../db/console/inbox.ts";
import { owedInEachCurrency } from "../../../db/console/owed.ts";
import { threadHead } from "../../../db/console/thread.ts";
import { readFile } from "../../../db/message-files.ts";
import { windowClosesAt } from "../../channels/service-window.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { toText } from "../../domain/money.ts";
import type { Conversation, OlderItems } from "../contract/thread.ts";
import type { WebDeps } from "../deps.ts";
import type { Who } from "../who.ts";
import { composerState } from "./composer-state.ts";
import { type Endpoint, notFound, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { cutThread, readThread, threadPlace } from "./read-thread.ts";
import { sendFile } from "./send-file.ts";
import { conversationSummary, peopleOf } from "./show/conversation.ts";
import { momentOrNull } from "./show/moments.ts";
import { peopleIn, threadItems } from "./show/thread-items.ts";
import { viewersOf } from "./viewing.ts";

export function conversationRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/conversations/:id",
    endpoint({ permission: "conversations.read" }, async ({ who, id }) => ok(await readConversation(deps, who, id()))),
  );
  router.get(
    "/conversations/:id/items",
    endpoint(
      { permission: "conversations.read", query: z.object({ before: z.string().max(500) }) },
      async ({ who, id, query }) => ok(await readOlder(deps, who, id(), query.before)),
    ),
  );
  router.get(
    "/messages/:id/file",
    endpoint({ permission: "conversations.read" }, async ({ who: { businessId }, id, response }) => {
      const file = await deps.db.inBusiness(businessId, (tx) => readFile(tx, businessId, id()));
      if (!file?.bytes) throw notFound("file");
      return sendFile(response, { mime: file.mime, bytes: file.bytes });
    }),
  );
  return router;
}

/** The thread with everything around it, in one answer. */
async function readConversation(deps: WebDeps, who: Who, id: string): Promise<Conversation> {
  const { businessId, userId, language } = who;
  const read = await deps.db.inBusiness(businessId, async (tx) => {
    const row = await conversationRow(tx, businessId, id);
    const head = await threadHead(tx, businessId, id);
    if (!row || !head) throw notFound("conversation");
    const debtorIds = row.debtorId === null ? [] : [row.debtorId];
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(deps.clock.now(), Number(business.clockOffsetMs));
    return {
      row,
      head,
      now,
      thread: await readThread(tx, businessId, id),
      holds: await holdsOf(tx, businessId, { debtorIds, now }),
      owed: await owedInEachCurrency(tx, businessId, debtorIds),
      viewers: await viewersOf(deps, tx, businessId, id),
    };
  });
  const { row, head, now, thread, holds } = read;
  const names = await namesFor(deps, { businessId, language }, [...peopleOf([row]), ...peopleIn(thread)]);
  const summary = conversationSummary(row, { names, me: userId });
  const closesAt = deps.channels.get(head.channelId)?.can.freeTextAnyTime
    ? undefined
    : windowClosesAt(row.lastInboundAt ?? undefined);
  return {
    ...summary,
    epoch: head.epoch,
    number: head.number,
    continues: head.continues,
    wentOn: head.wentOn,
    composer: composerState(summary, {
      closesAt,
      now,
      freeText: deps.channels.get(head.channelId)?.can.freeTextAnyTime ?? false,
      holds,
      suppressed: head.suppressedAt !== null,
    }),
    windowClosesAt: momentOrNull(closesAt),
    verifiedAt: momentOrNull(head.verifiedAt),
    alarmAt: momentOrNull(head.alarmAt),
    owed: (read.owed.get(row.debtorId ?? "") ?? []).map(toText),
    holds: holds.map(({ kind, since, until }) => ({ kind, since: momentOrNull(since), until: momentOrNull(until) })),
    viewers: read.viewers.filter((viewer) => viewer.id !== userId),
    ...cutThread(threadItems(thread, { names, language })),
  };
}

async function readOlder(
  deps: WebDeps,
  { businessId, language }: Who,
  id: string,
  before: string,
): Promise<OlderItems> {
  const place = threadPlace(before);
  const thread = await deps.db.inBusiness(businessId, async (tx) => {
    if (!(await threadHead(tx, businessId, id))) throw notFound("conversation");
    return readThread(tx, businessId, id, place);
  });
  const names = await namesFor(deps, { businessId, language }, peopleIn(thread));
  return cutThread(threadItems(thread, { names, language }));
}
