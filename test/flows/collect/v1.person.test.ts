import { describe, expect, test } from "vitest";
import { asks, played } from "./played.ts";

const opened = { type: "business.opened" } as const;
const verified = [opened, { type: "debtor.provedIdentity" }] as const;

test("a payment is confirmed beside a person who has the conversation, without a balance or a question; in a crisis it is not", () => {
  const claimed = [...verified, "debtor.saidAlreadyPaid"] as const;
  const inPart = played(...claimed, { type: "payment.settled", stillOwed: true });
  expect([inPart.state, asks(inPart)]).toEqual(["withAgent", ["say paid.receipt"]]);
  expect(asks(played(...claimed, "agent.tookOver", { type: "payment.settled", stillOwed: false }))).toEqual([
    "say paid.receipt",
  ]);
  const stranger = played(opened, "debtor.saidAlreadyPaid", { type: "payment.settled", stillOwed: true });
  expect(asks(stranger)).toEqual(["stayQuiet"]);
  const inCrisis = played(...verified, "debtor.inCrisis", { type: "payment.settled", stillOwed: true });
  expect(asks(inCrisis)).toEqual(["stayQuiet"]);
});

describe("a picture for a person who has the conversation", () => {
  const claimed = [...verified, "debtor.saidAlreadyPaid"] as const;
  const recorded = ["recordPaymentClaim", "handToAgent receipt"];

  test("is said to have come while nobody has it in hand: we asked for it", () => {
    expect(asks(played(...claimed, "debtor.sentReceipt"))).toEqual(["say receipt.toVerify", ...recorded]);
    expect(asks(played(opened, "debtor.askedForPerson", "debtor.sentReceipt"))[0]).toBe("say receipt.toVerify");
  });

  test("is recorded in silence once an agent has it, wherever they took it over, until they hand it back", () => {
    expect(asks(played(...claimed, "agent.tookOver", "debtor.sentReceipt"))).toEqual(recorded);
    expect(asks(played(...verified, "agent.tookOver", "debtor.sentReceipt"))).toEqual(recorded);
    const back = [...verified, "agent.tookOver", { type: "agent.returned", verified: true }] as const;
    expect(asks(played(...back, "debtor.askedForPerson", "debtor.sentReceipt"))[0]).toBe("say receipt.toVerify");
  });

  test("is recorded in silence in a crisis", () => {
    expect(asks(played(...verified, "debtor.inCrisis", "debtor.sentReceipt"))).toEqual(recorded);
  });
});
