import type { WhatsappBatch, WhatsappPayload } from "./whatsapp-payload.ts";

/**
 * What of a webhook belongs to whoever has these batches, as JSON of the shape that Meta sends: one delivery may tell of
 * the numbers of several businesses, and none may keep what another's debtors wrote. A webhook that is theirs alone stays
 * as it came, to the byte.
 */
export function shareOf(
  { text, payload }: { readonly text: string; readonly payload: WhatsappPayload },
  batches: readonly WhatsappBatch[],
): string {
  if (batches.length === payload.changeCount) return text;
  const byEntry = Map.groupBy(batches, ({ origin }) => origin.entry);
  const entry = [...byEntry].map(([whole, own]) => ({ ...whole, changes: own.map(({ origin }) => origin.change) }));
  return JSON.stringify({ object: "whatsapp_business_account", entry });
}
