import fc from "fast-check";
import { expect, test } from "vitest";
import { isSamePhone, spellings } from "../../src/channels/is-same-phone.ts";

test.each([
  ["5215550000001", "525550000001"],
  ["5491150000001", "541150000001"],
  ["5511950000001", "551150000001"],
])("%s may be known as %s, and the other way round", (long, short) => {
  // Brazil: the ninth digit is only in front of mobiles.
  expect(spellings(long)).toContain(short);
  if (!long.startsWith("55")) expect(spellings(short)).toContain(long);
});

test("the given spelling is tried first, and being one phone goes both ways", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(52|54|55|57)\d{8,11}$/), (phone) => {
      expect(spellings(phone)[0]).toBe(phone);
      for (const spelling of spellings(phone)) expect(isSamePhone(spelling, phone)).toBe(true);
    }),
  );
});
