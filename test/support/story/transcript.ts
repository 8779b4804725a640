import type { DateTime } from "luxon";
import type { Beat, ConversationRow, DecisionRow, EventRow, SaidRow } from "./read-beat.ts";

/** Writes a story down as an auditor would read it. Only what differs from the beat before is written. */
export type Transcript = {
  beat(at: DateTime, happened: string, now: Beat): void;
  text(): string;
};

const WIDTH = 108;

export function makeTranscript({ title, shows, zone }: { title: string; shows: string; zone: string }): Transcript {
  const lines: string[] = [
    title,
    "=".repeat(title.length),
    "",
    ...wrapped(shows.replaceAll(/\s+/g, " ").trim(), ""),
    "",
  ];
  const seen = new Set<string>();
  const civil = (moment: DateTime): string => moment.setZone(zone).toFormat("ccc d LLL yyyy HH:mm");

  const news = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => {
    const fresh = rows.filter((row) => !seen.has(keyOf(row)));
    for (const row of fresh) seen.add(keyOf(row));
    return fresh;
  };
  const counted = (facts: readonly string[]): string[] => {
    const times = new Map<string, number>();
    return facts.map((fact) => {
      const nth = (times.get(fact) ?? 0) + 1;
      times.set(fact, nth);
      return nth === 1 ? fact : `${fact} (${nth})`;
    });
  };

  return {
    beat(at, happened, now) {
      const numberOf = (id: string): string => {
        const place = now.conversations.findIndex((one) => one.id === id);
        return now.conversations.length > 1 ? ` #${place + 1}` : "";
      };
      const written = [
        ...news(now.events, ({ key }) => `event ${key}`).map((row) => `  ${eventLine(row)}`),
        ...news(now.decisions, ({ key }) => `decision ${key}`).map((row) => `  ${decisionLine(row, civil)}`),
        ...news(now.said, ({ key }) => `said ${key}`).flatMap((row) => saidLines(row)),
        ...news(counted(now.facts), (fact) => `fact ${fact}`).map((fact) => `  * ${fact}`),
        ...news(counted(now.outcomes.map(outcomeLine)), (line) => line).map((line) => `  * ${line}`),
        ...news(now.conversations, (row) => `state ${row.id} ${stateLine(row, civil)}`).map(
          (row) => `  =${numberOf(row.id)} ${stateLine(row, civil)}`,
        ),
      ];
      lines.push(
        ...wrapped(`${civil(at)}  ${happened}`, ""),
        ...(written.length === 0 ? ["  (nothing happens)"] : written),
        "",
      );
    },
    text: () => `${lines.join("\n").trimEnd()}\n`,
  };
}

function eventLine({ event, meaning, handled, fromState, toState, effects }: EventRow): string {
  const asked = effects.filter(({ type }) => type !== "say" && type !== "recordOutcome" && type !== "stayQuiet");
  const moved = fromState === toState ? `stays in ${toState}` : `${fromState} → ${toState}`;
  const read = meaning ? `, read as ${meaning.type}` : "";
  const wants = asked.map(({ type, params }) => [type, ...Object.values(params ?? {}).map(plain)].join(" "));
  return [`${event.type}${read}: ${moved}${handled ? "" : " (NOT HANDLED)"}`, ...wants].join("; ");
}

function plain(value: unknown): string {
  return typeof value === "object"
    ? Object.values(value ?? {})
        .map(String)
        .join(" ")
    : String(value);
}

function decisionLine(
  { stage, kind, trigger, allowed, reason, until, waitsUntil, clause }: DecisionRow,
  civil: (at: DateTime) => string,
): string {
  const verdict = allowed ? "may leave" : until === null ? "never" : `not before ${civil(until)}`;
  const waits = waitsUntil && !allowed ? `; waits until ${civil(waitsUntil)}` : "";
  return `gate${stage === "planning" ? ", as planned" : ""}: ${kind} (${trigger}) ${verdict}: ${reason}, ${clause.law} ${clause.article} [${clause.id}]${waits}`;
}

function saidLines({ author, body, kind, message, options }: SaidRow): string[] {
  const who = author === "bot" ? `bot${kind === "template" ? " (template)" : ""}, ${message}` : author;
  const shown = (options ?? []).map(({ title }) => `[${title}]`).join(" ");
  const text = masked(body)
    .split("\n")
    .flatMap((line) => (line === "" ? [] : wrapped(line, "    │ ")));
  return [`  ${who}:`, ...text, ...(shown === "" ? [] : wrapped(shown, "    │ "))];
}

/** Tokens and case numbers are made by chance; a transcript is the same each time. */
function masked(body: string): string {
  return body
    .replaceAll(/\/p\/[\w-]{20,}/g, "/p/<token>")
    .replaceAll(/C-[2-9A-Z]{7}/g, "C-<number>")
    .replaceAll(/(Recibo|Receipt): \S+/g, "$1: <reference>.");
}

function outcomeLine({ outcome, by }: { outcome: string; by: string }): string {
  return `outcome: ${outcome}, by ${by}`;
}

function stateLine(
  { state, owner, handedOverBecause, alarmAt, outcome, closedAt }: ConversationRow,
  civil: (at: DateTime) => string,
): string {
  const who =
    owner === "bot" ? "" : ` · with ${owner === "nobody" ? "the inbox" : "an agent"}, because ${handedOverBecause}`;
  const until = alarmAt ? ` · until ${civil(alarmAt)}` : "";
  return `${state}${who}${until}${outcome ? ` · outcome ${outcome}` : ""}${closedAt ? " · closed" : ""}`;
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}
