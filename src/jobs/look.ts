import { readBusiness } from "../../db/businesses.ts";
import { settlePromises } from "../../db/promises.ts";
import { raiseAlarm } from "../../db/turns.ts";
import { expireLeases, resendUnsettled } from "../../db/unsettled.ts";
import { advanceDue } from "../app/conversations/advance.ts";
import type { Deps } from "../app/deps.ts";
import type { Asked } from "../app/opinions/consult.ts";
import { type Answered, dispatchDue } from "../app/outbox/dispatch.ts";
import { settleUnknown } from "../app/outbox/settle-unknown.ts";
import { businessTime } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { newId } from "../ids.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** How long a status may take to tell us what became of a send whose process died. */
const SETTLE_SECONDS = 10;

/** Batches of one go, of turns and of sends; then others who wait are let in. */
const MOST_BATCHES = 16;

export type Look = {
  /** Moves every conversation of a business that has something to do, then sends what that put in the outbox. */
  turns(businessId: string): Promise<void>;
  /** Sends what is due. */
  sends(businessId: string): Promise<void>;
  /** Some batches of both. True when more is due than they could take. */
  some(businessId: string): Promise<boolean>;
};

export type LookHooks = {
  readonly answered: Answered;
  /** Asks a language model, while the next turns are taken. */
  readonly asks: (businessId: string, asked: readonly Asked[]) => void;
  /** Shows the debtors that they were read. */
  readonly reads: (businessId: string, conversationIds: readonly string[]) => void;
  readonly goesOn: () => boolean;
};

/**
 * Sending begins while the next turns are taken: neither waits for the other's commit. `goesOn` is asked after each batch:
 * what is left when it says no is found by the next look.
 */
export function makeLook(deps: Deps, { answered, asks, reads, goesOn }: LookHooks): Look {
  const sendSome = oneAtATime(async (businessId): Promise<boolean> => {
    for (let batches = 0; batches < MOST_BATCHES; batches += 1)
      if (!(await dispatchDue(deps, businessId, answered)) || !goesOn()) return false;
    return true;
  });

  const moveSome = oneAtATime(async (businessId): Promise<{ sending: Promise<boolean>; isMoreDue: boolean }> => {
    let sending = Promise.resolve(false);
    for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
      const { moved, isMoreDue, asked, readIn } = await advanceDue(deps, businessId);
      deps.observe.turnsTaken(moved);
      if (asked.length > 0) asks(businessId, asked);
      if (readIn.length > 0) reads(businessId, readIn);
      if (moved > 0) sending = inOrder(sending, sendSome(businessId));
      if (!isMoreDue || !goesOn()) return { sending, isMoreDue: false };
    }
    return { sending, isMoreDue: true };
  });

  const sends = async (businessId: string): Promise<void> => {
    while (await sendSome(businessId));
  };

  return {
    sends,
    async turns(businessId) {
      for (;;) {
        const moved = await moveSome(businessId);
        const isMoreToSend = await moved.sending;
        if (moved.isMoreDue) continue;
        if (isMoreToSend) await sends(businessId);
        return;
      }
    },
    async some(businessId) {
      const { sending, isMoreDue } = await moveSome(businessId);
      await sending;
      const isMoreToSend = await sendSome(businessId);
      return isMoreDue || isMoreToSend;
    },
  };
}

/** Both, with either's failure and what the second tells; none of them is left without somebody who hears of it. */
function inOrder<T>(first: Promise<T>, second: Promise<T>): Promise<T> {
  const both = Promise.all([first, second]).then(([, last]) => last);
  both.catch(() => undefined);
  return both;
}

/** What time alone makes due: promises whose day has passed, and sends whose process died. */
export async function settleTime(deps: Deps, businessId: string): Promise<void> {
  // Outside of any transaction: a phone takes its time to answer.
  await settleUnknown(deps, businessId);
  const realNow = deps.clock.now();
  const channelIds = deps.sendable(businessId);
  await deps.db.inBusiness(businessId, async (tx) => {
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(realNow, Number(business.clockOffsetMs));
    await settlePromises(tx, businessId, { now, zone: business.zone });
    const resent = await resendUnsettled(tx, businessId, { realNow, channelIds });
    for (const { id } of resent.filter(({ isGivenUp }) => isGivenUp))
      await raiseAlarm(tx, businessId, {
        id: newId(),
        kind: "message.rejected",
        subjectId: id,
        detail: "Nobody knows whether WhatsApp took it: no answer and no status came, after several tries.",
      });
    const orphaned = await expireLeases(tx, businessId, {
      realNow,
      settleBy: realNow.plus({ seconds: SETTLE_SECONDS }),
    });
    if (resent.length + orphaned.length > 0) deps.log.warn({ businessId, resent, orphaned }, "sends without an answer");
  });
}
