import { seal } from "../../db/ledger/seal.ts";
import { finishErasures, hasErasuresToFinish } from "../app/contact/finish-erasures.ts";
import { commitLists, hasListsToCommit } from "../app/debtor-lists/commit-lists.ts";
import type { Deps } from "../app/deps.ts";
import { fetchFiles } from "../app/messages/fetch-file.ts";
import type { Receive } from "../app/messages/receive.ts";
import { makeTellRead } from "../app/messages/tell-read.ts";
import type { Asked } from "../app/opinions/consult.ts";
import { seekOpinions } from "../app/opinions/seek.ts";
import type { Answered } from "../app/outbox/dispatch.ts";
import { makeRecordSent } from "../app/outbox/record-sent.ts";
import { releaseReports } from "../app/simulator/release-reports.ts";
import { makeGovernor } from "./govern.ts";
import { makeLook, settleTime } from "./look.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { makePaymentJobs } from "./process-payments.ts";
import type { BellTasks } from "./queue.ts";

/** What runs later, and what each bell does. One line here for one file beside. */
export type Jobs = {
  readonly tasks: BellTasks;
  /** What a webhook kept in this process waits for: looked at now, without a bell. */
  wake(businessId: string): void;
  /** A bounded pass over all that may be due for one business, bells or not. True when it left something for another. */
  look(businessId: string): Promise<boolean>;
  /** Resolves when no send waits for its answer and nothing more follows from one: before a process may stop. */
  whenIdle(): Promise<void>;
  /** From here on nothing goes round again: each ends with the batch it is at, and the rows keep the rest for a next start. */
  beginNothingMore(): void;
};

export type JobDeps = Deps & { readonly receive: Receive };

export function makeJobs(deps: JobDeps): Jobs {
  const running = new Set<Promise<unknown>>();
  let isEnding = false;
  const goesOn = (): boolean => !isEnding;
  const track = <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  };
  const inBackground = (work: Promise<void>): void => {
    track(work).catch((error: unknown) => deps.log.error({ error }, "a turn or a send failed; the sweep looks again"));
  };

  // A send that was answered frees its conversation's next message.
  const recordSent = makeRecordSent(deps, {
    freed: (businessId) => inBackground(lookOut.sends(businessId)),
    blocked: (businessId) => inBackground(governor.now(businessId)),
  });
  const answered: Answered = (answer) =>
    inBackground(
      answer.then((sent) => {
        deps.observe.sent(sent.result.state);
        return recordSent(sent);
      }),
    );
  const governor = makeGovernor(deps);
  const payments = makePaymentJobs(deps);
  // A long list is asked for each second while it is written.
  const lists = oneAtATime((businessId: string) => commitLists(deps, businessId, { goesOn }));

  const files = oneAtATime((businessId: string) => fetchFiles(deps, businessId));

  // Copies are many: whoever waits for a turn does not wait for them.
  const erasures = oneAtATime((businessId: string) => finishErasures(deps, businessId, { goesOn }));

  const asks = (businessId: string, asked: readonly Asked[]): void =>
    inBackground(
      seekOpinions(deps, businessId, asked, () => {
        if (goesOn()) inBackground(lookOut.turns(businessId));
      }),
    );
  const tellRead = makeTellRead(deps);
  const reads = (businessId: string, conversationIds: readonly string[]): void =>
    inBackground(tellRead({ businessId, conversationIds, typing: false }));
  const lookOut = makeLook(deps, { answered, asks, reads, goesOn });
  /** In this order, because each may make the next due; and each by itself, so that one that fails does not stop the rest. */
  const steps: readonly Step[] = [
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
    whole(async (businessId) => {
      if (await hasErasuresToFinish(deps, businessId)) inBackground(erasures(businessId));
    }),
  ];
  const look = async (businessId: string): Promise<boolean> => {
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
  };

  return {
    tasks: {
      turns: (businessId) => track(lookOut.turns(businessId)),
      dispatch: (businessId) => track(lookOut.sends(businessId)),
      payments: (businessId) => track(payments.payments(businessId)),
      media: (businessId) => track(payments.media(businessId)),
      lists: (businessId) => track(lists(businessId)),
    },
    wake: (businessId) => inBackground(lookOut.turns(businessId)),
    look: (businessId) => track(look(businessId)),
    async whenIdle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    beginNothingMore() {
      isEnding = true;
    },
  };
}

/** A bounded part of what is due. True when it left something for the next pass. */
type Step = (businessId: string) => Promise<boolean>;

/** A step that has nothing to leave, or so little in one pass that the next second is soon enough. */
function whole(work: (businessId: string) => Promise<unknown>): Step {
  return async (businessId) => {
    await work(businessId);
    return false;
  };
}
