import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Each of these words belongs to one file; anywhere else it is a second reader of the same thing. */
const PLACES: readonly { word: RegExp; what: string; allowed: RegExp }[] = [
  { word: /process\.env/, what: "the environment", allowed: /^src\/config\.ts$/ },
  {
    word: /new Date\(\)|Date\.now\(\)|DateTime\.now\(\)|DateTime\.local\(\)|DateTime\.utc\(\)/,
    what: "the clock",
    allowed: /^src\/clock\.ts$/,
  },
  { word: /Math\.random|randomUUID|randomBytes\(|getRandomValues/, what: "chance", allowed: /^src\/ids\.ts$/ },
  {
    // Row-level security does not part it: whoever names it has to name the business, too.
    word: /\bauth\."?(user|member|session|account|verification|organization|invitation)\b/,
    what: "the sign-in schema, by name",
    allowed: /^db\/console\/members\.ts$/,
  },
  { word: /parseFloat|\.toFixed\(/, what: "floats", allowed: /^$/ },
  {
    word: /\bconsole\.(log|error|warn|info|debug|trace|table|dir)\(/,
    what: "output",
    allowed: /^src\/(log\.ts|cli\.ts|cli\/.*)$/,
  },
  { word: /:\s*any\b|<any>|\bas any\b/, what: "any", allowed: /^$/ },
  { word: /@ts-ignore|@ts-expect-error|@ts-nocheck/, what: "a silenced compiler", allowed: /^$/ },
];

const sources = execFileSync("git", ["ls-files", "src", "flows", "db", "webhooks"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path));

test.each(PLACES)("$what: one place reads it", ({ word, allowed }) => {
  const strays = sources
    // The browser has its own clock and its own chance; it decides nothing that the server relies on.
    .filter((path) => !path.startsWith("src/console/") || word.source.includes("any"))
    .filter((path) => !allowed.test(path))
    .filter((path) => word.test(withoutComments(readFileSync(path, "utf8"))));
  expect(strays).toEqual([]);
});

test("no test is switched off, and none runs alone", () => {
  const tests = execFileSync("git", ["ls-files", "test"], { encoding: "utf8" })
    .trim()
    .split("\n")
    .filter((path) => path.endsWith(".test.ts"));
  const switched = tests.filter((path) => /\.(skip|only)\(/.test(readFileSync(path, "utf8")));
  expect(switched).toEqual([]);
});

test("no test waits for time to pass: what must happen is awaited", () => {
  const tests = execFileSync("git", ["ls-files", "test"], { encoding: "utf8" })
    .trim()
    .split("\n")
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("test/tidy/"));
  const sleepers = tests.filter((path) =>
    /\b(setTimeout|waitForTimeout|sleep|delay)\(/.test(readFileSync(path, "utf8")),
  );
  expect(sleepers).toEqual([]);
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
