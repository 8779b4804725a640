/** How a business reaches people on WhatsApp: Meta's Cloud API, a phone linked by one of two libraries, or the demo's simulated phone. */
export const CHANNEL_KINDS = ["cloud", "simulator", "baileys", "whatsapp_web"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Companions of somebody's own phone, each a session that one process holds. */
export const LINKED_KINDS = ["baileys", "whatsapp_web"] as const satisfies readonly ChannelKind[];
export type LinkedKind = (typeof LINKED_KINDS)[number];

export function isLinked(kind: ChannelKind): kind is LinkedKind {
  return kind === "baileys" || kind === "whatsapp_web";
}
