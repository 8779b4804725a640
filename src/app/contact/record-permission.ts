import type { DateTime } from "luxon";
import { liftHolds } from "../../../db/holds.ts";
import { contactOfDebtor, endSuppression, heldSince, lockPerson, wordsOfDebtor } from "../../../db/stops.ts";
import { present } from "../../domain/assert.ts";
import { type Channel, OTHER_CHANNELS } from "../../domain/contact-law/facts.ts";
import { storable } from "../../domain/storable.ts";
import { dayOf, type IsoDate } from "../../domain/time.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { keepPermission } from "./keep-permission.ts";

type PermissionDeps = Pick<Deps, "db" | "clock" | "secrets">;
type Who = { readonly businessId: string; readonly debtorId: string; readonly userId: string };

/** Given to the business elsewhere: on paper, in the shop, by telephone. */
export type GivenPermission = Who & {
  readonly contactId: string;
  readonly wording: string;
  readonly on: IsoDate;
  /** Where they agreed. */
  readonly channel: string;
  /** By which channels they may be contacted; besides those that were permitted before. */
  readonly by: readonly Channel[];
  /** Also from another number of the business than the one they know. Left out: what they said of it before stays. */
  readonly otherNumbers?: boolean | undefined;
};

export type RecordedPermission =
  | { readonly recorded: true }
  | {
      readonly recorded: false;
      /** `earlier`: those words are older than the opt-out that they would lift. */
      readonly because: "not-found" | "opted-out" | "not-theirs" | "deceased" | "in-the-future" | "earlier";
    };

/** An agent records where, when and in which words somebody agreed. It lifts nothing: who opted out is refused here. */
export async function recordPermission(
  deps: PermissionDeps,
  { businessId, debtorId, userId, contactId, wording, on, channel, by, otherNumbers = false }: GivenPermission,
): Promise<RecordedPermission> {
  return deps.db.inBusiness(businessId, async (tx): Promise<RecordedPermission> => {
    const { business, now } = await moveContext(deps, tx);
    const contact =
      (await lockPerson(tx, businessId, debtorId)) && (await contactOfDebtor(tx, businessId, { debtorId, contactId }));
    if (!contact) return { recorded: false, because: "not-found" };
    if (on > dayOf(now, business.zone)) return { recorded: false, because: "in-the-future" };
    const { suppressedAt, suppressedBecause, tookBack } = contact;
    const held = (kind: string) => heldSince(tx, businessId, { debtorId, kind, now });
    if ((await held("deceased")) || suppressedBecause === "deceased") return { recorded: false, because: "deceased" };
    if (tookBack || suppressedBecause === "opted_out" || suppressedBecause === "erased" || (await held("opt_out")))
      return { recorded: false, because: "opted-out" };
    if (suppressedAt) return { recorded: false, because: "not-theirs" };

    const given = {
      contactId,
      wording: `${storable(wording)} (${storable(channel)})`,
      grantedOn: on,
      messageId: null,
      at: now,
    };
    const permission = {
      ...given,
      id: newId(),
      granted: by.includes("whatsapp"),
      otherChannels: OTHER_CHANNELS.filter((one) => by.includes(one)),
      otherNumbers,
      addsToLast: true,
      source: "agent",
    } as const;
    await keepPermission(tx, { businessId, debtorId, actor: userId, at: now }, permission);
    return { recorded: true };
  });
}

/**
 * The debtor's own words, in a message of theirs that an agent points to. They alone lift an opt-out, and only one that they came
 * after; so do the words of whoever has a number that was thought to be somebody else's.
 */
export async function recordOwnWords(
  deps: PermissionDeps,
  { businessId, debtorId, userId, messageId }: Who & { readonly messageId: string },
): Promise<RecordedPermission> {
  return deps.db.inBusiness(businessId, async (tx): Promise<RecordedPermission> => {
    const { business, now } = await moveContext(deps, tx);
    const words =
      (await lockPerson(tx, businessId, debtorId)) && (await wordsOfDebtor(tx, businessId, { debtorId, messageId }));
    if (!words?.body.trim()) return { recorded: false, because: "not-found" };
    const { contactId, body, sentAt } = words;
    const contact = present(
      await contactOfDebtor(tx, businessId, { debtorId, contactId }),
      "the contact they wrote from",
    );
    const { suppressedAt, suppressedBecause } = contact;
    const held = (kind: string) => heldSince(tx, businessId, { debtorId, kind, now });
    if ((await held("deceased")) || suppressedBecause === "deceased") return { recorded: false, because: "deceased" };
    const stoppedAt = latest([await held("opt_out"), suppressedAt ?? undefined]);
    if (stoppedAt && sentAt <= stoppedAt) return { recorded: false, because: "earlier" };

    await liftHolds(tx, businessId, { debtorId, kind: "opt_out", by: userId, at: now });
    if (suppressedAt) await endSuppression(tx, businessId, contactId);
    const given = { contactId, wording: body, grantedOn: dayOf(sentAt, business.zone), messageId, at: now };
    // Who had asked us to stop has asked to be written to again, and not to be called.
    const permission = {
      ...given,
      id: newId(),
      granted: true,
      otherChannels: [],
      otherNumbers: false,
      addsToLast: !stoppedAt,
      source: "debtor_words",
    } as const;
    await keepPermission(tx, { businessId, debtorId, actor: userId, at: now }, permission);
    return { recorded: true };
  });
}

function latest(moments: readonly (DateTime | undefined)[]): DateTime | undefined {
  return moments.reduce<DateTime | undefined>((last, one) => (last && (!one || one < last) ? last : one), undefined);
}
