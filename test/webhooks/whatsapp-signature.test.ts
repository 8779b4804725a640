import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureOf } from "../../src/bench/meta-webhooks.ts";
import { answerToChallenge, isSigned } from "../../webhooks/whatsapp-signature.ts";

const SECRET = "test-app-secret";

describe("isSigned", () => {
  it("agrees with a published HMAC-SHA256 vector (RFC 4231, test case 2)", () => {
    const digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    expect(isSigned(Buffer.from("what do ya want for nothing?"), `sha256=${digest}`, "Jefe")).toBe(true);
  });

  it("takes the bytes as they came: a body that means the same in other bytes is not signed", () => {
    const body = Buffer.from(String.raw`{"text":"ma\u00f1ana"}`);
    const signature = signatureOf(body, SECRET);
    expect(isSigned(body, signature, SECRET)).toBe(true);
    expect(isSigned(Buffer.from('{"text":"mañana"}'), signature, SECRET)).toBe(false);
  });

  it("refuses whatever is not the signature of these bytes under this secret", () => {
    const body = Buffer.from("{}");
    const good = signatureOf(body, SECRET);
    const sha1 = `sha1=${createHmac("sha1", SECRET).update(body).digest("hex")}`;
    const others = [
      undefined,
      "",
      "sha256=",
      good.slice(0, -1),
      `${good}0`,
      good.slice(7),
      sha1,
      signatureOf(body, "other"),
    ];
    for (const header of others) expect(isSigned(body, header, SECRET)).toBe(false);
  });

  it("accepts nothing when our secret is empty", () => {
    const body = Buffer.from("{}");
    expect(isSigned(body, `sha256=${createHmac("sha256", "").update(body).digest("hex")}`, "")).toBe(false);
  });

  it("knows every signed body and no body that was changed in one bit", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.nat(), (bytes, position) => {
        const body = Buffer.from(bytes);
        const signature = signatureOf(body, SECRET);
        expect(isSigned(body, signature, SECRET)).toBe(true);
        const at = position % body.length;
        body.writeUInt8(body.readUInt8(at) ^ 1, at);
        expect(isSigned(body, signature, SECRET)).toBe(false);
      }),
    );
  });
});

describe("answerToChallenge", () => {
  const asked = { mode: "subscribe", verifyToken: "our token", challenge: "1158201444" };

  it("gives the challenge back to whoever knows our token", () => {
    expect(answerToChallenge(asked, "our token")).toBe("1158201444");
  });

  it.each([
    [{ ...asked, verifyToken: "other" }],
    [{ ...asked, verifyToken: undefined }],
    [{ ...asked, verifyToken: ["our token"] }],
    [{ ...asked, mode: "unsubscribe" }],
    [{ ...asked, challenge: undefined }],
    [{ ...asked, challenge: { a: 1 } }],
  ])("gives nothing to %j", (wrong) => {
    expect(answerToChallenge(wrong, "our token")).toBeUndefined();
  });

  it("gives nothing when our token is empty", () => {
    expect(answerToChallenge({ ...asked, verifyToken: "" }, "")).toBeUndefined();
  });
});
