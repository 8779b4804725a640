import type { Tx } from "../../../db/client.ts";
import { forgetJudgedRows, nextList, saveSearched } from "../../../db/erasure/lists.ts";
import {
  endPending,
  forgetSomeDeliveries,
  isPastHorizon,
  pendingErasures,
  readPending,
  saveMarks,
  takePending,
} from "../../../db/erasure/pending.ts";
import { emptyContactsAgain } from "../../../db/erasure/person.ts";
import {
  emptyAcceptances,
  emptyTalks,
  hashStatuses,
  idsOfEarlierTries,
  leftIn,
  talkIds,
} from "../../../db/erasure/talks.ts";
import { emptyOutsideWords } from "../../../db/outside-contacts.ts";
import { blockWaiting, lockPerson } from "../../../db/stops.ts";
import { sealJson, unsealJson } from "../debtor-lists/sealed-json.ts";
import type { Deps } from "../deps.ts";
import { joinMarks, sealMarks, unsealMarks, withoutPerson } from "./erasure-marks.ts";
import { forgetSessionKeys } from "./forget-session-keys.ts";
import { messageIdHash } from "./suppression-hash.ts";

type ErasureDeps = Pick<Deps, "db" | "secrets">;
type Of = { readonly businessId: string; readonly debtorId: string };

/** Bodies of one statement: some 10 MB. */
const DELIVERIES_AT_ONCE = 2_000;

/** Whether any is not whole: asked each second, of a table that is empty most of the time. */
export async function hasErasuresToFinish({ db }: Pick<Deps, "db">, businessId: string): Promise<boolean> {
  return (await db.inBusiness(businessId, (tx) => pendingErasures(tx, businessId))).length > 0;
}

/**
 * Makes erasures whole. What a delivery or a send wrote while they committed is emptied too; then the copies go: webhooks as
 * they came, and what summaries of lists say. In steps of one transaction each, none of which holds the person while it reads
 * copies; whoever is killed between two leaves the rest to the next look. `goesOn` is asked between them.
 */
export async function finishErasures(
  deps: ErasureDeps,
  businessId: string,
  {
    goesOn = () => true,
    deliveriesAtOnce = DELIVERIES_AT_ONCE,
  }: { goesOn?: () => boolean; deliveriesAtOnce?: number } = {},
): Promise<void> {
  for (const debtorId of await deps.db.inBusiness(businessId, (tx) => pendingErasures(tx, businessId))) {
    const of = { businessId, debtorId };
    const inStep = (step: (tx: Tx) => Promise<boolean>) => deps.db.inBusiness(businessId, step);
    // Two: the first only notes who was at work as the erasure committed, and most often nobody was.
    const isEmpty =
      (await inStep((tx) => emptyAgain(deps, tx, of))) || (await inStep((tx) => emptyAgain(deps, tx, of)));
    if (!isEmpty) continue;
    let isMore = true;
    while (isMore && goesOn()) isMore = await inStep((tx) => forgetCopies(deps, tx, of, deliveriesAtOnce));
    if (isMore) return;
  }
}

/** True once nothing is left and nobody is at work any more who knew the person. */
async function emptyAgain({ secrets }: ErasureDeps, tx: Tx, { businessId, debtorId }: Of): Promise<boolean> {
  // In the order of the erasure itself: the person, then what is kept of their erasure.
  await lockPerson(tx, businessId, debtorId);
  const pending = await readPending(tx, businessId, debtorId);
  if (!pending) return false;
  const isPast = await isPastHorizon(tx, businessId, debtorId);
  const ids = await talkIds(tx, businessId, { debtorId, since: pending.since });
  await blockWaiting(tx, businessId, { conversationIds: ids, reason: "OPTED_OUT" });
  const hashOf = messageIdHash(secrets, businessId);
  const { hashed } = await emptyTalks(tx, businessId, { ids, hashOf });
  await emptyContactsAgain(tx, businessId, debtorId);
  await emptyOutsideWords(tx, businessId, { debtorId, until: pending.since });
  await emptyAcceptances(tx, businessId, debtorId);
  const before = unsealMarks(secrets, pending.marks);
  const earlier = isPast ? await idsOfEarlierTries(tx, businessId, ids) : [];
  const found = [...hashed, ...earlier.map((id) => ({ ...id, hash: hashOf(id.providerId) }))];
  // Also those of the first pass: what WhatsApp told meanwhile still names them by their old ids.
  const messages = [...before.messages, ...found];
  await hashStatuses(tx, businessId, messages);
  if (found.length > 0)
    await saveMarks(tx, businessId, {
      debtorId,
      marks: sealMarks(secrets, joinMarks(before, { ...before, messages: found })),
    });
  return isPast && !(await leftIn(tx, businessId, ids));
}

/** One step of it: some webhooks, or when none is left a list. True while there is more. */
async function forgetCopies(
  { secrets }: ErasureDeps,
  tx: Tx,
  { businessId, debtorId }: Of,
  deliveriesAtOnce: number,
): Promise<boolean> {
  const pending = await takePending(tx, businessId, debtorId);
  if (!pending) return false;
  const marks = unsealMarks(secrets, pending.marks);
  const bodies = { marks: marks.identities, limit: deliveriesAtOnce };
  if (marks.identities.length > 0 && (await forgetSomeDeliveries(tx, businessId, pending, bodies))) return true;
  const list = marks.reference === "" ? undefined : await nextList(tx, businessId, pending.listId);
  if (!list) {
    // Again: a session that ran may have written of them since.
    await forgetSessionKeys(tx, businessId, { secrets, identities: marks.identities });
    await endPending(tx, businessId, debtorId);
    return false;
  }
  await forgetJudgedRows(tx, businessId, { listId: list.id, reference: marks.reference });
  const { said, isChanged } =
    list.sealed === ""
      ? { said: {}, isChanged: false }
      : withoutPerson(unsealJson<object>(secrets, list.sealed), marks);
  const sealed = isChanged ? sealJson(secrets, said) : undefined;
  await saveSearched(tx, businessId, { debtorId, listId: list.id, sealed });
  return true;
}
