import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { restoreFact, storeFact } from "../../../src/domain/payments/stored-fact.ts";
import { anyFact, at, factOf, OWED, settledAt } from "./facts.ts";

describe("a stored fact", () => {
  it("comes back from JSON as it was", async () => {
    const claims = fc
      .constantFrom(OWED, undefined)
      .map((amount) => factOf(at(0), { type: "to_verify" as const, amount }));
    await fc.assert(
      fc.property(fc.oneof(anyFact, claims), (fact) => {
        expect(restoreFact(JSON.parse(JSON.stringify(storeFact(fact))))).toEqual(fact);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same JSON in whatever zone its moment was written", () => {
    const local = { ...settledAt(at(0)), at: at(0).setZone("America/Bogota") };
    expect(storeFact(local)).toEqual(storeFact(settledAt(at(0))));
  });

  it.each([
    null,
    "settled",
    {},
    { type: "settled" },
    { ...storeFact(settledAt(at(0))), type: "refunded" },
    { ...storeFact(settledAt(at(0))), amount: "200000" },
    { ...storeFact(settledAt(at(0))), amount: 200_000 },
    { ...storeFact(settledAt(at(0))), attribution: { businessId: "x" } },
    { ...storeFact(settledAt(at(0))), type: "failed", because: "bad luck" },
  ])("that no build of ours wrote is refused: %j", (stored) => {
    expect(() => restoreFact(stored)).toThrow(BrokenInvariant);
  });
});
