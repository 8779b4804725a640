import { createHmac } from "node:crypto";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { type StripeDelivery, verifyStripeSignature } from "../../webhooks/stripe-signature.ts";
import { deliveryOf } from "../support/stripe/deliveries.ts";

const secret = "whsec_sample07";
const receivedAt = DateTime.fromSeconds(1_772_798_400, { zone: "utc" });
const event = {
  id: "evt_1",
  object: "event",
  api_version: "2026-10-28.endive",
  created: 1_772_798_390,
  livemode: false,
  pending_webhooks: 1,
  type: "payout.paid",
  data: { object: { note: "ñandú 🦙" } },
} as const;

/** Signed by Stripe's own library. */
function signedAt(atSeconds: number) {
  const { body, signature } = deliveryOf(event, { secret, atSeconds });
  return { body: Buffer.from(body, "utf8"), header: signature };
}

const verify = (changes: Partial<StripeDelivery>) =>
  verifyStripeSignature({ ...signedAt(receivedAt.toSeconds()), secret, receivedAt, ...changes });
const hmac = (text: string, key = secret) => createHmac("sha256", key).update(text).digest("hex");

describe("a delivery that Stripe's own library signed", () => {
  it("is genuine", () => {
    expect(verify({})).toEqual({ genuine: true, signedAt: receivedAt.toSeconds() });
  });

  it("is genuine for five minutes, and then too old", () => {
    expect(verify(signedAt(receivedAt.toSeconds() - 300)).genuine).toBe(true);
    expect(verify(signedAt(receivedAt.toSeconds() - 301))).toEqual({ genuine: false, because: "too old" });
  });

  it("is not believed from the future, which would keep it fresh for ever", () => {
    expect(verify(signedAt(receivedAt.toSeconds() + 300)).genuine).toBe(true);
    expect(verify(signedAt(receivedAt.toSeconds() + 301))).toEqual({ genuine: false, because: "from the future" });
  });

  it("is forged when one byte changed, wherever", () => {
    const { body, header } = signedAt(receivedAt.toSeconds());
    for (const place of [0, 40, body.length - 1]) {
      const changed = Buffer.from(body);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(verify({ body: changed, header })).toEqual({ genuine: false, because: "forged" });
    }
    expect(verify({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]), header }).genuine).toBe(false);
    expect(verify({ body: Buffer.from(JSON.stringify(JSON.parse(body.toString("utf8")))), header }).genuine).toBe(
      false,
    );
  });

  it("is the bytes that are signed, and not the text that a reader makes of them", () => {
    const time = receivedAt.toSeconds();
    const header = `t=${time},v1=${hmac(`${time}.{"a":"\ufffd"}`)}`;
    expect(verify({ body: Buffer.from('{"a":"\ufffd"}'), header }).genuine).toBe(true);
    const unreadable = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    expect(verify({ body: unreadable, header }).genuine).toBe(false);
  });

  it("is forged when another secret signed it", () => {
    expect(verify({ secret: "whsec_other" })).toEqual({ genuine: false, because: "forged" });
  });

  it("is forged when its time was moved", () => {
    const { header } = signedAt(receivedAt.toSeconds() - 400);
    expect(verify({ header: header.replace(/t=\d+/, `t=${receivedAt.toSeconds()}`) })).toEqual({
      genuine: false,
      because: "forged",
    });
  });
});

describe("the header", () => {
  const body = Buffer.from("{}");
  const time = receivedAt.toSeconds();

  it("may carry several signatures while the secret is being replaced", () => {
    const header = `t=${time},v1=${hmac(`${time}.{}`, "whsec_old")},v1=${hmac(`${time}.{}`)},v0=abc`;
    expect(verify({ body, header }).genuine).toBe(true);
  });

  it("counts only signatures of the scheme we know", () => {
    expect(verify({ body, header: `t=${time},v0=${hmac(`${time}.{}`)}` })).toEqual({
      genuine: false,
      because: "malformed",
    });
  });

  it.each([undefined, ""])("%j is unsigned", (header) => {
    expect(verify({ header })).toEqual({ genuine: false, because: "unsigned" });
  });

  it.each([
    "nonsense",
    "t=,v1=",
    `v1=${"a".repeat(64)}`,
    `t=12a,v1=${"a".repeat(64)}`,
    `t=1,t=2,v1=${"a".repeat(64)}`,
    `t=-5,v1=${"a".repeat(64)}`,
    "t=1,v1=short",
  ])("%s is malformed, and nothing throws", (header) => {
    expect(verify({ header })).toEqual({ genuine: false, because: "malformed" });
  });
});

it("without a secret nothing is verified at all", () => {
  expect(() => verify({ secret: "" })).toThrow("empty webhook secret");
});
