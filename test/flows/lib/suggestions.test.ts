import { expect, test } from "vitest";
import { offerable } from "../../../flows/lib/suggestions.ts";

const known = { verified: true };
const unknown = { verified: false };

test("the likeliest three are offered, none twice", () => {
  expect(offerable(["balance", "balance", "paid", "options", "pay"], known)).toEqual(["balance", "paid", "options"]);
});

test("before the proof nothing that hints at a debt takes a place", () => {
  expect(offerable(["pay", "paid", "stop", "balance", "howToVerify"], unknown)).toEqual(["stop", "howToVerify"]);
});

test("a person alone is what every question offers, and no guess", () => {
  expect(offerable(["person"], known)).toEqual([]);
  expect(offerable(["pay", "person"], unknown)).toEqual([]);
  expect(offerable(["person", "pay"], known)).toEqual(["person", "pay"]);
});
