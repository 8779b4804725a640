import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseNumber, type KnownOn } from "../../../src/domain/outreach/choose-number.ts";

const CLOUD = { id: "cloud", isWarmOnly: false };
const PHONE = { id: "phone", isWarmOnly: true };
const knows = (channelId: string, hasWritten: boolean, lastMs: number): KnownOn => ({ channelId, hasWritten, lastMs });

it.each([
  ["the first, for who knows none", [CLOUD, PHONE], [], "cloud"],
  ["the one of their last conversation", [CLOUD, PHONE], [knows("cloud", true, 1), knows("phone", true, 2)], "phone"],
  ["another than a phone they never wrote to", [PHONE, CLOUD], [knows("phone", false, 2)], "cloud"],
  [
    "a phone that they wrote to, where their last number is lost",
    [PHONE],
    [knows("gone", true, 2), knows("phone", true, 1)],
    "phone",
  ],
  [
    "one that may write to strangers, where their last number is lost",
    [PHONE, CLOUD],
    [knows("gone", true, 2)],
    "cloud",
  ],
  ["a phone they never wrote to, so that the gate can say why not", [PHONE], [], "phone"],
  ["none, where none can be used", [], [knows("gone", true, 2)], undefined],
] as const)("writes first by %s", (_, usable, known, chosen) => {
  expect(chooseNumber([...usable], [...known])?.id).toBe(chosen);
});

it("never chooses a phone for somebody who has not written to it while another number may be used", () => {
  const number = fc.record({ id: fc.constantFrom("a", "b", "c"), isWarmOnly: fc.boolean() });
  const known = fc.record({
    channelId: fc.constantFrom("a", "b", "c", "gone"),
    hasWritten: fc.boolean(),
    lastMs: fc.nat(),
  });
  const numbers = fc.uniqueArray(number, { selector: ({ id }) => id, minLength: 1 });
  fc.assert(
    fc.property(numbers, fc.array(known), (usable, knownOn) => {
      const chosen = chooseNumber(usable, knownOn);
      expect(usable).toContain(chosen);
      const isCold = chosen?.isWarmOnly && !knownOn.some((one) => one.channelId === chosen.id && one.hasWritten);
      if (isCold) expect(usable.every(({ isWarmOnly }) => isWarmOnly)).toBe(true);
    }),
  );
});
