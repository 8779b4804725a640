import { channelFor } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { contactForOpening } from "../../../db/gate.ts";
import { type GateContext, type Judged, judge } from "./gate.ts";

/**
 * What the gate would say now to a first message of ours: the same question with the same facts, for a message that nobody
 * has written, by the number it would leave by. Nothing is stored. Undefined for who has no number.
 */
export async function mayWrite(
  tx: Tx,
  context: GateContext,
  debtorId: string,
): Promise<Pick<Judged, "decision" | "law"> | undefined> {
  const { id: businessId } = context.business;
  const [contact, channel] = await Promise.all([
    contactForOpening(tx, businessId, debtorId),
    channelFor(tx, businessId),
  ]);
  if (!contact) return undefined;
  // The number an opening would leave by: how long its channel may go on delivering is part of the question.
  const [judged] = await judge(tx, context, [{ ...contact, debtorId, ...OPENING, channelId: channel?.id ?? null }]);
  return judged;
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
