import { expect, test } from "vitest";
import { AppError } from "../src/domain/errors.ts";
import { hashToken, makeSecrets } from "../src/secrets.ts";

const secrets = makeSecrets("one secret of an installation, long enough");

test("what is sealed comes back with the same secret, and looks different each time", () => {
  const sealed = secrets.seal("1020304050");
  expect(secrets.unseal(sealed)).toBe("1020304050");
  expect(sealed.equals(secrets.seal("1020304050"))).toBe(false);
  expect(sealed.includes(Buffer.from("1020304050"))).toBe(false);
});

test("another secret, or one changed byte, unseals nothing", () => {
  const sealed = secrets.seal("1990-05-17");
  expect(() => makeSecrets("another secret of another installation").unseal(sealed)).toThrow(AppError);
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
  expect(() => secrets.unseal(sealed)).toThrow(AppError);
});

test("keys for other uses differ from each other and stay the same", () => {
  expect(secrets.derive("sessions")).toBe(secrets.derive("sessions"));
  expect(secrets.derive("sessions")).not.toBe(secrets.derive("links"));
  expect(secrets.keyId).not.toBe(makeSecrets("another secret of another installation").keyId);
});

test("a token is looked up by its hash", () => {
  expect(hashToken("abc")).toEqual(hashToken("abc"));
  expect(hashToken("abc")).not.toEqual(hashToken("abd"));
});
