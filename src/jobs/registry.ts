import { businessesWithWork } from "../../db/businesses-with-work.ts";
import { seal } from "../../db/ledger/seal.ts";
import { finishErasures, hasErasuresToFinish } from "../app/contact/finish-erasures.ts";
import { commitLists, hasListsToCommit } from "../app/debtor-lists/commit-lists.ts";
import type { Deps } from "../app/deps.ts";
import { fetchFiles } from "../app/messages/fetch-file.ts";
import type { Receive } from "../app/messages/receive.ts";
import { makeTellRead } from "../app/messages/tell-read.ts";
import { seekOpinions } from "../app/opinions/seek.ts";
import { makeRecordSent } from "../app/outbox/record-sent.ts";
import { releaseReports } from "../app/simulator/release-reports.ts";
import { OPEN_FOR_HOURS } from "../domain/payments/checkout-terms.ts";
import { type Governor, makeGovernor } from "./govern.ts";
import { type Look, type LookHooks, makeLook, settleTime } from "./look.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { makePaymentJobs, type PaymentJobs } from "./process-payments.ts";
import type { BellTasks } from "./queue.ts";
import { makeUnderWay, type UnderWay } from "./under-way.ts";

/** What runs later, and what each bell does. One line here for one file beside. */
export type Jobs = {
  readonly tasks: BellTasks;
  /** What a webhook kept in this process waits for: looked at now, without a bell. */
  wake(businessId: string): void;
  /** The businesses for which `look` would find something to do, or may. One statement for all that are at rest. */
  whoHasWork(): Promise<readonly string[]>;
  /** A bounded pass over all that may be due for one business, bells or not. True when it left something for another. */
  look(businessId: string): Promise<boolean>;
  /** Resolves when no send waits for its answer and nothing more follows from one: before a process may stop. */
  whenIdle(): Promise<void>;
  /** From here on nothing goes round again: each ends with the batch it is at, and the rows keep the rest for a next start. */
  beginNothingMore(): void;
};

export type JobDeps = Deps & { readonly receive: Receive };

export function makeJobs(deps: JobDeps): Jobs {
  const underWay = makeUnderWay(deps.log);
  const { track, inBackground, goesOn } = underWay;
  const governor = makeGovernor(deps);
  const work: Work = {
    governor,
    lookOut: makeTurnsAndSends(deps, governor, underWay),
    payments: makePaymentJobs(deps),
    // A long list is asked for each second while it is written.
    lists: oneAtATime((businessId) => commitLists(deps, businessId, { goesOn })),
    files: oneAtATime((businessId) => fetchFiles(deps, businessId)),
    erasures: oneAtATime((businessId) => finishErasures(deps, businessId, { goesOn })),
  };
  const { lookOut, payments, lists } = work;
  const steps = stepsOf(deps, work, underWay);

  return {
    tasks: {
      turns: (businessId) => track(lookOut.turns(businessId)),
      dispatch: (businessId) => track(lookOut.sends(businessId)),
      payments: (businessId) => track(payments.payments(businessId)),
      media: (businessId) => track(payments.media(businessId)),
      lists: (businessId) => track(lists(businessId)),
    },
    wake: (businessId) => inBackground(lookOut.turns(businessId)),
    async whoHasWork() {
      const found = await businessesWithWork(deps.db.lookups, {
        realNow: deps.clock.now(),
        stirredForSeconds: STIRRED_FOR_SECONDS,
        openForHours: OPEN_FOR_HOURS,
        channelIds: [...deps.channels.keys()],
      });
      for (const { businessId, hasStirred } of found) if (hasStirred) governor.stirred(businessId);
      const ids = found.map(({ businessId }) => businessId);
      inBackground(governor.thoseDue(ids, goesOn));
      return found.flatMap(({ businessId, hasWork }) => (hasWork ? [businessId] : []));
    },
    look: (businessId) => track(takeAll(steps, businessId)),
    whenIdle: underWay.whenIdle,
    beginNothingMore: underWay.beginNothingMore,
  };
}

/** So long a business's numbers are judged at the pace of one where something happens: what is told of a send may come after it. */
const STIRRED_FOR_SECONDS = 60;

/** Everything that may have something to do for a business. */
type Work = {
  readonly governor: Governor;
  readonly lookOut: Look;
  readonly payments: PaymentJobs;
  readonly lists: (businessId: string) => Promise<void>;
  readonly files: (businessId: string) => Promise<void>;
  readonly erasures: (businessId: string) => Promise<void>;
};

/** Turns and sends, and what follows from each: an answer frees the next send, an opinion and a reading go on by themselves. */
function makeTurnsAndSends(deps: JobDeps, governor: Governor, { inBackground, goesOn }: UnderWay): Look {
  // A send that was answered frees its conversation's next message.
  const recordSent = makeRecordSent(deps, {
    freed: (businessId) => inBackground(lookOut.sends(businessId)),
    blocked: (businessId) => inBackground(governor.now(businessId)),
  });
  const tellRead = makeTellRead(deps);
  const hooks: LookHooks = {
    goesOn,
    answered: (answer) =>
      inBackground(
        answer.then((sent) => {
          deps.observe.sent(sent.result.state);
          governor.stirred(sent.businessId);
          return recordSent(sent);
        }),
      ),
    asks: (businessId, asked) =>
      inBackground(
        seekOpinions(deps, businessId, asked, () => {
          if (goesOn()) inBackground(lookOut.turns(businessId));
        }),
      ),
    reads: (businessId, conversationIds) => inBackground(tellRead({ businessId, conversationIds, typing: false })),
  };
  const lookOut = makeLook(deps, hooks);
  return lookOut;
}

/** A bounded part of what is due. True when it left something for the next pass. */
type Step = (businessId: string) => Promise<boolean>;

/**
 * In this order, because each may make the next due. What a step finds by time or by rows has its condition in `businesses_with_work`
 * (migration `0001_guards.sql`) too: a business that is not named there is not looked at.
 */
function stepsOf(deps: JobDeps, work: Work, { inBackground }: UnderWay): readonly Step[] {
  const { governor, lookOut, payments, lists, files, erasures } = work;
  return [
    whole((businessId) => releaseReports(deps, businessId)),
    whole((businessId) => settleTime(deps, businessId)),
    // Alone: a block that cannot be made undoes nothing else.
    whole((businessId) => deps.db.inBusiness(businessId, (tx) => seal(tx))),
    payments.somePayments,
    lookOut.some,
    whole(payments.media),
    // A file takes as long as its sender's line: nobody's turn waits for it.
    whole(async (businessId) => inBackground(files(businessId))),
    // Beside: numbers that may write to more people have all that waits placed anew.
    whole(async (businessId) => {
      if (governor.isDue(businessId)) inBackground(governor.now(businessId));
    }),
    whole(async (businessId) => {
      if (await hasListsToCommit(deps, businessId)) inBackground(lists(businessId));
    }),
    // Copies are many: whoever waits for a turn does not wait for them.
    whole(async (businessId) => {
      if (await hasErasuresToFinish(deps, businessId)) inBackground(erasures(businessId));
    }),
  ];
}

/** A step that has nothing to leave, or so little in one pass that the next second is soon enough. */
function whole(work: (businessId: string) => Promise<unknown>): Step {
  return async (businessId) => {
    await work(businessId);
    return false;
  };
}

/** Each by itself, so that one that fails does not stop the rest. */
async function takeAll(steps: readonly Step[], businessId: string): Promise<boolean> {
  const failures: unknown[] = [];
  let isMoreDue = false;
  for (const step of steps) {
    try {
      isMoreDue = (await step(businessId)) || isMoreDue;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "not everything that was due could be done");
  return isMoreDue;
}
