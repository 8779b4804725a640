import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/** A phone that is linked, or to be: where its link stands, as the process that has it wrote. Moments are real time. */
export type LinkRow = {
  readonly channelId: string;
  readonly kind: "baileys" | "whatsapp_web";
  readonly name: string;
  readonly expectedPhone: string | null;
  readonly retiredAt: DateTime | null;
  /** `LinkState` without what lets anybody link; null before anybody asked. */
  readonly state: unknown;
  /** The QR or the code, sealed. */
  readonly secret: Uint8Array | null;
  readonly since: DateTime | null;
  readonly asked: unknown;
  readonly linkedBy: string | null;
  readonly linkedAt: DateTime | null;
  readonly selfPhone: string | null;
  /** Until when a process says that it has the phone. */
  readonly heldUntil: DateTime | null;
};

/** The linked phones of a business, or the one of that id. */
export async function linkRows(tx: Tx, businessId: string, only?: string): Promise<LinkRow[]> {
  return tx<LinkRow[]>`
    select h.id as channel_id, h.kind, h.name, h.phone as expected_phone, h.retired_at, l.state, l.secret, l.since, l.asked,
      l.linked_by, l.linked_at, l.self_phone, s.until as held_until
    from channel h
    left join channel_link l on l.business_id = h.business_id and l.channel_id = h.id
    left join session_lease s on s.business_id = h.business_id and s.channel_id = h.id
    where h.business_id = ${businessId} and h.kind in ('baileys', 'whatsapp_web') ${only === undefined ? tx`` : tx`and h.id = ${only}`}
    order by h.id`;
}

const RISK_ACCEPTED = "channel.accept-risk";

/** Who said first that they take the risk of this linked phone: the record itself is the proof. */
export async function riskAccepted(
  tx: Tx,
  businessId: string,
  channelId: string,
): Promise<{ actor: string; at: DateTime } | undefined> {
  const [first] = await tx<{ actor: string; at: DateTime }[]>`
    select actor, at from audit_event
    where business_id = ${businessId} and subject_id = ${channelId} and action = ${RISK_ACCEPTED} order by id limit 1`;
  return first;
}

/** Whether a number in use has this phone. Asked under the business's lock, so that two who add it at once do not both succeed. */
export async function isPhoneTaken(tx: Tx, businessId: string, phone: string): Promise<boolean> {
  await tx`select from business where id = ${businessId} for no key update`;
  const taken = await tx`
    select from channel where business_id = ${businessId} and phone = ${phone} and retired_at is null limit 1`;
  return taken.count > 0;
}

export async function setPhone(tx: Tx, businessId: string, channelId: string, phone: string): Promise<void> {
  await tx`update channel set phone = ${phone} where business_id = ${businessId} and id = ${channelId}`;
}
