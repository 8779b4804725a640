import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { assign, createActor, createMachine, initialTransition, setup, transition } from "xstate";

// What XState does, run and not read: the flows are built on these. An upgrade that fails here tells us what moved.

type Event = { type: "go" } | { type: "stop" } | { type: "unknown" } | { type: "hush" };

const machine = setup({
  types: { context: {} as { count: number }, events: {} as Event },
  actions: {
    note: (_: unknown, _params: { words: string }) => {
      throw new Error("an action of ours is never run");
    },
    quietly: () => {},
    count: assign({ count: ({ context }) => context.count + 1 }),
  },
  guards: { never: () => false },
}).createMachine({
  id: "facts",
  context: { count: 0 },
  initial: "first",
  on: { stop: { target: ".ended", actions: { type: "note", params: { words: "stopped" } } } },
  states: {
    first: {
      description: "Where it begins.",
      on: {
        go: { target: "second", actions: ["count", { type: "note", params: { words: "gone" } }] },
        hush: {},
      },
    },
    second: { on: { hush: { actions: "quietly" }, go: { guard: "never", target: "first" } } },
    ended: { type: "final" },
  },
});

const [first] = initialTransition(machine);
const [second] = transition(machine, first, { type: "go" });
const [ended] = transition(machine, second, { type: "stop" });

describe("XState 5", () => {
  test("1. a pure transition returns the actions as data and runs none of them", () => {
    const [after, actions] = transition(machine, first, { type: "go" });
    expect(after.value).toBe("second");
    expect(actions.map(({ type, params }) => ({ type, params }))).toEqual([
      { type: "note", params: { words: "gone" } },
    ]);
  });

  test("2. an event that no state handles returns the same snapshot, silently", () => {
    const [after, actions] = transition(machine, first, { type: "unknown" });
    expect(after).toBe(first);
    expect(actions).toEqual([]);
    expect(first.can({ type: "unknown" })).toBe(false);
  });

  test("3. a pure transition keeps going after a final state", () => {
    expect(ended.status).toBe("done");
    const [after, actions] = transition(machine, ended, { type: "stop" });
    expect(after.value).toBe("ended");
    expect(actions).toHaveLength(1);
  });

  test("4. a child's wildcard hides the machine-wide handler", () => {
    const hidden = createMachine({
      initial: "deaf",
      on: { "customer.optedOut": { target: ".stopped" } },
      states: { deaf: { on: { "customer.*": {} } }, stopped: {} },
    });
    const [start] = initialTransition(hidden);
    expect(transition(hidden, start, { type: "customer.optedOut" })[0].value).toBe("deaf");
  });

  test("5. a transition with neither target nor action counts as not handled", () => {
    expect(first.can({ type: "hush" })).toBe(false);
    expect(second.can({ type: "hush" })).toBe(true);
    expect(second.can({ type: "go" })).toBe(false);
  });

  test("6. a context that is not JSON does not survive: bigint throws, a DateTime comes back as text", () => {
    expect(() => JSON.stringify({ amount: 1n })).toThrow("BigInt");
    const day: { on: unknown } = JSON.parse(JSON.stringify({ on: DateTime.fromISO("2026-11-22", { zone: "utc" }) }));
    expect(typeof day.on).toBe("string");
  });

  test("7. restoring does not check the context: a missing field is simply missing", () => {
    const broken = JSON.parse("{}");
    expect(machine.resolveState({ value: "first", context: broken }).context.count).toBeUndefined();
  });

  test("8. value and context restore a flat machine, and a state that is gone throws", () => {
    const restored = machine.resolveState({ value: "second", context: { count: 1 } });
    expect(transition(machine, restored, { type: "stop" })[0].value).toBe("ended");
    expect(() => machine.resolveState({ value: "gone", context: { count: 1 } })).toThrow("does not exist");
  });

  test("9. an actor made from a bad state does not throw: it is in error", () => {
    const snapshot = { ...JSON.parse(JSON.stringify(first)), value: "gone" };
    let failure: unknown;
    const actor = createActor(machine, { snapshot });
    actor.subscribe({ error: (error) => (failure = error) });
    expect(actor.getSnapshot().status).toBe("error");
    expect(failure).toBeUndefined();
  });

  test("10. history states are lost through JSON", () => {
    const remembering = createMachine({
      initial: "inside",
      states: {
        inside: {
          initial: "one",
          states: { one: { on: { next: "two" } }, two: {}, past: { type: "history" } },
          on: { leave: "outside" },
        },
        outside: { on: { back: "inside.past" } },
      },
    });
    const [start] = initialTransition(remembering);
    const [two] = transition(remembering, start, { type: "next" });
    const [outside] = transition(remembering, two, { type: "leave" });
    expect(transition(remembering, outside, { type: "back" })[0].value).toEqual({ inside: "two" });
    const restored = remembering.resolveState({ value: "outside", context: {} });
    expect(transition(remembering, restored, { type: "back" })[0].value).toEqual({ inside: "one" });
  });

  test("11. a delayed transition carries its delay and the state's name in its id", () => {
    const waiting = createMachine({ id: "w", initial: "a", states: { a: { after: { 1000: "b" } }, b: {} } });
    const [, actions] = initialTransition(waiting);
    expect(actions.map(({ type, params }) => [type, JSON.stringify(params)])).toEqual([
      ["xstate.raise", expect.stringContaining("xstate.after.1000.w.a")],
    ]);
  });

  test("12. a guard or an assign that throws throws out of the transition", () => {
    const throwing = createMachine({
      initial: "a",
      states: {
        a: {
          on: {
            go: {
              guard: () => {
                throw new Error("not total");
              },
              target: "a",
            },
          },
        },
      },
    });
    const [start] = initialTransition(throwing);
    expect(() => transition(throwing, start, { type: "go" })).toThrow("not total");
  });

  test("13. a misspelt target is caught when the machine is made", () => {
    expect(() => createMachine({ initial: "a", states: { a: { on: { go: "nowhere" } } } })).toThrow("nowhere");
  });

  test("14. the configuration is plain data when everything has a name", () => {
    const config = JSON.parse(JSON.stringify(machine.config));
    expect(config.states.first).toEqual({
      description: "Where it begins.",
      on: {
        go: { target: "second", actions: ["count", { type: "note", params: { words: "gone" } }] },
        hush: {},
      },
    });
  });
});
