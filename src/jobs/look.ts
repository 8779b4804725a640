import { seal } from "../../db/ledger/seal.ts";
import { readBusiness } from "../../db/businesses.ts";
import { expireLeases, resendUnsettled } from "../../db/outbox.ts";
import { settlePromises } from "../../db/promises.ts";
import { advanceDue } from "../app/conversations/advance.ts";
import type { Deps } from "../app/deps.ts";
import { type Answered, dispatchDue } from "../app/outbox/dispatch.ts";
import { businessTime } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { dayOf } from "../domain/time.ts";

/** How long a status may take to tell us what became of a send whose process died. */
const SETTLE_SECONDS = 10;

/** Moves every conversation of a business that has something to do, then sends what that put in the outbox. */
export async function takeTurns(deps: Deps, businessId: string, answered: Answered): Promise<void> {
  // Sending begins while the next turns are taken: one does not wait for the other's commit.
  let sending: Promise<unknown> = Promise.resolve();
  for (let moved = await advanceDue(deps, businessId); moved > 0; moved = await advanceDue(deps, businessId)) {
    deps.observe.turnsTaken(moved);
    await sending;
    sending = sendDue(deps, businessId, answered);
    sending.catch(() => undefined);
  }
  await sending;
  await sendDue(deps, businessId, answered);
}

export async function sendDue(deps: Deps, businessId: string, answered: Answered): Promise<void> {
  while ((await dispatchDue(deps, businessId, answered)) > 0);
}

/** What time alone makes due: promises whose day has passed, sends whose process died, and the ledger's next block. */
export async function settleTime(deps: Deps, businessId: string): Promise<void> {
  const realNow = deps.clock.now();
  await deps.db.inBusiness(businessId, async (tx) => {
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(realNow, Number(business.clockOffsetMs));
    await settlePromises(tx, businessId, dayOf(now, business.zone));
    const resent = await resendUnsettled(tx, businessId, realNow);
    const orphaned = await expireLeases(tx, businessId, {
      realNow,
      settleBy: realNow.plus({ seconds: SETTLE_SECONDS }),
    });
    await seal(tx);
    if (resent.length + orphaned.length > 0) deps.log.warn({ businessId, resent, orphaned }, "sends without an answer");
  });
}
