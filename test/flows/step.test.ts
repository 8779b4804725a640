import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import { effects, quiet, recordOutcome, say } from "../../flows/lib/ask.ts";
import { CommonContext, expectationOf, type FlowDefinition, restOf } from "../../flows/lib/definition.ts";
import { FLOWS } from "../../flows/registry.ts";
import { begin, step } from "../../flows/step.ts";
import type { FlowEvent } from "../../flows/vocabulary.ts";

const context = {
  verified: false,
  failedTries: 0,
  terms: null,
  promise: null,
  suggested: [],
  outcome: null,
} as const;

const machine = setup({
  types: { context: {} as CommonContext, events: {} as FlowEvent },
  actions: effects,
}).createMachine({
  id: "small",
  context,
  initial: "here",
  on: { "debtor.optedOut": { target: ".over", actions: [say("stop.confirmed"), recordOutcome("opted_out")] } },
  states: {
    here: {
      description: "Here.",
      meta: { expects: "menu" },
      on: {
        "debtor.greeted": quiet,
        "debtor.refused": { actions: recordOutcome("refused") },
        "debtor.unclear": { actions: [say("unclear.menu"), say("unclear.proof")] },
      },
    },
    over: { type: "final", description: "Over.", meta: { expects: "nothing", rest: "forGood" } },
  },
});
const small: FlowDefinition = { id: "small", version: 1, machine, context: CommonContext, identityTries: 3 };
const here = begin(small);

describe("a step", () => {
  test("gives back what the flow asked for, as data", () => {
    const after = step(small, here, { type: "debtor.optedOut" });
    expect(after).toEqual({
      state: "over",
      context: { ...context, outcome: "opted_out" },
      effects: [
        { type: "say", params: { message: "stop.confirmed" } },
        { type: "recordOutcome", params: { outcome: "opted_out" } },
      ],
      handled: true,
      finished: true,
    });
  });

  test("never leaves a final state, although XState would", () => {
    const over = step(small, here, { type: "debtor.optedOut" });
    expect(step(small, over, { type: "debtor.optedOut" })).toEqual({ ...over, effects: [], handled: false });
  });

  test("tells silence on purpose from an event nobody thought of", () => {
    expect(step(small, here, { type: "debtor.greeted" })).toMatchObject({
      handled: true,
      effects: [{ type: "stayQuiet" }],
    });
    expect(step(small, here, { type: "debtor.thanked" })).toMatchObject({ handled: false, effects: [] });
  });

  test("keeps the first outcome and drops the next", () => {
    const refused = step(small, here, { type: "debtor.refused" });
    expect(refused.context["outcome"]).toBe("refused");
    const stopped = step(small, refused, { type: "debtor.optedOut" });
    expect(stopped.effects.map(({ type }) => type)).toEqual(["say"]);
    expect(stopped.context["outcome"]).toBe("refused");
  });

  test("refuses a saved context that another version wrote, and a state it does not have", () => {
    expect(() => step(small, { state: "here", context: {} }, { type: "debtor.greeted" })).toThrow("verified");
    expect(() => step(small, { state: "gone", context }, { type: "debtor.greeted" })).toThrow("does not exist");
  });

  test("says one thing at a time, or it is a broken flow", () => {
    expect(() => step(small, here, { type: "debtor.unclear" })).toThrow("says two things at once");
  });

  test("leaves what it was given as it was", () => {
    const frozen = Object.freeze({ state: "here", context: Object.freeze({ ...context }) });
    expect(step(small, frozen, { type: "debtor.refused" }).context).not.toEqual(frozen.context);
    expect(frozen.context.outcome).toBeNull();
  });
});

describe("what a flow declares", () => {
  test("a state's expectation and rest are read from the flow, and a state it lacks is refused", () => {
    expect([expectationOf(small, "here"), restOf(small, "here"), restOf(small, "over")]).toEqual([
      "menu",
      undefined,
      "forGood",
    ]);
    expect(() => expectationOf(small, "gone")).toThrow();
  });

  test.each(FLOWS.map((flow) => [`${flow.id}@${flow.version}`, flow] as const))(
    "%s: every state has a description and says what it expects; no wildcard, delay, history, child or parallel state",
    (_, flow) => {
      const config: { states: Record<string, Record<string, unknown>>; on: object } = JSON.parse(
        JSON.stringify(flow.machine.config),
      );
      for (const [name, state] of Object.entries(config.states)) {
        expect(state["description"], name).toMatch(/^[A-Z].*\.$/);
        expect(() => expectationOf(flow, name)).not.toThrow();
        for (const forbidden of ["after", "invoke", "history", "states", "initial", "always"])
          expect(state).not.toHaveProperty(forbidden);
        expect(["final", undefined]).toContain(state["type"]);
        expect(Object.keys(state["on"] ?? {}).join()).not.toContain("*");
      }
    },
  );
});
