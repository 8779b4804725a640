import { describe, expect, test } from "vitest";
import { asks, played } from "./played.ts";

const verified = ["business.opened", "debtor.saidYes", "debtor.provedIdentity"] as const;

describe("after an opt-out", () => {
  const stopped = [...verified, "debtor.optedOut"] as const;
  const asking = { type: "debtor.askedForMessages", lifts: true } as const;
  const yes = { type: "debtor.confirmed", of: "permission" } as const;

  test("the bot is silent, and what they tell a person sees", () => {
    expect(asks(played(...stopped, "debtor.thanked"))).toEqual(["stayQuiet"]);
    expect(asks(played(...stopped, "debtor.saidYes"))).toEqual(["stayQuiet"]);
    expect(asks(played(...stopped, "debtor.greeted"))).toEqual(["handToAgent unclear"]);
    expect(asks(played(...stopped, "debtor.unclear"))).toEqual(["handToAgent unclear"]);
    expect(asks(played(...stopped, "debtor.sentUnreadable"))).toEqual(["handToAgent unclear"]);
    expect(asks(played(...stopped, "debtor.disputed"))).toEqual(["openDispute", "handToAgent dispute"]);
    expect(asks(played(...stopped, "debtor.saidAlreadyPaid"))).toEqual([
      "recordPaymentClaim",
      "handToAgent already_paid",
    ]);
  });

  test("said again it is not confirmed again, and counts from then", () => {
    expect(asks(played(...stopped, "debtor.optedOut"))).toEqual(["stopContact"]);
    expect(asks(played(...stopped, asking, "debtor.optedOut"))).toEqual(["stopContact"]);
  });

  test("who asks for something gets a person, to whom the one answer that the law leaves is left", () => {
    for (const event of ["debtor.askedForPerson", "debtor.choseToPay", "debtor.askedBalance"] as const) {
      const asked = played(...stopped, event);
      expect([asked.state, asks(asked)]).toEqual(["stoppedWithAgent", ["handToAgent asked"]]);
    }
    expect(asks(played(...stopped, "debtor.inCrisis"))).toEqual(["recordCrisis", "handToAgent crisis"]);
    expect(asks(played(...stopped, "debtor.choseToPay", "debtor.inCrisis"))).toEqual([
      "recordCrisis",
      "handToAgent crisis",
    ]);
  });

  test("the conversation stays open, so that no new one greets them", () => {
    expect(played(...stopped).finished).toBe(false);
  });

  test("who asks for messages again is asked back, and a plain yes to that begins afresh: who is it?", () => {
    expect(asks(played(...stopped, asking))).toEqual(["say permission.confirm", "setAlarm 24"]);
    const again = played(...stopped, asking, yes);
    expect(asks(again)).toEqual(["recordPermission", "say permission.noted", "setAlarm 2"]);
    expect(again).toMatchObject({ state: "verifying", context: { verified: false, outcome: null } });
    expect(asks(played(...stopped, asking, yes, "debtor.provedIdentity"))).toContain("say balance.show");
    expect(asks(played(...stopped, asking, yes, "debtor.optedOut"))).toEqual([
      "say stop.confirmed",
      "stopContact",
      "recordOutcome opted_out",
    ]);
  });

  test.each([
    ["a no", "debtor.saidNo", "stopped", ["stayQuiet"]],
    ["thanks", "debtor.thanked", "stopped", ["stayQuiet"]],
    ["a day of silence", "alarm.rang", "stopped", ["stayQuiet"]],
    ["«ok», which binds nobody", "debtor.saidYes", "stoppedWithAgent", ["handToAgent unclear"]],
    ["what is not understood", "debtor.unclear", "stoppedWithAgent", ["handToAgent unclear"]],
  ] as const)("%s gives no permission, and is not pressed for one", (_, event, state, effects) => {
    const after = played(...stopped, asking, event);
    expect([after.state, asks(after)]).toEqual([state, effects]);
  });

  test("a yes to something else gives none", () => {
    const older = { type: "debtor.confirmed", of: "plan:3:monthly" } as const;
    expect(asks(played(...stopped, asking, older))).toEqual(["stayQuiet"]);
    expect(asks(played(...stopped, asking, "debtor.confirmed"))).toEqual(["stayQuiet"]);
    expect(asks(played(...stopped, yes))).toEqual(["stayQuiet"]);
  });

  test("words that cannot lift it are put before a person", () => {
    expect(asks(played(...stopped, { type: "debtor.askedForMessages", lifts: false }))).toEqual([
      "handToAgent unclear",
    ]);
    expect(asks(played("business.opened", "debtor.saidWrongPerson", asking))).toEqual(["handToAgent wrong_person"]);
  });

  test("a stop that came by another way silences the chat before it reads a word", () => {
    expect(asks(played(...verified, "debtor.optedOutElsewhere"))).toEqual(["stayQuiet", "recordOutcome opted_out"]);
    expect(played("debtor.optedOutElsewhere").state).toBe("stopped");
    const handed = played(...verified, "debtor.askedForPerson", "debtor.optedOutElsewhere");
    expect([handed.state, asks(handed)]).toEqual(["stoppedWithAgent", ["stayQuiet"]]);
  });

  test("handed back, the bot is silent while the stop stands, and goes on once it does not", () => {
    const back = (optedOut: boolean) =>
      played(...stopped, "agent.tookOver", { type: "agent.returned", verified: true, optedOut });
    expect([back(true).state, asks(back(true))]).toEqual(["stopped", ["stayQuiet"]]);
    expect(asks(back(false))).toContain("say agent.returned");
  });
});
