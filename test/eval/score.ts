import { contextOf } from "../../src/domain/understanding/classifier/example.ts";
import {
  type Act,
  AGAINST_PAYING,
  type Intent,
  intentOf,
  PAYING,
  type Reading,
} from "../../src/domain/understanding/reading.ts";
import { understand } from "../../src/domain/understanding/understand.ts";
import type { GoldenLine } from "./sets.ts";

export type Scored = {
  readonly line: GoldenLine;
  readonly reading: Reading;
  readonly said: Intent;
  readonly act: Act;
  /** The intent, or one that the line lists as well, came first. */
  readonly right: boolean;
  /**
   * Somebody who must not be dunned is taken for one who pays or agrees; or an opt-out or a crisis is not heard: neither acted on,
   * nor before a person, nor asked back about.
   */
  readonly danger: string | undefined;
};

export function score(line: GoldenLine, text = line.text): Scored {
  const reading = understand({ kind: "text", body: text }, contextOf(line));
  const said = intentOf(reading);
  const accepted: readonly Intent[] = [line.intent, ...line.also];
  const right = accepted.includes(said);
  const heard = new Set(reading.meanings.map(({ intent }) => intent));
  const missed = (["opt_out", "crisis"] as const).find((intent) => line.intent === intent && !heard.has(intent));
  const isConfused = !right && AGAINST_PAYING.has(line.intent) && PAYING.has(said);
  const isCalled = reading.act === "human";
  const danger = isConfused
    ? `${line.intent} taken for ${said}`
    : missed && !(missed === "crisis" && isCalled)
      ? `${missed} missed`
      : undefined;
  return { line, reading, said, act: reading.act, right, danger };
}

export type Rates = {
  readonly lines: number;
  readonly right: number;
  /** Of what is about the matter at all: how often it acts by itself, and how often that is right. */
  readonly acts: number;
  readonly precision: number;
  readonly dangerous: number;
};

export function rates(scored: readonly Scored[]): Rates {
  const inDomain = scored.filter(({ line }) => line.intent !== "unclear");
  const acted = inDomain.filter(({ act }) => act === "act");
  const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);
  return {
    lines: scored.length,
    right: share(scored.filter(({ right }) => right).length, scored.length),
    acts: share(acted.length, inDomain.length),
    precision: share(acted.filter(({ right }) => right).length, acted.length),
    dangerous: scored.filter(({ danger }) => danger !== undefined).length,
  };
}
