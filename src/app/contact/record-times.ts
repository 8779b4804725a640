import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { type ContactWishes, livesIn, lockPerson, saveWishes } from "../../../db/stops.ts";
import { acceptsRequest } from "../../domain/contact-law/hours-check.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/** What is left out stays as it was; null takes it away. */
export type ContactTimes = Partial<Pick<ContactWishes, "zone" | "requestedHours" | "inconvenient">>;

export type RecordTimes = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  readonly times: ContactTimes;
  /** How they know: kept in the audit. */
  readonly reason: string;
};

/** Recorded, whatever the law says of it. */
export type RecordedTimes = {
  /** The law of where they live lets the hours they asked for count, as they asked for them; true where they asked for none. */
  readonly countsHours: boolean;
};

/** Where the person is and at what times they can be written to: it holds from the next message that is judged. */
export async function recordTimes(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, times, reason }: RecordTimes,
): Promise<RecordedTimes | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    const wishes = await lockPerson(tx, businessId, debtorId);
    if (!wishes) return "not-found";
    await saveWishes(tx, businessId, debtorId, { ...wishes, ...times });
    const { zone, requestedHours, inconvenient } = wishes;
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "contact.times-changed",
      subject: "debtor",
      subjectId: debtorId,
      before: { zone, requestedHours, inconvenient },
      after: { ...times, reason: storable(reason) },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
    const asked = times.requestedHours === undefined ? requestedHours : times.requestedHours;
    const { profile } = lawFor(business, (await livesIn(tx, businessId, debtorId)) ?? {});
    return { countsHours: !asked || (profile !== undefined && acceptsRequest(profile, asked)) };
  });
}
