import { Router } from "express";
import { z } from "zod";
import type { Tx } from "../../../db/client.ts";
import { recentEvents } from "../../../db/console/events.ts";
import { threadHead } from "../../../db/console/thread.ts";
import { tellConsole } from "../../../db/intake.ts";
import { makeTellRead } from "../../app/messages/tell-read.ts";
import type { Viewer } from "../contract/thread.ts";
import type { WebDeps } from "../deps.ts";
import { demandPerson } from "../who.ts";
import { done, type Endpoint, notFound } from "./endpoint.ts";

const KIND = "conversation.viewing";

/** A page tells each 10 s that it is still open; two lost beats are forgiven. */
const FORGOTTEN_AFTER_SECONDS = 25;

const Payload = z.object({ user: z.object({ id: z.string(), name: z.string() }), isWriting: z.boolean() });

/**
 * Who looks at a conversation is an event like any other: every process hears of it, a replay tells it, and it is forgotten
 * with the others. No table of its own, and no process's memory.
 */
export function viewingRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const tellRead = makeTellRead(deps);
  router.post(
    "/conversations/:id/viewing",
    endpoint(
      { permission: "conversations.read", body: z.object({ isWriting: z.boolean() }) },
      async ({ who, id, body }) => {
        const { businessId } = who;
        const { userId, name } = demandPerson(who);
        const conversationId = id();
        const until = deps.clock.now().plus({ seconds: FORGOTTEN_AFTER_SECONDS }).toISO();
        const head = await deps.db.inBusiness(businessId, async (tx) => {
          const found = await threadHead(tx, businessId, conversationId);
          if (!found) throw notFound("conversation");
          const payload = { user: { id: userId, name }, isWriting: body.isWriting, until };
          await tellConsole(tx, businessId, [{ kind: KIND, subjectId: conversationId, payload }]);
          return found;
        });
        // The debtor hears of whoever has the conversation, not of a colleague who looks in; and nobody waits for WhatsApp here.
        if (head.ownerUserId === userId)
          void tellRead({ businessId, conversationIds: [conversationId], typing: body.isWriting });
        return done;
      },
    ),
  );
  return router;
}

/** Each person once, as they said last. */
export async function viewersOf(
  { clock }: Pick<WebDeps, "clock">,
  tx: Tx,
  businessId: string,
  conversationId: string,
): Promise<Viewer[]> {
  const since = clock.now().minus({ seconds: FORGOTTEN_AFTER_SECONDS });
  const events = await recentEvents(tx, businessId, { kind: KIND, subjectId: conversationId, since });
  const viewers = events.flatMap(({ payload }) => Payload.safeParse(payload).data ?? []);
  return [...new Map(viewers.map(({ user, isWriting }) => [user.id, { ...user, isWriting }])).values()];
}
