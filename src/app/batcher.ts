/**
 * Gathers what many callers want done at the same moment into one piece of work, and answers each of them when it is
 * done. While one batch is at work the next gathers, so the batch grows with the load and a lone caller never waits.
 *
 * When a batch fails it is done again one by one: whoever brought the poison gets the error, the others do not.
 */
export function makeBatcher<T>(
  work: (items: readonly T[]) => Promise<void>,
  { limit }: { limit: number },
): (item: T) => Promise<void> {
  type Waiting = { item: T; done: () => void; failed: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let isWorking = false;

  async function workOff(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      await workOn(batch);
    }
    isWorking = false;
  }

  async function workOn(batch: readonly Waiting[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length === 1) for (const { failed } of batch) failed(error);
      else for (const one of batch) await workOn([one]);
    }
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!isWorking) void workOff();
    });
}
