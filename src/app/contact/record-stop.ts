import { placeHolds, suppressContacts } from "../../../db/agreements.ts";
import { recordAudit } from "../../../db/audit.ts";
import { contactOfDebtor, lockPerson, type NamedAttorney, saveWishes } from "../../../db/stops.ts";
import type { DenyReason } from "../../domain/contact-law/decision.ts";
import type { Facts } from "../../domain/contact-law/facts.ts";
import { attorneyBars } from "../../domain/contact-law/stops.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { storable } from "../../domain/storable.ts";
import { dayOf } from "../../domain/time.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { silencePerson } from "./silence-person.ts";
import { withoutNames } from "./without-names.ts";

/** Why somebody is no longer to be written to, as it reached a person of the business by other ways than the chat. */
export type Stop =
  | { readonly kind: "opted_out" }
  | { readonly kind: "deceased" }
  /** Of one number: it is somebody else's. */
  | { readonly kind: "wrong_person"; readonly contactId: string }
  | ({ readonly kind: "attorney" } & NamedAttorney)
  | ({ readonly kind: "moratorium" } & NonNullable<Facts["moratorium"]>);

export type RecordStop = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  readonly stop: Stop;
  /** How they know: kept in the audit. */
  readonly reason: string;
};

/** `stopped` is false for what stands in nobody's way: a lawyer who does not answer, a protection that is over. */
export type RecordedStop = { readonly stopped: boolean };

/**
 * Records it for the whole business, and stops in the same transaction what waits for the person: after it has committed no
 * request starts for anything written before. Where a lawyer does not stand in the way, or a moratorium is over, nothing is
 * stopped and it is recorded all the same. Entered twice it stands once.
 */
export async function recordStop(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, stop, reason }: RecordStop,
): Promise<RecordedStop | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const wishes = await lockPerson(tx, businessId, debtorId);
    if (!wishes) return "not-found";
    const contactId = stop.kind === "wrong_person" ? stop.contactId : undefined;
    if (contactId !== undefined && !(await contactOfDebtor(tx, businessId, { debtorId, contactId })))
      return "not-found";

    switch (stop.kind) {
      case "opted_out":
      case "deceased":
        await placeHolds(tx, businessId, [
          { id: newId(), debtorId, kind: HOLDS[stop.kind], sourceId: null, placedBy: userId, placedAt: context.now },
        ]);
        break;
      case "wrong_person":
        await suppressContacts(tx, businessId, [stop.contactId], context.now);
        break;
      case "attorney": {
        const { kind: _, name, ...questions } = stop;
        await saveWishes(tx, businessId, debtorId, { ...wishes, attorney: { ...questions, name: storable(name) } });
        break;
      }
      case "moratorium": {
        const { type, lastProtectedDay } = stop;
        await saveWishes(tx, businessId, debtorId, {
          ...wishes,
          moratorium: { type: storable(type), lastProtectedDay },
        });
        break;
      }
    }
    const { outcome, denied } = MEANT[stop.kind];
    const stopped = stops(stop, context);
    if (stopped)
      await silencePerson(context, {
        debtorIds: [debtorId],
        contactId,
        reason: denied,
        outcome,
        by: `agent:${userId}`,
      });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "contact.stopped",
      subject: "debtor",
      subjectId: debtorId,
      before: stop.kind === "attorney" || stop.kind === "moratorium" ? withoutNames(wishes[stop.kind]) : null,
      after: { ...withoutNames(stop), reason: storable(reason) },
      at: context.now,
    });
    return { stopped };
  });
}

const HOLDS = { opted_out: "opt_out", deceased: "deceased" } as const;

const MEANT = {
  opted_out: { outcome: "opted_out", denied: "OPTED_OUT" },
  deceased: { outcome: "deceased", denied: "DECEASED" },
  wrong_person: { outcome: "wrong_person", denied: "WRONG_PERSON" },
  attorney: { outcome: "other", denied: "ATTORNEY_REPRESENTED" },
  moratorium: { outcome: "other", denied: "MORATORIUM" },
} as const satisfies Record<Stop["kind"], { outcome: Outcome; denied: DenyReason }>;

/** The day is compared where the business is; at the gate, where the person may be, it ends later if at all. */
function stops(stop: Stop, { business, now }: MoveContext): boolean {
  switch (stop.kind) {
    case "attorney":
      return attorneyBars(stop);
    case "moratorium":
      return stop.lastProtectedDay >= dayOf(now, business.zone);
    case "opted_out":
    case "deceased":
    case "wrong_person":
      return true;
  }
}
