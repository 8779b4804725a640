import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { makeProgram } from "../../src/cli/program.ts";
import { STRIPE_API_VERSION } from "../../src/payment-providers/stripe.ts";

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((path) => existsSync(path) && !path.startsWith("test/golden/"));

/** Commands of npm itself, and scripts that it calls by a name of its own. */
const NPM_ITSELF = new Set(["ci", "ls", "audit"]);

describe("links", () => {
  test.each(documents)("of %s lead somewhere", (path) => {
    expect(linksOf(path).flatMap((link) => (isBroken(path, link) ? [link] : []))).toEqual([]);
  });

  test("are read: the README has many", () => {
    expect(linksOf("README.md").length).toBeGreaterThan(20);
  });
});

describe("commands", () => {
  test("of npm that a document names exist", () => {
    const scripts = new Set(Object.keys(packageJson.scripts));
    const named = documents.flatMap((path) =>
      [...codeOf(path).matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(([, name = ""]) => ({ path, name })),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !scripts.has(name) && !NPM_ITSELF.has(name))).toEqual([]);
  });

  test("of saldar that a document names exist, and explain themselves", () => {
    const named = new Set(
      documents.flatMap((path) =>
        // As one types it: other people's commands also name a user or a database so.
        [
          ...codeOf(path).matchAll(
            /(?:npx |^`?)saldar ((?:(?:api-key|ledger|config|bench|export) )?[a-z]+(?:-[a-z]+)*)/gm,
          ),
        ].map(([, words = ""]) => words),
      ),
    );
    expect(named.size).toBeGreaterThan(3);
    for (const words of named) {
      expect(helpOf(words), `saldar ${words}`).toMatch(new RegExp(`^Usage: saldar ${words}\\b`));
    }
  });
});

describe("paths", () => {
  test("that a document names in code exist", () => {
    const strays = documents.flatMap((path) =>
      [...codeOf(path).matchAll(/(?<![\w/.-])((?:src|db|flows|webhooks|test|docs|samples)\/[\w./-]*[\w/])(?![\w*<{])/g)]
        .map(([, name = ""]) => name)
        .filter((name) => !existsSync(name) && !existsSync(join(dirname(path), name)))
        .map((name) => `${path}: ${name}`),
    );
    expect(strays).toEqual([]);
  });
});

describe("what docs/deploy.md tells to set up", () => {
  const deploy = readFileSync("docs/deploy.md", "utf8");

  test("at Stripe are the events that are read, and no other", () => {
    const read = [
      ...readFileSync("src/payment-providers/stripe/read-event.ts", "utf8").matchAll(/^ {2}"([a-z_.]+)":/gm),
    ];
    const told = [...deploy.matchAll(/`((?:checkout|payment_intent|refund|charge)\.[a-z_.]+)`/g)];
    expect(new Set(told.map(([, type]) => type))).toEqual(new Set(read.map(([, type]) => type)));
  });

  test("is the version of Stripe's API that the code was written against", () => {
    expect(deploy).toContain(`\`${STRIPE_API_VERSION}\``);
  });
});

function helpOf(words: string): string | undefined {
  let command: Command | undefined = makeProgram();
  for (const word of words.split(" ")) command = command?.commands.find((one) => one.name() === word);
  return command?.helpInformation();
}

/** Targets of `[text](target)` and `![text](target)` outside code, those on the web left out. */
function linksOf(path: string): string[] {
  const prose = readFileSync(path, "utf8")
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function isBroken(from: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? from : normalize(join(dirname(from), file));
  if (!existsSync(target)) return true;
  return anchor !== undefined && (statSync(target).isDirectory() || !anchorsOf(target).includes(anchor));
}

/** Headings as GitHub names them in addresses. */
function anchorsOf(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** Everything that stands as code: fenced blocks and words between backticks. */
function codeOf(path: string): string {
  const text = readFileSync(path, "utf8");
  const blocks = text.match(/^```[\s\S]*?^```/gm) ?? [];
  const words = text.replace(/^```[\s\S]*?^```/gm, "").match(/`[^`\n]+`/g) ?? [];
  return [...blocks, ...words].join("\n");
}
