import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { contactForOpening } from "../../../db/gate.ts";
import type { Decision } from "../../domain/contact-law/decision.ts";
import { judge } from "./gate.ts";

/**
 * What the gate would say now to a first message of ours: the same question with the same facts, for a message that nobody
 * has written. Nothing is stored. Undefined for who has no number.
 */
export async function mayWrite(
  tx: Tx,
  business: Business,
  debtorId: string,
  now: DateTime,
): Promise<Decision | undefined> {
  const contact = await contactForOpening(tx, business.id, debtorId);
  if (!contact) return undefined;
  const [judged] = await judge(tx, { business, now, channels: new Map() }, [{ ...contact, debtorId, ...OPENING }]);
  return judged?.decision;
}

/** As a conversation begins: nothing was said in it yet, by them or by us, and the number it leaves by is not chosen. */
const OPENING = {
  channelId: null,
  payload: {},
  verifiedAt: null,
  kind: "opening",
  trigger: "proactive",
  lastInboundAt: null,
  saidSinceInbound: 0,
  lastSaidAt: null,
  closedAt: null,
} as const;
