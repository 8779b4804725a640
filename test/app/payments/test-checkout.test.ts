import { expect, test } from "vitest";
import { openTestCheckout, settleTestCheckout } from "../../../src/app/payments/test-checkout.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

const demo = { business: { isDemo: true, paymentProvider: "test_checkout" } } as const;

test("the demo's checkout takes the way of every payment, to the ledger and the receipt", async () => {
  await using p = await makePaymentsWorld(demo);
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const checkout = await p.click(token);
  expect(await openTestCheckout(p.world.deps, checkout)).toMatchObject({
    creditor: "Comercial de Muestra",
    amount: ofUnits(600_000n, "COP"),
    action: `/test-checkout/${checkout}`,
    cancelUrl: `http://127.0.0.1:3000/p/${token}`,
  });
  expect(await settleTestCheckout(p.world.deps, checkout, "paid")).toEqual({
    redirectTo: `http://127.0.0.1:3000/p/${token}/thanks`,
  });
  await settleTestCheckout(p.world.deps, checkout, "paid");
  await p.world.settle();

  expect(await p.books()).toEqual({ "provider:test_checkout:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/¡Gracias!.*no debe nada más/s);
  expect(await openTestCheckout(p.world.deps, checkout)).toEqual({ closed: "es" });
  expect(await settleTestCheckout(p.world.deps, checkout, "paid")).toEqual({ closed: "es" });

  // A provider that keeps nothing is asked for its fee once, and not again.
  p.clock.advance({ minutes: 1 });
  await p.world.settle();
  expect(await p.world.owner`select from provider_delivery where processed_at is null`).toHaveLength(0);
});

test("a payment that the newcomer lets fail is told, and can be tried again on the same page", async () => {
  await using p = await makePaymentsWorld(demo);
  const debtor = await p.world.addDebtor(1);
  const token = await p.asksToPay(debtor);
  const checkout = await p.click(token);
  const before = p.world.heard(debtor.phone).length;
  expect(await settleTestCheckout(p.world.deps, checkout, "declined")).toEqual({
    redirectTo: `http://127.0.0.1:3000/p/${token}`,
  });
  await p.world.settle();
  expect(p.world.heard(debtor.phone)).toHaveLength(before + 1);
  expect(await p.click(token)).toBe(checkout);
  await settleTestCheckout(p.world.deps, checkout, "paid");
  await p.world.settle();
  expect(await p.owed(debtor)).toBe("nothing");
});

test("a checkout of an earlier attempt, a forged one, and one that is too old are closed", async () => {
  await using p = await makePaymentsWorld(demo);
  const token = await p.asksToPay(await p.world.addDebtor(1));
  const checkout = await p.click(token);
  expect(await openTestCheckout(p.world.deps, `${checkout}x`)).toEqual({ closed: "es" });
  p.clock.advance({ hours: 24 });
  expect(await settleTestCheckout(p.world.deps, checkout, "paid")).toEqual({ closed: "es" });
  await p.click(token);
  expect(await openTestCheckout(p.world.deps, checkout)).toEqual({ closed: "es" });
  expect(await kept(p)).toBe(0);
});

test("a business that is no demo has no test checkout, whatever token comes", async () => {
  await using p = await makePaymentsWorld(demo);
  const checkout = await p.click(await p.asksToPay(await p.world.addDebtor(1)));
  await p.world.owner`alter table business disable trigger demo_for_ever`;
  await p.world.owner`update business set is_demo = false`;
  expect(await settleTestCheckout(p.world.deps, checkout, "paid")).toEqual({ closed: "es" });
  expect(await kept(p)).toBe(0);
});

async function kept({ world }: PaymentsWorld): Promise<number> {
  const [row] = await world.owner<{ kept: number }[]>`select count(*)::int as kept from provider_delivery`;
  return row?.kept ?? 0;
}
