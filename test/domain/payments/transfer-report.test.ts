import { describe, expect, it } from "vitest";
import { money } from "../../../src/domain/money.ts";
import { entriesDue } from "../../../src/domain/payments/entries-due.ts";
import { foldPayment } from "../../../src/domain/payments/fold-payment.ts";
import { approvalsNeeded, readTransfer, type TransferReport } from "../../../src/domain/payments/transfer-report.ts";
import { ATTRIBUTION, at, OWED } from "./facts.ts";

const proofId = "01990000-0000-7000-8000-0000000000bb";
const report = (minutes: number, word: TransferReport["word"]) =>
  readTransfer({ proofId, attribution: ATTRIBUTION, at: at(minutes), word });

describe("a transfer to the creditor's own account", () => {
  const claimed = report(0, { type: "claimed", amount: OWED });

  it("is to verify until an agent has looked, and posts nothing", () => {
    const standing = foldPayment([claimed]);
    expect(standing).toMatchObject({ state: "to_verify", amount: OWED, attribution: ATTRIBUTION });
    expect(entriesDue(standing)).toEqual([]);
  });

  it("settles for what the agent saw arrive, which may be less than the receipt says", () => {
    const seen = money(OWED.minor - 1n, "COP");
    const standing = foldPayment([report(5, { type: "confirmed", amount: seen }), claimed]);
    expect(standing).toMatchObject({ state: "settled", amount: seen });
    expect(entriesDue(standing)).toEqual([
      { reference: `manual_transfer:${proofId}:paid`, kind: "payment received", amount: seen, at: at(5) },
    ]);
  });

  it("fails when the agent refuses it", () => {
    expect(foldPayment([claimed, report(5, { type: "refused" })])).toMatchObject({
      state: "failed",
      failedBecause: "refused_by_agent",
    });
  });
});

describe("the people who must agree", () => {
  it("are two from the limit upwards", () => {
    expect(approvalsNeeded({ amount: money(99n, "MXN"), twoPeopleFrom: money(100n, "MXN") })).toBe(1);
    expect(approvalsNeeded({ amount: money(100n, "MXN"), twoPeopleFrom: money(100n, "MXN") })).toBe(2);
  });
});
