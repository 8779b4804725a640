import type { Request, RequestHandler } from "express";
import { AppError } from "../../domain/errors.ts";
import type { Streams } from "../events/stream.ts";
import { demand, demandPerson, type Who, type WhoDeps, whoAsks } from "../who.ts";

/** `GET /api/events`, with `?after=<id of the last event heard>` for whoever opens it anew. For the console, a person's: a program asks again. */
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

async function isStill({ businessId, role }: Who, ask: () => Promise<Who>): Promise<boolean> {
  try {
    const now = await ask();
    return now.businessId === businessId && now.role === role;
  } catch (error) {
    if (error instanceof AppError && (error.code === "request.signed-out" || error.code === "request.forbidden"))
      return false;
    throw error;
  }
}
