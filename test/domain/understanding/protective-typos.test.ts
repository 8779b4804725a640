import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Intent } from "../../../src/domain/understanding/reading.ts";
import { CRISIS } from "./said/crisis.ts";
import { OPT_OUT } from "./said/opt-out.ts";
import { meaningsOf } from "./support.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Each letter, spaces and accents with them, is with some chance left out, changed, doubled by another or swapped with the next. */
function slipping(line: string, share: number): fc.Arbitrary<string> {
  const letters = Array.from(line);
  const slip = fc.record({
    happens: fc.noBias(fc.nat(9_999)).map((chance) => chance < share * 10_000),
    how: fc.noBias(fc.nat(3)),
    letter: fc.noBias(fc.constantFrom(...LETTERS)),
  });
  return fc.array(slip, { minLength: letters.length, maxLength: letters.length, size: "max" }).map((slips) => {
    const written: string[] = [];
    for (let at = 0; at < letters.length; at++) {
      const [own = "", next, { happens, how, letter } = { happens: false, how: 0, letter: "" }] = [
        letters[at],
        letters[at + 1],
        slips[at],
      ];
      if (!happens) written.push(own);
      else if (how === 1) written.push(letter);
      else if (how === 2) written.push(own, letter);
      else if (how === 3 && next !== undefined) {
        written.push(next, own);
        at++;
      }
    }
    return written.join("");
  });
}

/** The share of lines still heard, each slipped a few times; the same on every run. */
function recall(lines: readonly string[], intent: Intent, share: number): number {
  const slipped = lines.flatMap((line, index) => fc.sample(slipping(line, share), { numRuns: 4, seed: 2026 + index }));
  const heard = slipped.filter((line) => meaningsOf(line).some((meaning) => meaning.intent === intent));
  return heard.length / slipped.length;
}

/** Measured when this was written; it may rise, and must not fall. Half of the lines have five words or fewer: a slip there leaves little. */
describe.each([
  { intent: "opt_out", lines: OPT_OUT, share: 0.03, least: 0.955 },
  { intent: "opt_out", lines: OPT_OUT, share: 0.06, least: 0.91 },
  { intent: "crisis", lines: CRISIS, share: 0.03, least: 0.94 },
  { intent: "crisis", lines: CRISIS, share: 0.06, least: 0.88 },
] as const)("$intent with a share of $share of its letters slipped", ({ intent, lines, share, least }) => {
  test(`is heard in ${least} at least`, async ({ annotate }) => {
    const heard = recall(lines, intent, share);
    await annotate(`${(heard * 100).toFixed(1)} % of ${lines.length * 4} lines heard`);
    expect(heard).toBeGreaterThanOrEqual(least);
  });
});
