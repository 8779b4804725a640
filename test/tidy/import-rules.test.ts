import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };

// Each rule is shown to fail: a tree with one forbidden import for every rule, cruised with the command that checks ours.

const Rule = z.object({
  name: z.string(),
  from: z.object({ path: z.unknown(), pathNot: z.unknown() }).partial(),
});
const { forbidden: rules } = z
  .object({ forbidden: z.array(Rule) })
  .parse(createRequire(import.meta.url)("./import-rules.cjs"));
const HOME = "-has-one-home";
const vendors = rules.flatMap(({ name, from }) =>
  name.endsWith(HOME) ? [{ name, vendor: name.slice(0, -HOME.length), home: new RegExp(String(from.pathNot)) }] : [],
);

/** Rule, the file that breaks it, and what that file imports: another file, or a package. */
type Planted = readonly [rule: string, from: string, to: string];

const EDGES = [
  ["webhooks-know-no-other-edge", "webhooks"],
  ["web-knows-no-other-edge", "src/web"],
  ["jobs-know-no-other-edge", "src/jobs"],
  ["commands-know-no-other-edge", "src/cli"],
  ["bench-knows-no-edge", "src/bench"],
  ["prove-knows-no-edge", "src/prove"],
  ["sessions-know-no-other-edge", "src/sessions"],
] as const;
/** What an edge may ask of another, as the rules say why. */
const ASKED = new Set(["src/web webhooks", "src/cli src/bench", "src/cli src/prove", "src/prove src/bench"]);
const betweenEdges = EDGES.flatMap(([rule, from]) =>
  EDGES.flatMap(([, to]): Planted[] =>
    from === to || ASKED.has(`${from} ${to}`) ? [] : [[rule, `${from}/asks-${to.replace("/", "-")}.ts`, `${to}/x.ts`]],
  ),
);

const PLANTED: readonly Planted[] = [
  ...betweenEdges,
  ["no-cycles", "src/app/one.ts", "src/app/two.ts"],
  ["domain-imports-nothing-of-ours", "src/domain/asks-app.ts", "src/app/x.ts"],
  ["domain-imports-nothing-of-ours", "src/domain/asks-the-clock.ts", "src/clock.ts"],
  ["domain-is-pure", "src/domain/reads-a-file.ts", "node:fs/promises"],
  ["domain-is-pure", "flows/takes-chances.ts", "node:crypto"],
  ["flows-import-the-domain", "flows/asks-db.ts", "db/x.ts"],
  ["db-imports-the-domain", "db/asks-app.ts", "src/app/x.ts"],
  ["channels-know-no-use-case", "src/channels/asks-app.ts", "src/app/x.ts"],
  ["providers-know-no-use-case", "src/payment-providers/payment-provider.ts", "db/x.ts"],
  ["a-language-model-knows-no-use-case", "src/language-model/asks-app.ts", "src/app/x.ts"],
  ["app-is-below-the-edges", "src/app/asks-web.ts", "src/web/x.ts"],
  ["app-is-below-the-edges", "src/app/asks-settings.ts", "src/config.ts"],
  ["webhooks-are-mounted-once", "src/web/knows-a-door.ts", "webhooks/x.ts"],
  ["webhooks-know-no-other-edge", "webhooks/asks-settings.ts", "src/secrets.ts"],
  ["session-hosts-stay-small", "src/sessions/run-host.ts", "src/app/messages/receive.ts"],
  ["session-hosts-stay-small", "src/sessions/held-session.ts", "src/domain/understanding/x.ts"],
  ["nobody-imports-main", "src/starts-itself.ts", "src/session-host.ts"],
  ["tools-know-the-domain", "src/ids.ts", "src/app/x.ts"],
  ["ports-only", "src/app/names-a-driver.ts", "src/channels/cloud-api/transport.ts"],
  ["ports-only", "src/web/names-a-provider.ts", "src/payment-providers/stripe/read-event.ts"],
  ["ports-only", "src/app/names-a-model.ts", "src/language-model/openai-compatible.ts"],
  ["ports-only", "src/serve.ts", "src/payment-providers/stripe/read-event.ts"],
  ["channels-know-no-other-channel", "src/channels/simulator/x.ts", "src/channels/cloud-api/transport.ts"],
  ["providers-know-no-other-provider", "src/payment-providers/test-checkout.ts", "src/payment-providers/stripe/x.ts"],
  ["providers-know-no-other-provider", "src/payment-providers/stripe/y.ts", "src/payment-providers/manual-transfer.ts"],
  ["console-knows-the-contract", "src/console/asks-the-domain.ts", "src/domain/x.ts"],
  ["console-knows-types-only", "src/console/loads-the-contract.ts", "src/web/contract.ts"],
  ["nobody-imports-main", "src/serves.ts", "src/main.ts"],
  ["nobody-imports-main", "src/commands.ts", "src/cli.ts"],
  ["nothing-imports-tests", "src/founding.ts", "test/x.ts"],
  ["what-runs-is-installed", "src/app/needs-a-checker.ts", "fast-check"],
  ["what-runs-is-installed", "src/app/needs-a-stranger.ts", "brought-by-others"],
  ...vendors.map(({ name, vendor, home }): Planted => {
    const strangers = ["src/console/format", "src/domain", "webhooks"].map(
      (at) => `${at}/names-${vendor.replace("/", "-")}.ts`,
    );
    return [name, strangers.find((path) => !home.test(path)) ?? "", vendor];
  }),
];

/** What stands beside the planted, and breaks nothing. */
const LAWFUL: readonly Planted[] = [
  // The way back of the cycle, which is told of once.
  ["", "src/app/two.ts", "src/app/one.ts"],
  ["", "src/web/server.ts", "webhooks/x.ts"],
  ["", "src/console/formats.ts", "src/domain/money.ts"],
  ["", "src/console/numbers/a-number.tsx", "src/domain/channel-kind.ts"],
  ["", "src/installation.ts", "src/payment-providers/stripe/read-event.ts"],
  ["", "src/cli/measures.ts", "src/bench/x.ts"],
  ["", "src/sessions/drivers.ts", "src/channels/cloud-api/transport.ts"],
];

let found: string[];
/** What runs, and what may be left out: an installation without it can do less. */
const INSTALLED = Object.keys({ ...packageJson.dependencies, ...packageJson.optionalDependencies });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "saldar-imports-"));
  for (const name of ["package.json", "tsconfig.json"]) await copyFile(name, join(folder, name));
  for (const vendor of [...INSTALLED, "fast-check", "brought-by-others"])
    await write(`node_modules/${vendor}/index.js`, "");
  for (const [, , to] of [...PLANTED, ...LAWFUL]) if (to.endsWith(".ts")) await write(to, "export {};\n");
  for (const [, from, to] of [...PLANTED, ...LAWFUL])
    await write(from, `import ${JSON.stringify(to.endsWith(".ts") ? besides(from, to) : to)};\n`);
  found = await violations();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an import that a rule forbids", () => {
  test.each(PLANTED)("%s: %s may not import %s", (rule, from) => {
    expect(found).toContain(`${rule} ${from}`);
  });

  test("is the only one that is found", () => {
    expect(new Set(found)).toEqual(new Set(PLANTED.map(([rule, from]) => `${rule} ${from}`)));
  });

  test("is planted for every rule there is", () => {
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
  });
});

test("each package that an installation has is known in a place of its own", () => {
  expect(new Set(vendors.map(({ vendor }) => vendor))).toEqual(new Set(INSTALLED));
});

test("each part of the tree has a rule that says what it may import", () => {
  const parts = ["db/", "flows/", "webhooks/", ...globSync("src/*/").map((path) => `${path.replace(/\/$/, "")}/`)];
  const ruled = new Set(rules.map(({ from }) => from.path));
  expect(parts.filter((path) => !ruled.has(`^${path}`))).toEqual([]);
});

async function write(path: string, text: string): Promise<void> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, text);
}

function besides(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Rule and file of each violation, as `npm run check:imports` finds them. */
async function violations(): Promise<string[]> {
  const [command = "", ...words] = packageJson.scripts["check:imports"].split(" ");
  const args = words.map((word) => (word.endsWith(".cjs") ? resolve(word) : word));
  const { stdout } = await promisify(execFile)(resolve("node_modules/.bin", command), [...args, "-T", "json"], {
    cwd: folder,
    maxBuffer: 50_000_000,
  });
  const Cruised = z.object({
    summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
  });
  return Cruised.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}
