import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The top level is the user's: these folders and files, and what tools and strangers expect beside them. */
const ROOT = [
  ".ci",
  ".gitignore",
  ".npmrc",
  "CHANGELOG.md",
  "LICENSE",
  "NOTICE",
  "README.md",
  "SECURITY.md",
  "biome.json",
  "db",
  "docs",
  "drizzle.config.ts",
  "flows",
  "package-lock.json",
  "package.json",
  "samples",
  "src",
  "test",
  "tsconfig.json",
  "vitest.config.ts",
  "webhooks",
];

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");

test("the top level holds the fixed names and no other", () => {
  expect(new Set(tracked.map((path) => path.split("/")[0]))).toEqual(new Set(ROOT));
});

test("the lock file says what is installed and never where it was downloaded from", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

// npm 11 refuses `npm ci` otherwise, and an install against a registry that lacks a platform drops its entry silently.
test("the lock file holds each optional package that it names, for every platform", () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  );
  const names = Object.values(lock.packages).flatMap((held) => Object.keys(held.optionalDependencies ?? {}));
  const held = Object.keys(lock.packages);
  expect(names.filter((name) => !held.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test("no tracked file but a picture is larger than 300 kB", () => {
  const large = tracked.filter(
    (path) => !/\.(png|svg)$/.test(path) && path !== "package-lock.json" && readFileSync(path).length > 300_000,
  );
  expect(large).toEqual([]);
});
