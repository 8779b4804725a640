import { describe, expect, test } from "vitest";
import type { Likelihoods } from "../../../src/domain/understanding/classifier/model.ts";
import { decide, type Findings } from "../../../src/domain/understanding/decide.ts";
import type { Intent, Meaning } from "../../../src/domain/understanding/reading.ts";

const SAID = { evidence: "…", stage: "protective", confidence: 0.95 } as const;
const STOP: Meaning = { type: "optOut", intent: "opt_out", ...SAID };
const SLIPPED: Meaning = { ...STOP, stage: "speller", confidence: 0.8 };
const KEYWORD: Meaning = { ...STOP, confidence: 1 };
const CRISIS: Meaning = { type: "crisis", intent: "crisis", ...SAID };
const DECEASED: Meaning = { type: "deceased", intent: "third_party", ...SAID };
const PROMISE: Meaning = { type: "promise", intent: "promise", ambiguous: false, ...SAID, stage: "entities" };

/** Chances of what is said first, and of what is said at all. */
function likelihoods(first: Partial<Record<Intent, number>>, atAll: { opt_out?: number; crisis?: number } = {}) {
  return {
    first: new Map(Object.entries(first)),
    atAll: new Map(Object.entries({ opt_out: 0, crisis: 0, ...atAll })),
  } as Likelihoods;
}

function decided(found: readonly Meaning[], likely: Likelihoods, more: Partial<Findings> = {}) {
  return decide({ found, likely, support: new Map(), whole: "…", expects: "nothing", ...more });
}

const shown = ({ act, meanings, candidates }: ReturnType<typeof decide>) => ({
  act,
  says: meanings.map(({ type }) => type),
  candidates,
});

describe("a stop", () => {
  test.each([
    ["that we advertise stands, however unlikely", KEYWORD, { promise: 0.99 }, 0.001, "act", "optOut"],
    ["that a rule found and that is likely stands", STOP, { promise: 0.6 }, 0.5, "act", "optOut"],
    ["that a rule found is read by a person beside a promise", STOP, { promise: 0.99 }, 0.01, "human", "optOut"],
    ["that a rule found is passed over beside what is harmless and sure", STOP, { human: 0.95 }, 0.05, "act", "person"],
    ["that a rule found is read by a person where it is possible", STOP, { human: 0.95 }, 0.12, "human", "person"],
  ] as const)("%s", (_, found, first, atAll, act, says) => {
    const reading = decided([found, PROMISE], likelihoods(first, { opt_out: atAll }));
    expect([reading.act, reading.meanings[0]?.type]).toEqual([act, says]);
  });

  test.each([
    ["is read by a person where it is possible beside what is sure", { human: 0.9 }, 0.12, "human"],
    ["is nothing where it is hardly so", { human: 0.9 }, 0.05, "act"],
    ["is asked back about where nothing is sure", { human: 0.3, hardship: 0.3 }, 0.05, "confirm"],
    ["is read by a person where nothing is sure and it is likely", { human: 0.3, hardship: 0.3 }, 0.35, "human"],
  ] as const)("that no rule found %s", (_, first, atAll, act) => {
    const reading = decided([], likelihoods(first, { opt_out: atAll }));
    expect(reading.act).toBe(act);
    expect(reading.meanings.some(({ type }) => type === "optOut")).toBe(act !== "act");
    expect(reading.candidates.includes("opt_out")).toBe(act === "confirm");
  });

  test("that no rule found is never acted on, however likely, without words to stand on", () => {
    const reading = decided([], likelihoods({ opt_out: 0.99 }, { opt_out: 0.99 }));
    expect(reading.act).toBe("human");
    expect(reading.meanings[0]).toMatchObject({ type: "optOut", confidence: 0.89 });
  });

  test("is asked back about also where nothing else was understood", () => {
    expect(decided([], likelihoods({ unclear: 0.9, human: 0.05 }, { opt_out: 0.05 }))).toMatchObject({
      act: "confirm",
      candidates: ["opt_out"],
    });
  });

  test("read through a slip is plain beside a hint of distress: it is carried out, and a person reads", () => {
    const { act, meanings } = decided([SLIPPED], likelihoods({ opt_out: 0.7 }, { opt_out: 0.8, crisis: 0.12 }));
    expect(act).toBe("human");
    expect(meanings.find(({ type }) => type === "optOut")?.confidence).toBeGreaterThanOrEqual(0.9);
  });
});

describe("a crisis", () => {
  test.each([
    ["that a rule found and that is likely is one", [CRISIS], { hardship: 0.5 }, 0.4, "act"],
    ["that a rule found calls a person, however unlikely", [CRISIS], { promise: 0.99 }, 0.001, "human"],
    ["that is possible calls a person beside what is sure", [], { promise: 0.95 }, 0.09, "human"],
    ["at the slightest sign calls a person where nothing is sure", [], { promise: 0.3, human: 0.3 }, 0.06, "human"],
    ["that is next to impossible is none", [], { human: 0.95 }, 0.02, "act"],
  ] as const)("%s", (_, found, first, atAll, act) => {
    const reading = decided(found, likelihoods(first, { crisis: atAll }));
    expect(reading.act).toBe(act);
    expect(reading.meanings.some(({ type }) => type === "crisis")).toBe(atAll !== 0.02);
  });
});

test("who died stays dead beside a suspicion", () => {
  expect(shown(decided([DECEASED], likelihoods({ third_party: 0.9 }, { opt_out: 0.2 })))).toEqual({
    act: "human",
    says: ["deceased", "optOut"],
    candidates: [],
  });
});

test("in doubt nobody is shown as one who pays before what speaks against it", () => {
  const { act, meanings } = decided([], likelihoods({ pay_now: 0.4, already_paid: 0.1 }));
  expect([act, meanings[0]?.intent]).toEqual(["confirm", "already_paid"]);
});

test("what would pay needs more to be acted on than what would not", () => {
  expect(decided([], likelihoods({ pay_now: 0.6 })).act).toBe("confirm");
  expect(decided([], likelihoods({ ask_balance: 0.6 })).act).toBe("act");
});

test.each(["promise", "accept", "counter_offer"] as const)("no %s is said by the classifier alone", (intent) => {
  const { act, meanings } = decided([], likelihoods({ [intent]: 0.99 }));
  expect(act).not.toBe("act");
  expect(meanings.some((meaning) => meaning.intent === intent)).toBe(false);
});
