import { expect, test } from "vitest";
import { markToRefund, type Placed, placeMoney } from "../../../src/app/payments/place-money.ts";
import { present } from "../../../src/domain/assert.ts";
import type { SampleDebtor } from "../../support/world.ts";
import { makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

// Money that settled under a link that is not ours: nobody's, until a person says whose.

type Unplaced = { readonly debtor: SampleDebtor; readonly paymentId: string; readonly intent: string };

async function unplaced(p: PaymentsWorld): Promise<Unplaced> {
  const debtor = await p.world.addDebtor(1);
  const session = await p.click(await p.asksToPay(debtor));
  p.stripe.payer.isDeclined(session);
  p.newEvents();
  const intent = p.stripe.sessions.get(session)?.payment_intent ?? "";
  const stranger = {
    ...p.stripe.intents.get(intent)?.metadata,
    saldar_payment_link_id: "01990000-0000-7000-8000-0000000000ff",
  };
  Object.assign(p.stripe.intents.get(intent) ?? {}, { metadata: stranger });
  Object.assign(p.stripe.sessions.get(session) ?? {}, { metadata: stranger, client_reference_id: null });
  p.stripe.payer.paysByCard(session);
  await p.deliver(p.newEvents());
  const [payment] = await p.world.owner<{ id: string }[]>`select id from payment where debtor_id is null`;
  return { debtor, paymentId: present(payment, "an unplaced payment").id, intent };
}

const asked = (p: PaymentsWorld, { paymentId }: Unplaced) => ({
  businessId: p.world.business.id,
  paymentId,
  userId: "supervisor-1",
  note: "She sent us the receipt by mail",
});

const audit = (p: PaymentsWorld) => p.world.owner`select action, actor, subject_id, after from audit_event`;

test("placed, it pays the debtor's debt, is confirmed to them, and the reason is kept", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  const { debtor } = money;
  expect(await placeMoney(p.world.deps, { ...asked(p, money), debtorId: debtor.id, debtId: debtor.debtId })).toBe(
    "placed",
  );
  await p.world.settle();
  expect(await p.books()).toEqual({ "provider:stripe:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/¡Gracias!.*600\.000/s);
  expect(await audit(p)).toMatchObject([
    {
      action: "suspense.placed",
      actor: "supervisor-1",
      subjectId: money.paymentId,
      after: { debtorId: debtor.id, amount: "COP 600000.00", note: "She sent us the receipt by mail" },
    },
  ]);
});

test("of two people who place it at the same moment, one does; it is nobody's no more", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  const other = await p.world.addDebtor(2);
  const ends = await Promise.all(
    [money.debtor, other, money.debtor].map(({ id }) => placeMoney(p.world.deps, { ...asked(p, money), debtorId: id })),
  );
  expect(ends.toSorted()).toEqual(["not-found", "not-found", "placed"] satisfies Placed[]);
  expect(await markToRefund(p.world.deps, asked(p, money))).toBe("not-found");
  expect(await p.books()).not.toHaveProperty("suspense");
});

test("what is more than the debtor owes becomes their credit", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  const poorer = await p.world.addDebtor(2, { owed: 500_000n });
  await placeMoney(p.world.deps, { ...asked(p, money), debtorId: poorer.id });
  expect(await p.books()).toMatchObject({ [`debtor:${poorer.id}:credit`]: "COP -100000.00" });
  expect(await p.owed(poorer)).toBe("nothing");
  expect(await p.owed(money.debtor)).toBe("COP 600000.00");
});

test("a refund after it was placed comes out of the debt that it had paid, and not out of suspense", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  await placeMoney(p.world.deps, { ...asked(p, money), debtorId: money.debtor.id });
  p.stripe.bank.endsRefund(p.stripe.bank.refunds(money.intent, 20_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  expect(await p.owed(money.debtor)).toBe("COP 200000.00");
  expect(await p.books()).not.toHaveProperty("suspense");
});

test("what a failed refund brings back after the rest was placed is that debtor's too, and goes back out of their debt", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  const refund = p.stripe.bank.refunds(money.intent, 20_000_000);
  await p.deliver(p.newEvents());
  await placeMoney(p.world.deps, { ...asked(p, money), debtorId: money.debtor.id });
  expect(await p.owed(money.debtor)).toBe("COP 200000.00");

  p.stripe.bank.endsRefund(refund.id, "failed");
  await p.deliver(p.newEvents());
  expect(await p.books()).toEqual({ "provider:stripe:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(await p.world.owner`select debtor_id, amount_minor from payment`).toEqual([
    { debtorId: money.debtor.id, amountMinor: 60_000_000n },
  ]);
  expect(await p.alarms()).toContain("payment.refund-failed");

  p.stripe.bank.endsRefund(p.stripe.bank.refunds(money.intent, 50_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  expect(await p.owed(money.debtor)).toBe("COP 500000.00");
  const books = await p.books();
  expect(books).not.toHaveProperty("suspense");
  expect(books).not.toHaveProperty(`debtor:${money.debtor.id}:credit`);
});

test("marked to go back, it waits for the provider's refund, which takes the mark's place", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  expect(await markToRefund(p.world.deps, asked(p, money))).toBe("marked");
  expect(await markToRefund(p.world.deps, asked(p, money))).toBe("marked");
  expect(await p.books()).toMatchObject({ "refunds-payable": "COP -600000.00" });
  expect(await p.books()).not.toHaveProperty("suspense");
  expect(await placeMoney(p.world.deps, { ...asked(p, money), debtorId: money.debtor.id })).toBe("marked");

  p.stripe.bank.endsRefund(p.stripe.bank.refunds(money.intent, 60_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  const books = await p.books();
  expect(books).not.toHaveProperty("suspense");
  expect(books).not.toHaveProperty("refunds-payable");
  expect(await p.owed(money.debtor)).toBe("COP 600000.00");
});

test("of marked money that goes back in part the rest is nobody's again, and may be placed", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  await markToRefund(p.world.deps, asked(p, money));
  p.stripe.bank.endsRefund(p.stripe.bank.refunds(money.intent, 20_000_000).id, "succeeded");
  await p.deliver(p.newEvents());
  expect(await p.books()).toMatchObject({ suspense: "COP -400000.00" });
  await expect(markToRefund(p.world.deps, asked(p, money))).rejects.toThrow("gone back already");
  expect(await placeMoney(p.world.deps, { ...asked(p, money), debtorId: money.debtor.id })).toBe("placed");
  expect(await p.owed(money.debtor)).toBe("COP 200000.00");
});

test("a debt of somebody else, and a debtor who is not there, take nothing", async () => {
  await using p = await makePaymentsWorld();
  const money = await unplaced(p);
  const other = await p.world.addDebtor(2);
  for (const who of [
    { debtorId: other.id, debtId: money.debtor.debtId },
    { debtorId: "01990000-0000-7000-8000-0000000000ff" },
  ])
    await expect(placeMoney(p.world.deps, { ...asked(p, money), ...who })).rejects.toThrow(
      /no such debtor|Nothing is owed/,
    );
  expect(await p.books()).toMatchObject({ suspense: "COP -600000.00" });
});
