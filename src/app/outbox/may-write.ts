import { numbersKnownBy } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { contactForOpening, type OpeningContact } from "../../../db/gate.ts";
import { present } from "../../domain/assert.ts";
import type { Decision } from "../../domain/contact-law/decision.ts";
import { type Channel, OTHER_CHANNELS, type OtherChannel } from "../../domain/contact-law/facts.ts";
import type { Law } from "../../domain/contact-law/law-for.ts";
import { makeChooseNumber } from "./choose-numbers.ts";
import { type AtGate, type GateContext, judgeApart } from "./gate.ts";

export type MayWrite = {
  readonly law: Law;
  readonly decision: Decision;
  /** Whether a person of the business may call them, or come by: the same law, by another channel. */
  readonly others: readonly { readonly channel: Channel; readonly decision: Decision }[];
};

/**
 * What the gate would say now to a first message of ours: the same question with the same facts, for a message that nobody
 * has written, by the number it would leave by; and to a contact of a person's by each other channel. Nothing is stored.
 * Undefined for who has no number.
 */
export async function mayWrite(tx: Tx, context: GateContext, debtorId: string): Promise<MayWrite | undefined> {
  const { id: businessId } = context.business;
  const contact = await contactForOpening(tx, businessId, debtorId);
  if (!contact) return undefined;
  const { contactId } = contact;
  const [known, choose] = await Promise.all([
    numbersKnownBy(tx, businessId, { contactIds: [contactId] }),
    makeChooseNumber(tx, businessId, context.channels),
  ]);
  const channel = choose(known.get(contactId) ?? [])?.channel;
  // The number an opening would leave by: how long its channel may go on delivering is part of the question.
  const ours = { ...contact, debtorId, ...OPENING, channelId: channel?.id ?? null, by: "whatsapp" as const };
  const theirs = OTHER_CHANNELS.map((by) => ({ ...ours, ...suppressedBy(by, contact), channelId: null, by }));
  const [judged, ...others] = await judgeApart<Asked>(tx, context, [ours, ...theirs]);
  const { law, decision } = present(judged, "the verdict on a first message");
  return { law, decision, others: others.map(({ send, decision }) => ({ channel: send.by, decision })) };
}

type Asked = AtGate & { readonly by: Channel };

/** That a number is somebody else's says nothing of an address. */
function suppressedBy(
  by: OtherChannel,
  { suppressedAt, suppressedBecause }: OpeningContact,
): Pick<OpeningContact, "suppressedAt" | "suppressedBecause"> {
  const isOfNumber = suppressedBecause === null || suppressedBecause === "wrong_person";
  const byNumber = by === "voice" || by === "sms";
  return isOfNumber && !byNumber
    ? { suppressedAt: null, suppressedBecause: null }
    : { suppressedAt, suppressedBecause };
}

/** As a conversation begins: nothing was said in it yet, by them or by us. */
const OPENING = {
  payload: {},
  verifiedAt: null,
  kind: "opening",
  trigger: "proactive",
  lastInboundAt: null,
  saidSinceInbound: 0,
  lastSaidAt: null,
  closedAt: null,
} as const;
