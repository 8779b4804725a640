import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import {
  type ActiveHold,
  activeHolds,
  type MadeContact,
  type PermissionRow,
  permissionsOf,
  placedHolds,
  recentContacts,
} from "../../../db/gate.ts";
import type { DueSend } from "../../../db/outbox.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import { present } from "../../domain/assert.ts";
import { decide } from "../../domain/contact-law/decide.ts";
import type { Decision } from "../../domain/contact-law/decision.ts";
import type { Attorney, Facts } from "../../domain/contact-law/facts.ts";
import { profileOf } from "../../domain/contact-law/profiles.ts";
import { suppressionFacts } from "../../domain/contact-law/suppression-facts.ts";
import { BURST_MS, classifyTrigger } from "../../domain/contact-law/trigger.ts";
import { MESSAGE_KINDS, type MessageKind, STOPPED_BY } from "../../domain/outreach/holds.ts";

/** A message at the gate: what was asked, from which facts, and the verdict. */
export type Judged = { readonly send: DueSend; readonly facts: Facts; readonly decision: Decision };

/** The law's longest look back is a week; a day more covers every zone. */
const LOOK_BACK_DAYS = 8;

/** Asks contact law about each message, with everything it may want to know read for all of them at once. */
export async function judge(tx: Tx, business: Business, sends: readonly DueSend[], now: DateTime): Promise<Judged[]> {
  const history = await historyOf(tx, business, sends, now);
  const profile = profileOf(business.country, { readings: business.readings });
  return sends.map((send) => {
    const facts = factsOf(send, business, { history, now });
    return { send, facts, decision: decide(profile, facts, now) };
  });
}

type History = {
  readonly holds: ReadonlyMap<string, ActiveHold[]>;
  readonly contacts: ReadonlyMap<string, MadeContact[]>;
  readonly permissions: ReadonlyMap<string, PermissionRow>;
};

/** An answer that passes as a reply depends on stop states only: at a thousand turns a second the rest is worth not asking. */
async function historyOf(tx: Tx, business: Business, sends: readonly DueSend[], now: DateTime): Promise<History> {
  const everybody = [...new Set(sends.flatMap(({ debtorId }) => debtorId ?? []))];
  const asking = sends.filter((send) => {
    return send.kind !== "answer" || classifyTrigger(send.trigger, chatOf(send, now), now) !== "reply";
  });
  if (asking.length === 0) {
    const stops = everybody.length === 0 ? [] : await placedHolds(tx, business.id, { debtorIds: everybody, now });
    return { holds: Map.groupBy(stops, ({ debtorId }) => debtorId), contacts: new Map(), permissions: new Map() };
  }
  const debtorIds = [...new Set(asking.flatMap(({ debtorId }) => debtorId ?? []))];
  const contactIds = [...new Set(asking.map(({ contactId }) => contactId))];
  const [holds, owed, contacts, permissions] = await Promise.all([
    activeHolds(tx, business.id, { debtorIds: everybody, now }),
    owedByDebtor(tx, business.id, debtorIds, business.currency),
    recentContacts(tx, business.id, debtorIds, now.minus({ days: LOOK_BACK_DAYS })),
    permissionsOf(tx, business.id, contactIds),
  ]);
  // Read now and not when the message was asked for: they may have paid while it waited for its hour.
  const paidUp = debtorIds.filter((id) => (owed.get(id)?.minor ?? 0n) <= 0n);
  const standing = [...holds, ...paidUp.map((debtorId) => ({ debtorId, kind: "nothing_owed" as const }))];
  return {
    holds: Map.groupBy(standing, ({ debtorId }) => debtorId),
    contacts: Map.groupBy(contacts, ({ debtorId }) => debtorId),
    permissions: new Map(permissions.map((row) => [row.contactId, row])),
  };
}

function factsOf(send: DueSend, business: Business, { history, now }: { history: History; now: DateTime }): Facts {
  const holds = send.debtorId === null ? [] : (history.holds.get(send.debtorId) ?? []);
  const permission = history.permissions.get(send.contactId);
  return {
    country: business.country,
    trigger: send.trigger,
    ...chatOf(send, now),
    channel: "whatsapp",
    recipient: send.debtorId === null ? "stranger" : "debtor",
    zones: [send.debtorZone ?? business.zone],
    holds: holds.map(({ kind }) => ({ kind, stops: STOPPED_BY[kind] })),
    contacts:
      send.debtorId === null
        ? []
        : (history.contacts.get(send.debtorId) ?? []).map(({ at, channel }) => ({ at, channel, proactive: true })),
    ...(send.suppressedAt && suppressionFacts(send.suppressedBecause, send.suppressedAt)),
    ...(permission?.granted && {
      permission: { channels: ["whatsapp"], source: permission.source, givenAt: permission.recordedAt },
    }),
    ...(send.attorney && { attorney: questionsOf(send.attorney) }),
    ...(send.moratorium && { moratorium: send.moratorium }),
    ...(send.requestedHours && { requestedHours: send.requestedHours }),
    ...(send.inconvenient && { inconvenient: send.inconvenient }),
  };
}

/** Without the lawyer's name: what is decided from is kept for ever. */
function questionsOf({ contactKnown, unresponsive, consentsToDirect }: Attorney): Attorney {
  return { contactKnown, unresponsive, consentsToDirect };
}

/** What says whether a message passes as a reply. One that goes on with our second burst does not begin a third. */
function chatOf(
  { kind, saidSinceInbound, lastSaidAt, lastInboundAt, closedAt }: DueSend,
  now: DateTime,
): Parameters<typeof classifyTrigger>[1] {
  const goesOn = saidSinceInbound > 1 && lastSaidAt !== null && now.toMillis() - lastSaidAt.toMillis() <= BURST_MS;
  return {
    messageKind: messageKind(kind),
    conversationClosed: closedAt !== null,
    repliesSinceDebtorWrote: goesOn ? saidSinceInbound - 1 : saidSinceInbound,
    ...(lastInboundAt && { lastInboundAt }),
  };
}

function messageKind(kind: string): MessageKind {
  return present(
    MESSAGE_KINDS.find((known) => known === kind),
    `the message kind ${kind}`,
  );
}
