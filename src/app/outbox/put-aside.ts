import { readBusiness } from "../../../db/businesses.ts";
import { type DueSend, giveUp, recordSendFailure } from "../../../db/outbox.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { quarantine } from "../conversations/quarantine.ts";
import type { Deps } from "../deps.ts";

/** After that many failures the message will not leave, and a person looks at its conversation, with the reason. */
const MOST_FAILURES = 5;
const RETRY_SECONDS = 2;

/** A send that cannot be judged or written out waits for another try by itself; the others have left meanwhile. */
export async function putAside(
  { db, clock }: Pick<Deps, "db" | "clock">,
  businessId: string,
  { send: { id, conversationId }, error }: { send: Pick<DueSend, "id" | "conversationId">; error: unknown },
): Promise<void> {
  const realNow = clock.now();
  await db.inBusinessByKey(businessId, async (tx) => {
    const retryAt = realNow.plus({ seconds: RETRY_SECONDS });
    if ((await recordSendFailure(tx, businessId, { id, retryAt })) < MOST_FAILURES) return;
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(realNow, Number(business.clockOffsetMs));
    await giveUp(tx, businessId, [{ id, state: "rejected", failure: { detail: String(error) } }]);
    await quarantine({ tx, business, now }, conversationId, { kind: "message.rejected", subjectId: id, error });
  });
}
