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

  test("have no new dangerous confusion", () => {
    const known = knownFailures();
    const fresh = scored.filter((each) => each.danger !== undefined && !known.has(keyOf(each)));
    expect(fresh.map(({ danger, line }) => `${danger}: ${line.text}`)).toEqual([]);
  });

  test("are mostly acted on by the bot itself, and then rightly", () => {
    const { right, acts, precision } = rates(scored.filter(({ line }) => line.set !== "safety"));
    expect(right).toBeGreaterThan(0.915);
    expect(acts).toBeGreaterThan(0.83);
    expect(precision).toBeGreaterThan(0.965);
  });

  test.each([
    { percent: 3, least: 0.9 },
    { percent: 6, least: 0.87 },
  ])("an opt-out and a crisis are heard through $percent % of letters mistyped", ({ percent, least }) => {
    const lines = scored.filter(({ line }) => line.intent === "opt_out" || line.intent === "crisis");
    const heard = lines.filter(({ line }, index) => {
      const { reading } = score(line, withTypos(line.text, percent, index + 1));
      return reading.act === "human" || reading.meanings.some(({ intent }) => intent === line.intent);
    });
    expect(heard.length / lines.length).toBeGreaterThan(least);
  });
});
