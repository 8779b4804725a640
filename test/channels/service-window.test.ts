import { describe, expect, it } from "vitest";
import { fitsWindow, windowClosesAt } from "../../src/channels/service-window.ts";
import { cloudApiTo, NOON } from "../support/graph/graph.ts";

const { can } = cloudApiTo("http://127.0.0.1:1");
const text = { kind: "text", body: "Hola" } as const;
const template = { kind: "template", name: "opening", language: "es", params: [], fallbackText: "Hola" } as const;

describe("the 24 hour window", () => {
  it("takes free text for 24 hours after the person's last message and not at the 24th hour", () => {
    const lastInboundAt = NOON.minus({ hours: 24 });
    expect(fitsWindow(text, can, { lastInboundAt: lastInboundAt.plus({ milliseconds: 1 }), now: NOON })).toBe(true);
    expect(fitsWindow(text, can, { lastInboundAt, now: NOON })).toBe(false);
    expect(windowClosesAt(lastInboundAt)).toEqual(NOON);
  });

  it("is closed for somebody who never wrote", () => {
    expect(fitsWindow(text, can, { lastInboundAt: undefined, now: NOON })).toBe(false);
    expect(windowClosesAt(undefined)).toBeUndefined();
  });

  it("does not bind templates, nor channels that write any time", () => {
    expect(fitsWindow(template, can, { lastInboundAt: undefined, now: NOON })).toBe(true);
    expect(fitsWindow(text, { ...can, freeTextAnyTime: true }, { lastInboundAt: undefined, now: NOON })).toBe(true);
  });
});
