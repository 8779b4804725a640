import { isDeepStrictEqual } from "node:util";
import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { businessIds } from "../../../db/lookups.ts";
import { lockTemplates, type TemplateAccount, type TemplateRow, templateAccounts } from "../../../db/templates.ts";
import type { DeskRefusal, RegisteredTemplate } from "../../channels/template-desk.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { GONE, variablesOf } from "./compare-template.ts";
import { afterQuality, keepTemplates } from "./keep-templates.ts";

export type SyncDeps = Pick<Deps, "db" | "clock" | "channels">;

/** What came of one account: how many templates it has and how many changed, or why Meta would not say. */
export type AccountSynced = { readonly wabaId: string } & (
  | { readonly seen: number; readonly changed: number }
  | { readonly because: DeskRefusal; readonly detail: string }
);

const SYNC = "sync";

/** Reads all templates of the business's accounts from Meta and takes over what is otherwise there. Meta is asked outside any transaction. */
export async function syncTemplates(
  deps: SyncDeps,
  { businessId, actor }: { businessId: string; actor: string },
): Promise<AccountSynced[]> {
  const accounts = await deps.db.inBusiness(businessId, (tx) => templateAccounts(tx, businessId));
  const synced: AccountSynced[] = [];
  for (const account of accounts) synced.push(await syncAccount(deps, { businessId, actor, account }));
  return synced;
}

async function syncAccount(
  { db, clock, channels }: SyncDeps,
  {
    businessId,
    actor,
    account: { wabaId, channelId },
  }: { businessId: string; actor: string; account: TemplateAccount },
): Promise<AccountSynced> {
  const desk = channels.get(channelId)?.templates;
  if (!desk) return { wabaId, because: "not-found", detail: "nothing is sent through this account's number here" };
  // Before it is asked: what a webhook tells meanwhile is newer than the list.
  const askedAt = clock.now();
  const listed = await desk.list(wabaId);
  if (!listed.done) return { wabaId, because: listed.because, detail: listed.detail };
  const changed = await db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext({ clock }, tx);
    const changes = await changesOf(tx, { businessId, wabaId, listed: listed.value, askedAt });
    return keepTemplates(tx, businessId, changes, { actor, action: `template.${SYNC}`, now });
  });
  return { wabaId, seen: listed.value.length, changed: changed.length };
}

type Listed = {
  readonly businessId: string;
  readonly wabaId: string;
  readonly listed: readonly RegisteredTemplate[];
  readonly askedAt: DateTime;
};

async function changesOf(tx: Tx, { businessId, wabaId, listed, askedAt }: Listed) {
  const known = await lockTemplates(tx, businessId, wabaId);
  const knownAs = new Map(known.map((row) => [keyOf(row), row]));
  const seen = new Set(listed.map(keyOf));
  const there = listed.map((one) => {
    const before = knownAs.get(keyOf(one));
    return { before, after: afterQuality(before, rowOf(one, { wabaId, before, askedAt })) };
  });
  const gone = known
    .filter((row) => !seen.has(keyOf(row)))
    .map((before) => ({ before, after: { ...before, status: GONE, because: null, syncedAt: askedAt } }));
  return [...there, ...gone].filter(({ before }) => before === undefined || before.syncedAt <= askedAt);
}

function rowOf(
  one: RegisteredTemplate,
  { wabaId, before, askedAt }: { wabaId: string; before: TemplateRow | undefined; askedAt: DateTime },
): TemplateRow {
  const isOtherText = before !== undefined && !isDeepStrictEqual(before.components, one.components);
  return {
    id: before?.id ?? newId(),
    wabaId,
    name: one.name,
    language: one.language,
    metaId: one.metaId,
    category: one.category ?? before?.category ?? "UTILITY",
    status: one.status,
    quality: one.quality,
    components: one.components,
    variables: variablesOf(one.components),
    timeToLiveSeconds: one.timeToLiveSeconds ?? null,
    because: one.because ?? null,
    // What Meta refused as it was may pass as it is now.
    pausedBecause: isOtherText && before.pausedBecause?.startsWith("meta.") ? null : (before?.pausedBecause ?? null),
    syncedAt: askedAt,
  };
}

function keyOf({ name, language }: { readonly name: string; readonly language: string }): string {
  return `${name} ${language}`;
}

/** The hourly look at all businesses. One whose account does not answer is logged, and stops no other. */
export async function syncAllTemplates(deps: SyncDeps & Pick<Deps, "log">): Promise<void> {
  for (const businessId of await businessIds(deps.db.lookups)) {
    try {
      for (const account of await syncTemplates(deps, { businessId, actor: SYNC }))
        if ("because" in account)
          deps.log.warn(
            { businessId, wabaId: account.wabaId, because: account.because },
            "templates could not be read",
          );
    } catch (error) {
      deps.log.warn({ error, businessId }, "templates could not be read; they are tried again in an hour");
    }
  }
}
