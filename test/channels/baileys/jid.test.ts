import { expect, test } from "vitest";
import { bothNames, identityOf, jidOf } from "../../../src/channels/baileys/jid.ts";

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
