import { channelFor } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { contactForOpening } from "../../../db/gate.ts";
import type { Decision } from "../../domain/contact-law/decision.ts";
import { type GateContext, judge } from "./gate.ts";

/**
 * What the gate would say now to a first message of ours: the same question with the same facts, for a message that nobody
 * has written, by the number it would leave by. Nothing is stored. Undefined for who has no number.
 */
export async function mayWrite(tx: Tx, context: GateContext, debtorId: string): Promise<Decision | undefined> {
  const { business } = context;
  const contact = await contactForOpening(tx, business.id, debtorId);
  if (!contact) return undefined;
  const channel = await channelFor(tx, business.id);
  const opening = { ...contact, debtorId, ...OPENING, channelId: channel?.id ?? null };
  const [judged] = await judge(tx, context, [opening]);
  return judged?.decision;
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
