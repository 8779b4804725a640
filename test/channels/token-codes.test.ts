import { expect, test } from "vitest";
import { blockSourceOf } from "../../src/channels/block-source-of.ts";
import { TOKEN_CODES } from "../../src/channels/token-codes.ts";

test("the codes about a token are those by which a number is blocked as for its credentials, and no others", () => {
  const codes = [...Array(1_000).keys(), ...Array.from({ length: 10_000 }, (_, index) => 130_000 + index)].map(String);
  const asRefused = codes.filter((code) => blockSourceOf(code) === "credentials");
  expect([...TOKEN_CODES].toSorted()).toEqual(asRefused.toSorted());
});
