import fc from "fast-check";
import { expect, test } from "vitest";
import { passesLuhn, redactCardNumbers } from "../../../src/domain/understanding/card-numbers.ts";

test.each([
  ["mi tarjeta es 4111 1111 1111 1111 gracias", "mi tarjeta es [card] gracias"],
  ["4111111111111111", "[card]"],
  ["5555-5555-5555-4444 vence 12/29", "[card] vence 12/29"],
  ["amex 378282246310005.", "amex [card]."],
  ["una 4111111111111111 y otra 5555555555554444", "una [card] y otra [card]"],
])("%s", (text, expected) => {
  expect(redactCardNumbers(text).text).toBe(expected);
});

test("says which characters were taken out, so that copies can be cleaned too", () => {
  expect(redactCardNumbers("paga con 4111 1111 1111 1111").found).toEqual(["4111 1111 1111 1111"]);
  expect(redactCardNumbers("hola").found).toEqual([]);
});

test.each([
  "+57 300 123 4567",
  "573001234567",
  "1.098.764.321",
  "CC 1098764321",
  "4111 1111 1111 1112",
  "00000000000000",
  "$ 1.500.000",
  "+5491123456789",
  "15/12/2026 200.000",
])("%s stays as it is", (text) => {
  expect(redactCardNumbers(text)).toEqual({ text, found: [] });
});

test("any number that begins as a card and passes Luhn's check goes, however it is parted, and others stay", () => {
  const body = fc.tuple(
    fc.constantFrom("4", "51", "34", "6011"),
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 11, maxLength: 13 }),
  );
  fc.assert(
    fc.property(body, fc.constantFrom("", " ", "-"), ([prefix, rest], separator) => {
      const open = `${prefix}${rest}`;
      const check = Array.from("0123456789").find((digit) => passesLuhn(open + digit));
      const card = `${open}${check}`;
      const written = card.replace(/(\d{4})(?=\d)/g, `$1${separator}`);
      expect(redactCardNumbers(`x ${written} y`).text).toBe("x [card] y");
      const wrong = `${open}${(Number(check) + 1) % 10}`;
      expect(redactCardNumbers(wrong).found).toEqual([]);
    }),
  );
});
