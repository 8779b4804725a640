import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "../../../src/domain/money.ts";
import { type EntryDue, entriesDue } from "../../../src/domain/payments/entries-due.ts";
import { foldPayment } from "../../../src/domain/payments/fold-payment.ts";
import type { PaymentFact } from "../../../src/domain/payments/payment-fact.ts";
import { anyFact, at, factOf, OWED, PAYMENT, settledAt, shuffledWithRepeats } from "./facts.ts";

const due = (facts: readonly PaymentFact[]) => entriesDue(foldPayment(facts));
const written = ({ reference, kind, amount, reverses }: EntryDue) =>
  `${reference} ${kind} ${toText(amount)} ${reverses}`;

describe("posting what is due after each delivery", () => {
  it("ends in the same books for every order and number of deliveries", async () => {
    const histories = fc
      .array(anyFact, { minLength: 1, maxLength: 10 })
      .chain((facts) => fc.tuple(fc.constant(facts), shuffledWithRepeats(facts)));
    await fc.assert(
      fc.property(histories, ([facts, delivered]) => {
        const books = new Map<string, string>();
        for (let count = 1; count <= delivered.length; count += 1) {
          for (const entry of due(delivered.slice(0, count))) {
            // Append-only: an entry kept once never changes.
            expect(books.get(entry.reference) ?? written(entry)).toBe(written(entry));
            books.set(entry.reference, written(entry));
          }
        }
        expect(new Set(books.values())).toEqual(new Set(due(facts).map(written)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("names each reference once, and what it reverses before it", async () => {
    await fc.assert(
      fc.property(fc.array(anyFact, { minLength: 1, maxLength: 12 }), (facts) => {
        const seen = new Set<string>();
        for (const { reference, reverses } of due(facts)) {
          expect(seen.has(reference)).toBe(false);
          if (reverses !== undefined) expect(seen.has(reverses)).toBe(true);
          seen.add(reference);
        }
      }),
    );
  });

  it("posts nothing before the payment itself", async () => {
    await fc.assert(
      fc.property(
        fc.array(
          anyFact.filter(({ type }) => type !== "settled"),
          { minLength: 1 },
        ),
        (facts) => {
          expect(due(facts)).toEqual([]);
        },
      ),
    );
  });
});

describe("the entries", () => {
  const refund = (minutes: number, status: "requested" | "succeeded" | "failed") =>
    factOf(at(minutes), { type: "refund" as const, reference: "stripe:re_1", amount: OWED, status });
  const dispute = (minutes: number, step: "withdrawn" | "reinstated" | "lost" | "won") =>
    factOf(at(minutes), { type: "dispute" as const, reference: "stripe:dp_1", amount: OWED, step });
  const kinds = (facts: readonly PaymentFact[]) => due(facts).map(({ reference, kind }) => `${kind} ${reference}`);

  it("of a payment are one, under the payment's own reference", () => {
    expect(due([settledAt(at(2)), settledAt(at(1))])).toEqual([
      { reference: `${PAYMENT}:paid`, kind: "payment received", amount: OWED, at: at(1) },
    ]);
  });

  it("of a refund that came back undo its success and its request", () => {
    expect(kinds([settledAt(at(0)), refund(1, "requested"), refund(2, "succeeded"), refund(3, "failed")])).toEqual([
      `payment received ${PAYMENT}:paid`,
      "refund requested stripe:re_1",
      "refund succeeded stripe:re_1:succeeded",
      "reversed stripe:re_1:returned",
      "refund failed stripe:re_1:failed",
    ]);
  });

  it("of a refund that failed at once undo its request only", () => {
    expect(kinds([settledAt(at(0)), refund(3, "failed")])).toEqual([
      `payment received ${PAYMENT}:paid`,
      "refund requested stripe:re_1",
      "refund failed stripe:re_1:failed",
    ]);
  });

  it("of a dispute follow the money: taken, and given back or lost", () => {
    expect(
      kinds([settledAt(at(0)), dispute(1, "withdrawn"), dispute(2, "reinstated"), dispute(2, "won")]).slice(1),
    ).toEqual(["dispute withdrawn stripe:dp_1:withdrawn", "dispute reinstated stripe:dp_1:reinstated"]);
    expect(kinds([settledAt(at(0)), dispute(1, "withdrawn"), dispute(2, "lost")]).slice(1)).toEqual([
      "dispute withdrawn stripe:dp_1:withdrawn",
      "dispute lost stripe:dp_1:lost",
    ]);
  });

  it("of a dispute lost and then won on appeal end with the money here", () => {
    const facts = [settledAt(at(0)), dispute(1, "withdrawn"), dispute(2, "lost"), dispute(3, "reinstated")];
    expect(kinds(facts).slice(2)).toEqual([
      "dispute lost stripe:dp_1:lost",
      "reversed stripe:dp_1:unlost",
      "dispute reinstated stripe:dp_1:reinstated",
    ]);
  });

  it("that are in the ledger already are left out", () => {
    const facts = [settledAt(at(0)), refund(1, "requested")];
    const recorded = new Set([`${PAYMENT}:paid`]);
    expect(entriesDue(foldPayment(facts), recorded).map(({ reference }) => reference)).toEqual(["stripe:re_1"]);
  });

  it("of a dispute that was never withdrawn are none", () => {
    expect(kinds([settledAt(at(0)), dispute(1, "lost")])).toHaveLength(1);
  });
});
