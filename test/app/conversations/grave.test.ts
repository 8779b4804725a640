import { describe, expect, test } from "vitest";
import type { Effect, FlowEvent } from "../../../flows/vocabulary.ts";
import { turnAfter } from "../../support/pure-turn.ts";

const VERIFIED: readonly FlowEvent[] = [{ type: "business.opened" }, { type: "debtor.provedIdentity" }];

/** Distress that may be more than a way of speaking. Whether it is read as a crisis or as perhaps one is the reading's to say. */
const PERHAPS = ["no le veo salida a nada", "estoy al límite, no sé qué voy a hacer"];

const asked = (effects: readonly Effect[]) =>
  effects.map(({ type, params }) => [type, ...Object.values(params ?? {})].join(" "));
const calledBecause = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === "handToAgent" ? [effect.params.because] : []));

describe.each(PERHAPS)("«%s»", (words) => {
  test("brings a person at once, who finds the words; nothing is asked and nothing waits to be said", () => {
    const { moved } = turnAfter(VERIFIED, words);
    expect(["crisis", "unclear"]).toContain(calledBecause(moved.effects)[0]);
    expect(["say crisis.care", "say person.coming"]).toContain(asked(moved.effects)[0]);
    expect(moved.effects.some(({ type }) => type === "setAlarm")).toBe(false);
    expect(moved.taken.at(-1)?.meaning).toMatchObject({ messageId: "message-1" });
  });

  test("beside a claim to have paid leaves the claim on record", () => {
    const { moved } = turnAfter(VERIFIED, words, "ya pagué eso el lunes");
    expect(asked(moved.effects)).toContain("recordPaymentClaim");
    expect(calledBecause(moved.effects)).toContain("already_paid");
    expect(calledBecause(moved.effects).some((because) => because === "crisis" || because === "unclear")).toBe(true);
  });

  test("beside a stop brings a person in silence: the stop's is the last word", () => {
    const { moved } = turnAfter(VERIFIED, words, "no me escriban más");
    expect(asked(moved.effects)).toContain("stopContact");
    expect(calledBecause(moved.effects).some((because) => because === "crisis" || because === "unclear")).toBe(true);
    expect(moved.effects.flatMap((effect) => (effect.type === "say" ? [effect.params.message] : []))).toHaveLength(1);
  });
});

test.each(PERHAPS)("«%s»: of a crisis that may be none nothing is recorded, of a certain one all", (words) => {
  const { moved } = turnAfter(VERIFIED, words);
  const isDoubtful = moved.taken.some(({ event }) => event.type === "debtor.soundedGrave");
  expect([moved.state, asked(moved.effects)]).toEqual(
    isDoubtful
      ? ["withAgent", ["say person.coming", "handToAgent crisis", "recordOutcome handed_over"]]
      : ["inCrisis", ["say crisis.care", "recordCrisis", "handToAgent crisis", "recordOutcome handed_over"]],
  );
});
