import { expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { processDeliveries } from "../../../src/app/payments/process-deliveries.ts";
import { debtAdjusted } from "../../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { chaosOf } from "../../support/stripe/deliveries.ts";
import { collectingLog } from "../../support/world.ts";
import { makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

test("a card payment clears the debt, is thanked for with the right balance, and its fee is asked for afterwards", async () => {
  const log = collectingLog();
  await using p = await makePaymentsWorld({ log });
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  p.stripe.payer.paysByCard(await p.click(token));
  await p.deliver(p.newEvents());

  expect(await p.books()).toEqual({ "provider:stripe:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/¡Gracias!.*600\.000.*no debe nada más/s);

  p.clock.advance({ minutes: 1 });
  await p.world.settle();
  expect(await p.books()).toEqual({
    "provider:stripe:clearing": "COP 578400.00",
    "expense:provider-fees": "COP 21600.00",
    opening: "COP -600000.00",
  });
  expect(log.complaints).toEqual([]);
});

type Story = {
  readonly title: string;
  readonly happens: (stripe: PaymentsWorld["stripe"], payment: string) => void;
  readonly books: Record<string, string>;
};

const STORIES: readonly Story[] = [
  {
    title: "a declined card, a payment, one refund that succeeds and one that fails",
    happens({ bank }, payment) {
      bank.endsRefund(bank.refunds(payment, 10_000_000).id, "succeeded");
      bank.endsRefund(bank.refunds(payment, 5_000_000).id, "failed");
    },
    books: {
      "debt:1:principal": "COP 100000.00",
      "provider:stripe:clearing": "COP 478400.00",
      "expense:provider-fees": "COP 21600.00",
      opening: "COP -600000.00",
    },
  },
  {
    title: "a payment that is disputed and won",
    happens({ bank, payer }, payment) {
      bank.endsDispute(payer.disputes(payment).id, "won");
    },
    books: {
      "provider:stripe:clearing": "COP 578385.00",
      "expense:provider-fees": "COP 21615.00",
      opening: "COP -600000.00",
    },
  },
  {
    title: "a payment that is refunded in part, then disputed whole and won",
    happens({ bank, payer }, payment) {
      bank.endsRefund(bank.refunds(payment, 10_000_000).id, "succeeded");
      bank.endsDispute(payer.disputes(payment).id, "won");
    },
    books: {
      "debt:1:principal": "COP 100000.00",
      "provider:stripe:clearing": "COP 478385.00",
      "expense:provider-fees": "COP 21615.00",
      opening: "COP -600000.00",
    },
  },
];

test.each(STORIES.flatMap((story) => [1, 2, 3, 4].map((seed) => ({ ...story, seed }))))(
  "whatever the order and number of its events, $title leaves the same books (seed $seed)",
  async ({ happens, books, seed }) => {
    await using p = await makePaymentsWorld();
    const debtor = await p.world.addDebtor(1);
    const session = await p.click(await p.asksToPay(debtor));
    p.stripe.payer.isDeclined(session);
    p.stripe.payer.paysByCard(session);
    happens(p.stripe, p.stripe.sessions.get(session)?.payment_intent ?? "");
    for (const event of chaosOf(p.newEvents(), seed)) {
      await p.keep([event]);
      await processDeliveries(p.world.deps, p.world.business.id);
    }
    p.clock.advance({ minutes: 2 });
    await p.world.settle();
    const found = Object.entries(await p.books());
    expect(Object.fromEntries(found.map(([address, amount]) => [address.replace(debtor.debtId, "1"), amount]))).toEqual(
      books,
    );
    expect(p.world.heard(debtor.phone).filter((text) => text.includes("¡Gracias!"))).toHaveLength(1);
  },
);

test("twenty deliveries of one event at once, processed by four workers, are one payment and one thanks", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
  const succeeded = p.newEvents().filter(({ type }) => type === "payment_intent.succeeded");
  await Promise.all(Array.from({ length: 20 }, () => p.keep(succeeded)));
  const { payments } = p.world.jobs.tasks;
  await Promise.all(Array.from({ length: 4 }, () => payments?.(p.world.business.id)));
  await p.world.settle();

  expect(await p.books()).toEqual({ "provider:stripe:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(p.world.heard(debtor.phone).filter((text) => text.includes("¡Gracias!"))).toHaveLength(1);
});

test("both events of one payment, processed at the same moment, post it once", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
  await p.keep(p.newEvents());
  const { payments } = p.world.jobs.tasks;
  await Promise.all([
    payments?.(p.world.business.id),
    payments?.(p.world.business.id),
    payments?.(p.world.business.id),
  ]);
  await p.world.settle();
  expect(await p.books()).toEqual({ "provider:stripe:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(p.world.heard(debtor.phone).filter((text) => text.includes("¡Gracias!"))).toHaveLength(1);
  const failed = await p.world.owner`select from provider_delivery where attempts > 0`;
  expect(failed).toHaveLength(0);
});

test("a voucher paid days later, when less is owed than was, pays what is owed and leaves the rest as the debtor's credit", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const voucher = await p.click(token);
  p.stripe.payer.printsVoucher(voucher);
  await p.deliver(p.newEvents());
  expect(await p.books()).toMatchObject({ [`debt:${debtor.debtId}:principal`]: "COP 600000.00" });
  expect(await p.start(token)).toMatchObject({ page: { state: { type: "underWay", amount: { minor: 60_000_000n } } } });

  p.clock.advance({ days: 3 });
  await p.world.db.inBusiness(p.world.business.id, (tx) =>
    record(
      tx,
      debtAdjusted({
        debt: { id: debtor.debtId, debtorId: debtor.id },
        principal: ofUnits(-200_000n, "COP"),
        reference: "test/adjusted",
        effectiveOn: isoDate("2026-11-19"),
      }),
    ),
  );
  p.stripe.payer.paysVoucher(voucher);
  await p.deliver(p.newEvents());
  expect(await p.books()).toEqual({
    "provider:stripe:clearing": "COP 578400.00",
    "expense:provider-fees": "COP 21600.00",
    [`debtor:${debtor.id}:credit`]: "COP -200000.00",
    opening: "COP -400000.00",
  });
  // Their 24 hours are over, and WhatsApp takes nothing but a template then.
  const [receipt] = await p.world.owner<{ message: string; trigger: string; state: string; body: string }[]>`
    select o.payload ->> 'message' as message, o.trigger, o.state, m.body from outbox o
    join message m on m.business_id = o.business_id and m.id = o.id order by o.id desc limit 1`;
  expect(receipt).toMatchObject({ message: "paid.thanksInFull", trigger: "confirmation", state: "accepted" });
  expect(receipt?.body).toMatch(/^Confirmación de su pago a .*600\.000.* recibo es R-/);
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/^saldar_receipt \| .* \| \$\s600\.000 \| .* \| R-/);
});

test("a voucher that lapses is told to the debtor and leaves the debt as it was", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const session = await p.click(token);
  p.stripe.payer.printsVoucher(session);
  p.stripe.payer.letsVoucherLapse(session);
  await p.deliver(p.newEvents());
  expect(await p.owed(debtor)).toBe("COP 600000.00");
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/pago/i);
  expect(await p.click(token)).not.toBe(session);
});

test("a refund that overtakes its payment posts nothing, asks Stripe, and is posted once the payment is known", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.paysByCard(session);
  const lost = p.newEvents();
  const payment = p.stripe.sessions.get(session)?.payment_intent ?? "";
  p.stripe.bank.endsRefund(p.stripe.bank.refunds(payment, 20_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  expect(lost.length).toBeGreaterThan(0);
  expect(await p.books()).toEqual({ [`debt:${debtor.debtId}:principal`]: "COP 600000.00", opening: "COP -600000.00" });

  p.clock.advance({ minutes: 1 });
  await p.world.settle();
  expect(await p.books()).toEqual({
    [`debt:${debtor.debtId}:principal`]: "COP 200000.00",
    "provider:stripe:clearing": "COP 378400.00",
    "expense:provider-fees": "COP 21600.00",
    opening: "COP -600000.00",
  });
});

test("a dispute opens the debt again, is shown to a person, and a loss leaves it owed", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  const dispute = p.stripe.payer.disputes(p.stripe.sessions.get(session)?.payment_intent ?? "");
  await p.deliver(p.newEvents());
  expect(await p.books()).toMatchObject({
    [`debt:${debtor.debtId}:principal`]: "COP 600000.00",
    "provider:stripe:disputed": "COP 600000.00",
    suspense: "COP -600000.00",
  });
  expect(await p.alarms()).toContain("payment.disputed");

  p.stripe.bank.endsDispute(dispute.id, "lost");
  await p.deliver(p.newEvents());
  const books = await p.books();
  expect(books).toMatchObject({ [`debt:${debtor.debtId}:principal`]: "COP 600000.00" });
  expect(books).not.toHaveProperty("suspense");
  expect(books).not.toHaveProperty("provider:stripe:disputed");
});

test("money of another currency waits in suspense and before a person", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  const page = p.stripe.sessions.get(session);
  if (page) page.currency = "usd";
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  expect(await p.books()).toEqual({
    [`debt:${debtor.debtId}:principal`]: "COP 600000.00",
    opening: "COP -600000.00",
    "provider:stripe:clearing": "USD 600000.00",
    suspense: "USD -600000.00",
  });
  expect(await p.alarms()).toEqual(["payment.unplaced"]);
});

test("money for a link that is not ours waits in suspense, and a refund of it comes out of there", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.isDeclined(session);
  p.newEvents();
  const payment = p.stripe.sessions.get(session)?.payment_intent ?? "";
  const stranger = {
    ...p.stripe.intents.get(payment)?.metadata,
    saldar_payment_link_id: "01990000-0000-7000-8000-0000000000ff",
  };
  Object.assign(p.stripe.intents.get(payment) ?? {}, { metadata: stranger });
  Object.assign(p.stripe.sessions.get(session) ?? {}, { metadata: stranger, client_reference_id: null });
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  expect(await p.books()).toMatchObject({
    suspense: "COP -600000.00",
    [`debt:${debtor.debtId}:principal`]: "COP 600000.00",
  });

  p.stripe.bank.endsRefund(p.stripe.bank.refunds(payment, 60_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  expect(await p.books()).not.toHaveProperty("suspense");
});

test("money with no mark of ours at all is kept, posted nowhere, and shown", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.isDeclined(session);
  p.newEvents();
  const payment = p.stripe.sessions.get(session)?.payment_intent ?? "";
  Object.assign(p.stripe.intents.get(payment) ?? {}, { metadata: {} });
  Object.assign(p.stripe.sessions.get(session) ?? {}, { metadata: {}, client_reference_id: null });
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  expect(await p.books()).toEqual({ [`debt:${debtor.debtId}:principal`]: "COP 600000.00", opening: "COP -600000.00" });
  expect(await p.alarms()).toEqual(["payment.of-nobody"]);
  const [kept] = await p.world.owner<
    { kept: number }[]
  >`select count(*)::int as kept from provider_delivery where failure is not null`;
  expect(kept?.kept).toBe(2);
});

test("a webhook that never came is made up for by asking about the page that has been open for ten minutes", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
  p.clock.advance({ minutes: 9 });
  await p.world.settle();
  expect(await p.owed(debtor)).toBe("COP 600000.00");
  p.clock.advance({ minutes: 2 });
  await p.world.settle();
  expect(await p.books()).toMatchObject({ "provider:stripe:clearing": "COP 578400.00" });
});

test("a page that nobody pays is asked about eight times in its life and once after it", async () => {
  await using p = await makePaymentsWorld();
  await p.click(await p.asksToPay(await p.world.addDebtor(1)));
  const asked = () => p.stripe.requests.filter(({ method }) => method === "GET").length;
  for (let hour = 0; hour < 60; hour += 1) {
    p.clock.advance({ hours: 1 });
    await p.world.settle();
  }
  expect(asked()).toBeLessThanOrEqual(9);
  expect(asked()).toBeGreaterThan(2);
});

test("a delivery that cannot be read is put before a person and not tried for ever", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.paysByCard(session);
  const [event] = p.newEvents().filter(({ type }) => type === "checkout.session.completed");
  if (event) await p.deliver([{ ...event, data: { object: { ...Object(event.data.object), amount_total: "many" } } }]);
  await p.world.settle();
  expect(await p.alarms()).toEqual(["payment.of-nobody"]);
});

test("a delivery that keeps failing is tried again ever later, calls a person at the eighth time, and stops no other", async () => {
  await using p = await makePaymentsWorld();
  const one = await p.world.addDebtor(1);
  const other = await p.world.addDebtor(2);
  const poisoned = await p.click(await p.asksToPay(one));
  p.stripe.payer.paysByCard(poisoned);
  // Something that our books refuse: the same settlement with two amounts.
  const events = p.newEvents();
  const [, changed] = events.filter(
    ({ type }) => type === "checkout.session.completed" || type === "payment_intent.succeeded",
  );
  Object.assign(Object(changed?.data.object), { amount_total: 1 });
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(other)));
  await p.deliver([...events, ...p.newEvents()]);
  expect(await p.owed(other)).toBe("nothing");
  expect(await p.owed(one)).toBe("nothing");
  for (let times = 0; times < 12; times += 1) {
    p.clock.advance({ hours: 2 });
    await p.world.settle();
  }
  expect(await p.alarms()).toEqual(["payment.delivery-failing"]);
  const [failing] = await p.world.owner<
    { attempts: number }[]
  >`select attempts from provider_delivery where processed_at is null`;
  expect(failing?.attempts).toBeGreaterThanOrEqual(8);
});

test("a payment that arrives when its conversation is over is thanked for in a new one", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const session = await p.click(token);
  await p.world.owner`update conversation set closed_at = now(), outcome = 'unreachable'`;
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  const conversations = await p.world.owner<
    { state: string }[]
  >`select state from conversation where closed_at is null`;
  expect(conversations).toEqual([{ state: "paid" }]);
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/¡Gracias!.*no debe nada más/s);
  expect(await p.owed(debtor)).toBe("nothing");
});

test("somebody who asked for silence is not written to when their payment arrives", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  await p.world.says(debtor.phone, "no me escriban más");
  await p.world.settle();
  const before = p.world.heard(debtor.phone).length;
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  expect(await p.owed(debtor)).toBe("nothing");
  expect(p.world.heard(debtor.phone)).toHaveLength(before);
});
