import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discloses } from "../../flows/collect/write-message.ts";
import { restOf } from "../../flows/lib/definition.ts";
import { FLOWS } from "../../flows/registry.ts";
import { begin, type Step, step } from "../../flows/step.ts";
import type { Effect, FlowEvent, MessageKey } from "../../flows/vocabulary.ts";
import { anyEvent, anyHistory, EVENT_TYPES, play } from "../support/flow-histories.ts";

const RUNS = { numRuns: 2_000 };

function said({ effects }: { effects: readonly Effect[] }): MessageKey[] {
  return effects.flatMap((effect) => (effect.type === "say" ? [effect.params.message] : []));
}

/** What the bot may say while a person has the conversation, by what happens then. */
const SAID_BESIDE_A_PERSON: Partial<Record<FlowEvent["type"], MessageKey[]>> = {
  "debtor.optedOut": ["stop.confirmed"],
  "debtor.inCrisis": ["crisis.care"],
  "payment.settled": ["paid.receipt"],
  "debtor.sentReceipt": ["receipt.toVerify"],
};

function isFromDebtor({ type }: FlowEvent): boolean {
  return type.startsWith("debtor.") || type.startsWith("stranger.");
}

describe.each(FLOWS.map((flow) => [`${flow.id}@${flow.version}`, flow] as const))(
  "%s, over random histories",
  (_, flow) => {
    const lastOf = (history: readonly FlowEvent[]): Step => play(flow, history).at(-1) ?? begin(flow);

    test("a conversation survives the trip through JSON at every step", () => {
      fc.assert(
        fc.property(anyHistory, anyEvent, (history, next) => {
          for (const before of play(flow, history)) {
            const stored = JSON.parse(JSON.stringify({ state: before.state, context: before.context }));
            expect(step(flow, stored, next)).toEqual(step(flow, before, next));
          }
        }),
        RUNS,
      );
    });

    test("opting out is confirmed once at most, and nothing is ever said again", () => {
      fc.assert(
        fc.property(anyHistory, fc.array(anyEvent, { maxLength: 10 }), (history, after) => {
          const before = lastOf(history);
          if (before.finished) return;
          const stopped = step(flow, before, { type: "debtor.optedOut" });
          expect(stopped.state).toBe("stopped");
          expect(said(stopped)).toEqual(before.state === "stopped" ? [] : ["stop.confirmed"]);
          let now = stopped;
          for (const event of after) {
            now = step(flow, now, event);
            expect([now.state, said(now), now.effects.filter(({ type }) => type === "createPaymentLink")]).toEqual([
              "stopped",
              [],
              [],
            ]);
          }
        }),
        RUNS,
      );
    });

    test("while a person answers the bot is silent, but for a payment's receipt, that a picture came, one caring word in a crisis, and the last word of an opt-out", () => {
      fc.assert(
        fc.property(anyHistory, anyEvent, (history, next) => {
          const before = lastOf(history);
          if (before.finished || restOf(flow, before.state) !== "withPerson" || next.type === "agent.returned") return;
          const after = step(flow, before, next);
          expect(SAID_BESIDE_A_PERSON[next.type] ?? []).toEqual(expect.arrayContaining(said(after)));
          expect(["withPerson", "forGood"]).toContain(restOf(flow, after.state));
        }),
        RUNS,
      );
    });

    test("no conversation is forgotten: it is over, at rest, with a person, or an alarm is set", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          let hasAlarm = false;
          let state = "";
          const [, ...steps] = play(flow, history);
          for (const now of steps) {
            const sets = now.effects.some(({ type }) => type === "setAlarm");
            // Leaving a state silences its alarm; a ringing one is spent.
            hasAlarm = sets || (hasAlarm && now.state === state);
            state = now.state;
            const isBeginning = state === "beginning";
            expect(now.finished || hasAlarm || isBeginning || restOf(flow, state) !== undefined, state).toBe(true);
          }
        }),
        RUNS,
      );
    });

    test("an alarm that rings always leads somewhere, and a silent debtor's conversation ends", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          let now = lastOf(history);
          for (let ring = 0; ring < 6 && !now.finished && restOf(flow, now.state) === undefined; ring += 1) {
            if (now.state === "beginning") return;
            const rung = step(flow, now, { type: "alarm.rang" });
            expect(rung.state).not.toBe(now.state);
            now = rung;
          }
          expect(now.finished || restOf(flow, now.state) !== undefined, now.state).toBe(true);
        }),
        RUNS,
      );
    });

    test("every debtor's message is answered, acted upon or deliberately left alone", () => {
      fc.assert(
        fc.property(anyHistory, anyEvent, (history, next) => {
          const before = lastOf(history);
          if (before.finished) return;
          const after = step(flow, before, next);
          expect(after.handled, `${next.type} in ${before.state}`).toBe(true);
          if (isFromDebtor(next)) expect(after.effects.length, `${next.type} in ${before.state}`).toBeGreaterThan(0);
        }),
        RUNS,
      );
    });

    test("nothing that discloses a debt is said before the debtor proved who they are, or after an agent handed back unverified", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          let proved = false;
          const [, ...steps] = play(flow, history);
          for (const [index, now] of steps.entries()) {
            const event = history[index];
            if (event?.type === "debtor.provedIdentity") proved = true;
            if (event?.type === "agent.returned" && !event.verified && now.state !== steps[index - 1]?.state)
              proved = false;
            if (event?.type === "agent.returned" && event.verified) proved = true;
            if (proved) continue;
            expect(said(now).filter(discloses), `${event?.type} → ${now.state}`).toEqual([]);
            expect(
              now.effects.filter(
                ({ type }) => type === "createPaymentLink" || type === "recordPlan" || type === "recordPromise",
              ),
            ).toEqual([]);
          }
        }),
        RUNS,
      );
    });

    test("a plan or a promise is recorded by a strict yes and by nothing else", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          const [, ...steps] = play(flow, history);
          for (const [index, now] of steps.entries()) {
            const binds = now.effects.some(({ type }) => type === "recordPlan" || type === "recordPromise");
            if (binds) expect(history[index]?.type).toBe("debtor.confirmed");
          }
        }),
        RUNS,
      );
    });

    test("there is one outcome from the beginning, and one from each hand-back; whatever is over has one", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          let outcomes = 0;
          const [, ...steps] = play(flow, history);
          for (const [index, now] of steps.entries()) {
            if (now.context["outcome"] === null) outcomes = 0;
            const before = steps[index - 1];
            const handedBack =
              history[index]?.type === "agent.returned" && before !== undefined && now.state !== before.state;
            if (handedBack) outcomes = 0;
            outcomes += now.effects.filter(({ type }) => type === "recordOutcome").length;
            expect(outcomes).toBeLessThanOrEqual(1);
            if (now.finished) expect(now.context["outcome"]).not.toBeNull();
          }
        }),
        RUNS,
      );
    });

    test("random histories reach every state, so that the properties speak about all of them", () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyHistory, (history) => {
          for (const { state } of play(flow, history)) seen.add(state);
        }),
        { numRuns: 5_000, seed: 1 },
      );
      expect(Object.keys(flow.machine.root.states).filter((state) => !seen.has(state))).toEqual([]);
      expect(EVENT_TYPES.length).toBeGreaterThan(30);
    });
  },
);
