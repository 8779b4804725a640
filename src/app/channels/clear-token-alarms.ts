import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { clearAlarmsOf } from "../../../db/console/alarms.ts";
import { TOKEN_CODES } from "../../channels/token-codes.ts";

/**
 * The number has secrets that work: whatever was told of its token is over. Not by what stops it at this moment: a start gives it another try
 * (`joinNumber`), and each refusal by another code takes the place of the one before.
 */
export async function clearTokenAlarms(
  tx: Tx,
  businessId: string,
  { channelId, at }: { channelId: string; at: DateTime },
): Promise<void> {
  const beginnings = TOKEN_CODES.map((code) => `${code}:`);
  await clearAlarmsOf(tx, businessId, { kind: "channel.blocked", subjectId: channelId, beginnings, at });
}
