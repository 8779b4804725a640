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

const STOPPED = ["stopped", "stoppedWithAgent"];

/** What is said to somebody who opted out: what asks back for their permission, and nothing besides. */
const SAID_AFTER_A_STOP: Partial<Record<FlowEvent["type"], MessageKey[]>> = {
  "debtor.askedForMessages": ["permission.confirm"],
};

/** What may be offered to somebody who has not proved who they are, when it is asked back what was meant. */
const NEUTRAL_SUGGESTIONS = ["person", "howToVerify", "stop", "wrongPerson"];

/** While the opt-out stands, an agent who hands back says so. */
const afterStop = anyEvent.map((event) => (event.type === "agent.returned" ? { ...event, optedOut: true } : event));

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

    test("opting out is confirmed once, and after it nothing is said but what answers a request of theirs, until they give permission again", () => {
      fc.assert(
        fc.property(anyHistory, fc.array(afterStop, { maxLength: 10 }), (history, after) => {
          const before = lastOf(history);
          if (before.finished) return;
          let now = step(flow, before, { type: "debtor.optedOut" });
          expect(STOPPED).toContain(now.state);
          expect(said(now)).toEqual(
            [...STOPPED, "confirmingPermission"].includes(before.state) ? [] : ["stop.confirmed"],
          );
          for (const event of after) {
            const { state } = now;
            now = step(flow, now, event);
            if (now.effects.some(({ type }) => type === "recordPermission")) return;
            expect([...STOPPED, "confirmingPermission", "inCrisis"]).toContain(now.state);
            const answers =
              SAID_AFTER_A_STOP[event.type] ?? (state === "inCrisis" ? SAID_BESIDE_A_PERSON[event.type] : []) ?? [];
            expect(answers, `${event.type} in ${state}`).toEqual(expect.arrayContaining(said(now)));
            expect(now.effects.filter(({ type }) => type === "createPaymentLink")).toEqual([]);
          }
        }),
        RUNS,
      );
    });

    test("permission is given again only by a plain yes to its own echo, which only a request that lifts a stop brings about", () => {
      fc.assert(
        fc.property(anyHistory, (history) => {
          const [, ...steps] = play(flow, history);
          let echoed = false;
          for (const [index, now] of steps.entries()) {
            const event = history[index];
            if (now.effects.some(({ type }) => type === "recordPermission")) {
              expect(event).toEqual({ type: "debtor.confirmed", of: "permission" });
              expect(echoed).toBe(true);
              // Who has the telephone today has shown nothing yet.
              expect([now.state, now.context["verified"]]).toEqual(["verifying", false]);
            }
            if (said(now).includes("permission.confirm"))
              expect(event).toEqual({ type: "debtor.askedForMessages", lifts: true });
            echoed = now.state === "confirmingPermission";
          }
        }),
        RUNS,
      );
    });

    test("an agent who hands back somebody who opted out leaves the bot silent", () => {
      fc.assert(
        fc.property(anyHistory, fc.boolean(), (history, verified) => {
          const before = lastOf(history);
          if (restOf(flow, before.state) !== "withPerson" || before.state.startsWith("stranger")) return;
          const back = step(flow, before, { type: "agent.returned", verified, optedOut: true });
          expect([back.state, said(back)]).toEqual(["stopped", []]);
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
            if (now.effects.some(({ type }) => type === "recordPermission")) proved = false;
            if (proved) continue;
            expect(said(now).filter(discloses), `${event?.type} → ${now.state}`).toEqual([]);
            expect(NEUTRAL_SUGGESTIONS).toEqual(expect.arrayContaining(now.context["suggested"] as unknown[]));
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

    test("there is one outcome from the beginning, one from each hand-back and one from each new permission; whatever is over has one", () => {
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
