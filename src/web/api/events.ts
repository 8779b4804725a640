import type { Request, RequestHandler } from "express";
import { AppError, type ErrorCode } from "../../domain/errors.ts";
import type { Streams } from "../events/stream.ts";
import { demand, demandPerson, type Who, type WhoDeps, whoAsks } from "../who.ts";

/** `GET /api/events?business=<that of the page>`, with `after=<id of the last event heard>` for whoever opens it anew. For the console, a person's: a program asks again. */
export function eventsRoute(deps: WhoDeps, streams: Streams): RequestHandler {
  return async (request, response) => {
    const who = await whoAsks(deps, request);
    demand(who, "business.read");
    demandPerson(who);
    await streams.open(response, {
      businessId: who.businessId,
      role: who.role,
      lastEventId: request.get("last-event-id") ?? afterIn(request),
      stillHere: () => isStill(who, () => whoAsks(deps, request)),
    });
  };
}

/** A page that opens the stream anew cannot set the header. The browser's own, when it comes back by itself, is newer. */
function afterIn({ query }: Request): string | undefined {
  return typeof query["after"] === "string" ? query["after"] : undefined;
}

/** Why a stream that stood may stand no longer. */
const OVER: readonly ErrorCode[] = ["request.signed-out", "request.forbidden", "session.other-business"];

async function isStill({ businessId, role }: Who, ask: () => Promise<Who>): Promise<boolean> {
  try {
    const now = await ask();
    return now.businessId === businessId && now.role === role;
  } catch (error) {
    if (error instanceof AppError && OVER.includes(error.code)) return false;
    throw error;
  }
}
