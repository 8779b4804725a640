import fc from "fast-check";
import { expect, test } from "vitest";
import { bothNames, identityOf, isSamePhone, jidOf, spellings } from "../../../src/channels/baileys/jid.ts";

test.each([
  ["573000000001@s.whatsapp.net", { phone: "573000000001" }],
  ["573000000001:12@s.whatsapp.net", { phone: "573000000001" }],
  ["100000000000002@lid", { lid: "100000000000002" }],
  ["100000000000002_1:3@lid", { lid: "100000000000002" }],
  ["120363000000000001@g.us", undefined],
  ["status@broadcast", undefined],
  ["120363000000000001@newsletter", undefined],
  ["s.whatsapp.net", undefined],
  [undefined, undefined],
])("%s is %j", (jid, expected) => {
  expect(identityOf(jid)).toEqual(expected);
});

test("a person is addressed by the hidden id when there is one", () => {
  expect(jidOf({ phone: "573000000001", lid: "1" })).toBe("1@lid");
  expect(jidOf({ phone: "573000000001" })).toBe("573000000001@s.whatsapp.net");
  expect(bothNames("1@lid", "573000000001@s.whatsapp.net")).toEqual({ phone: "573000000001", lid: "1" });
});

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
