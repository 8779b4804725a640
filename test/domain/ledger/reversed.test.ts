import { expect, test } from "vitest";
import { debtRaised } from "../../../src/domain/ledger/debts.ts";
import { reversed } from "../../../src/domain/ledger/reversed.ts";
import { cop, journalOf, LOAN, told } from "./sample.ts";

const raised = debtRaised({ debt: LOAN, principal: cop(100), ...told("upload:1") });

test("a reversal is the mirror image and names what it undoes", () => {
  const undone = reversed(raised, { ...told("agent:1", "2026-03-09"), description: "uploaded twice" });
  expect(journalOf(undone)).toEqual(["credit debt:loan:principal COP 100.00", "debit opening COP 100.00"]);
  expect(undone).toMatchObject({
    kind: "reversed",
    reverses: "upload:1",
    effectiveOn: "2026-03-09",
    description: "uploaded twice",
  });
});

test("a reversal is not reversed: what happened is told again", () => {
  expect(() => reversed(reversed(raised, told("agent:1")), told("agent:2"))).toThrow("agent:1 is a reversal itself");
});
