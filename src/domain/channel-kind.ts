/** How a business reaches people on WhatsApp: Meta's Cloud API, a phone linked by one of two libraries, or the demo's simulated phone. */
export const CHANNEL_KINDS = ["cloud", "simulator", "baileys", "whatsapp_web"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
