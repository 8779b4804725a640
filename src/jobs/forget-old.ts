import {
  forgetDeliveries,
  forgetFaults,
  forgetPhoneMessages,
  forgetPhonePictures,
  forgetStrays,
  forgetUnknownParts,
  type Older,
} from "../../db/forget.ts";
import { businessIds } from "../../db/lookups.ts";
import { forgetUnsentFiles } from "../../db/message-files.ts";
import { forgetOpinionWords } from "../../db/second-opinions.ts";
import type { Deps } from "../app/deps.ts";

/**
 * How long webhooks are kept as they came, what simulated phones showed, files that nobody sent, and the words that a language model was given. Nothing
 * needs them: messages and statuses have rows of their own, which stay. Long enough to look into what went wrong last month; each
 * copy is one more to lose.
 */
export const KEPT_DAYS = 30;

/** Rows of one statement, and statements of one hour for each table: 12 million a day for each business. */
const MOST = { rows: 5_000, statements: 100 };

const OF_A_BUSINESS = [
  forgetUnsentFiles,
  forgetDeliveries,
  forgetPhoneMessages,
  forgetFaults,
  forgetPhonePictures,
  forgetUnknownParts,
  forgetOpinionWords,
] as const;

/**
 * Deletes what is past its time, a bounded part of it in each transaction and in all. `goesOn` is asked between them. One
 * table or business that fails is logged, and stops no other. Returns how many rows are gone.
 */
export async function forgetOld(
  { db, clock, log }: Pick<Deps, "db" | "clock" | "log">,
  { most = MOST, goesOn = () => true }: { most?: typeof MOST; goesOn?: () => boolean } = {},
): Promise<number> {
  const older: Older = { before: clock.now().minus({ days: KEPT_DAYS }), limit: most.rows };
  let forgotten = 0;
  const inParts = async (forgetSome: () => Promise<number>): Promise<void> => {
    try {
      for (let statements = 0; statements < most.statements && goesOn(); statements += 1) {
        const gone = await forgetSome();
        forgotten += gone;
        if (gone < most.rows) return;
      }
    } catch (error) {
      log.warn({ error }, "what is past its time could not be deleted; it is tried again in an hour");
    }
  };

  await inParts(() => forgetStrays(db.lookups, older));
  for (const businessId of await businessIds(db.lookups))
    for (const forget of OF_A_BUSINESS)
      await inParts(() => db.inBusiness(businessId, (tx) => forget(tx, businessId, older)));
  return forgotten;
}
