import { setImmediate as settled } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { makeRounds } from "../../src/jobs/rounds.ts";

/** Passes that end when they are told to, in the order in which they began. */
function held({ lanes, mostMs = 60_000 }: { lanes: number; mostMs?: number }) {
  const began: string[] = [];
  const ends: PromiseWithResolvers<boolean>[] = [];
  const failures: string[] = [];
  const rounds = makeRounds({
    pass: (businessId) => {
      began.push(businessId);
      const end = Promise.withResolvers<boolean>();
      ends.push(end);
      return end.promise;
    },
    failed: (businessId) => failures.push(businessId),
    lanes,
    mostMs,
  });
  const end = async (place: number, isMoreDue = false): Promise<void> => {
    ends[place]?.resolve(isMoreDue);
    await settled();
  };
  return { began, ends, end, failures, rounds };
}

describe("businesses take turns", () => {
  test("in the order in which they asked, as many at once as there are lanes", async () => {
    const { began, end, rounds } = held({ lanes: 2 });
    rounds.ask(["a", "b", "c", "d"]);
    expect(began).toEqual(["a", "b"]);
    await end(1);
    expect(began).toEqual(["a", "b", "c"]);
    await end(0);
    expect(began).toEqual(["a", "b", "c", "d"]);
  });

  test("and who has more to do than a pass may take waits behind the others", async () => {
    const { began, end, rounds } = held({ lanes: 1 });
    rounds.ask(["flooded", "a", "b"]);
    for (const place of [0, 1, 2, 3]) await end(place, began[place] === "flooded");
    expect(began).toEqual(["flooded", "a", "b", "flooded", "flooded"]);
    rounds.ask(["a", "b"]);
    await end(4, true);
    expect(began.slice(5)).toEqual(["a"]);
  });

  test("and never two passes of one business are under way, however often it asks", async () => {
    const { began, end, rounds } = held({ lanes: 4 });
    rounds.ask(["a", "a"]);
    rounds.ask(["a"]);
    rounds.ask(["a", "b"]);
    expect(began).toEqual(["a", "b"]);
    await end(0);
    expect(began).toEqual(["a", "b"]);
    rounds.ask(["a"]);
    expect(began).toEqual(["a", "b", "a"]);
  });
});

describe("a pass that hangs", () => {
  test("leaves its lane to the next when its time is over, and gets no second meanwhile", async () => {
    const { began, end, rounds } = held({ lanes: 1, mostMs: 20 });
    rounds.ask(["hangs", "a"]);
    await settled();
    expect(began).toEqual(["hangs"]);
    await vi.waitFor(() => expect(began).toEqual(["hangs", "a"]));
    await end(1);
    rounds.ask(["hangs", "a"]);
    expect(began).toEqual(["hangs", "a", "a"]);
    await end(0);
    rounds.ask(["hangs"]);
    await end(2);
    expect(began).toEqual(["hangs", "a", "a", "hangs"]);
  });

  test("is waited for by a stop, which begins no other", async () => {
    const { began, end, rounds } = held({ lanes: 1 });
    rounds.ask(["a", "b"]);
    let isStopped = false;
    const stopped = rounds.stop().then(() => {
      isStopped = true;
    });
    await settled();
    expect(isStopped).toBe(false);
    await end(0, true);
    await stopped;
    rounds.ask(["c"]);
    expect(began).toEqual(["a"]);
  });
});

test("a pass that fails is told of, and stops neither the others nor its own next one", async () => {
  const { began, ends, failures, rounds } = held({ lanes: 1 });
  rounds.ask(["a", "b"]);
  ends[0]?.reject(new Error("by this test"));
  await settled();
  expect(failures).toEqual(["a"]);
  expect(began).toEqual(["a", "b"]);
  rounds.ask(["a"]);
  ends[1]?.resolve(false);
  await settled();
  expect(began).toEqual(["a", "b", "a"]);
});
