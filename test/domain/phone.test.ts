import fc from "fast-check";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { type Phone, toE164, whatsappKey, whatsappNumber } from "../../src/domain/phone.ts";

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));

function phone(text: string, country: CountryCode): Phone {
  const read = toE164(text, country);
  if ("problem" in read) throw new Error(`${text} is ${read.problem}`);
  return read;
}

describe("a number written in any usual way", () => {
  it.each([
    ["+57 300 555 0101", "CO", "+573005550101"],
    ["(300) 555-0101", "CO", "+573005550101"],
    ["3005550101", "CO", "+573005550101"],
    ["573001234567", "CO", "+573001234567"],
    ["0057 300 555 0101", "CO", "+573005550101"],
    ["573005550101.0", "CO", "+573005550101"],
    ["5.73005550101E+11", "CO", "+573005550101"],
    ["044 55 1234 5678", "MX", "+525512345678"],
    ["045 55 1234 5678", "MX", "+525512345678"],
    ["01 55 1234 5678", "MX", "+525512345678"],
    ["+521 56 3969 1841", "MX", "+525639691841"],
    ["5215639691841", "MX", "+525639691841"],
    ["55 9183 7739", "MX", "+525591837739"],
    ["011 15-5874-9895", "AR", "+5491158749895"],
    ["+54 9 11 5874 9895", "AR", "+5491158749895"],
    ["0351 15 612-3456", "AR", "+5493516123456"],
    ["+54 11 5874 9895", "AR", "+541158749895"],
    ["+55 21 8765 4321", "BR", "+5521987654321"],
    ["(92) 8172-3241", "BR", "+5592981723241"],
    ["021 98765-4321", "BR", "+5521987654321"],
    ["0055 21 98765 4321", "BR", "+5521987654321"],
    ["04121234567", "VE", "+584121234567"],
    ["+1 305 555 0101", "CO", "+13055550101"],
  ] as const)("%s of %s is %s", (text, country, expected) => {
    expect(phone(text, country).e164).toBe(expected);
  });

  it.each([
    ["5.73E+11", "CO", "scientific"],
    ["5,73E+11", "CO", "scientific"],
    ["5.73005E+11", "CO", "scientific"],
    ["98765-4321", "BR", "no-area-code"],
    ["1558749895", "AR", "no-area-code"],
    ["555 0101", "CO", "no-area-code"],
    ["no tiene", "CO", "not-a-number"],
    ["", "CO", "not-a-number"],
    ["llamar 3005550101", "CO", "not-a-number"],
    ["300555010", "CO", "invalid"],
    ["9995550101", "CO", "invalid"],
  ] as const)("%s of %s is no number: %s", (text, country, problem) => {
    expect(toE164(text, country)).toEqual({ problem });
  });

  it("says what the numbering plan knows of its kind", () => {
    expect(phone("3005550101", "CO").kind).toBe("mobile");
    expect(phone("601 234 5678", "CO").kind).toBe("landline");
    expect(phone("5512345678", "MX").kind).toBe("unknown");
  });
});

describe("the short way for Colombian mobiles", () => {
  it("gives what the library gives, for every prefix and grouping", () => {
    const text = fc
      .tuple(
        fc.constantFrom("", "57", "+57", "+57 ", "57-"),
        fc.integer({ min: 300, max: 399 }).map(String),
        fc.constantFrom("", " ", "-"),
        digits(3),
        fc.constantFrom("", " ", "-"),
        digits(4),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (written) => {
        const library = parsePhoneNumberFromString(written, "CO");
        const ours = toE164(written, "CO");
        if (!library?.isValid()) expect(ours).toEqual({ problem: "invalid" });
        else {
          const kind = library.getType() === "MOBILE" ? "mobile" : "landline";
          expect(ours).toEqual({ e164: library.number, key: library.number.slice(1), country: "CO", kind });
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("the key of a WhatsApp identity", () => {
  it.each([
    ["+525639691841", "5215639691841"],
    ["+525639691841", "525639691841"],
    ["+541158749895", "5491158749895"],
    ["+5491158749895", "5491158749895"],
    ["+5521987654321", "552187654321"],
    ["+5592981723241", "5592981723241"],
    ["+573005550101", "573005550101"],
  ])("a stored %s is found by the inbound id %s", (stored, inbound) => {
    expect(whatsappKey(stored)).toBe(whatsappKey(inbound));
  });

  it("is the same with and without the 1 of Mexico and the 9 of Argentina", () => {
    fc.assert(
      fc.property(digits(10), (national) => {
        expect(whatsappKey(`521${national}`)).toBe(whatsappKey(`+52${national}`));
        expect(whatsappKey(`549${national}`)).toBe(whatsappKey(`+54${national}`));
      }),
    );
  });

  it("is the same with and without the ninth digit, for the mobiles that are older than it", () => {
    const old = fc.tuple(fc.integer({ min: 11, max: 99 }), fc.integer({ min: 6, max: 9 }), digits(7));
    fc.assert(
      fc.property(old, ([area, first, rest]) => {
        expect(whatsappKey(`55${area}9${first}${rest}`)).toBe(whatsappKey(`+55${area}${first}${rest}`));
      }),
    );
  });

  it("never joins a young Brazilian mobile with the landline that has its other digits", () => {
    expect(whatsappKey("5511931234567")).not.toBe(whatsappKey("551131234567"));
  });

  it("stays as it is when it is taken twice", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(52|54|55|57)\d{10,11}$/), (id) => {
        const key = whatsappKey(id);
        if (key.length < 13) expect(whatsappKey(key)).toBe(key);
      }),
    );
  });

  it("is written to with Argentina's 9, whether or not the business wrote it", () => {
    expect(whatsappNumber(phone("+54 11 5874 9895", "AR"))).toBe("5491158749895");
    expect(whatsappNumber(phone("011 15-5874-9895", "AR"))).toBe("5491158749895");
    expect(whatsappNumber(phone("+57 300 555 0101", "CO"))).toBe("573005550101");
  });
});
