import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { sessionTokenOf } from "../../../src/web/sign-in/session-cookie.ts";

const ours = { name: "saldar.session_token", secret: "the secret of these tests" };
const signed = (token: string, secret = ours.secret) =>
  encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`);

test("a token is read from among other cookies, when we signed it", () => {
  expect(sessionTokenOf(`theme=dark; saldar.session_token=${signed("abc")}; x=1`, ours)).toBe("abc");
  expect(sessionTokenOf(`saldar.session_token=${signed("with.dots.in.it")}`, ours)).toBe("with.dots.in.it");
});

test("nothing else is a session", () => {
  const headers = [
    undefined,
    "",
    "saldar.session_token=",
    "saldar.session_token=abc",
    "saldar.session_token=abc.",
    "saldar.session_token=.abc",
    "saldar.session_token=%E0%A4%A",
    `saldar.session_token=${signed("abc", "another secret")}`,
    `saldar.session_token=${signed("abc").replace("abc", "abd")}`,
    `other.session_token=${signed("abc")}`,
    `saldar.session_token=${signed("abc")}x`.replace("%3Dx", "%3D%3D%3D%3Dx").replace("saldar", "Saldar"),
  ];
  for (const header of headers) expect([header, sessionTokenOf(header, ours)]).toEqual([header, undefined]);
});
