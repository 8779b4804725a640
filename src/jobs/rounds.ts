import { within } from "../within.ts";

export type Rounds = {
  /** Each of them gets a pass when its turn comes. Whoever waits already, or is in one, gets no second. */
  ask(businessIds: readonly string[]): void;
  /** Begins no more passes, and waits for those that have begun. */
  stop(): Promise<void>;
};

export type RoundSettings = {
  /** One bounded pass. True when it left something that is due now. It may reject: `failed` hears of it. */
  readonly pass: (businessId: string) => Promise<boolean>;
  readonly failed: (businessId: string, error: unknown) => void;
  /** Passes side by side. */
  readonly lanes: number;
  /** A pass that takes longer goes on by itself and leaves its lane to the next. */
  readonly mostMs: number;
};

/**
 * Businesses in a row, several passes side by side, never two of one business. Who has more to do than one pass may take goes
 * to the end of the row: a flood keeps nobody else waiting, and neither does a pass that hangs.
 */
export function makeRounds({ pass, failed, lanes, mostMs }: RoundSettings): Rounds {
  // In the order in which they asked: a set keeps it, and each once.
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let open = 0;
  let isStopped = false;

  function ask(businessIds: readonly string[]): void {
    if (isStopped) return;
    for (const businessId of businessIds) if (!running.has(businessId)) waiting.add(businessId);
    while (open < lanes && waiting.size > 0) void lane();
  }

  async function lane(): Promise<void> {
    open += 1;
    for (const businessId of waiting) {
      waiting.delete(businessId);
      await within(begin(businessId), mostMs);
    }
    open -= 1;
  }

  function begin(businessId: string): Promise<void> {
    const ended = pass(businessId)
      .catch((error: unknown) => {
        failed(businessId, error);
        return false;
      })
      .then((isMoreDue) => {
        running.delete(businessId);
        if (isMoreDue) ask([businessId]);
      });
    running.set(businessId, ended);
    return ended;
  }

  return {
    ask,
    async stop() {
      isStopped = true;
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
