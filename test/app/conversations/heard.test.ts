import { describe, expect, test } from "vitest";
import { answerIn, contentOf, graveAmong, keptMeaning, protectiveAmong } from "../../../src/app/conversations/heard.ts";
import { suggestionsFor } from "../../../src/app/conversations/suggestions.ts";
import type { Act, Content, Intent, Meaning, Reading, Stage } from "../../../src/domain/understanding/reading.ts";
import { waiting } from "../../support/pure-turn.ts";

const meaning = (content: Content, intent: Intent, stage: Stage = "phrases", confidence = 0.6): Meaning => ({
  ...content,
  intent,
  stage,
  confidence,
  evidence: "what was written",
});
const message = waiting("what was written, and more");
const read = (act: Act, meanings: readonly Meaning[], ...candidates: Intent[]) => {
  const reading: Reading = { meanings, act, candidates, language: "es" };
  return { message, reading };
};

const paid = meaning({ type: "alreadyPaid" }, "already_paid", "protective", 0.95);
const perhapsPaid = meaning({ type: "alreadyPaid" }, "already_paid", "classifier");
const perhapsCrisis = meaning({ type: "crisis" }, "crisis", "classifier");
const unclear = meaning({ type: "unclear" }, "unclear", "fallback");
const balance = meaning({ type: "balance" }, "ask_balance", "classifier");
const stop = meaning({ type: "optOut" }, "opt_out", "protective", 1);
const again = meaning({ type: "optIn" }, "greet");
const order = meaning({ type: "unclear" }, "injection", "phrases", 0.1);
const perhapsOrder = meaning({ type: "unclear" }, "injection", "classifier", 0.4);
const yes = meaning({ type: "yes", strict: true }, "accept", "answer");

const STAYS = { mayReturn: false, isHeard: false };
const typesOf = (all: readonly { meaning: Meaning }[]) => all.map((one) => one.meaning.type);

describe("what protects the debtor", () => {
  test("is heard once, the most urgent first, whichever message it stands in", () => {
    expect(typesOf(protectiveAmong([read("act", [paid]), read("act", [paid, stop])]))).toEqual([
      "optOut",
      "alreadyPaid",
    ]);
  });

  test("is heard in a doubtful message only when it was said as good as certainly", () => {
    for (const act of ["confirm", "menu", "human"] as const) {
      expect(typesOf(protectiveAmong([read(act, [perhapsPaid])]))).toEqual([]);
      expect(typesOf(protectiveAmong([read(act, [perhapsCrisis, paid])]))).toEqual(["alreadyPaid"]);
    }
    expect(typesOf(protectiveAmong([read("act", [perhapsPaid])]))).toEqual(["alreadyPaid"]);
  });
});

describe("what is grave and not certain", () => {
  test("is the doubtful meaning, and not a certain one beside it", () => {
    expect(graveAmong([read("act", [paid]), read("human", [paid, perhapsCrisis])])?.meaning).toBe(perhapsCrisis);
    expect(graveAmong([read("human", [paid])])?.meaning).toBe(paid);
    expect(graveAmong([read("confirm", [perhapsCrisis])])).toBeUndefined();
  });

  test("is answered by the person who is called: nothing else in it is", () => {
    expect(answerIn(read("human", [perhapsCrisis, balance]), { ...STAYS, isHeard: true })).toBeUndefined();
  });

  test("calls a person also when it sounds so only where the conversation has come to", () => {
    const heard = answerIn(read("human", [perhapsCrisis, balance]), STAYS);
    expect(heard && contentOf(heard)).toEqual({ type: "person" });
  });
});

describe("what a message answers", () => {
  test("is its first meaning, unless it protects", () => {
    expect(answerIn(read("act", [balance, unclear]), STAYS)?.meaning).toBe(balance);
    expect(answerIn(read("act", [paid, balance]), STAYS)).toBeUndefined();
  });

  test("is a request for messages only from somebody who stopped them", () => {
    const both = read("act", [again, balance]);
    expect(answerIn(both, { mayReturn: true, isHeard: false })?.meaning).toBe(again);
    expect(answerIn(both, STAYS)?.meaning).toBe(balance);
    expect(answerIn(read("act", [again]), STAYS)?.meaning).toBe(again);
  });

  test("is an order to the bot before all else, even a yes", () => {
    const heard = answerIn(read("act", [yes, order]), STAYS);
    expect(heard?.meaning).toBe(order);
    expect(heard && contentOf(heard).type).toBe("unclear");
    expect(answerIn(read("act", [balance, perhapsOrder]), STAYS)?.meaning).toBe(balance);
  });

  test("is nothing of its own while the reading is in doubt", () => {
    for (const act of ["confirm", "menu"] as const) {
      const heard = answerIn(read(act, [balance], "ask_balance"), STAYS);
      expect(heard && contentOf(heard)).toEqual({ type: "unclear" });
    }
    const certain = answerIn(read("act", [balance]), STAYS);
    expect(certain && contentOf(certain)).toBe(balance);
  });
});

describe("what may have been meant", () => {
  const verified = { verified: true };
  const offered = (...candidates: Intent[]) =>
    suggestionsFor({ ...read("confirm", [unclear], ...candidates), meaning: unclear }, verified);

  test("is offered as the buttons we have, none twice, the likeliest first", () => {
    expect(offered("ask_detail", "ask_balance", "pay_now")).toEqual(["balance", "pay"]);
    expect(offered("request_time", "ask_discount", "propose_installments", "promise")).toEqual(["options", "promise"]);
    expect(offered("already_paid", "receipt", "dispute")).toEqual(["paid", "dispute"]);
    expect(offered("opt_out", "legitimacy", "deny_identity")).toEqual(["stop", "howToVerify", "wrongPerson"]);
    expect(offered("hardship", "ask_balance")).toEqual(["person", "balance"]);
  });

  test("is nothing that binds, nor a greeting", () => {
    expect(offered("accept", "yes", "greet", "thanks_bye", "injection", "unclear", "call_later")).toEqual([]);
  });

  test("is asked back only where the reading says so, and never of an order", () => {
    const candidates: Intent[] = ["ask_balance", "pay_now"];
    expect(suggestionsFor({ ...read("menu", [unclear], ...candidates), meaning: unclear }, verified)).toEqual([]);
    expect(suggestionsFor({ ...read("confirm", [order], ...candidates), meaning: order }, verified)).toEqual([]);
  });

  test("hints at no debt before the proof", () => {
    const heard = { ...read("confirm", [unclear], "pay_now", "already_paid", "legitimacy", "human"), meaning: unclear };
    expect(suggestionsFor(heard, { verified: false })).toEqual(["howToVerify", "person"]);
  });
});

test("the log keeps what was thought of the whole message, and names the message", () => {
  const all = read("confirm", [unclear, balance], "ask_balance", "pay_now");
  expect(keptMeaning({ ...all, meaning: unclear })).toEqual({
    ...unclear,
    messageId: "message-1",
    act: "confirm",
    candidates: ["ask_balance", "pay_now"],
    language: "es",
    also: [{ intent: "ask_balance", stage: "classifier", confidence: 0.6, evidence: "what was written" }],
  });
});
