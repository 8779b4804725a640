import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { keepUnknownParts, type NewUnknownPart } from "../../../db/unknown-parts.ts";
import { storable } from "../../domain/storable.ts";
import { idOfContent } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { withoutCards } from "./without-cards.ts";

export type StrangePart = { readonly channelId: string | null; readonly what: string; readonly body: string };

/** Keeps what nobody here can read, each once, until somebody has looked: durable when it resolves. */
export async function keepUnknown(
  { db, log }: Pick<Deps, "db" | "log">,
  { businessId, parts, receivedAt }: { businessId: string; parts: readonly StrangePart[]; receivedAt: DateTime },
): Promise<void> {
  if (parts.length === 0) return;
  const kept = await db.inBusiness(businessId, (tx) => keepUnknownIn(tx, businessId, { parts, receivedAt }));
  if (kept > 0)
    log.warn({ businessId, count: kept }, "parts of a webhook have a shape that nobody knows, and are kept");
}

/** The same, in a transaction that keeps more. Returns how many are new. */
export async function keepUnknownIn(
  tx: Tx,
  businessId: string,
  { parts, receivedAt }: { parts: readonly StrangePart[]; receivedAt: DateTime },
): Promise<number> {
  const rows = parts.map((part) => asRow(part, receivedAt));
  // The same twice in one statement would be a conflict with itself.
  const kept = await keepUnknownParts(tx, businessId, [...new Map(rows.map((row) => [row.id, row])).values()]);
  if (kept > 0)
    await tellConsole(
      tx,
      businessId,
      [...new Set(parts.flatMap(({ channelId }) => channelId ?? []))].map((subjectId) => ({
        kind: "channel.changed",
        subjectId,
      })),
    );
  return kept;
}

/** Like every other copy of what came, it holds no card number. */
function asRow({ channelId, what, body }: StrangePart, receivedAt: DateTime): NewUnknownPart {
  const clean = withoutCards(storable(body));
  return {
    id: idOfContent(JSON.stringify([channelId, what, clean])),
    channelId,
    what: what.slice(0, 100),
    body: clean,
    receivedAt,
  };
}
