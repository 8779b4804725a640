import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryStatus } from "../../src/channels/channel.ts";
import { laterStatus } from "../../src/channels/status.ts";

const STATUSES = ["sent", "delivered", "read", "failed"] as const;

/** What a message ends as once all of these have been reported. */
function endOf(reported: readonly DeliveryStatus[]): DeliveryStatus | undefined {
  return reported.reduce<DeliveryStatus | undefined>(laterStatus, undefined);
}

describe("laterStatus", () => {
  it.each([
    [["sent", "delivered", "read"], "read"],
    [["read", "delivered", "sent"], "read"],
    [["sent", "read"], "read"],
    [["delivered", "sent"], "delivered"],
    [["sent", "failed"], "failed"],
    [["failed", "sent"], "failed"],
    [["failed"], "failed"],
    [["delivered", "failed"], "delivered"],
    [["failed", "delivered"], "delivered"],
    [["failed", "read"], "read"],
  ] as const)("%j ends as %s", (reported, end) => {
    expect(endOf(reported)).toBe(end);
  });

  it("ends the same in whatever order and however often statuses arrive", () => {
    const shuffledWithRepeats = fc
      .array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 8 })
      .chain((reported) =>
        fc.tuple(
          fc.constant(reported),
          fc.shuffledSubarray(reported, { minLength: reported.length }),
          fc.subarray(reported),
        ),
      );
    fc.assert(
      fc.property(shuffledWithRepeats, ([reported, shuffled, again]) => {
        expect(endOf([...shuffled, ...again])).toBe(endOf(reported));
      }),
      { numRuns: 1000 },
    );
  });

  it("never goes from received to anything less", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES)), (reported) => {
        const seen = reported.map((_, index) => endOf(reported.slice(0, index + 1)));
        const delivered = seen.indexOf("delivered");
        const read = seen.indexOf("read");
        if (read >= 0) expect(seen.slice(read).every((status) => status === "read")).toBe(true);
        if (delivered >= 0) expect(seen.slice(delivered)).not.toContain("failed");
        if (delivered >= 0) expect(seen.slice(delivered)).not.toContain("sent");
      }),
    );
  });
});
