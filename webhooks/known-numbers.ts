import { channelOf } from "../db/lookups.ts";
import { numberForWebhook } from "../db/numbers.ts";
import { type CloudCredentials, sealCredentials, unsealCredentials } from "../src/app/channels/credentials.ts";
import type { Deps } from "../src/app/deps.ts";
import { newToken } from "../src/ids.ts";

/** A number in use, and what proves that a webhook about it is Meta's. */
export type KnownNumber = {
  readonly businessId: string;
  readonly channelId: string;
  /** Its own secrets; `undefined`: those of the settings hold for it. */
  readonly credentials: Pick<CloudCredentials, "appSecret" | "verifyToken"> | undefined;
};

export type KnownNumbers = {
  /** As it was within the last minute, when somebody asked; nothing is asked of the database. */
  remembered(phoneNumberId: string): KnownNumber | undefined;
  /** Asked of the database now: two look-ups and an unsealing, whether there is such a number or not. */
  findAnew(phoneNumberId: string): Promise<KnownNumber | undefined>;
  /** As remembered, or else asked. */
  find(phoneNumberId: string): Promise<KnownNumber | undefined>;
};

/** A number keeps its business and its secrets for as long as it is connected; a minute of an old answer does no harm. */
const REMEMBER_MS = 60_000;

/** What is asked in the place of a number that nobody has, so that the answer takes as long. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Which business and channel a number is, and with which secrets. Only what is known is remembered: a number connected this second is
 * found this second, and strangers' numbers fill no memory.
 */
export function makeKnownNumbers({ db, clock, secrets }: Pick<Deps, "db" | "clock" | "secrets">): KnownNumbers {
  const known = new Map<string, { number: KnownNumber; untilMs: number }>();
  const decoy = sealCredentials(secrets, { accessToken: newToken(), appSecret: newToken(), verifyToken: newToken() });

  async function findAnew(phoneNumberId: string): Promise<KnownNumber | undefined> {
    const route = await channelOf(db.lookups, phoneNumberId);
    const { businessId, channelId } = route ?? { businessId: NOBODY, channelId: NOBODY };
    const row = await db.inBusinessByKey(businessId, (tx) => numberForWebhook(tx, businessId, channelId));
    const { appSecret, verifyToken } = unsealCredentials(secrets, row?.credentials ?? decoy);
    known.delete(phoneNumberId);
    if (row === undefined || row.retiredAt !== null) return undefined;
    const credentials = row.credentials === null ? undefined : { appSecret, verifyToken };
    const number = { businessId, channelId, credentials };
    known.set(phoneNumberId, { number, untilMs: clock.elapsedMs() + REMEMBER_MS });
    return number;
  }

  function remembered(phoneNumberId: string): KnownNumber | undefined {
    const found = known.get(phoneNumberId);
    return found && found.untilMs > clock.elapsedMs() ? found.number : undefined;
  }
  return {
    remembered,
    findAnew,
    find: async (phoneNumberId) => remembered(phoneNumberId) ?? findAnew(phoneNumberId),
  };
}
