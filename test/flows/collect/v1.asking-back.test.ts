import { describe, expect, test } from "vitest";
import { collectV1 } from "../../../flows/collect/v1.ts";
import { restOf } from "../../../flows/lib/definition.ts";
import { step } from "../../../flows/step.ts";
import type { FlowEvent, Suggestion } from "../../../flows/vocabulary.ts";
import { asks, played } from "./played.ts";

const opened = { type: "business.opened" } as const;
const verified = [opened, { type: "debtor.provedIdentity" }] as const;
const inThree = { type: "debtor.choseOffer", terms: { instalments: 3, frequency: "monthly" } } as const;
const promisesFriday = { type: "debtor.promised", on: "2026-11-27" } as FlowEvent;

const unclear = (...didYouMean: Suggestion[]) => ({ type: "debtor.unclear", didYouMean }) as const;

describe("did you mean", () => {
  test("what was probably meant is offered, the likeliest first and at most three", () => {
    const now = played(...verified, unclear("balance", "paid", "options", "dispute"));
    expect(asks(now)).toEqual(["say unclear.didYouMean"]);
    expect(now.context["suggested"]).toEqual(["balance", "paid", "options"]);
    expect(now.state).toBe("balance");
  });

  test("what was tapped is answered, and one more misunderstanding after it is again the first", () => {
    const tapped = [...verified, unclear("balance", "paid"), "debtor.askedBalance"] as const;
    expect(asks(played(...tapped))).toEqual(["say balance.show", "setAlarm 2"]);
    expect(asks(played(...tapped, unclear("pay", "options")))).toEqual(["say unclear.didYouMean"]);
  });

  test("a guess that is answered on the spot is understood, too", () => {
    const asked = [opened, "debtor.saidYes", unclear("howToVerify", "stop")] as const;
    expect(asks(played(...asked, "debtor.askedHowToVerifyUs", "debtor.unclear"))).toEqual(["say unclear.proof"]);
    expect(asks(played(...verified, "debtor.unclear", "debtor.thanked", "debtor.unclear"))).toEqual([
      "say unclear.menu",
    ]);
  });

  test("it is a misunderstanding: the second in a row brings a person, however likely a guess is", () => {
    const person = ["say unclear.toPerson", "handToAgent unclear", "recordOutcome handed_over"];
    expect(asks(played(...verified, unclear("balance", "paid"), unclear("balance", "paid")))).toEqual(person);
    expect(asks(played(...verified, "debtor.unclear", unclear("balance", "paid")))).toEqual(person);
    expect(asks(played(...verified, unclear("balance", "paid"), "debtor.unclear"))).toEqual(person);
  });

  test("while an exact day is asked for, the guess is offered all the same", () => {
    const asked = played(...verified, "debtor.promisedUnclearDay", unclear("options", "paid"));
    expect([asked.state, asks(asked)]).toEqual(["askingDay", ["say unclear.didYouMean"]]);
  });

  test.each([
    ["plan.confirm", inThree],
    ["promise.confirm", promisesFriday],
  ] as const)("where %s waits for a yes it is repeated, and nothing else is offered", (repeated, event) => {
    expect(asks(played(...verified, event, unclear("pay", "options")))).toEqual([`say ${repeated}`]);
  });

  test.each([
    ["unclear.yesNo", [opened]],
    ["unclear.yesNo", [opened, "alarm.rang"]],
    ["unclear.proof", [opened, "debtor.saidYes"]],
  ] as const)("before the proof a guess that hints at a debt is asked as %s", (question, place) => {
    expect(asks(played(...place, unclear("pay", "paid", "balance", "options", "promise", "dispute")))).toEqual([
      `say ${question}`,
    ]);
    const neutral = played(...place, unclear("pay", "howToVerify", "paid", "wrongPerson"));
    expect(asks(neutral)).toEqual(["say verify.didYouMean"]);
    expect(neutral.context["suggested"]).toEqual(["howToVerify", "wrongPerson"]);
  });

  test("with nobody to offer but a person, the plain question does it", () => {
    expect(asks(played(...verified, unclear("person")))).toEqual(["say unclear.menu"]);
    expect(asks(played(opened, unclear("pay", "person")))).toEqual(["say unclear.yesNo"]);
  });

  test("a stranger is told of nothing that there could be to choose", () => {
    expect(asks(played("stranger.wroteFirst", unclear("balance", "howToVerify")))).toEqual([
      "say stranger.askReference",
    ]);
  });
});

describe("busy now", () => {
  const places = [
    [opened],
    [opened, "alarm.rang"],
    [opened, "debtor.saidYes"],
    verified,
    [...verified, inThree],
    [...verified, promisesFriday, "debtor.confirmed"],
    [...verified, "debtor.choseToPay"],
    ["stranger.wroteFirst"],
  ] as const;

  test("is answered in a few words, and everything stays where it was", () => {
    for (const place of places) {
      const before = played(...place);
      const now = step(collectV1, before, { type: "debtor.saidLater" });
      expect([now.state, asks(now)]).toEqual([before.state, ["say later.noted"]]);
      expect(now.context).toEqual(before.context);
    }
  });

  test("is no misunderstanding, and what was not understood before it is not held against them", () => {
    expect(asks(played(...verified, "debtor.unclear", "debtor.saidLater", "debtor.unclear"))).toEqual([
      "say unclear.menu",
    ]);
  });

  test("as the first word of a conversation ends it: what they write next begins another", () => {
    const now = played("debtor.saidLater");
    expect([now.finished, asks(now)]).toEqual([true, ["say later.noted", "recordOutcome other"]]);
  });

  test("is left alone where the bot has nothing more to say", () => {
    for (const place of [["debtor.optedOut"], ["debtor.saidWrongPerson"], ["debtor.askedForPerson"]] as const)
      expect(asks(played(...place, "debtor.saidLater"))).toEqual(["stayQuiet"]);
    const failed = ["debtor.failedIdentity", "debtor.failedIdentity", "debtor.failedIdentity"] as const;
    expect(asks(played(opened, ...failed, "debtor.saidLater"))).toEqual(["stayQuiet"]);
  });
});

describe("something grave that is not certain", () => {
  test("calls a person wherever the conversation stands, and acts on nothing", () => {
    for (const place of [[], [opened], [opened, "debtor.saidYes"], verified, [...verified, inThree]] as const) {
      const now = played(...place, "debtor.soundedGrave");
      expect(asks(now)).toEqual(["say person.coming", "handToAgent unclear", "recordOutcome handed_over"]);
      expect(restOf(collectV1, now.state)).toBe("withPerson");
    }
  });

  test("adds its reason where a person is called already, and says nothing more", () => {
    for (const place of ["debtor.disputed", "debtor.inCrisis", "agent.tookOver"] as const)
      expect(asks(played(...verified, place, "debtor.soundedGrave"))).toEqual(["handToAgent unclear"]);
  });

  test("after a stop, and from a wrong number, a person sees it in silence", () => {
    expect(asks(played(...verified, "debtor.optedOut", "debtor.soundedGrave"))).toEqual(["handToAgent unclear"]);
    expect(asks(played(opened, "debtor.saidNo", "debtor.soundedGrave"))).toEqual(["handToAgent wrong_person"]);
    expect(asks(played("stranger.wroteFirst", "debtor.askedForPerson", "debtor.soundedGrave"))).toEqual([
      "handToAgent unclear",
    ]);
  });
});
