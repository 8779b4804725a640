import { expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { openPaymentPage, openThanksPage } from "../../../src/app/payments/payment-page.ts";
import { startPayment } from "../../../src/app/payments/start-payment.ts";
import { debtAdjusted } from "../../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import type { SampleDebtor } from "../../support/world.ts";
import { ACCOUNT, makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

async function adjust(p: PaymentsWorld, { debtId, id }: SampleDebtor, units: bigint, reference: string): Promise<void> {
  await p.world.db.inBusiness(p.world.business.id, (tx) =>
    record(
      tx,
      debtAdjusted({
        debt: { id: debtId, debtorId: id },
        principal: ofUnits(units, "COP"),
        reference,
        effectiveOn: isoDate("2026-11-18"),
      }),
    ),
  );
}

test("a link shows who asks, for what, and how much it is at this moment", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const page = await openPaymentPage(p.world.deps, token);
  expect(page).toMatchObject({
    language: "es",
    creditor: "Comercial de Muestra",
    purpose: "Factura de muestra",
    zone: "America/Bogota",
  });
  expect(page?.state).toMatchObject({ type: "payable", amount: ofUnits(600_000n, "COP"), action: `/p/${token}` });

  await adjust(p, debtor, -150_000n, "test/lower");
  expect((await openPaymentPage(p.world.deps, token))?.state).toMatchObject({ amount: ofUnits(450_000n, "COP") });
  await adjust(p, debtor, -450_000n, "test/none");
  expect((await openPaymentPage(p.world.deps, token))?.state).toEqual({ type: "nothingOwed" });
});

test("a token that names nothing shows nothing of anybody", async () => {
  await using p = await makePaymentsWorld();
  expect(await openPaymentPage(p.world.deps, "no such token")).toBeUndefined();
  expect(await startPayment(p.world.deps, "no such token")).toBeUndefined();
  expect(await openThanksPage(p.world.deps, "no such token")).toBeUndefined();
});

test("a link runs out by the business's clock", async () => {
  await using p = await makePaymentsWorld();
  const token = await p.asksToPay(await p.world.addDebtor(1));
  p.clock.advance({ days: 31 });
  expect((await openPaymentPage(p.world.deps, token))?.state).toEqual({ type: "expired" });
  expect(await p.start(token)).toMatchObject({ page: { state: { type: "expired" } } });
  expect(p.stripe.requests).toEqual([]);
});

test("a page that is open for the same amount is opened again, and one for another amount is closed first", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const first = await p.click(token);
  expect(await p.click(token)).toBe(first);

  await adjust(p, debtor, -100_000n, "test/lower");
  const second = await p.click(token);
  expect(second).not.toBe(first);
  expect(p.stripe.sessions.get(first)?.status).toBe("expired");
  expect(p.stripe.sessions.get(second)).toMatchObject({ status: "open", amount_total: 50_000_000 });
  expect(p.stripe.sessions.get(second)?.client_reference_id).toMatch(/_2$/);
});

test("a page that has run out, or is about to, is replaced by a new one", async () => {
  await using p = await makePaymentsWorld();
  const token = await p.asksToPay(await p.world.addDebtor(1));
  const first = await p.click(token);
  p.clock.advance({ hours: 22, minutes: 57 });
  const second = await p.click(token);
  expect(second).not.toBe(first);
  p.clock.advance({ hours: 24 });
  expect(await p.click(token)).not.toBe(second);
});

test("a page that turns out to be paid when it is to be closed is not replaced: the money is under way", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  p.stripe.payer.paysByCard(await p.click(token));
  await adjust(p, debtor, 50_000n, "test/higher");
  expect(await p.start(token)).toMatchObject({
    page: { state: { type: "underWay", amount: ofUnits(600_000n, "COP") } },
  });
  await p.world.settle();
  expect(await p.owed(debtor)).toBe("COP 50000.00");
});

test("twenty clicks at once open one page", async () => {
  await using p = await makePaymentsWorld();
  const token = await p.asksToPay(await p.world.addDebtor(1));
  const opened = await Promise.all(Array.from({ length: 20 }, () => p.click(token)));
  expect(new Set(opened).size).toBe(1);
  expect(p.stripe.sessions.size).toBe(1);
});

test("a provider that fails leaves a page to try again from, and the next try is the same attempt", async () => {
  await using p = await makePaymentsWorld();
  const token = await p.asksToPay(await p.world.addDebtor(1));
  p.stripe.failNext({ status: 503 });
  p.stripe.failNext({ status: 503 });
  expect(await p.start(token)).toMatchObject({ page: { state: { type: "unavailable", action: `/p/${token}` } } });
  await p.click(token);
  const keys = p.stripe.requests.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^pr_[0-9a-f-]{36}_1$/);
});

test("after a plan is agreed the link asks for the first instalment, then for nothing before the next one's day", async () => {
  await using p = await makePaymentsWorld();
  const { world } = p;
  const { phone, document } = await world.addDebtor(1);
  for (const words of ["hola", document.slice(-4), "200 mil hoy y el resto en 2", "sí"]) {
    await world.says(phone, words);
    await world.settle();
  }
  const token = /\/p\/([\w-]+)/.exec(world.heard(phone).at(-1) ?? "")?.[1] ?? "";
  expect((await openPaymentPage(world.deps, token))?.state).toMatchObject({
    type: "payable",
    amount: ofUnits(200_000n, "COP"),
  });
  p.stripe.payer.paysByCard(await p.click(token));
  expect(await openThanksPage(world.deps, token)).toMatchObject({ state: "confirming" });
  await p.deliver(p.newEvents());

  expect(await openThanksPage(world.deps, token)).toMatchObject({ state: "settled", amount: ofUnits(200_000n, "COP") });
  expect((await openPaymentPage(world.deps, token))?.state).toEqual({ type: "paid" });
  expect(world.heard(phone).at(-1)).toMatch(/Recibimos su pago de \*\$.200\.000\*(?!.*\d\.000)/su);
  const plans = await world.owner<{ state: string }[]>`select state from plan`;
  expect(plans).toEqual([{ state: "active" }]);

  p.clock.advance({ days: 29 });
  await world.setTime(p.clock.now().plus({ days: 40 }));
  await world.owner`update payment_link set expires_at = expires_at + interval '1 year'`;
  p.stripe.payer.paysByCard(await p.click(token));
  await p.deliver(p.newEvents());
  p.stripe.payer.paysByCard(await p.click(token));
  await p.deliver(p.newEvents());
  expect(await world.owner<{ state: string }[]>`select state from plan`).toEqual([{ state: "completed" }]);
  expect(await p.books()).not.toHaveProperty("debt");
  expect((await openPaymentPage(world.deps, token))?.state).toEqual({ type: "paid" });
});

test("a promise is kept by the payment that covers it", async () => {
  await using p = await makePaymentsWorld();
  const { world } = p;
  const debtor = await world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  for (const words of ["pago el viernes", "sí"]) {
    await world.says(debtor.phone, words);
    await world.settle();
  }
  expect(await world.owner<{ state: string }[]>`select state from promise`).toEqual([{ state: "open" }]);
  p.stripe.payer.paysByCard(await p.click(token));
  await p.deliver(p.newEvents());
  expect(await world.owner<{ state: string }[]>`select state from promise`).toEqual([{ state: "kept" }]);
});

test("where money comes by transfer the page shows the account and the reference, and nothing is opened", async () => {
  await using p = await makePaymentsWorld({
    business: { paymentProvider: "manual_transfer", transferAccount: ACCOUNT },
  });
  const token = await p.asksToPay(await p.world.addDebtor(1));
  const page = await openPaymentPage(p.world.deps, token);
  expect(page?.state).toMatchObject({
    type: "transfer",
    instructions: {
      amount: ofUnits(600_000n, "COP"),
      accounts: [ACCOUNT],
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    },
  });
  expect(await p.start(token)).toEqual({ page: { ...page, state: { ...page?.state, asOf: expect.anything() } } });
});

test("a business that can be paid in no way refuses to start a payment", async () => {
  await using p = await makePaymentsWorld({ business: { paymentProvider: null } });
  const token = await p.asksToPay(await p.world.addDebtor(1));
  await expect(startPayment(p.world.deps, token)).rejects.toMatchObject({ code: "payment-provider.missing" });
  expect((await openPaymentPage(p.world.deps, token))?.state).toMatchObject({ type: "unavailable" });
});

test("a real business is never paid through the test checkout, even when somebody writes it into its row", async () => {
  await using p = await makePaymentsWorld({ business: { paymentProvider: "test_checkout" } });
  const token = await p.asksToPay(await p.world.addDebtor(1));
  await expect(startPayment(p.world.deps, token)).rejects.toMatchObject({ code: "payment-provider.missing" });
});
