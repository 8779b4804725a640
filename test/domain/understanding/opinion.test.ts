import { describe, expect, test } from "vitest";
import { mask } from "../../../src/domain/understanding/masking/mask.ts";
import {
  ground,
  isDoubtful,
  OPINION_INTENTS,
  type Opinion,
  type OpinionIntent,
  type Verdict,
  withOpinion,
} from "../../../src/domain/understanding/opinion.ts";
import type { Meaning, Reading } from "../../../src/domain/understanding/reading.ts";

const RAW = "Soy Marta Gil, lo del viernes 200 mil ya quedó en la cuenta 24001234567";
const WORDS = { raw: RAW, masked: mask(RAW, { names: [], business: "Comercial de Muestra", numbers: [] }) };
const PAID: Verdict = {
  intent: "already_paid",
  evidence: "ya quedó en la cuenta [número]",
  amountSpan: "200 mil",
  dateSpan: "viernes",
  language: "es",
};

describe("a verdict is held to the words it is about", () => {
  test("one that quotes them becomes an opinion, with the debtor's own words", () => {
    expect(ground(PAID, WORDS)).toEqual({
      opinion: { intent: "already_paid", evidence: "ya quedó en la cuenta 24001234567" },
    });
  });

  test.each<[Partial<Verdict>, string]>([
    [{ evidence: "ya pagué" }, "evidence_not_verbatim"],
    [{ evidence: "YA QUEDÓ" }, "evidence_not_verbatim"],
    [{ evidence: "ya quedo" }, "evidence_not_verbatim"],
    [{ evidence: "24001234567" }, "evidence_not_verbatim"],
    [{ evidence: "a qued" }, "evidence_not_verbatim"],
    [{ evidence: "" }, "evidence_not_verbatim"],
    [{ evidence: " " }, "evidence_not_verbatim"],
    [{ intent: "unclear", evidence: "ya pagué" }, "evidence_not_verbatim"],
    [{ amountSpan: "300 mil" }, "amount_not_verbatim"],
    [{ amountSpan: "200000" }, "amount_not_verbatim"],
    [{ dateSpan: "2026-11-27" }, "date_not_verbatim"],
  ])("%o is discarded", (changes, because) => {
    expect(ground({ ...PAID, ...changes }, WORDS)).toEqual({ because });
  });

  test("one that is unsure has no opinion", () => {
    const unsure: Verdict = { ...PAID, intent: "unclear", evidence: "", amountSpan: null, dateSpan: null };
    expect(ground(unsure, WORDS)).toEqual({ opinion: undefined });
  });
});

const UNCLEAR: Meaning = { type: "unclear", intent: "unclear", stage: "fallback", confidence: 1, evidence: "" };
const NOT_READ: Reading = { meanings: [UNCLEAR], act: "menu", candidates: [], language: "es" };
const opinion = (intent: OpinionIntent): Opinion | undefined =>
  intent === "unclear" ? undefined : { intent, evidence: "tal cual" };

const FOR_A_PERSON: readonly OpinionIntent[] = [
  "crisis",
  "opt_out",
  "legal",
  "deny_identity",
  "third_party",
  "human",
  "already_paid",
  "dispute",
  "hardship",
  "abuse",
];
const ALL = Object.keys(OPINION_INTENTS).filter((name): name is OpinionIntent => name in OPINION_INTENTS);

test.each(FOR_A_PERSON)("%s calls a person, and is acted on in no other way", (intent) => {
  expect(withOpinion(NOT_READ, opinion(intent))).toEqual({
    meanings: [{ type: "person", intent, stage: "opinion", confidence: 0.5, evidence: "tal cual" }],
    act: "human",
    candidates: [],
    language: "es",
  });
});

test.each(ALL.filter((intent) => !FOR_A_PERSON.includes(intent) && intent !== "unclear"))(
  "%s is asked back about, and is no meaning",
  (intent) => {
    expect(withOpinion(NOT_READ, opinion(intent))).toEqual({ ...NOT_READ, act: "confirm", candidates: [intent] });
  },
);

test("none that binds is on the list, nor one that stands for a money movement", () => {
  const binding = ["promise", "accept", "counter_offer", "yes", "confirm_identity", "menu_choice", "receipt"];
  expect(ALL.filter((intent) => binding.includes(intent))).toEqual([]);
});

test("what we would ask back stays first, and three are asked at most", () => {
  const asking: Reading = { ...NOT_READ, act: "confirm", candidates: ["ask_balance", "pay_now"] };
  expect(withOpinion(asking, opinion("request_time")).candidates).toEqual(["ask_balance", "pay_now", "request_time"]);
  expect(withOpinion(asking, opinion("pay_now")).candidates).toEqual(["ask_balance", "pay_now"]);
  const full: Reading = { ...asking, candidates: ["ask_balance", "pay_now", "greet"] };
  expect(withOpinion(full, opinion("request_time"))).toEqual(full);
  expect(withOpinion(full, opinion("crisis")).act).toBe("human");
});

test.each<Reading>([
  { ...NOT_READ, act: "act", meanings: [{ ...UNCLEAR, type: "optOut", intent: "opt_out" }] },
  { ...NOT_READ, act: "act", meanings: [{ ...UNCLEAR, type: "pay", intent: "pay_now" }] },
  { ...NOT_READ, act: "human", meanings: [{ ...UNCLEAR, type: "person", intent: "crisis" }] },
])("what we act on or call a person for is ours: no opinion changes it", (reading) => {
  expect(isDoubtful(reading)).toBe(false);
  for (const intent of ALL) expect(withOpinion(reading, opinion(intent))).toBe(reading);
});
