import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, recordedAt } from "./columns.ts";

/**
 * The few tables that belong to no business, because they are read before the business is known. The application's role
 * has no right on the routes: it asks the narrow functions of `db/lookups.ts`, which answer one key with one row.
 */

/** Which business a WhatsApp number belongs to. One number, one business. */
export const channelRoute = pgTable("channel_route", {
  routingKey: text().primaryKey(),
  businessId: uuid().notNull(),
  channelId: uuid().notNull(),
});

/** Which business a payment link belongs to. */
export const paymentRoute = pgTable("payment_route", {
  tokenHash: bytes().primaryKey(),
  businessId: uuid().notNull(),
  paymentLinkId: uuid().notNull(),
});

/** Which business an API key belongs to. Here as long as the key stands: `route_api_key` keeps it so. */
export const apiKeyRoute = pgTable("api_key_route", {
  keyHash: bytes().primaryKey(),
  businessId: uuid().notNull(),
  apiKeyId: uuid().notNull(),
});

/** A payment provider's webhook as it came: kept under its event's id, answered, then processed. */
export const providerDelivery = pgTable(
  "provider_delivery",
  {
    provider: text().notNull(),
    eventId: text().notNull(),
    body: text().notNull(),
    receivedAt: instant().notNull(),
    /** Read off the event's metadata; null when it carries none. */
    businessId: uuid(),
    processedAt: instant(),
    attempts: integer().notNull().default(0),
    retryAt: instant(),
    failure: text(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.eventId] }), index("provider_delivery_waiting").on(t.processedAt)],
);

/** A signed webhook for a number that no business here has: kept, shown to nobody's customer, counted. */
export const strayDelivery = pgTable("stray_delivery", {
  id: uuid().primaryKey(),
  source: text().notNull(),
  body: text().notNull(),
  receivedAt: instant().notNull(),
});

/** Which businesses there are: what workers take turns over. */
export const businessRoute = pgTable("business_route", { businessId: uuid().primaryKey() });
