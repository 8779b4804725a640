import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import type { DateTime } from "luxon";
import { factsOfCase } from "../../domain/contact-law/case.ts";
import { citationOf } from "../../domain/contact-law/clause.ts";
import { decide } from "../../domain/contact-law/decide.ts";
import { profileOf } from "../../domain/contact-law/profiles.ts";
import { isZone } from "../../domain/zone-offset.ts";
import { readCase } from "./read-case.ts";

/** `saldar may-contact`: one case a line on standard input, one verdict a line on standard output; needs no database. */
export function mayContactCommand(program: Command): void {
  program
    .command("may-contact")
    .description("Ask contact law: one case a line (JSON) on standard input, one verdict a line")
    .option("--json", "print each verdict as an object instead of a sentence")
    .addHelpText("after", HELP)
    .action(async ({ json = false }: { json?: boolean }) => {
      let number = 0;
      for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        number += 1;
        if (text.trim() === "") continue;
        const verdict = verdictOn(text, number);
        const line = json ? JSON.stringify(verdict) : sentence(verdict);
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
      }
    });
}

/** `nextAllowed` is null for an allowed case, and for one that no passing of time allows. */
export type CaseVerdict =
  | {
      readonly id: string | number;
      readonly verdict: "allow" | "deny";
      readonly reasonCode: string;
      /** The rule it rests on; one of the house's own says first that it is. */
      readonly clause: string;
      readonly clauseId: string;
      readonly standing: "law" | "policy";
      /** ISO 8601, in the first of the person's zones. */
      readonly nextAllowed: string | null;
      readonly profileVersion: string;
    }
  | { readonly id: string | number | null; readonly line: number; readonly error: string };

/** @param number of the line, from 1: by it a line without an id is found again. */
export function verdictOn(text: string, number: number): CaseVerdict {
  const read = readCase(text);
  if ("error" in read) return { id: read.id, line: number, error: read.error };
  const { id, asked, subdivision } = read;
  const decision = decide(profileOf(asked.country, { subdivision }), factsOfCase(asked), asked.now);
  const { clause, profile } = decision;
  const zone = asked.zones.find(isZone) ?? "utc";
  return {
    id,
    verdict: decision.allowed ? "allow" : "deny",
    reasonCode: decision.reason,
    clause: citationOf(clause, "en"),
    clauseId: clause.id,
    standing: clause.standing,
    nextAllowed: decision.allowed ? null : iso(decision.until, zone),
    profileVersion: profile.version,
  };
}

function iso(moment: DateTime | null, zone: string): string | null {
  return moment?.setZone(zone).toISO({ suppressMilliseconds: true }) ?? null;
}

function sentence(verdict: CaseVerdict): string {
  if ("error" in verdict)
    return `line ${verdict.line}${verdict.id === null ? "" : ` (${verdict.id})`}: ${verdict.error}`;
  const { id, reasonCode, clause, nextAllowed } = verdict;
  if (verdict.verdict === "allow") return `${id}: yes (${reasonCode}, ${clause})`;
  return `${id}: no (${reasonCode}, ${clause}); ${nextAllowed === null ? "no passing of time allows it" : `from ${nextAllowed}`}`;
}

const HELP = `
A case:
  {"id": "1", "jurisdiction": "CO", "timezone": "America/Bogota", "localDateTime": "2026-11-22T10:00:00-05:00",
   "channel": "whatsapp", "trigger": "proactive", "recipient": "debtor", "history": [],
   "debtorState": {"channelAuthorised": true}}
jurisdiction: ISO 3166-1 alpha-2; subdivision: the part of ISO 3166-2 after the hyphen, where it has rules of its own.
trigger: proactive, reply_to_inbound, operation_confirmation.
A line that cannot be read, has a key that is not known or contradicts itself gets a line with its error, and the
others go on. A blank line gets no line, and counts in the numbers that errors name.`;
