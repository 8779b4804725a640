import { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { appendOutsideContact, type OutsideContactRow, outsideContact } from "../../../db/outside-contacts.ts";
import { contactOfDebtor, lockPerson } from "../../../db/stops.ts";
import { present } from "../../domain/assert.ts";
import type { Channel } from "../../domain/contact-law/facts.ts";
import { type EventKind, type Initiator, isOfInitiator } from "../../domain/contact-law/past-events.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/** Past every law's look back, and short enough that last year, typed by mistake, is noticed. */
export const OLDEST_DAYS = 90;

export type EnterContact = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  /** Named by whoever enters it: the same again changes nothing. */
  readonly id: string;
  readonly channel: Channel;
  /** ISO 8601, in business time; without an offset, as the clock on the business's wall shows it. */
  readonly at: string;
  readonly initiatedBy: Initiator;
  /** What came of it: a call that nobody took was `accepted`, one that did not go through `rejected`. */
  readonly kind: EventKind;
  /** The number, where it is one on file. */
  readonly contactId?: string | undefined;
  /** Another number, or an e-mail address. */
  readonly address?: string | undefined;
  readonly note?: string | undefined;
};

export type EnteredContact =
  | { readonly entered: true }
  | {
      readonly entered: false;
      /** `kind`: what came of it is not of who began it. `other-content`: this id names another contact. */
      readonly because: "not-found" | "in-the-future" | "too-old" | "kind" | "other-content";
    };

/**
 * A person of the business, or a system of theirs, reached a debtor by other ways than Saldar, or was reached. From the
 * next message that is judged it counts like one of ours. What waits is judged as it leaves and need not be looked for.
 */
export async function enterContact(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, ...said }: EnterContact,
): Promise<EnteredContact> {
  const { id, channel, initiatedBy, kind } = said;
  if (!isOfInitiator(initiatedBy, kind)) return { entered: false, because: "kind" };
  return deps.db.inBusiness(businessId, async (tx): Promise<EnteredContact> => {
    const { business, now } = await moveContext(deps, tx);
    // Their erasure locks them too: what is written about somebody is either there for it to empty, or came after it.
    if (!(await lockPerson(tx, businessId, debtorId))) return { entered: false, because: "not-found" };
    const contactId = said.contactId ?? null;
    if (contactId !== null && !(await contactOfDebtor(tx, businessId, { debtorId, contactId })))
      return { entered: false, because: "not-found" };
    const at = DateTime.fromISO(said.at, { zone: business.zone }).toUTC();

    const words = { address: textOf(said.address), note: textOf(said.note) };
    const made = { id, debtorId, contactId, channel, initiatedBy, kind, at, ...words };
    const before = await outsideContact(tx, businessId, id);
    if (before) return isSame(before, made) ? { entered: true } : { entered: false, because: "other-content" };
    if (at > now) return { entered: false, because: "in-the-future" };
    if (at < now.minus({ days: OLDEST_DAYS })) return { entered: false, because: "too-old" };

    const isNew = await appendOutsideContact(tx, businessId, { ...made, enteredBy: userId, enteredAt: now });
    // Of another debtor, whose lock is not this one's, and of this moment: it is there now.
    if (!isNew) {
      const other = present(await outsideContact(tx, businessId, id), "the contact of that id");
      return isSame(other, made) ? { entered: true } : { entered: false, because: "other-content" };
    }
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "contact.entered",
      subject: "debtor",
      subjectId: debtorId,
      before: null,
      // Without the note and the address: the audit is never erased.
      after: { id, channel, at: at.toISO(), initiatedBy, kind, contactId },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
    return { entered: true };
  });
}

function textOf(said: string | undefined): string | null {
  const text = storable(said ?? "").trim();
  return text === "" ? null : text;
}

function isSame(before: OutsideContactRow, { at, ...made }: OutsideContactRow): boolean {
  const isSameOtherwise = (Object.keys(made) as (keyof typeof made)[]).every((key) => before[key] === made[key]);
  return isSameOtherwise && before.at.toMillis() === at.toMillis();
}
