import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { warmContacts } from "../../../db/channels.ts";
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
import { isWindowOpen } from "../../channels/service-window.ts";
import { mayBeSaid } from "../../domain/contact-law/content/lint.ts";
import { decide } from "../../domain/contact-law/decide.ts";
import type { Decision } from "../../domain/contact-law/decision.ts";
import type { Channel, Facts } from "../../domain/contact-law/facts.ts";
import { type Law, lawFor } from "../../domain/contact-law/law-for.ts";
import { LINKED_PHONE_QUIET } from "../../domain/contact-law/number-clauses.ts";
import { roleOf } from "../../domain/contact-law/role-of.ts";
import { suppressionFacts } from "../../domain/contact-law/suppression-facts.ts";
import { BURST_MS, classifyTrigger } from "../../domain/contact-law/trigger.ts";
import type { Deps } from "../deps.ts";
import { messageKind } from "./kinds.ts";
import { LOOK_BACK_DAYS, permissionFacts, personFacts } from "./person-facts.ts";

/** Of a message, what the gate asks: one that is due has it, and so has one that is only thought of (`may-write.ts`). */
export type AtGate = Pick<
  DueSend,
  | "kind"
  | "trigger"
  | "payload"
  | "contactId"
  | "phone"
  | "debtorId"
  | "contactRole"
  | "contactName"
  | "debtorKind"
  | "debtorName"
  | "debtorCountry"
  | "debtorSubdivision"
  | "debtorZone"
  | "verifiedAt"
  | "lastInboundAt"
  | "saidSinceInbound"
  | "lastSaidAt"
  | "closedAt"
  | "suppressedAt"
  | "suppressedBecause"
  | "attorney"
  | "moratorium"
  | "requestedHours"
  | "inconvenient"
> & {
  readonly channelId: string | null;
  /** WhatsApp, where it is a message of ours; another where somebody only asks whether they might call, or come by. */
  readonly by?: Channel;
};

/** A message at the gate: what was asked, under whose law, from which facts, and the verdict. */
export type Judged<Send extends AtGate = DueSend> = {
  readonly send: Send;
  readonly law: Law;
  readonly facts: Facts;
  readonly decision: Decision;
};

export type GateContext = {
  readonly business: Business;
  readonly now: DateTime;
  readonly channels: Deps["channels"];
};

/**
 * Asks contact law about each message, with everything it may want to know read for all of them at once. Of several that we
 * start to one person each is judged as if those before it left at their moment: the law counts them before the next. Those that
 * may leave now are counted; with `laterStarts`, as a plan wants it, also those that may leave later.
 */
export async function judge<Send extends AtGate>(
  tx: Tx,
  context: GateContext,
  sends: readonly Send[],
  { laterStarts = false }: { laterStarts?: boolean } = {},
): Promise<Judged<Send>[]> {
  const history = await historyOf(tx, context, sends);
  return sends.map((send) => {
    const judged = judgeOne(context, history, send);
    const leavesAt = judged.decision.allowed ? context.now : laterStarts ? judged.decision.until : null;
    if (leavesAt) countStart(history.contacts, judged, leavesAt);
    return judged;
  });
}

/** Asks about messages that nobody sends: each by itself, with none of the others made. */
export async function judgeApart<Send extends AtGate>(
  tx: Tx,
  context: GateContext,
  asked: readonly Send[],
): Promise<Judged<Send>[]> {
  const history = await historyOf(tx, context, asked);
  return asked.map((send) => judgeOne(context, history, send));
}

function judgeOne<Send extends AtGate>(context: GateContext, history: History, send: Send): Judged<Send> {
  const { business, now } = context;
  const law = lawOf(send, business);
  const lives = timeToLive(send, context);
  const facts = {
    ...factsOf(send, law, { history, now, business, lives }),
    ...(needsWarmth(send, context.channels) && { quiet: LINKED_PHONE_QUIET }),
    ...(isCold(send, history, context.channels) && { coldOnNumber: true }),
  };
  return { send, law, facts, decision: decide(law.profile, facts, now) };
}

/** What passes as nothing else than something that we start, whatever it was meant as. */
export function startsContact(send: AtGate, now: DateTime): boolean {
  return classifyTrigger(send.trigger, chatOf(send, now), now) === "proactive";
}

function countStart(contacts: History["contacts"], { send, decision }: Judged<AtGate>, at: DateTime): void {
  if (decision.judgedAs !== "proactive" || send.debtorId === null) return;
  const made: MadeContact = { debtorId: send.debtorId, channel: "whatsapp", at, answered: false };
  contacts.set(send.debtorId, [...(contacts.get(send.debtorId) ?? []), made]);
}

function lawOf({ debtorCountry, debtorSubdivision, debtorZone, phone }: AtGate, business: Business): Law {
  return lawFor(business, { country: debtorCountry, subdivision: debtorSubdivision, zone: debtorZone, phone });
}

/** How long the channel may go on trying to deliver it: of a template only, which it is where WhatsApp's 24 hours are over. */
export function timeToLive(
  { channelId, lastInboundAt }: Pick<AtGate, "channelId" | "lastInboundAt">,
  { channels, now }: Pick<GateContext, "channels" | "now">,
): number | undefined {
  const can = channelId === null ? undefined : channels.get(channelId)?.can;
  if (!can || can.freeTextAnyTime || isWindowOpen(lastInboundAt ?? undefined, now)) return undefined;
  return can.templateTimeToLiveSeconds;
}

type History = {
  readonly holds: ReadonlyMap<string, ActiveHold[]>;
  readonly contacts: Map<string, MadeContact[]>;
  readonly permissions: ReadonlyMap<string, PermissionRow>;
  /** Who has written to the number by which they would be written to, as `channel contact`; asked only of numbers that need it. */
  readonly warm: ReadonlySet<string>;
};

/** An answer that passes as a reply depends on stop states only: at a thousand turns a second the rest is worth not asking. */
async function historyOf(tx: Tx, { business, now, channels }: GateContext, sends: readonly AtGate[]): Promise<History> {
  const everybody = [...new Set(sends.flatMap(({ debtorId }) => debtorId ?? []))];
  const asking = sends.filter((send) => {
    return send.kind !== "answer" || classifyTrigger(send.trigger, chatOf(send, now), now) !== "reply";
  });
  if (asking.length === 0) {
    const stops = everybody.length === 0 ? [] : await placedHolds(tx, business.id, { debtorIds: everybody, now });
    return {
      holds: Map.groupBy(stops, ({ debtorId }) => debtorId),
      contacts: new Map(),
      permissions: new Map(),
      warm: new Set(),
    };
  }
  const debtorIds = [...new Set(asking.flatMap(({ debtorId }) => debtorId ?? []))];
  const contactIds = [...new Set(asking.map(({ contactId }) => contactId))];
  const unsure = asking.filter((send) => needsWarmth(send, channels) && send.lastInboundAt === null);
  const [holds, owed, contacts, permissions, warm] = await Promise.all([
    activeHolds(tx, business.id, { debtorIds: everybody, now }),
    owedByDebtor(tx, business.id, debtorIds, business.currency),
    recentContacts(tx, business.id, debtorIds, now.minus({ days: LOOK_BACK_DAYS })),
    permissionsOf(tx, business.id, contactIds),
    unsure.length === 0
      ? new Set<string>()
      : warmContacts(tx, business.id, {
          channelIds: [...new Set(unsure.flatMap(({ channelId }) => channelId ?? []))],
          contactIds: [...new Set(unsure.map(({ contactId }) => contactId))],
        }),
  ]);
  // Read now and not when the message was asked for: they may have paid while it waited for its hour.
  const paidUp = debtorIds.filter((id) => (owed.get(id)?.minor ?? 0n) <= 0n);
  const standing = [...holds, ...paidUp.map((debtorId) => ({ debtorId, kind: "nothing_owed" as const }))];
  return {
    holds: Map.groupBy(standing, ({ debtorId }) => debtorId),
    contacts: Map.groupBy(contacts, ({ debtorId }) => debtorId),
    permissions: new Map(permissions.map((row) => [row.contactId, row])),
    warm,
  };
}

/** A linked phone writes first only to who has written to it. */
function needsWarmth({ channelId }: Pick<AtGate, "channelId">, channels: GateContext["channels"]): boolean {
  return channelId !== null && channels.get(channelId)?.can.initiate === "warm-only";
}

function isCold(send: AtGate, { warm }: History, channels: GateContext["channels"]): boolean {
  if (!needsWarmth(send, channels) || send.lastInboundAt !== null) return false;
  return !warm.has(`${send.channelId} ${send.contactId}`);
}

function factsOf(
  send: AtGate,
  law: Law,
  { history, now, business, lives }: { history: History; now: DateTime; business: Business; lives: number | undefined },
): Facts {
  const { debtorId, attorney, moratorium, requestedHours, inconvenient, by = "whatsapp" } = send;
  const holds = debtorId === null ? [] : (history.holds.get(debtorId) ?? []);
  const permission = history.permissions.get(send.contactId);
  return {
    country: law.country,
    placeKnown: law.known,
    trigger: send.trigger,
    ...chatOf(send, now),
    channel: by,
    recipient: debtorId === null ? "stranger" : roleOf(send),
    zones: law.zones,
    ...personFacts({
      holds: holds.map(({ kind }) => kind),
      contacts: debtorId === null ? [] : (history.contacts.get(debtorId) ?? []),
      attorney,
      moratorium,
      requestedHours,
      inconvenient,
    }),
    ...(send.suppressedAt && suppressionFacts(send.suppressedBecause, send.suppressedAt)),
    ...(lives !== undefined && { deliveredWithinSeconds: lives }),
    ...permissionFacts(permission),
    ...(saysForbidden(send, { country: law.country, creditor: business.name }) && { forbiddenContent: true }),
  };
}

/**
 * The words of a person are read once more as they leave: since they were taken, the proof of who reads them may have been
 * withdrawn. The bot's own words are read in a test, for every country.
 */
function saysForbidden(
  { kind, payload, verifiedAt }: AtGate,
  { country, creditor }: { country: string; creditor: string },
): boolean {
  if (payload.text === undefined) return false;
  return !mayBeSaid(payload.text, country, messageKind(kind), { verified: verifiedAt !== null, creditor });
}

/** What says whether a message passes as a reply. One that goes on with our second burst does not begin a third. */
function chatOf(
  { kind, saidSinceInbound, lastSaidAt, lastInboundAt, closedAt }: AtGate,
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
