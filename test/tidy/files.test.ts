import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n").filter(existsSync);
const sources = tracked.filter((path) => /^(src|flows|db|webhooks|test)\/.*\.tsx?$/.test(path));
const lengths = sources.map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }));

/** A longer file is asking whether it is two. All that asked were. */
const LONGEST = 400;

test(`no file is longer than ${LONGEST} lines`, () => {
  expect(lengths.filter(({ lines }) => lines > LONGEST)).toEqual([]);
});

test("half of all files are at most 100 lines, nine of ten at most 250", () => {
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  process.stdout.write(
    `${sorted.length} files: median ${quantile(0.5)} lines, nine of ten at most ${quantile(0.9)}, longest ${sorted.at(-1)}\n`,
  );
  expect(quantile(0.5)).toBeLessThanOrEqual(100);
  expect(quantile(0.9)).toBeLessThanOrEqual(250);
});

test("what is left to do stands in an issue, not in a comment", () => {
  const word = ["TO", "DO|FIX", "ME|X", "XX"].join("");
  const left = new RegExp(`(//|/\\*|\\*|--|#|<!--).*\\b(${word})\\b`);
  const texts = tracked.filter((path) => /\.(tsx?|cjs|sql|css|md|sh)$/.test(path) && !path.startsWith("test/golden/"));
  const found = texts.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (left.test(line) ? [`${path}:${index + 1}`] : [])),
  );
  expect(found).toEqual([]);
});

test("a picture is at most 1 MB", () => {
  const heavy = tracked.filter((path) => /\.(png|svg)$/.test(path) && readFileSync(path).length > 1_000_000);
  expect(heavy).toEqual([]);
});

test("no migration drops what a running older version still reads", () => {
  const drops = tracked
    .filter((path) => /^db\/migrations\/.*\.sql$/.test(path))
    .filter((path) => /\bdrop\s+(table|column)\b/i.test(readFileSync(path, "utf8").replace(/--.*$/gm, "")));
  expect(drops).toEqual([]);
});

test("each folder that somebody opens first says what it is and why it is so", () => {
  const folders = ["db", "flows", "samples", "test", "webhooks"];
  const parts = ["app", "channels", "console", "domain", "jobs", "payment-providers", "web"].map(
    (part) => `src/${part}`,
  );
  expect([...folders, ...parts].filter((folder) => !existsSync(`${folder}/README.md`))).toEqual([]);
});
