import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../clock.ts";
import { contextOf } from "../domain/understanding/classifier/example.ts";
import { parseLines } from "../domain/understanding/classifier/lines.ts";
import { understand } from "../domain/understanding/understand.ts";
import { makeLatencies } from "./turns/latencies.ts";

const folder = fileURLToPath(new URL("../domain/understanding/classifier/lines/", import.meta.url));

/** Reads as many messages as are asked for, over and over the training lines, on one core. Times in milliseconds. */
export function benchUnderstand({ messages }: { messages: number }) {
  const lines = globSync("*.tsv", { cwd: folder }).flatMap((path) =>
    parseLines(basename(path), readFileSync(join(folder, path), "utf8")),
  );

  const times = makeLatencies();
  const started = systemClock.elapsedMs();
  for (let at = 0; at < messages; at++) {
    const line = lines[at % lines.length];
    if (!line) continue;
    const from = systemClock.elapsedMs();
    understand({ kind: "text", body: line.text }, contextOf(line));
    times.add(systemClock.elapsedMs() - from);
  }
  const seconds = (systemClock.elapsedMs() - started) / 1000;
  return {
    messages,
    perSecond: Math.round(messages / seconds),
    p50Ms: times.percentile(0.5),
    p99Ms: times.percentile(0.99),
    longestMs: times.percentile(1),
  };
}
