import { expect, test } from "vitest";
import { keepProviderDelivery } from "../../../src/app/payments/keep-delivery.ts";
import { processDeliveries } from "../../../src/app/payments/process-deliveries.ts";
import { retryAfter } from "../../../src/app/payments/retry.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

async function keptFor(p: PaymentsWorld): Promise<(string | null)[]> {
  const rows = await p.world.owner<
    { businessId: string | null }[]
  >`select business_id from provider_delivery order by received_at, event_id`;
  return rows.map(({ businessId }) => businessId);
}

async function bells(p: PaymentsWorld): Promise<number> {
  const [row] = await p.world.owner<{ rung: number }[]>`
    select count(*)::int as rung from graphile_worker.jobs where task_identifier = 'payments'`;
  return row?.rung ?? 0;
}

test("a delivery of ours is kept under its business and rings its bell; the same again changes nothing", async () => {
  await using p = await makePaymentsWorld();
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(await p.world.addDebtor(1))));
  const [event] = p.newEvents().filter(({ type }) => type === "payment_intent.succeeded");
  const delivery = {
    provider: "stripe",
    eventId: event?.id ?? "",
    body: JSON.stringify(event),
    receivedAt: p.clock.now(),
  } as const;
  await keepProviderDelivery(p.world.deps, delivery);
  await keepProviderDelivery(p.world.deps, delivery);
  expect(await keptFor(p)).toEqual([p.world.business.id]);
  expect(await bells(p)).toBe(1);
});

test("a delivery that names a business of another installation is kept as nobody's, and shown", async () => {
  await using p = await makePaymentsWorld();
  const session = await p.click(await p.asksToPay(await p.world.addDebtor(1)));
  p.stripe.payer.paysByCard(session);
  const text = JSON.stringify(p.newEvents().find(({ type }) => type === "payment_intent.succeeded"));
  const body = text.replaceAll(p.world.business.id, "01990000-0000-7000-8000-0000000000ee");
  await keepProviderDelivery(p.world.deps, {
    provider: "stripe",
    eventId: "evt_elsewhere",
    body,
    receivedAt: p.clock.now(),
  });
  expect(await keptFor(p)).toEqual([null]);
  await processDeliveries(p.world.deps, p.world.business.id);
  expect(await p.alarms()).toEqual(["payment.of-nobody"]);
  expect(await p.books()).not.toHaveProperty("provider:stripe:clearing");
});

test("an event without marks of ours, sent to the address of one business, is that business's: its money is in suspense", async () => {
  await using p = await makePaymentsWorld();
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(await p.world.addDebtor(1))));
  const event = p.newEvents().find(({ type }) => type === "payment_intent.succeeded");
  Object.assign(Object(event?.data.object), { metadata: {} });
  await keepProviderDelivery(p.world.deps, {
    provider: "stripe",
    eventId: event?.id ?? "",
    body: JSON.stringify(event),
    receivedAt: p.clock.now(),
    businessId: p.world.business.id,
  });
  await processDeliveries(p.world.deps, p.world.business.id);
  expect(await p.books()).toMatchObject({ suspense: "COP -600000.00" });
});

test("a refund, which carries no mark, finds its business through its payment, also when Stripe is down at first", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  p.stripe.bank.endsRefund(
    p.stripe.bank.refunds(p.stripe.sessions.get(session)?.payment_intent ?? "", 60_000_000).id,
    "succeeded",
  );
  const [created] = p.newEvents();
  p.stripe.failNext({ status: 500 });
  p.stripe.failNext({ status: 500 });
  if (created) await p.deliver([created]);
  expect(await p.owed(debtor)).toBe("nothing");
  p.clock.advance({ seconds: 10 });
  await p.world.settle();
  expect(await p.owed(debtor)).toBe("COP 600000.00");
});

test("a delivery whose provider is no longer connected waits, and calls a person", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
  await p.keep(p.newEvents().filter(({ type }) => type === "payment_intent.succeeded"));
  const without = { ...p.world.deps, providers: new Map() };
  for (let times = 0; times < 9; times += 1) {
    await processDeliveries(without, p.world.business.id);
    p.clock.advance({ hours: 1, minutes: 1 });
  }
  expect(await p.alarms()).toEqual(["payment.delivery-failing"]);
  await p.world.settle();
  expect(await p.owed(debtor)).toBe("nothing");
});

test("a webhook of a provider that nobody connected is refused before anything is kept", async () => {
  await using p = await makePaymentsWorld();
  const delivery = { provider: "stripe", eventId: "evt_1", body: "{}", receivedAt: p.clock.now() } as const;
  await expect(keepProviderDelivery({ ...p.world.deps, providers: new Map() }, delivery)).rejects.toBeInstanceOf(
    AppError,
  );
  expect(await keptFor(p)).toEqual([]);
});

test("failures are tried again after 5 s, twice as long each time, and never later than an hour", async () => {
  await using p = await makePaymentsWorld();
  const now = p.clock.now();
  const seconds = [0, 1, 2, 9, 10, 1000].map((failures) => retryAfter(failures, now).diff(now).as("seconds"));
  expect(seconds).toEqual([5, 10, 20, 2560, 3600, 3600]);
});
