import { expect, it } from "vitest";
import { clientReferenceOf, marksOf, readMarks } from "../../../src/payment-providers/stripe/marks.ts";

const ours = {
  businessId: "01990000-0000-7000-8000-000000000001",
  paymentLinkId: "01990000-0000-7000-8000-0000000000aa",
  attempt: 12,
};

it("our marks are read back from either place", () => {
  expect(readMarks(marksOf(ours))).toEqual(ours);
  expect(readMarks({}, clientReferenceOf(ours))).toEqual(ours);
  expect(readMarks(marksOf(ours), "something else")).toEqual(ours);
});

it("marks that are broken, partial or another program's are none", () => {
  expect(readMarks(undefined)).toBeUndefined();
  expect(readMarks({ ...marksOf(ours), saldar_attempt: "0" })).toBeUndefined();
  expect(readMarks({ saldar_business_id: ours.businessId }, null)).toBeUndefined();
  expect(readMarks({}, "cart_7_1")).toBeUndefined();
});

it("the reference fits the 200 characters that Stripe allows, and its alphabet", () => {
  expect(clientReferenceOf({ ...ours, attempt: 999_999_999 })).toMatch(/^[\w-]{1,200}$/);
});
