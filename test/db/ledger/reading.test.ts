import { expect, test } from "vitest";
import { balance } from "../../../db/ledger/balance.ts";
import { balances } from "../../../db/ledger/balances.ts";
import { recordAll } from "../../../db/ledger/record.ts";
import { statement } from "../../../db/ledger/statement.ts";
import { trialBalance } from "../../../db/ledger/trial-balance.ts";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { clearingAt, creditOf } from "../../../src/domain/ledger/account.ts";
import { debtAdjusted, debtRaised, debtWrittenOff, interestAccrued } from "../../../src/domain/ledger/debts.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { providerFee } from "../../../src/domain/ledger/provider-money.ts";
import { ofAccount, owedBy, owedOn } from "../../../src/domain/ledger/scope.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { cop, debtOf, told } from "../../domain/ledger/sample.ts";
import { useLedger } from "./ledger.ts";

const ledger = useLedger();

const FIRST = debtOf(1, 0);
const SECOND = debtOf(1, 1);
const ANA = FIRST.debtorId;

/** Ana's two debts over two months: raised, interest, a lower balance, and a payment told late that pays too much. */
const anasHistory = [
  debtRaised({ debt: FIRST, principal: cop(1000), ...told("list:1/row:1", "2026-01-10") }),
  debtRaised({ debt: SECOND, principal: cop(200), fees: cop(10), ...told("list:1/row:2", "2026-01-10") }),
  interestAccrued({ debt: FIRST, amount: cop(30), ...told("accrual:1", "2026-02-01") }),
  debtAdjusted({ debt: SECOND, principal: cop(-50), ...told("list:2/row:2", "2026-02-10") }),
  paymentReceived({
    debtorId: ANA,
    amount: cop(1200),
    allocation: [
      { debt: FIRST, principal: cop(1000), interest: cop(30) },
      { debt: SECOND, principal: cop(100), fees: cop(10) },
    ],
    through: "stripe",
    ...told("stripe:pi_1", "2026-02-05"),
    description: "Pago de febrero",
  }),
  providerFee({ amount: cop(36), through: "stripe", ...told("stripe:txn_1", "2026-02-05") }),
];

/** Runs over Ana's books, which are made once. */
let made: Promise<unknown> | undefined;
const overAnasBooks: typeof ledger.asOwner = async (work) => {
  made ??= ledger((tx) => recordAll(tx, anasHistory));
  await made;
  return ledger(work);
};

test("what is owed on a debt is its principal, interest and fees", async () => {
  const owed = await overAnasBooks((tx) => balance(tx, { of: owedOn(SECOND.id), currency: "COP" }));
  expect(owed).toEqual(cop(50));
});

test("a balance as of a day counts what was effective by its end, whenever we learned of it", async () => {
  const owedAsOf = (day: string) =>
    overAnasBooks((tx) => balance(tx, { of: owedBy(ANA), currency: "COP", asOf: isoDate(day) }));
  expect(await owedAsOf("2026-01-09")).toEqual(cop(0));
  expect(await owedAsOf("2026-01-10")).toEqual(cop(1210));
  expect(await owedAsOf("2026-02-01")).toEqual(cop(1240));
  expect(await owedAsOf("2026-02-05")).toEqual(cop(100));
  expect(await owedAsOf("2026-02-10")).toEqual(cop(50));
});

test("a debtor's credit is positive when it is theirs, and is not taken off what they owe", async () => {
  const credit = await overAnasBooks((tx) => balance(tx, { of: ofAccount(creditOf(ANA)), currency: "COP" }));
  expect(credit).toEqual(cop(60));
  expect(await overAnasBooks((tx) => balance(tx, { of: owedBy(ANA), currency: "COP" }))).toEqual(cop(50));
});

test("a provider owes what it took, less its fee; another provider, and another currency, nothing", async () => {
  const at = (provider: string, currency: "COP" | "USD" = "COP") =>
    overAnasBooks((tx) => balance(tx, { of: ofAccount(clearingAt(provider)), currency }));
  expect(await at("stripe")).toEqual(cop(1164));
  expect(await at("manual_transfer")).toEqual(cop(0));
  expect(await at("stripe", "USD")).toEqual(cop(0, "USD"));
});

test("the balances of many debts come in one go, by what they are made of; unknown debts are absent", async () => {
  const found = await overAnasBooks((tx) => balances(tx, [FIRST.id, SECOND.id, debtOf(9).id]));
  expect(new Set(found.keys())).toEqual(new Set([FIRST.id, SECOND.id]));
  expect(found.get(FIRST.id)).toEqual({ principal: cop(0), interest: cop(0), fees: cop(0), total: cop(0) });
  expect(found.get(SECOND.id)).toEqual({ principal: cop(50), interest: cop(0), fees: cop(0), total: cop(50) });
  expect(await overAnasBooks((tx) => balances(tx, []))).toEqual(new Map());
});

test("what was written off is not owed any more", async () => {
  const debt = debtOf(2, 1);
  await ledger((tx) =>
    recordAll(tx, [
      debtRaised({ debt, principal: cop(70), ...told("list:3/row:1") }),
      debtWrittenOff({ debt, principal: cop(70), ...told("castigo:1") }),
    ]),
  );
  expect(await ledger((tx) => balance(tx, { of: owedOn(debt.id), currency: "COP" }))).toEqual(cop(0));
  expect((await ledger((tx) => balances(tx, [debt.id]))).get(debt.id)?.total).toEqual(cop(0));
});

test("a statement reads from the oldest day on, with the balance after each line", async () => {
  const lines = await overAnasBooks((tx) => statement(tx, { of: owedBy(ANA), currency: "COP" }));
  const short = lines.map(({ effectiveOn, kind, account, amount, balance: after }) => [
    effectiveOn,
    kind,
    account.split(":").at(-1),
    amount,
    after,
  ]);
  expect(short).toEqual([
    ["2026-01-10", "debt raised", "principal", cop(1000), cop(1000)],
    ["2026-01-10", "debt raised", "fees", cop(10), cop(1010)],
    ["2026-01-10", "debt raised", "principal", cop(200), cop(1210)],
    ["2026-02-01", "interest accrued", "interest", cop(30), cop(1240)],
    ["2026-02-05", "payment received", "interest", cop(-30), cop(1210)],
    ["2026-02-05", "payment received", "principal", cop(-1000), cop(210)],
    ["2026-02-05", "payment received", "fees", cop(-10), cop(200)],
    ["2026-02-05", "payment received", "principal", cop(-100), cop(100)],
    ["2026-02-10", "debt adjusted", "principal", cop(-50), cop(50)],
  ]);
  expect(lines.at(-2)).toMatchObject({ reference: "stripe:pi_1", description: "Pago de febrero" });
  expect(lines[0]?.description).toBeUndefined();
});

test("a statement of a credit account counts up when the credit grows", async () => {
  const lines = await overAnasBooks((tx) => statement(tx, { of: ofAccount(creditOf(ANA)), currency: "COP" }));
  expect(lines.map(({ amount, balance: after }) => [amount, after])).toEqual([[cop(60), cop(60)]]);
});

test("the trial balance shows both sides of each code, now and as of a day", async () => {
  const business = await ledger.anotherBusiness();
  await ledger.in(business, (tx) => recordAll(tx, anasHistory));
  const lines = await ledger.in(business, (tx) => trialBalance(tx));
  expect(lines.map(({ code, debits, credits }) => [code, debits, credits])).toEqual([
    [1100, cop(1200), cop(1150)],
    [1110, cop(30), cop(30)],
    [1120, cop(10), cop(10)],
    [1200, cop(1200), cop(36)],
    [2100, cop(0), cop(60)],
    [3000, cop(50), cop(1210)],
    [4100, cop(0), cop(30)],
    [5300, cop(36), cop(0)],
  ]);
  const january = await ledger.in(business, (tx) => trialBalance(tx, { asOf: isoDate("2026-01-31") }));
  expect(january.map(({ code }) => code)).toEqual([1100, 1120, 3000]);
});

test("a row of a kind or currency that this build does not know is our own bug, and says so", async () => {
  const reading = ledger.asOwner(async (tx) => {
    await recordAll(tx, [debtRaised({ debt: debtOf(2), principal: cop(1), ...told("later:1") })]);
    await tx`set local session_replication_role = replica`;
    await tx`update ledger_posting set currency = 'XTS'`;
    await trialBalance(tx);
  });
  await expect(reading).rejects.toThrow(BrokenInvariant);
});
