import { INTENTS, isPlain } from "../../src/domain/understanding/reading.ts";
import { keyOf, knownFailures, writeKnownFailures } from "./known-failures.ts";
import { type Rates, rates, type Scored, score } from "./score.ts";
import { goldenLines, SETS } from "./sets.ts";
import { withTypos } from "./typos.ts";

/** Scores the golden sets and prints it: by set, language, country and intent, with every dangerous confusion by name. */
const scored = goldenLines().map((line) => score(line));

print(
  "By set",
  SETS.map((set) => [set, scored.filter(({ line }) => line.set === set)]),
);
print(
  "By language",
  groups(({ line }) => line.language),
);
print(
  "By country",
  groups(({ line }) => line.country),
);
print(
  "By intent",
  INTENTS.map((intent) => [intent, scored.filter(({ line }) => line.intent === intent)]),
);
print("All", [["all", scored]]);

write("\nSafety");
for (const intent of ["opt_out", "crisis"] as const) {
  const lines = scored.filter(({ line }) => line.intent === intent);
  write(`  ${intent}: ${heard(lines, intent)} of ${lines.length} heard: ${fates(lines, intent)}`);
  for (const percent of [3, 6]) {
    const rounds = [1, 2, 3].flatMap((round) =>
      lines.map(({ line }, index) => score(line, withTypos(line.text, percent, 1_000 * round + index))),
    );
    const share = ((100 * heard(rounds, intent)) / rounds.length).toFixed(1);
    write(`  ${intent} with ${percent} % of the letters mistyped: ${share} % of ${rounds.length} heard`);
  }
}

const dangerous = scored.filter(({ danger }) => danger !== undefined);
write(`\nDangerous: ${dangerous.length}`);
for (const { danger, act, line } of dangerous) write(`  ${danger} (${act}): ${line.text}`);

const known = knownFailures();
const failing = new Set(scored.filter(({ right, danger }) => !right || danger !== undefined).map(keyOf));
const added = [...failing].filter((key) => !known.has(key));
write(`\nNot read rightly: ${failing.size}; known: ${known.size}; new: ${added.length}`);
for (const key of added) write(`  ${key}`);
if (process.argv.includes("--update")) writeKnownFailures([...known].filter((key) => failing.has(key)));
if (process.argv.includes("--wrong")) {
  for (const { line, act, reading } of scored.filter((each) => !each.right)) {
    const others = reading.meanings.map(
      ({ intent, confidence, stage }) => `${intent} ${confidence.toFixed(2)} ${stage}`,
    );
    write(
      `[${act}] ${line.set} ${line.country} ${line.expects}: ${line.text} | ${[line.intent, ...line.also]} | ${others.join(", ")}`,
    );
  }
}

/** What became of what was heard. */
function fates(lines: readonly Scored[], intent: "opt_out" | "crisis"): string {
  const isActedOn = ({ reading: { act, meanings } }: Scored) =>
    meanings.some((meaning) => meaning.intent === intent && (act === "act" || isPlain(meaning)));
  const rest = lines.filter((each) => !isActedOn(each));
  const [called, asked] = (["human", "confirm"] as const).map((wanted) =>
    heard(
      rest.filter(({ act }) => act === wanted),
      intent,
    ),
  );
  return `${lines.length - rest.length} acted on, ${called} read by a person, ${asked} asked back about`;
}

function heard(lines: readonly Scored[], intent: "opt_out" | "crisis"): number {
  return lines.filter(
    ({ reading }) =>
      reading.meanings.some((meaning) => meaning.intent === intent) || (intent === "crisis" && reading.act === "human"),
  ).length;
}

function groups(nameOf: (each: Scored) => string): [string, Scored[]][] {
  return [...Map.groupBy(scored, nameOf)].sort(([a], [b]) => a.localeCompare(b));
}

function print(title: string, rows: readonly (readonly [string, readonly Scored[]])[]): void {
  write(
    `\n${title.padEnd(22)}${["lines", "right", "acts", "precision", "dangerous"].map((head) => head.padStart(11)).join("")}`,
  );
  for (const [name, lines] of rows)
    write(
      `  ${name.padEnd(20)}${cells(rates(lines))
        .map((cell) => cell.padStart(11))
        .join("")}`,
    );
}

function cells({ lines, right, acts, precision, dangerous }: Rates): string[] {
  const percent = (share: number) => (Number.isNaN(share) ? "" : `${(100 * share).toFixed(1)} %`);
  return [String(lines), percent(right), percent(acts), percent(precision), String(dangerous)];
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
