import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import {
  account,
  addressOf,
  BANK,
  clearingAt,
  creditOf,
  disputedAt,
  feesOn,
  interestOn,
  principalOn,
  SUSPENSE,
  writtenOffOn,
} from "../../../src/domain/ledger/account.ts";
import { type AccountCode, CHART, isAccountCode, OWED } from "../../../src/domain/ledger/chart.ts";
import { ANA, LOAN } from "./sample.ts";

const CODES = Object.keys(CHART).map(Number).filter(isAccountCode);

test.each([
  [principalOn(LOAN), `debt:${LOAN.id}:principal`],
  [interestOn(LOAN), `debt:${LOAN.id}:interest`],
  [feesOn(LOAN), `debt:${LOAN.id}:fees`],
  [writtenOffOn(LOAN), `debt:${LOAN.id}:written-off`],
  [creditOf(ANA), `debtor:${ANA}:credit`],
  [clearingAt("stripe"), "provider:stripe:clearing"],
  [disputedAt("stripe"), "provider:stripe:disputed"],
  [SUSPENSE, "suspense"],
  [BANK, "bank"],
])("an account has an address that can be read", (of, address) => {
  expect(addressOf(of)).toBe(address);
});

test("an account of a debt carries its debtor, so that either balance is one look into an index", () => {
  expect(principalOn(LOAN)).toEqual({ code: 1100, debtId: LOAN.id, debtorId: ANA });
});

describe("the chart", () => {
  test("no two codes have the same address", () => {
    expect(new Set(CODES.map((code) => CHART[code].address)).size).toBe(CODES.length);
  });

  test("a code begins with the digit of its class, as accountants number them", () => {
    const digits = { asset: "1", liability: "2", equity: "3", income: "4", expense: "5", memorandum: "9" };
    for (const code of CODES) expect(String(code)[0], `${code}`).toBe(digits[CHART[code].class]);
  });

  test("an address has a place for a holder exactly where there is one", () => {
    for (const code of CODES)
      expect(CHART[code].address.includes("{}"), `${code}`).toBe(CHART[code].heldBy !== "business");
  });

  test("what is owed on a debt is its principal, interest and fees, and not what was written off", () => {
    expect(OWED.map((code) => CHART[code].address)).toEqual(["debt:{}:principal", "debt:{}:interest", "debt:{}:fees"]);
  });

  test("a number that is no code is not taken for one", () => {
    expect(isAccountCode(1100)).toBe(true);
    expect(isAccountCode(1101)).toBe(false);
  });
});

describe("an account without its own holder is refused", () => {
  const holders = [{}, { debtId: LOAN.id, debtorId: ANA }, { debtorId: ANA }, { provider: "stripe" }];
  const fitting: Record<string, number> = { business: 0, debt: 1, debtor: 2, provider: 3 };
  const cases = CODES.flatMap((code) =>
    holders.map((holder, index) => ({ code, holder, fits: fitting[CHART[code].heldBy] === index })),
  );

  test.each(cases)("account $code with $holder: $fits", ({ code, holder, fits }) => {
    const make = () => account(code, holder);
    if (fits) expect(make()).toEqual({ code, ...holder });
    else expect(make).toThrow(BrokenInvariant);
  });

  test.each([LOAN.id.toUpperCase().replace("0", "A"), "7", ""])("an id is a lower-case UUID, not %o", (id) => {
    expect(() => account(1100 satisfies AccountCode, { debtId: id, debtorId: ANA })).toThrow(BrokenInvariant);
  });

  test.each(["Stripe", "", "a|b", "stripe\n"])("a provider is a plain name, not %o", (provider) => {
    expect(() => clearingAt(provider)).toThrow(BrokenInvariant);
  });
});
