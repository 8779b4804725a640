import type { Moment } from "./common.ts";

/** `GET /api/channels` → `Channels`: the numbers of the business, the one it writes through first. */
export type Channels = { readonly channels: readonly ChannelView[] };
export type ChannelView = {
  readonly id: string;
  readonly kind: "cloud" | "simulator" | "baileys" | "whatsapp_web";
  readonly name: string;
  readonly blockedBecause: string | null;
  /** Real time until which it rests, because Meta said that it goes too fast. */
  readonly pausedUntil: Moment | null;
  /** To how many different people it may write first in any 24 hours: Meta's messaging limit. Null: to any number. */
  readonly messagingLimit: number | null;
  /** How many it has written to in the last 24 hours outside WhatsApp's service window. */
  readonly reached: number;
  /** What leaves later because of the limit, and when the last of it does. */
  readonly waiting: number;
  readonly lastAt: Moment | null;
  /** Meta's tiers, to choose from; any other number of people may be set too. */
  readonly tiers: readonly number[];
};

/**
 * `PUT /api/channels/:id/messaging-limit` → 204, on the record: a whole number of people from 1 on, or null for no limit. What
 * waited for the number's day is looked at again at once. 404 when there is no such number.
 */
export type SetMessagingLimit = { readonly limit: number | null };
