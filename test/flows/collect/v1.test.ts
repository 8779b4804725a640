import { describe, expect, test } from "vitest";
import { collectV1 } from "../../../flows/collect/v1.ts";
import { expectationOf, restOf } from "../../../flows/lib/definition.ts";
import { step } from "../../../flows/step.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { asks, played } from "./played.ts";

const proved = { type: "debtor.provedIdentity" } as const;
const opened = { type: "business.opened" } as const;
const inThree = { type: "debtor.choseOffer", terms: { instalments: 3, frequency: "monthly" } } as const;
const friday = isoDate("2026-11-27");
const promisesFriday = { type: "debtor.promised", on: friday, amount: "COP 90000.00" } as const;

const verified = [opened, proved] as const;
const agreed = [...verified, inThree, "debtor.confirmed"] as const;
const promised = [...verified, promisesFriday, "debtor.confirmed"] as const;

describe("who is it", () => {
  test("the business opens without a word of debt, and waits two working days", () => {
    const now = played(opened);
    expect([now.state, asks(now)]).toEqual(["opening", ["say opening", "setAlarm 2"]]);
    expect(expectationOf(collectV1, now.state)).toBe("identityAnswer");
  });

  test("yes, it is me, leads to one question that only the right person can answer", () => {
    const now = played(opened, "debtor.saidYes");
    expect([now.state, asks(now)]).toEqual(["verifying", ["say verify.ask", "setAlarm 2"]]);
    expect(expectationOf(collectV1, now.state)).toBe("identityProof");
  });

  test("no, it is not me, takes the number out and says sorry", () => {
    const now = played(opened, "debtor.saidNo");
    expect(asks(now)).toEqual(["say wrongPerson.sorry", "suppressContact", "recordOutcome wrong_person"]);
    expect(asks(step(collectV1, now, { type: "debtor.greeted" }))).toEqual(["stayQuiet"]);
  });

  test("three wrong answers close neutrally, and whatever follows reaches a person", () => {
    const first = played(opened, "debtor.saidYes", "debtor.failedIdentity");
    const third = played(
      opened,
      "debtor.saidYes",
      "debtor.failedIdentity",
      "debtor.failedIdentity",
      "debtor.failedIdentity",
    );
    expect(asks(first)).toEqual(["say verify.again", "setAlarm 2"]);
    expect([third.state, asks(third)]).toEqual([
      "notVerified",
      ["say verify.neutralClose", "recordOutcome not_verified"],
    ]);
    const later = step(collectV1, third, proved);
    expect([later.state, asks(later)]).toEqual(["withAgent", ["say person.coming", "handToAgent not_verified"]]);
  });

  test("asking what is owed, or wanting to pay, does not get around the question", () => {
    expect(played(opened, "debtor.askedBalance").state).toBe("verifying");
    expect(asks(played(opened, inThree))).toEqual(["say verify.ask", "setAlarm 2"]);
    expect(asks(played("debtor.wroteFirst", "debtor.choseToPay"))).toEqual(["say verify.ask", "setAlarm 2"]);
  });

  test("a debtor who writes first is greeted and asked who they are, whatever they wrote", () => {
    for (const first of ["debtor.wroteFirst", "debtor.greeted", "debtor.choseToPay", "debtor.unclear"] as const) {
      expect(asks(played(first))).toEqual(["say welcome.verify", "setAlarm 2"]);
    }
  });

  test("a debtor who writes first in order to be left alone is left alone at once", () => {
    expect(asks(played("debtor.optedOut"))).toEqual(["say stop.confirmed", "stopContact", "recordOutcome opted_out"]);
  });

  test("how do I know it is you is answered on the spot, and the question stands", () => {
    const now = played(opened, "debtor.saidYes", "debtor.askedHowToVerifyUs");
    expect([now.state, asks(now)]).toEqual(["verifying", ["say verify.howToVerifyUs"]]);
  });

  test("whoever owes nothing any more is told so", () => {
    const now = played("debtor.wroteFirst", { type: "debtor.provedIdentity", nothingOwed: true });
    expect([now.state, asks(now)]).toEqual([
      "nothingOwed",
      ["say balance.nothingOwed", "recordOutcome other", "setAlarm 24"],
    ]);
  });
});

describe("a stranger", () => {
  test("is asked for a reference and told nothing; the reference goes to a person", () => {
    expect(asks(played("stranger.wroteFirst"))).toEqual(["say stranger.askReference", "setAlarm 24"]);
    expect(asks(played("stranger.wroteFirst", "stranger.gaveReference"))).toEqual([
      "say stranger.close",
      "handToAgent unknown_number",
      "recordOutcome handed_over",
    ]);
  });

  test("cannot dispute, claim or prove anything about somebody's debt", () => {
    for (const event of [
      "debtor.disputed",
      "debtor.saidAlreadyPaid",
      "debtor.saidHardship",
      "debtor.saidDeceased",
    ] as const) {
      expect(asks(played("stranger.wroteFirst", event))).toContain("handToAgent unknown_number");
      expect(asks(played("stranger.wroteFirst", event))).toHaveLength(3);
    }
    expect(asks(played("stranger.wroteFirst", proved))).toEqual(["say stranger.askReference"]);
    expect(played("stranger.wroteFirst", proved, proved).state).toBe("strangerWithAgent");
  });
});

describe("the two paths", () => {
  test("pay now makes the link before the message that carries it", () => {
    const now = played(...verified, "debtor.choseToPay");
    expect([now.state, asks(now)]).toEqual(["paying", ["createPaymentLink balance", "say pay.link", "setAlarm 2"]]);
  });

  test("an offer is echoed, and only the strict yes agrees to it", () => {
    const echoed = played(...verified, "debtor.askedForOptions", inThree);
    expect([echoed.state, asks(echoed)]).toEqual(["confirmingPlan", ["say plan.confirm", "setAlarm 2"]]);
    expect(echoed.context["terms"]).toEqual(inThree.terms);
    expect(asks(played(...verified, inThree, "debtor.saidYes"))).toEqual(["say plan.confirm"]);
    expect(asks(played(...agreed))).toEqual([
      'recordPlan {"instalments":3,"frequency":"monthly"}',
      "createPaymentLink instalment",
      "say plan.agreed",
      "recordOutcome plan",
      "setAlarm 2",
    ]);
  });

  test("the button of an older offer does not agree to the newer one", () => {
    const newer = { type: "debtor.choseOffer", terms: { instalments: 6, frequency: "monthly" } } as const;
    const stale = played(...verified, inThree, "debtor.saidNo", newer, {
      type: "debtor.confirmed",
      of: "plan:3:monthly",
    });
    expect([stale.state, asks(stale)]).toEqual(["confirmingPlan", ["say plan.confirm"]]);
    const fresh = played(...verified, inThree, "debtor.saidNo", newer, {
      type: "debtor.confirmed",
      of: "plan:6:monthly",
    });
    expect(fresh.state).toBe("agreed");
  });

  test("two yeses that do not bind bring a person, never a plan", () => {
    const now = played(...verified, inThree, "debtor.saidYes", "debtor.saidYes");
    expect(asks(now)).toEqual(["say unclear.toPerson", "handToAgent unclear", "recordOutcome handed_over"]);
  });

  test("no to the echo shows the options again", () => {
    expect(asks(played(...verified, inThree, "debtor.saidNo"))).toEqual(["say options.show", "setAlarm 2"]);
  });

  test("a typed proposal within the policy is echoed like an offer", () => {
    const proposal = {
      type: "debtor.proposedWithinPolicy",
      terms: { instalments: 4, frequency: "weekly", firstAmount: "COP 200000.00" },
    } as const;
    expect(asks(played(...verified, proposal))).toEqual(["say plan.confirm", "setAlarm 2"]);
  });

  test("a proposal beyond the policy is nobody's yes: a person gets it", () => {
    expect(asks(played(...verified, { type: "debtor.proposedBeyondPolicy", proposal: { instalments: 48 } }))).toEqual([
      "say plan.beyondPolicy",
      "handToAgent beyond_policy",
      "recordOutcome handed_over",
    ]);
  });

  test("whoever has agreed and wants another plan gets a person; paying then means the instalment", () => {
    expect(played(...agreed, inThree).state).toBe("withAgent");
    expect(asks(played(...agreed, "debtor.choseToPay"))).toContain("createPaymentLink instalment");
  });

  test("an agreed plan leaves the reminding to its own days", () => {
    const now = played(...agreed, "alarm.rang");
    expect([now.state, now.effects, now.finished]).toEqual(["closed", [], true]);
  });
});

describe("a promise", () => {
  test("is echoed, confirmed, recorded, and kept silent about until the day after", () => {
    expect(asks(played(...verified, promisesFriday))).toEqual(["say promise.confirm", "setAlarm 2"]);
    expect(asks(played(...promised))).toEqual([
      "recordPromise 2026-11-27 COP 90000.00",
      "setAlarm 2026-11-27",
      "say promise.noted",
      "recordOutcome promise",
    ]);
  });

  test("without a readable day is asked for one; twice unreadable is a person's", () => {
    expect(asks(played(...verified, "debtor.promisedUnclearDay"))).toEqual(["say promise.askDay", "setAlarm 2"]);
    expect(asks(played(...verified, "debtor.promisedUnclearDay", "debtor.promisedUnclearDay"))).toEqual([
      "say promise.askDay",
    ]);
    expect(
      played(...verified, "debtor.promisedUnclearDay", "debtor.promisedUnclearDay", "debtor.promisedUnclearDay").state,
    ).toBe("withAgent");
  });

  test("stands while the debtor greets, asks the balance or pays a part", () => {
    const now = played(...promised, "debtor.greeted", "debtor.askedBalance", "debtor.choseToPay", {
      type: "payment.settled",
      stillOwed: true,
    });
    expect([now.state, asks(now)]).toEqual(["promised", ["say paid.thanks"]]);
  });

  test("that is kept ends in thanks, and that is broken in one neutral message, then a person", () => {
    expect(played(...promised, { type: "payment.settled", stillOwed: true, promiseKept: true }).state).toBe("paid");
    expect(asks(played(...promised, { type: "payment.settled", stillOwed: false }))).toEqual([
      "say paid.thanksInFull",
      "setAlarm 24",
    ]);
    expect(asks(played(...promised, "alarm.rang"))).toEqual(["say promise.broken", "setAlarm 2"]);
    expect(asks(played(...promised, "promise.broken", "alarm.rang"))).toEqual(["handToAgent promise_broken"]);
    expect(asks(played(...promised, "promise.broken", "debtor.saidYes"))).toEqual(["say balance.show", "setAlarm 2"]);
  });

  test("that broke in an earlier conversation still asks who it is before the balance", () => {
    expect(asks(played("promise.broken", "debtor.saidYes"))).toEqual(["say verify.ask", "setAlarm 2"]);
  });
});

describe("money arrives", () => {
  test("in full or in part, and a known debtor is thanked", () => {
    expect(asks(played(...verified, { type: "payment.settled", stillOwed: false }))).toEqual([
      "say paid.thanksInFull",
      "recordOutcome paid",
      "setAlarm 24",
    ]);
    expect(asks(played(...agreed, { type: "payment.settled", stillOwed: true }))).toEqual([
      "say paid.thanks",
      "setAlarm 24",
    ]);
  });

  test("in part, and who asks what is left is told, and not reminded when they say no more", () => {
    const paid = [...agreed, { type: "payment.settled", stillOwed: true }] as const;
    const asked = played(...paid, { type: "debtor.askedBalance" });
    expect([asked.state, asks(asked)]).toEqual(["paid", ["say balance.show"]]);
    expect(played(...paid, { type: "debtor.askedBalance" }, { type: "alarm.rang" }).state).toBe("closed");
    expect(asks(played(...paid, { type: "debtor.askedBalance", nothingOwed: true }))).toContain(
      "say balance.nothingOwed",
    );
  });

  test("before we know who reads, and nothing is said", () => {
    expect(asks(played(opened, { type: "payment.settled", stillOwed: false }))).toEqual(["recordOutcome paid"]);
    expect(asks(played(opened, { type: "payment.settled", stillOwed: true }))).toEqual(["stayQuiet"]);
  });

  test("or fails once, with another try, and twice, with a person", () => {
    expect(asks(played(...verified, "debtor.choseToPay", "payment.failed"))).toEqual(["say pay.failed"]);
    expect(asks(played(...verified, "debtor.choseToPay", "payment.failed", "payment.failed"))).toContain(
      "handToAgent payment_problem",
    );
  });

  test("and thanks are answered, until a day later the conversation is over", () => {
    const paid = [...verified, { type: "payment.settled", stillOwed: false }] as const;
    expect(asks(played(...paid, "debtor.thanked"))).toEqual(["say thanks.reply"]);
    expect(played(...paid, "alarm.rang").finished).toBe(true);
  });
});

describe("what is heard in every state", () => {
  const places = [
    [],
    [opened],
    [opened, "debtor.saidYes"],
    verified,
    [...verified, inThree],
    agreed,
    promised,
  ] as const;

  test.each([
    ["debtor.inCrisis", ["say crisis.care", "recordCrisis", "handToAgent crisis"]],
    ["debtor.optedOut", ["say stop.confirmed", "stopContact"]],
    ["debtor.threatenedLegal", ["say person.coming", "handToAgent legal"]],
    ["debtor.saidDeceased", ["say deceased.sorry", "recordDeceased", "handToAgent deceased"]],
    ["debtor.saidWrongPerson", ["say wrongPerson.sorry", "suppressContact"]],
    ["debtor.askedForPerson", ["say person.coming", "handToAgent asked"]],
    ["debtor.saidAlreadyPaid", ["say paid.claimNoted", "recordPaymentClaim", "handToAgent already_paid"]],
    ["debtor.sentReceipt", ["say receipt.toVerify", "recordPaymentClaim", "handToAgent receipt"]],
    ["debtor.disputed", ["say dispute.noted", "openDispute", "handToAgent dispute"]],
    ["debtor.saidHardship", ["say hardship.noted", "recordHardship", "handToAgent hardship"]],
    ["debtor.abused", ["say person.coming", "handToAgent abuse"]],
    ["debtor.refused", ["say refused.noted", "handToAgent refused"]],
  ] as const)("%s is acted upon wherever the conversation stands", (event, expected) => {
    for (const place of places) {
      const now = played(...place, event);
      expect(asks(now).filter((words) => !words.startsWith("recordOutcome"))).toEqual(expected);
      expect(restOf(collectV1, now.state)).toBeDefined();
      expect(now.context["outcome"]).not.toBeNull();
    }
  });
});

describe("with a person", () => {
  const disputed = [...verified, "debtor.disputed"] as const;

  test("what the debtor tells is recorded in silence", () => {
    expect(asks(played(...disputed, "agent.tookOver", "debtor.sentReceipt"))).toEqual([
      "recordPaymentClaim",
      "handToAgent receipt",
    ]);
    expect(asks(played(...disputed, "debtor.saidHardship"))).toEqual(["recordHardship", "handToAgent hardship"]);
    expect(asks(played(...disputed, "debtor.choseToPay"))).toEqual(["stayQuiet"]);
  });

  test("a crisis gets one caring word at once, because the person may be asleep", () => {
    expect(asks(played(...disputed, "debtor.inCrisis"))).toEqual([
      "say crisis.care",
      "recordCrisis",
      "handToAgent crisis",
    ]);
    expect(asks(played(...disputed, "debtor.inCrisis", "debtor.inCrisis"))).toEqual([
      "recordCrisis",
      "handToAgent crisis",
    ]);
  });

  test("handing back goes on at the balance when the debtor is known, and asks who it is when not", () => {
    const known = played(...disputed, { type: "agent.returned", verified: true });
    expect([known.state, asks(known)]).toEqual(["balance", ["say agent.returned", "setAlarm 2"]]);
    const unknown = played(...disputed, { type: "agent.returned", verified: false });
    expect([unknown.state, asks(unknown)]).toEqual(["verifying", ["say verify.ask", "setAlarm 2"]]);
    expect(asks(step(collectV1, unknown, { type: "debtor.choseToPay" }))).toEqual(["say verify.ask", "setAlarm 2"]);
  });

  test("after handing back there is a new outcome to record", () => {
    const again = played(
      ...disputed,
      { type: "agent.returned", verified: true },
      { type: "payment.settled", stillOwed: false },
    );
    expect(asks(again)).toContain("recordOutcome paid");
  });
});

describe("silence", () => {
  test("after the opening gets one neutral reminder, and then an end", () => {
    expect(asks(played(opened, "alarm.rang"))).toEqual(["say nudge", "setAlarm 3"]);
    const ended = played(opened, "alarm.rang", "alarm.rang");
    expect([ended.state, asks(ended), ended.finished]).toEqual(["unreachable", ["recordOutcome unreachable"], true]);
  });

  test("after the balance gets one neutral reminder, that goes on where we were", () => {
    expect(asks(played(...verified, "alarm.rang"))).toEqual(["say nudge.continue", "setAlarm 3"]);
    expect(asks(played(...verified, "alarm.rang", "debtor.saidYes"))).toEqual(["say balance.show", "setAlarm 2"]);
    expect(played(...verified, "alarm.rang", "debtor.saidYes", "alarm.rang").state).toBe("unreachable");
    expect(asks(played(...verified, "alarm.rang", "debtor.saidNo"))).toContain("handToAgent refused");
  });

  test("twice not understood in a row is a person's; understood in between, it is not", () => {
    expect(asks(played(...verified, "debtor.unclear"))).toEqual(["say unclear.menu"]);
    expect(asks(played(...verified, "debtor.unclear", "debtor.sentUnreadable"))).toContain("handToAgent unclear");
    expect(asks(played(...verified, "debtor.unclear", "debtor.askedForOptions", "debtor.unclear"))).toEqual([
      "say unclear.menu",
    ]);
  });
});
