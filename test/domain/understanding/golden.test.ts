import { describe, expect, test } from "vitest";
import { keyOf, knownFailures } from "../../eval/known-failures.ts";
import { rates, score } from "../../eval/score.ts";
import { goldenLines } from "../../eval/sets.ts";
import { withTypos } from "../../eval/typos.ts";

const scored = goldenLines().map((line) => score(line));

describe("the golden sets", () => {
  test("are read no worse than they were: no line that passed fails, and a line that passes now leaves the list", () => {
    const failing = scored.filter(({ right, danger }) => !right || danger !== undefined).map(keyOf);
    const known = knownFailures();
    expect(failing.filter((key) => !known.has(key))).toEqual([]);
    const mended = [...known].filter((key) => !failing.includes(key));
    expect(mended, "mended: run `npm run eval -- --update`").toEqual([]);
  });

  test("have no dangerous confusion", () => {
    expect(scored.flatMap(({ danger, line }) => (danger ? [`${danger}: ${line.text}`] : []))).toEqual([]);
  });

  test("are mostly acted on by the bot itself, and then rightly", () => {
    const { right, acts, precision } = rates(scored.filter(({ line }) => line.set !== "safety"));
    expect(right).toBeGreaterThan(0.92);
    expect(acts).toBeGreaterThan(0.85);
    expect(precision).toBeGreaterThan(0.97);
  });

  test.each([3, 6])("an opt-out and a crisis are heard through %i %% of letters mistyped", (percent) => {
    const lines = scored.filter(({ line }) => line.intent === "opt_out" || line.intent === "crisis");
    const heard = lines.filter(({ line }, index) => {
      const { reading } = score(line, withTypos(line.text, percent, index + 1));
      return reading.act === "human" || reading.meanings.some(({ intent }) => intent === line.intent);
    });
    expect(heard.length / lines.length).toBeGreaterThan(percent === 3 ? 0.97 : 0.92);
  });
});
