import { tellConsole } from "../../../db/intake.ts";
import { businessIds } from "../../../db/lookups.ts";
import { keepNumberEvents } from "../../../db/number-events.ts";
import {
  cloudNumbersOf,
  learnAccount,
  type NumberFacts,
  type NumberRow,
  saveNumberFacts,
} from "../../../db/numbers.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import type { Graph } from "../../channels/cloud-api/graph.ts";
import { newId } from "../../ids.ts";
import { placeAnew } from "../outbox/place-anew.ts";
import type { CloudDeps } from "./cloud-deps.ts";
import { type CloudCredentials, unsealCredentials } from "./credentials.ts";
import { findAccount } from "./find-account.ts";
import { factsOf } from "./number-facts.ts";

type SyncDeps = Pick<CloudDeps, "db" | "clock" | "log" | "secrets" | "channels" | "cloud">;

/**
 * Asks Meta about every number in use, one after the other, and keeps what it says: quality, messaging limit, throughput, name, and the
 * account of one that came without (`findAccount`). What
 * waits for a number whose limit is another now is looked at again. One that cannot be read is logged, and stops no other: its
 * webhooks and sends tell of the same trouble, with an alarm.
 */
export async function syncNumberFacts(deps: SyncDeps): Promise<void> {
  if (deps.cloud.isDemo) return;
  for (const businessId of await businessIds(deps.db.lookups)) {
    for (const number of await deps.db.inBusiness(businessId, (tx) => cloudNumbersOf(tx, businessId))) {
      try {
        await syncOne(deps, businessId, number);
      } catch (error) {
        deps.log.error({ error, businessId, channelId: number.id }, "what Meta says of a number could not be kept");
      }
    }
  }
}

async function syncOne(deps: SyncDeps, businessId: string, number: NumberRow): Promise<void> {
  const credentials = credentialsOf(deps, number);
  if (number.retiredAt !== null || credentials === undefined) return;
  const meta = deps.cloud.openGraph(credentials);
  try {
    if (number.wabaId === null) await learnItsAccount(deps, businessId, { number, meta });
    const told = await meta.number(number.routingKey);
    if (told.state === "read") {
      await keepFacts(deps, businessId, { number, facts: factsOf(told.value) });
      return;
    }
    const why = told.state === "refused" ? told.code : told.why;
    deps.log.warn(
      { businessId, channelId: number.id, why },
      "Meta does not tell of a number; it is asked again in an hour",
    );
  } finally {
    meta.close();
  }
}

/** The number of the settings came without its account. */
async function learnItsAccount(
  { db }: Pick<SyncDeps, "db">,
  businessId: string,
  { number: { id, routingKey }, meta }: { number: NumberRow; meta: Graph },
): Promise<void> {
  const wabaId = await findAccount(meta, routingKey, await meta.token());
  if (wabaId === undefined) return;
  await db.inBusiness(businessId, async (tx) => {
    await learnAccount(tx, businessId, { id, wabaId });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
  });
}

/** Its own, or those of the settings for the number that is there; `undefined` for one that has none here. */
export function credentialsOf(
  { cloud, secrets }: Pick<CloudDeps, "cloud" | "secrets">,
  { credentials, routingKey }: Pick<NumberRow, "credentials" | "routingKey">,
): CloudCredentials | undefined {
  if (credentials !== null) return unsealCredentials(secrets, credentials);
  return cloud.ofSettings?.phoneNumberId === routingKey ? cloud.ofSettings : undefined;
}

async function keepFacts(
  deps: SyncDeps,
  businessId: string,
  { number, facts }: { number: NumberRow; facts: NumberFacts },
): Promise<void> {
  const { id: channelId } = number;
  const at = deps.clock.now();
  const changed = changesOf(number, facts);
  const { limitChanged } = await deps.db.inBusiness(businessId, async (tx) => {
    const saved = await saveNumberFacts(tx, businessId, { id: channelId, facts, at });
    const events = changed.map((change) => ({ ...change, id: newId(), channelId, at }));
    await keepNumberEvents(tx, businessId, events);
    if (events.some(({ isAlarming }) => isAlarming))
      await raiseAlarm(tx, businessId, {
        id: newId(),
        kind: "number.flagged",
        subjectId: channelId,
        detail: "Meta rates the quality of this number RED: people block or report it. Write less, and to fewer.",
      });
    if (events.length > 0) await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
    return saved;
  });
  if (limitChanged) await placeAnew(deps, { businessId, channelId });
}

type Change = { readonly kind: "quality" | "limit"; readonly detail: object; readonly isAlarming: boolean };

function changesOf(number: NumberRow, facts: NumberFacts): Change[] {
  const changes: Change[] = [];
  const { quality, tierLimit } = facts;
  if (quality !== undefined && quality !== number.quality)
    changes.push({
      kind: "quality",
      detail: { read: { quality, before: number.quality } },
      isAlarming: quality === "RED" && number.quality !== "RED",
    });
  if (tierLimit !== undefined && tierLimit !== number.tierLimit)
    changes.push({ kind: "limit", detail: { read: { tierLimit, before: number.tierLimit } }, isAlarming: false });
  return changes;
}
