import { setImmediate } from "node:timers/promises";
import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { numbersKnownBy } from "../../../db/channels.ts";
import type { Tx } from "../../../db/client.ts";
import { keepContacts } from "../../../db/debtor-lists/kept-contacts.ts";
import { type DebtorOnFile, debtorsOnFile } from "../../../db/debtor-lists/on-file.ts";
import type { ContactLine, ContactVerdict } from "../../../db/debtor-lists/stored-list.ts";
import { activeHolds, recentContacts } from "../../../db/gate.ts";
import { decide } from "../../domain/contact-law/decide.ts";
import type { Facts, Role } from "../../domain/contact-law/facts.ts";
import { type Law, lawFor } from "../../domain/contact-law/law-for.ts";
import { LINKED_PHONE_QUIET } from "../../domain/contact-law/number-clauses.ts";
import { suppressionFacts } from "../../domain/contact-law/suppression-facts.ts";
import { toText } from "../../domain/money.ts";
import type { SuppressionReason } from "../../domain/outreach/suppression.ts";
import { countryOfNumber } from "../../domain/phone.ts";
import type { Secrets } from "../../secrets.ts";
import type { Deps } from "../deps.ts";
import { type Chosen, isWarmOnly, makeChooseNumber } from "../outbox/choose-numbers.ts";
import { timeToLive } from "../outbox/gate.ts";
import { type KnownOfPerson, LOOK_BACK_DAYS, permissionFacts, personFacts } from "../outbox/person-facts.ts";
import { sealJson } from "./sealed-json.ts";
import type { TalliedDebtor } from "./tally.ts";

/** Asked about in one go; judging this many takes some 20 ms. */
const DEBTORS_AT_A_STRETCH = 1_000;
/** Sealed and shown together. */
const LINES_A_PART = 50;
const PARTS_A_STATEMENT = 200;

export type ContactsToJudge = {
  readonly tx: Tx;
  readonly business: Business;
  /** Business time. */
  readonly now: DateTime;
  readonly secrets: Secrets;
  readonly channels: Deps["channels"];
  readonly listId: string;
};

/**
 * When the first message could leave for each of these debtors, or the rule that forbids it, once the list is in the books:
 * the same question the gate asks at every send, with what the list adds to what is known. Keeps a line for each debtor,
 * and gives how many are under each verdict, and in which countries the numbers of those are who may be written to at some time.
 */
export async function judgeContacts(
  list: ContactsToJudge,
  debtors: readonly TalliedDebtor[],
): Promise<{ verdicts: ContactVerdict[]; countries: ReadonlyMap<string | undefined, number> }> {
  const keeper = makeKeeper(list);
  const countries = new Map<string | undefined, number>();
  const countryOf = makeCountryOf();
  for (let at = 0; at < debtors.length; at += DEBTORS_AT_A_STRETCH) {
    await setImmediate();
    for (const { verdict, line, phone } of await judgeLot(list, debtors.slice(at, at + DEBTORS_AT_A_STRETCH))) {
      keeper.add(verdict, line);
      if (line.mayWriteAt === null) continue;
      const country = phone === undefined ? undefined : countryOf(phone);
      countries.set(country, (countries.get(country) ?? 0) + 1);
    }
    await keeper.write();
  }
  return { verdicts: await keeper.finish(), countries };
}

/** A number takes 9 µs to read, and a list has few beginnings: seven characters name a country in every plan. */
function makeCountryOf(): (phone: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (phone) => {
    const beginning = phone.slice(0, 7);
    if (!known.has(beginning)) known.set(beginning, countryOfNumber(phone));
    return known.get(beginning);
  };
}

type Judged = {
  readonly verdict: Pick<ContactVerdict, "reason" | "clauseId">;
  readonly line: ContactLine;
  readonly phone: string | undefined;
};

async function judgeLot(list: ContactsToJudge, debtors: readonly TalliedDebtor[]): Promise<Judged[]> {
  const { tx, business, now } = list;
  const references = debtors.map(({ reference }) => reference);
  const known = await debtorsOnFile(tx, business.id, references);
  const onFile = new Map(known.map((debtor) => [debtor.reference, debtor]));
  const ids = known.map(({ id }) => id);
  const [choose, numbers, holds, contacts] = await Promise.all([
    makeChooseNumber(tx, business.id, list.channels),
    numbersKnownBy(tx, business.id, { debtorIds: ids }),
    activeHolds(tx, business.id, { debtorIds: ids, now }),
    recentContacts(tx, business.id, ids, now.minus({ days: LOOK_BACK_DAYS })),
  ]);
  const holdsOf = Map.groupBy(holds, ({ debtorId }) => debtorId);
  const contactsOf = Map.groupBy(contacts, ({ debtorId }) => debtorId);

  return debtors.map((debtor) => {
    const before = onFile.get(debtor.reference);
    const chosen = choose((before && numbers.get(before.id)) ?? []);
    // Nobody has written in a conversation that only begins: what opens it is a template, and may arrive later than it leaves.
    const deliveredWithinSeconds = timeToLive({ channelId: chosen?.channel.id ?? null, lastInboundAt: null }, list);
    const kinds = (before && holdsOf.get(before.id)?.map(({ kind }) => kind)) ?? [];
    return judgeOne(debtor, before, {
      law: lawOf(business, debtor, before),
      now,
      deliveredWithinSeconds,
      number: byPhone(chosen, list.channels),
      holds: [...kinds, ...(debtor.disputed ? (["dispute"] as const) : [])],
      contacts: (before && contactsOf.get(before.id)) ?? [],
    });
  });
}

/** A linked phone writes first only to who has written to it, and at fewer hours. */
function byPhone(chosen: Chosen | undefined, channels: Deps["channels"]): Known["number"] {
  if (!chosen || !isWarmOnly(chosen.channel, channels)) return {};
  return { quiet: LINKED_PHONE_QUIET, ...(!chosen.hasWritten && { coldOnNumber: true }) };
}

type Known = Pick<ContactsToJudge, "now"> &
  Pick<KnownOfPerson, "holds" | "contacts"> & {
    readonly law: Law;
    readonly deliveredWithinSeconds: number | undefined;
    readonly number: Pick<Facts, "coldOnNumber" | "quiet">;
  };

function judgeOne(debtor: TalliedDebtor, before: DebtorOnFile | undefined, known: Known): Judged {
  const { name, reference } = debtor;
  const line = { name, reference, owed: toText(debtor.owed) };
  const hasNumber = debtor.reachable || debtor.suppressed || debtor.thirdParty;
  if (!hasNumber && !before?.reachable && !before?.suppressed && !before?.thirdParty) {
    return { verdict: { reason: "NO_PHONE", clauseId: null }, line: { ...line, mayWriteAt: null }, phone: undefined };
  }
  const { law, now } = known;
  const decision = decide(law.profile, factsOf(debtor, before, known), now);
  const moment = decision.allowed ? now : decision.until;
  return {
    verdict: { reason: decision.reason, clauseId: decision.clause.id },
    line: { ...line, mayWriteAt: moment === null ? null : moment.toUTC().toISO() },
    phone: debtor.phone ?? before?.phone ?? undefined,
  };
}

/** As it will be on file once the list is in the books: what the list leaves out stays as it was. */
function lawOf(business: Business, debtor: TalliedDebtor, before: DebtorOnFile | undefined): Law {
  const country = debtor.country ?? before?.country;
  const stays = before !== undefined && (before.country ?? country) === country;
  const staysThere = stays && (before.subdivision ?? debtor.subdivision) === (debtor.subdivision ?? before.subdivision);
  return lawFor(business, {
    country,
    subdivision: debtor.subdivision ?? (stays ? before.subdivision : null),
    zone: debtor.zone ?? (staysThere ? before.zone : null),
    phone: debtor.phone ?? before?.phone,
  });
}

/** By what they may be contacted, with what the list says and what is on file: as the commit will have it. */
function permissionOf(
  { permission, otherChannels }: TalliedDebtor,
  before: DebtorOnFile | undefined,
  now: DateTime,
): Pick<Facts, "permission"> {
  if (before?.tookBack) return {};
  const last = before?.permission ?? undefined;
  if (permission === "none") return permissionFacts(last);
  const { source, at } = last ?? { source: "upload" as const, at: now };
  const granted = permission === "given";
  return permissionFacts({ granted, otherChannels: otherChannels ?? last?.otherChannels ?? [], source, at });
}

function factsOf(debtor: TalliedDebtor, before: DebtorOnFile | undefined, known: Known): Facts {
  const { law, now, holds, contacts, deliveredWithinSeconds: lives, number } = known;
  const stopped = suppressionOf(debtor, before);
  return {
    country: law.country,
    placeKnown: law.known,
    trigger: "proactive",
    messageKind: "opening",
    channel: "whatsapp",
    recipient: recipientOf(debtor, before),
    zones: law.zones,
    conversationClosed: false,
    repliesSinceDebtorWrote: 0,
    ...personFacts({ ...before, holds, contacts }),
    ...(stopped !== undefined && suppressionFacts(stopped, now)),
    ...(lives !== undefined && { deliveredWithinSeconds: lives }),
    ...number,
    ...permissionOf(debtor, before, now),
  };
}

/** Themselves while a number is theirs, suppressed or not; else whose it is. */
function recipientOf(debtor: TalliedDebtor, before: DebtorOnFile | undefined): Role {
  if (debtor.reachable || before?.reachable || debtor.suppressed || before?.suppressed) return "debtor";
  return debtor.thirdParty ?? before?.thirdParty ?? "debtor";
}

/** Why none of their numbers may be written to; undefined while one may, or when there is none. */
function suppressionOf(debtor: TalliedDebtor, before: DebtorOnFile | undefined): SuppressionReason | undefined {
  if (debtor.reachable || before?.reachable) return undefined;
  return debtor.suppressed ?? (before?.suppressed ? (before.suppressedBecause ?? "wrong_person") : undefined);
}

/** Gathers lines by verdict and keeps them in parts, so that a page of one verdict is one row, however long the list. */
function makeKeeper({ tx, business, secrets, listId }: ContactsToJudge) {
  type Group = { place: number; verdict: ContactVerdict; parts: number; waiting: ContactLine[] };
  const groups = new Map<string, Group>();
  let parts: { verdict: number; part: number; lines: string }[] = [];

  const seal = (group: Group): void => {
    parts.push({ verdict: group.place, part: group.parts, lines: sealJson(secrets, group.waiting) });
    group.parts += 1;
    group.waiting = [];
  };
  const write = async (most: number): Promise<void> => {
    while (parts.length > most) {
      await keepContacts(tx, business.id, { listId, parts: parts.slice(0, PARTS_A_STATEMENT) });
      parts = parts.slice(PARTS_A_STATEMENT);
    }
  };

  return {
    add({ reason, clauseId }: Judged["verdict"], line: ContactLine): void {
      const key = `${reason} ${clauseId} ${line.mayWriteAt === null}`;
      const group = groups.get(key) ?? {
        place: groups.size,
        verdict: { reason, clauseId, debtors: 0, earliest: null, latest: null },
        parts: 0,
        waiting: [],
      };
      groups.set(key, group);
      group.verdict = withLine(group.verdict, line);
      group.waiting.push(line);
      if (group.waiting.length === LINES_A_PART) seal(group);
    },
    write: () => write(PARTS_A_STATEMENT),
    async finish(): Promise<ContactVerdict[]> {
      for (const group of groups.values()) if (group.waiting.length > 0) seal(group);
      await write(0);
      return [...groups.values()].map(({ verdict }) => verdict);
    },
  };
}

/** Moments are all in UTC and written with one length: as texts they stand in their own order. */
function withLine(verdict: ContactVerdict, { mayWriteAt: at }: ContactLine): ContactVerdict {
  const { earliest, latest } = verdict;
  return {
    ...verdict,
    debtors: verdict.debtors + 1,
    earliest: earliest === null || (at !== null && at < earliest) ? at : earliest,
    latest: latest === null || (at !== null && at > latest) ? at : latest,
  };
}
