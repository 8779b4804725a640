import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { blockNumber, liftBlocks } from "../../../db/number-blocks.ts";
import { keepNumberEvents } from "../../../db/number-events.ts";
import { saveNumberFacts } from "../../../db/numbers.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { ACCOUNT_RESTRICTED } from "../../domain/outreach/number-health/restrictions.ts";
import { idOfContent, newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { placeAnewBeside } from "../outbox/place-anew-beside.ts";
import { applyTemplateChange } from "../templates/apply-template-change.ts";
import { judgeNumbers } from "./judge-numbers.ts";
import { numberEventWords } from "./number-event-words.ts";
import type { NumberNews } from "./number-news.ts";

export type NewsOfBusiness = {
  readonly businessId: string;
  readonly news: readonly { readonly channelIds: readonly string[]; readonly told: NumberNews }[];
};

/** Durable when it resolves. What was told before changes nothing: Meta tells at least once. */
export type KeepNumberNews = (told: NewsOfBusiness) => Promise<void>;

/**
 * Keeps what Meta says of a business's numbers, and does what follows: what is known of a number, whether it may send, an alarm, a
 * template's status. Where the limit is another by it, what waits is looked at again beside: Meta waits for its answer.
 */
export function makeKeepNumberNews(deps: Pick<Deps, "db" | "clock" | "log" | "channels">): KeepNumberNews {
  return async ({ businessId, news }) => {
    const moved = await deps.db.inBusiness(businessId, async (tx) => {
      const changed = new Set<string>();
      for (const { channelIds, told } of news)
        for (const channelId of await keepOne(deps, tx, { businessId, channelIds, told })) changed.add(channelId);
      return changed;
    });
    placeAnewBeside(deps, { businessId, channelIds: moved });
  };
}

type One = { readonly businessId: string; readonly channelIds: readonly string[]; readonly told: NumberNews };

/** Returns the numbers whose limit is another now, or that may write to more people. */
async function keepOne(
  { clock }: Pick<Deps, "clock">,
  tx: Tx,
  { businessId, channelIds, told }: One,
): Promise<string[]> {
  const { kind, detail, at, facts, blockedBecause, isRestriction, alarm, template } = told;
  const events = channelIds.map((channelId) => ({
    id: idOfContent(JSON.stringify([channelId, kind, at.toMillis(), detail])),
    channelId,
    kind,
    detail,
    at,
  }));
  const kept = await keepNumberEvents(tx, businessId, events);
  const fresh = events.flatMap(({ id, channelId }) => (kept.has(id) ? [channelId] : []));
  const [first] = fresh;
  if (first === undefined) return [];

  const moved: string[] = [];
  for (const id of fresh) {
    if (facts && (await saveNumberFacts(tx, businessId, { id, facts, at })).limitChanged) moved.push(id);
    if (blockedBecause === null) await liftBlocks(tx, businessId, { channelId: id, sources: ["meta"] });
    else if (blockedBecause !== undefined)
      await blockNumber(tx, businessId, { channelId: id, source: "meta", because: blockedBecause });
    if (isRestriction)
      await blockNumber(tx, businessId, { channelId: id, source: "restriction", because: ACCOUNT_RESTRICTED });
  }
  // One alarm, however many numbers the account has.
  if (alarm) {
    const words = numberEventWords(kind, "en");
    await raiseAlarm(tx, businessId, { id: newId(), kind: alarm, subjectId: first, detail: words });
    await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
  }
  const context = await moveContext({ clock }, tx);
  if (template) await applyTemplateChange(tx, businessId, template, { now: context.now, realNow: clock.now() });
  if (blockedBecause !== undefined || isRestriction || facts?.quality !== undefined)
    for (const only of fresh) moved.push(...(await judgeNumbers(context, { only })));
  await tellConsole(
    tx,
    businessId,
    fresh.map((subjectId) => ({ kind: "channel.changed", subjectId })),
  );
  return moved;
}
