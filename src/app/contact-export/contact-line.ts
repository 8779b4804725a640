import type { DateTime } from "luxon";
import { z } from "zod";
import type { ContactLineRow } from "../../../db/contact-lines.ts";
import { findClause } from "../../domain/contact-law/profiles.ts";
import { heldByChoice } from "../../domain/contact-law/readings.ts";
import { ON_PHONE } from "../../domain/on-phone.ts";
import type { Zone } from "../../domain/time.ts";
import { type Column, type ContactWords, type ExportLanguage, wordFor } from "./words.ts";

/** One line as it is read: every cell a text. */
export type ContactLine = Readonly<Record<Column, string>>;

export type Reading = {
  readonly language: ExportLanguage;
  readonly words: ContactWords;
  /** The debtor's. */
  readonly zone: Zone;
  /** Of people and keys, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** As `toRecord` of the contact law keeps it. What an older build kept otherwise is left out of the line, and the line stays. */
const Kept = z.object({
  clause: z
    .object({
      id: z.string(),
      standing: z.string(),
      law: z.string(),
      article: z.string(),
      confidence: z.string(),
      source: z.string(),
    })
    .optional()
    .catch(undefined),
  judgedAs: z.string().optional().catch(undefined),
  facts: z.object({ recipient: z.string() }).optional().catch(undefined),
  profile: z
    .object({
      country: z.string(),
      subdivision: z.string().nullish(),
      version: z.string(),
      readings: z.record(z.string(), z.string()).default({}),
    })
    .optional()
    .catch(undefined),
});

const WHATSAPP = "WhatsApp";

export function contactLine(row: ContactLineRow, reading: Reading): ContactLine {
  const { words, zone } = reading;
  const { at, allowed, until, reason } = row;
  return {
    at: inZone(at, zone),
    atUtc: inUtc(at),
    what: wordFor(words.what, row.what),
    direction: row.direction === null ? "" : wordFor(words.direction, row.direction),
    channel: channelsOf(row, words),
    number: row.numberEnding === null ? "" : `…${row.numberEnding}`,
    kind: wordFor(kindsOf(row, words), row.kind),
    author: authorOf(row.author, reading),
    enteredAt: row.enteredAt ? inZone(row.enteredAt, zone) : "",
    status: wordFor(words.status, row.status),
    failedCode: row.failedCode ?? "",
    grantedOn: row.grantedOn ?? "",
    wording: row.wording ?? "",
    stage: row.stage === null ? "" : wordFor(words.stage, row.stage),
    verdict: allowed === null ? "" : allowed ? words.verdict.allowed : words.verdict.denied,
    reasonCode: reason ?? "",
    reason: reason === null ? "" : reasonOf(reason, words),
    ...ruleOf(row.record, reading),
    until: until ? inZone(until, zone) : allowed === false ? words.never : "",
    untilUtc: until ? inUtc(until) : "",
    messageId: row.messageId ?? "",
  };
}

/** Of a permission each channel that it permits. WhatsApp is another phone's only where the contact was made elsewhere. */
function channelsOf({ what, channels }: ContactLineRow, words: ContactWords): string {
  if (what === "message") return WHATSAPP;
  const named = what === "permission" ? { ...words.channel, whatsapp: WHATSAPP } : words.channel;
  return (channels ?? []).map((channel) => wordFor(named, channel)).join(", ");
}

function kindsOf({ what, direction }: ContactLineRow, words: ContactWords): ContactWords["heard"] {
  if (what === "outside" || what === "withdrawal") return words.outsideKind;
  return direction === "out" ? words.messageKind : words.heard;
}

/** The user of `agent:<user id>` and `business:<user id>`; nobody for the rest, and for whoever wrote on the linked phone itself. */
export function userOf(author: string): string | undefined {
  if (author === ON_PHONE) return undefined;
  return /^(?:agent|business):(.+)$/.exec(author)?.[1];
}

function authorOf(author: string, { words, names }: Reading): string {
  const userId = userOf(author);
  if (author === ON_PHONE) return wordFor(words.author, "phone");
  if (userId === undefined) return wordFor(words.author, author);
  const name = names.get(userId);
  const agent = wordFor(words.author, "agent");
  return name === undefined ? agent : `${agent}: ${name}`;
}

function reasonOf(reason: string, words: ContactWords): string {
  if (!reason.startsWith("HOLD_")) return wordFor(words.reason, reason);
  return words.heldBy(wordFor(words.hold, reason.slice("HOLD_".length)).toLowerCase());
}

type RuleColumn =
  | "recipient"
  | "clauseId"
  | "standing"
  | "law"
  | "article"
  | "sentence"
  | "confidence"
  | "source"
  | "profile"
  | "readings"
  | "chosen"
  | "judgedAs";

function ruleOf(record: unknown, { words, language }: Reading): Pick<ContactLine, RuleColumn> {
  const kept = Kept.safeParse(record).data;
  const { clause, profile, judgedAs, facts } = kept ?? {};
  return {
    recipient: facts ? wordFor(words.recipient, facts.recipient) : "",
    clauseId: clause?.id ?? "",
    standing: clause ? wordFor(words.standing, clause.standing) : "",
    law: clause?.law ?? "",
    article: clause?.article ?? "",
    sentence: (clause && findClause(clause.id)?.text[language]) ?? "",
    confidence: clause ? wordFor(words.confidence, clause.confidence) : "",
    source: clause?.source ?? "",
    profile: profile ? [profile.country, profile.subdivision, profile.version].filter(Boolean).join(" ") : "",
    readings: Object.entries(profile?.readings ?? {})
      .map(([name, option]) => `${name}=${option}`)
      .join(" "),
    chosen: (profile ? heldByChoice(profile) : [])
      .map(({ reading, option, about, says }) => {
        const words = [about?.[language], says?.[language]].filter(Boolean).join(" ");
        return words === "" ? `${reading}=${option}` : `${reading}=${option}: ${words}`;
      })
      .join("; "),
    judgedAs: judgedAs === undefined ? "" : wordFor(words.judgedAs, judgedAs),
  };
}

/** `2026-11-22 10:20:00 -05:00` */
export function inZone(at: DateTime, zone: Zone): string {
  return at.setZone(zone).toFormat("yyyy-MM-dd HH:mm:ss ZZ");
}

/** `2026-11-22T15:20:00Z` */
export function inUtc(at: DateTime): string {
  return at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
