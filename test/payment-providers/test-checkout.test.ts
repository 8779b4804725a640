import { describe, expect, it } from "vitest";
import { present } from "../../src/domain/assert.ts";
import { foldPayment } from "../../src/domain/payments/fold-payment.ts";
import { testCheckoutProvider } from "../../src/payment-providers/test-checkout.ts";
import { checkoutRequest, NOON } from "./requests.ts";

const provider = testCheckoutProvider({ publicUrl: "http://127.0.0.1:7300", secret: "sample-secret" });
const request = checkoutRequest();

async function open() {
  const started = await provider.startCheckout(request);
  const token = present(started.url.split("/test-checkout/")[1], "token");
  return { started, token, checkout: present(provider.readToken(token), "checkout") };
}

describe("the test checkout", () => {
  it("leads to a page of ours whose token carries the request", async () => {
    const { started, checkout } = await open();
    expect(started.url).toMatch(/^http:\/\/127\.0\.0\.1:7300\/test-checkout\/[\w-]+\.[\w-]+$/);
    const { idempotencyKey: _, ...carried } = request;
    expect(checkout).toMatchObject(carried);
  });

  it("is on our own origin", () => {
    expect(provider.pageOrigins).toEqual(["http://127.0.0.1:7300"]);
  });

  it("gives the same page for the same attempt", async () => {
    expect((await open()).started).toEqual((await open()).started);
  });

  it("believes no token that was changed or signed by another", async () => {
    const { token } = await open();
    const other = testCheckoutProvider({ publicUrl: "http://127.0.0.1:7300", secret: "another-secret" });
    const [payload = "", signature = ""] = token.split(".");
    const cheaper = Buffer.from(Buffer.from(payload, "base64url").toString().replace("200000.50", "1.00")).toString(
      "base64url",
    );
    expect(other.readToken(token)).toBeUndefined();
    for (const forged of ["", "a", "a.b", `${cheaper}.${signature}`, `${token}.x`, payload, `.${signature}`]) {
      expect(provider.readToken(forged)).toBeUndefined();
    }
  });

  it("settles once, however often the button is pressed", async () => {
    const { checkout } = await open();
    const events = [0, 1].map((minutes) => provider.eventOf(checkout, "paid", NOON.plus({ minutes })));
    expect(events[0]?.id).toBe(events[1]?.id);
    const standing = foldPayment(events.flatMap((event) => provider.readEvent(event).facts));
    expect(standing).toMatchObject({
      state: "settled",
      amount: request.amount,
      attribution: { businessId: request.businessId, paymentLinkId: request.paymentLinkId, attempt: 1 },
      settled: { at: NOON, reference: `test_checkout:${request.paymentLinkId}_1:paid` },
    });
  });

  it("can be declined and then paid", async () => {
    const { checkout } = await open();
    const declined = provider.readEvent(provider.eventOf(checkout, "declined", NOON)).facts;
    expect(foldPayment(declined)).toMatchObject({ state: "failed", failedBecause: "declined" });
    const paid = provider.readEvent(provider.eventOf(checkout, "paid", NOON.plus({ minutes: 1 }))).facts;
    expect(foldPayment([...paid, ...declined]).state).toBe("settled");
  });

  it("reads an event only with a token of ours in it", async () => {
    const { checkout } = await open();
    const event = provider.eventOf(checkout, "paid", NOON);
    for (const forged of [null, {}, { ...event, token: "a.b" }, { ...event, type: "test_checkout.refunded" }]) {
      expect(provider.readEvent(forged)).toMatchObject({ facts: [], unreadable: expect.any(String) });
    }
  });

  it("keeps the events it makes through JSON, as a delivery is kept", async () => {
    const { checkout } = await open();
    const event = provider.eventOf(checkout, "paid", NOON);
    expect(provider.readEvent(JSON.parse(JSON.stringify(event)))).toEqual(provider.readEvent(event));
  });

  it("has nothing to close and nothing to ask", async () => {
    const { started } = await open();
    expect(await provider.expireCheckout(started.providerReference)).toBe("expired");
    expect(await provider.fetchTruth(started.providerReference)).toMatchObject({ facts: [] });
  });

  it("refuses to sign with an empty secret", () => {
    expect(() => testCheckoutProvider({ publicUrl: "http://127.0.0.1", secret: "" })).toThrow("empty secret");
  });
});
