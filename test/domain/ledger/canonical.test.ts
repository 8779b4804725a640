import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../../../src/domain/ledger/canonical.ts";
import { debtRaised } from "../../../src/domain/ledger/debts.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { reversed } from "../../../src/domain/ledger/reversed.ts";
import { historyOf } from "./histories.ts";
import { ANA, cop, LOAN, told } from "./sample.ts";

const payment = (principal: number, reference = "stripe:pi_1", on = "2026-03-06") =>
  paymentReceived({
    debtorId: ANA,
    amount: cop(100),
    allocation: [{ debt: LOAN, principal: cop(principal) }],
    through: "stripe",
    ...told(reference, on),
  });

test("the canonical text is fixed: fingerprints taken by earlier builds must stay comparable", () => {
  expect(canonical(payment(60))).toBe(
    [
      "payment received",
      "2026-03-06",
      "",
      `1100|${LOAN.id}|${ANA}||COP|-6000`,
      "1200|||stripe|COP|10000",
      `2100||${ANA}||COP|-4000`,
    ].join("\n"),
  );
});

test("the same money has the same text in whatever order it is told", () => {
  fc.assert(
    fc.property(historyOf(3), fc.infiniteStream(fc.nat()), (history, random) => {
      for (const entry of history) {
        const shuffled = entry.postings
          .map((posting) => ({ posting, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ posting }) => posting);
        expect(canonical({ ...entry, postings: shuffled })).toBe(canonical(entry));
      }
    }),
  );
});

test("other money, another day, another kind or another reversal is another text; another name is not", () => {
  const raised = debtRaised({ debt: LOAN, principal: cop(5), ...told("a") });
  const other = debtRaised({ debt: LOAN, principal: cop(5), ...told("b") });
  expect(canonical(payment(61))).not.toBe(canonical(payment(60)));
  expect(canonical(payment(60, "stripe:pi_1", "2026-03-07"))).not.toBe(canonical(payment(60)));
  expect(canonical({ ...raised, kind: "debt adjusted" })).not.toBe(canonical(raised));
  expect(canonical(reversed(raised, told("c")))).not.toBe(canonical(reversed(other, told("c"))));
  expect(canonical({ ...raised, description: "a word" })).toBe(canonical(other));
});
