import { expect, test } from "vitest";
import { processDeliveries } from "../../../src/app/payments/process-deliveries.ts";
import { settleProof } from "../../../src/app/payments/settle-proof.ts";
import { startPayment } from "../../../src/app/payments/start-payment.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { faultyDatabase, Killed } from "./faulty-database.ts";
import { makePaymentsWorld } from "./payments-world.ts";

/** Whatever the work threw, if it was the kill or what it led to. */
async function survives(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Killed) return false;
      throw error;
    },
  );
}

test("a delivery whose processing is killed before any of its statements is processed afterwards, once", async () => {
  await using p = await makePaymentsWorld();
  const db = faultyDatabase(p.world.db);
  const deps = { ...p.world.deps, db };
  const { business } = p.world;
  let killedAt = 0;
  let number = 0;
  for (let finished = false; !finished; ) {
    killedAt += 1;
    number += 1;
    // A payment of its own each time, so that each kill meets the whole of the work.
    const debtor = await p.world.addDebtor(number);
    p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
    await p.keep(p.newEvents().filter(({ type }) => type === "checkout.session.completed"));
    db.failFrom(killedAt);
    finished = (await survives(processDeliveries(deps, business.id))) && db.statements() < killedAt;
    db.failFrom(0);
    // Our answers in the chat were borrowed of one person's pace: they are repaid first.
    p.clock.advance({ minutes: 1 });
    await p.world.settle();

    expect(await p.owed(debtor)).toBe("nothing");
    expect(p.world.heard(debtor.phone).filter((text) => text.includes("¡Gracias!"))).toHaveLength(1);
  }
  // Every statement of an ordinary settlement has been the last one once.
  expect(killedAt).toBeGreaterThan(25);
  const entries = await p.world.owner<
    { kind: string; times: number }[]
  >`select kind, count(*)::int as times from ledger_entry group by kind`;
  expect(entries).toContainEqual({ kind: "payment received", times: number });
}, 180_000);

test("a delivery that was kept by a process that then died is processed by the next one", async () => {
  await using p = await makePaymentsWorld();
  const debtor = await p.world.addDebtor(1);
  p.stripe.payer.paysByCard(await p.click(await p.asksToPay(debtor)));
  await p.keep(p.newEvents());
  // Nobody hears the bell: only the sweep's look finds it.
  await p.world.jobs.look(p.world.business.id);
  await p.world.jobs.whenIdle();
  expect(await p.owed(debtor)).toBe("nothing");
});

test("a click that is killed before any of its statements, after an answer of Stripe's was lost, opens one page in the end", async () => {
  await using p = await makePaymentsWorld();
  const db = faultyDatabase(p.world.db);
  let killedAt = 0;
  for (let finished = false; !finished; ) {
    killedAt += 1;
    const token = await p.asksToPay(await p.world.addDebtor(killedAt));
    if (killedAt % 3 === 0) {
      // Once more by the library itself: Stripe has made the page, and nobody was told.
      p.stripe.failNext("cut");
      p.stripe.failNext("cut");
      expect(await p.start(token)).toMatchObject({ page: { state: { type: "unavailable" } } });
    }
    db.failFrom(killedAt);
    finished = (await survives(startPayment({ ...p.world.deps, db }, token))) && db.statements() < killedAt;
    const opened = await p.click(token);
    expect(await p.click(token)).toBe(opened);
    expect(p.stripe.sessions.size).toBe(killedAt);
  }
  expect(killedAt).toBeGreaterThan(12);
});

test("a decision about a receipt that is killed before any of its statements can be made again, and counts once", async () => {
  await using p = await makePaymentsWorld({ business: { paymentProvider: "manual_transfer" } });
  const { phone, document, id } = await p.world.addDebtor(1);
  for (const words of ["hola", document.slice(-4), "ya pagué"]) {
    await p.world.says(phone, words);
    await p.world.settle();
  }
  const [proof] = await p.world.owner<{ id: string }[]>`select id from payment_proof where debtor_id = ${id}`;
  const db = faultyDatabase(p.world.db);
  const decision = {
    businessId: p.world.business.id,
    proofId: proof?.id ?? "",
    userId: "agent-1",
    amount: ofUnits(600_000n, "COP"),
    paidOn: isoDate("2026-11-17"),
  };
  for (let killedAt = 1; ; killedAt += 1) {
    db.failFrom(killedAt);
    if (await survives(settleProof({ ...p.world.deps, db }, decision))) break;
    expect(await p.books()).toHaveProperty("opening", "COP -600000.00");
    expect(await p.books()).not.toHaveProperty("provider:manual_transfer:clearing");
  }
  expect(await settleProof(p.world.deps, decision)).toEqual({ settled: false, because: "decided" });
  expect(await p.books()).toEqual({ "provider:manual_transfer:clearing": "COP 600000.00", opening: "COP -600000.00" });
});
