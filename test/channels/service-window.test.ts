import { describe, expect, it } from "vitest";
import { isWindowOpen, windowClosesAt } from "../../src/channels/service-window.ts";
import { NOON } from "../support/graph/graph.ts";

describe("the 24 hour window", () => {
  it("is open for 24 hours after the person's last message and not at the 24th hour", () => {
    const aDayAgo = NOON.minus({ hours: 24 });
    expect(isWindowOpen(aDayAgo.plus({ milliseconds: 1 }), NOON)).toBe(true);
    expect(isWindowOpen(aDayAgo, NOON)).toBe(false);
    expect(windowClosesAt(aDayAgo)).toEqual(NOON);
  });

  it("is closed for somebody who never wrote", () => {
    expect(isWindowOpen(undefined, NOON)).toBe(false);
    expect(windowClosesAt(undefined)).toBeUndefined();
  });
});
