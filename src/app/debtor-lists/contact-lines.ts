import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { type DebtorOnFile, debtorsOnFile } from "../../../db/debtor-lists/on-file.ts";
import type { ContactLine } from "../../../db/debtor-lists/stored-list.ts";
import { activeHolds, recentContacts } from "../../../db/gate.ts";
import { decide } from "../../domain/contact-law/decide.ts";
import type { Facts } from "../../domain/contact-law/facts.ts";
import { profileOf } from "../../domain/contact-law/profiles.ts";
import { toText } from "../../domain/money.ts";
import { STOPPED_BY } from "../../domain/outreach/holds.ts";
import type { TalliedDebtor } from "./tally.ts";

/** The law's longest look back is a week; a day more covers every zone. */
const LOOK_BACK_DAYS = 8;

/**
 * When the first message could leave for each of these debtors, or the rule that forbids it, once the list is in the books.
 * The same question the gate asks at every send, with what the list adds to what is known.
 */
export async function contactLines(
  { tx, business, now }: { tx: Tx; business: Business; now: DateTime },
  debtors: readonly TalliedDebtor[],
): Promise<ContactLine[]> {
  const known = await debtorsOnFile(
    tx,
    business.id,
    debtors.map(({ reference }) => reference),
  );
  const onFile = new Map(known.map((debtor) => [debtor.reference, debtor]));
  const ids = known.map(({ id }) => id);
  const [holds, contacts] = await Promise.all([
    activeHolds(tx, business.id, { debtorIds: ids, now }),
    recentContacts(tx, business.id, ids, now.minus({ days: LOOK_BACK_DAYS })),
  ]);
  const profile = profileOf(business.country, { readings: business.readings });

  return debtors.map((debtor) => {
    const before = onFile.get(debtor.reference);
    const { name, reference } = debtor;
    const line = { name, reference, owed: toText(debtor.owed) };
    if (!debtor.reachable && !before?.reachable && !before?.suppressed) {
      return { ...line, mayWriteAt: null, reason: "NO_PHONE", clauseId: null };
    }
    const facts: Facts = {
      ...factsOf(debtor, before, { business, now }),
      holds: [
        ...holds.flatMap(({ debtorId, kind }) => (debtorId === before?.id ? [kind] : [])),
        ...(debtor.disputed ? (["dispute"] as const) : []),
      ].map((kind) => ({ kind, stops: STOPPED_BY[kind] })),
      contacts: contacts.flatMap(({ debtorId, at, channel }) =>
        debtorId === before?.id ? [{ at, channel, proactive: true }] : [],
      ),
    };
    const decision = decide(profile, facts, now);
    const moment = decision.allowed ? now : decision.until;
    const mayWriteAt = moment === null ? null : moment.toUTC().toISO();
    return { ...line, mayWriteAt, reason: decision.reason, clauseId: decision.clause.id };
  });
}

/** May somebody be written to for this debtor, with what the list says and what is on file? */
export function hasPermission(
  debtor: TalliedDebtor,
  before: Pick<DebtorOnFile, "permission" | "tookBack"> | undefined,
): boolean {
  if (debtor.permission === "refused" || before?.tookBack) return false;
  return debtor.permission === "given" || Boolean(before?.permission);
}

function factsOf(
  debtor: TalliedDebtor,
  before: DebtorOnFile | undefined,
  { business, now }: { business: Business; now: DateTime },
): Omit<Facts, "holds" | "contacts"> {
  const given = before?.permission ?? { source: "upload" as const, givenAt: now };
  return {
    country: business.country,
    trigger: "proactive",
    messageKind: "opening",
    channel: "whatsapp",
    recipient: "debtor",
    zones: [debtor.zone ?? before?.zone ?? business.zone],
    conversationClosed: false,
    repliesSinceDebtorWrote: 0,
    wrongPerson: before?.suppressed === true && !debtor.reachable,
    ...(hasPermission(debtor, before) && { permission: { channels: ["whatsapp"], ...given } }),
    ...(before?.attorney && { attorney: before.attorney }),
    ...(before?.moratorium && { moratorium: before.moratorium }),
    ...(before?.requestedHours && { requestedHours: before.requestedHours }),
    ...(before?.inconvenient && { inconvenient: before.inconvenient }),
  };
}
