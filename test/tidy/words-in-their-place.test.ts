import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Place = {
  readonly what: string;
  readonly words: readonly RegExp[];
  /** Each file that may have the word, and why. */
  readonly allowed: ReadonlyMap<string, string>;
  /** Lines in which the word must be found, so that a pattern that finds nothing is noticed. */
  readonly found: readonly string[];
  /** Lines that look like it and are something else. */
  readonly passed?: readonly string[];
};

/** Each of these words belongs to one file; anywhere else it is a second reader of the same thing. */
const PLACES: readonly Place[] = [
  {
    what: "the environment",
    words: [
      /\bprocess\s*(\?\.|\.|\[\s*["'`])\s*env\b/,
      /=\s*process\b(?!\.)/,
      /["'](node:)?process["']/,
      /\bimport\.meta\.env\b/,
    ],
    allowed: new Map([
      ["src/config.ts", "reads all settings, once"],
      ["src/console/vite.config.ts", "tells the build, and nothing that runs, which half of React to take"],
    ]),
    found: [
      "const port = process.env.PORT;",
      'const port = process["env"]["PORT"];',
      "const port = process?.env?.PORT;",
      "const { env } = process;",
      'import { env } from "node:process";',
      "const isDev = import.meta.env.DEV;",
    ],
    passed: ["const [, script] = process.argv;", "process.kill(process.pid);"],
  },
  {
    what: "the clock",
    words: [
      /\bnew Date\b(?!\s*\(\s*[^)\s])/,
      /(?<!\bnew )\bDate\(/,
      /\bDate\.now\b/,
      /\bDateTime\.(now\b|(local|utc)\(\s*[){])/,
      /\.(diffNow|toRelative(Calendar)?)\(/,
      /\bTemporal\.Now\b/,
      /\bperformance\s*(\.|\[)/,
      /["'](node:)?perf_hooks["']/,
      /\bprocess\.(hrtime|uptime)\b/,
      /\b(current_timestamp|localtimestamp|(clock|statement|transaction)_timestamp)\b/,
    ],
    allowed: new Map([
      ["src/clock.ts", "reads time for everybody"],
      [
        "db/payments/payments.ts",
        "stamps a settlement at its write by the clock that stamps every row, the database's",
      ],
      ["src/console/format/business-clock.ts", "counts in the browser how long ago the server said what time it is"],
      ["src/console/sim/draw-receipt.ts", "makes each drawn receipt another picture, as two photographs are"],
    ]),
    found: [
      "const at = new Date();",
      "const at = new Date;",
      "const at = Date();",
      "const at = Date.now();",
      "const reader = Date.now;",
      "const at = DateTime.now();",
      "const at = DateTime.utc();",
      'const at = DateTime.local({ zone: "utc" });',
      "const from = performance.now();",
      'import { performance } from "node:perf_hooks";',
      "const from = process.hrtime.bigint();",
      "const age = moment.diffNow();",
      "tx.execute(sql`select clock_timestamp()`);",
    ],
    passed: [
      "const at = new Date(milliseconds);",
      "const day = DateTime.utc(2026, 11, 22);",
      "const at = clock.now();",
    ],
  },
  {
    what: "the sign-in schema, by name",
    words: [/\bauth\."?(user|member|session|account|verification|organization|invitation)\b/],
    allowed: new Map([
      [
        "db/console/members.ts",
        "names the business in each question, because row-level security does not part that schema",
      ],
    ]),
    found: ["tx`select from auth.member`", 'tx`select from auth."user"`'],
    passed: ['import { makeAuth } from "./auth.ts";', "const user = signIn.session;"],
  },
  {
    what: "chance",
    words: [
      /\bMath\.random\b/,
      /\brandom(UUID(v7)?|Bytes|Int|Fill(Sync)?)\b/,
      /\bgetRandomValues\b/,
      /\bgenerate(Key|KeyPair|Prime)(Sync)?\b/,
      /\bgen_random_\w+/,
    ],
    allowed: new Map([
      ["src/ids.ts", "asks the system for chance, for everybody"],
      ["src/console/contact/fresh-id.ts", "names in the browser what somebody enters, so that it is entered once"],
      ["src/bench/import-sql.ts", "is the plain SQL that the import is measured against, which makes its own ids"],
      ["db/samples.ts", "lets the database make a million rows for a bench, for they would otherwise cross the wire"],
    ]),
    found: [
      "const wait = Math.random() * 100;",
      "const id = crypto.randomUUID();",
      'import { randomBytes } from "node:crypto";',
      "const digit = randomInt(10);",
      "crypto.getRandomValues(bytes);",
      'const { privateKey } = generateKeyPairSync("ed25519");',
      "tx.execute(sql`select gen_random_uuid()`);",
    ],
    passed: ["const nonce = randomBytesOf(12);"],
  },
  {
    what: "logs",
    words: [
      /\bconsole\s*(\?\.|\.|\[\s*["'`])\w/,
      /=\s*console\b(?!\.)/,
      /\(console[,)]/,
      /["'](node:)?console["']/,
      /["']pino["']/,
      /\bemitWarning\b/,
    ],
    allowed: new Map([["src/log.ts", "writes each line, and knows what may not stand in one"]]),
    found: [
      'console.log("here");',
      'console.time("here");',
      "const { error } = console;",
      "items.forEach(console.log);",
      "write(console);",
      'import { pino } from "pino";',
      'process.emitWarning("here");',
    ],
    passed: ['const title = "Open the console.";', "join(root, consoleFolder);", 'const part = "src/console/inbox";'],
  },
  {
    what: "the screen",
    words: [/\bprocess\.std(out|err)\b/],
    allowed: new Map([
      ["src/run-until-signal.ts", "says where it listens, and that it stops"],
      ["src/build-console.ts", "says why the first start takes longer"],
      ["src/train-classifier.ts", "says why the first start takes longer"],
      ["src/cli/api-key.ts", "prints a key once, and which there are"],
      ["src/cli/pay-days.ts", "prints the days of pay"],
      ["src/cli/rate-card.ts", "prints what messages cost"],
      ["src/cli/bench.ts", "prints its figures"],
      ["src/cli/erase-debtor.ts", "prints how much was erased"],
      ["src/cli/export.ts", "prints the lines of an export"],
      ["src/cli/import.ts", "prints what an import would do and did"],
      ["src/cli/may-contact/may-contact.ts", "prints a verdict a line"],
      ["src/cli/ledger.ts", "prints what holds and what does not"],
      ["src/cli/prove.ts", "prints what survived"],
      ["src/cli/understand/understand.ts", "prints a meaning a line"],
      ["src/cli/settings.ts", "prints that the settings are in order"],
      ["src/cli/with-installation.ts", "says why a command could not be run"],
    ]),
    found: ['process.stdout.write("here");', 'process.stderr.write("here");'],
  },
  {
    what: "floats",
    words: [/\bparseFloat\b/, /\.toFixed\(/],
    allowed: new Map(),
    found: ["const amount = Number.parseFloat(text);", "const text = amount.toFixed(2);"],
  },
  {
    what: "any",
    words: [/:\s*any\b/, /<any>/, /\bas any\b/],
    allowed: new Map(),
    found: ["function read(value: any) {", "const value = body as any;"],
  },
  {
    what: "a silenced compiler",
    words: [/@ts-(ignore|expect-error|nocheck)/],
    allowed: new Map(),
    found: ["read(value); // @ts-ignore"],
  },
  {
    what: "why nothing leaves by a number",
    words: [/\bset blocks\b/, /\bblocks = /],
    allowed: new Map([["db/number-blocks.ts", "lets each source set and lift its own reason, and no other's"]]),
    found: ["update channel set blocks = '{}'", "      blocks = blocks || $1"],
    passed: ["const { blocks } = number;", "select h.blocks, h.blocked_because"],
  },
  {
    what: "the refusal of a send that was not begun",
    words: [/code: ["']not-started["']/],
    allowed: new Map([["src/channels/not-started.ts", "makes it for every channel, and for whoever reaches none"]]),
    found: ['    code: "not-started",'],
    passed: ['if (result.code !== "not-started") return;'],
  },
];

const sources = execFileSync("git", ["ls-files", "src", "flows", "db", "webhooks", "*.config.ts"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path));

describe.each(PLACES)("$what", ({ words, allowed, found, passed = [] }) => {
  test("stands in the files that are named for it, and in each of them", () => {
    const holders = sources.filter((path) => hasWord(readFileSync(path, "utf8"), words));
    expect(new Set(holders)).toEqual(new Set(allowed.keys()));
  });

  test.each(found)("is found in: %s", (line) => {
    expect(hasWord(line, words)).toBe(true);
  });

  test.each([...passed, ...found.map((line) => `// ${line}`), ...found.map((line) => ` * ${line}`)])(
    "is not found in: %s",
    (line) => {
      expect(hasWord(line, words)).toBe(false);
    },
  );
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

/**
 * A line that begins as a comment is none of it; whatever else stands in a line counts, a comment at its end too: to know
 * where a comment begins one has to know where strings end, and what is taken for a comment by mistake is not looked at.
 */
function hasWord(source: string, words: readonly RegExp[]): boolean {
  return source.split("\n").some((line) => !COMMENT.test(line) && words.some((word) => word.test(line)));
}

const COMMENT = /^\s*(\/\/|\/?\*(?!.*\*\/\s*\S))/;
