import { Router } from "express";
import type { Tx } from "../../../db/client.ts";
import {
  contactsOf,
  debtsOf,
  disputesOf,
  paymentsOf,
  placedHoldsOf,
  plansOf,
  promisesOf,
} from "../../../db/console/debtor-file.ts";
import { type DebtorRow, debtorRow } from "../../../db/console/debtors.ts";
import { holdsOf } from "../../../db/console/holds.ts";
import { conversationsOfDebtor } from "../../../db/console/inbox.ts";
import {
  blockedOfDebtor,
  messagesOfDebtor,
  notesOfDebtor,
  type OutsideContactOfDebtorRow,
  outcomesOfDebtor,
  outsideContactsOfDebtor,
} from "../../../db/console/timeline.ts";
import { balances } from "../../../db/ledger/balances.ts";
import { statement } from "../../../db/ledger/statement.ts";
import { readWishes } from "../../../db/stops.ts";
import { mayWrite } from "../../app/outbox/may-write.ts";
import { present } from "../../domain/assert.ts";
import { owedBy } from "../../domain/ledger/scope.ts";
import { toText, zero } from "../../domain/money.ts";
import type { DebtorFile, Statement } from "../contract/debtors.ts";
import type { WebDeps } from "../deps.ts";
import { may } from "../permissions.ts";
import type { Who } from "../who.ts";
import { summarise, type Today, today } from "./debtors.ts";
import { type Endpoint, notFound, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { userIdOf } from "./show/author.ts";
import { conversationSummary, peopleOf } from "./show/conversation.ts";
import {
  contactView,
  debtView,
  disputeView,
  paymentView,
  planView,
  promiseView,
  wishesView,
} from "./show/debtor-parts.ts";
import { judgedView } from "./show/decision.ts";
import { moment, momentOrNull } from "./show/moments.ts";
import { TIMELINE_LENGTH, timeline } from "./show/timeline.ts";

export function debtorFileRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/debtors/:id",
    endpoint({ permission: "debtors.read" }, async ({ who, id }) => ok(await readFile(deps, who, id()))),
  );
  router.get(
    "/debtors/:id/statement",
    endpoint({ permission: "debtors.read" }, async ({ who, id }) => ok(await readStatement(deps, who, id()))),
  );
  return router;
}

async function readFile(deps: WebDeps, who: Who, id: string): Promise<DebtorFile> {
  const { businessId, userId, language } = who;
  const { row, date, kept, talks } = await deps.db.inBusiness(businessId, async (tx) => {
    const row = await debtorRow(tx, businessId, id);
    if (!row) throw notFound("debtor");
    const date = await today(tx, deps.clock);
    return { row, date, kept: await readKept(tx, row, date, deps), talks: await readTalks(tx, businessId, id) };
  });
  // Whoever may not read chats sees money and law, and no word of what was said.
  const mayRead = may(who.role, "conversations.read");
  const said = mayRead ? talks : { ...talks, ...WITHOUT_WORDS, outside: talks.outside.map(withoutWords) };
  const people = [
    ...peopleOf(said.conversations),
    ...said.notes.flatMap(({ author }) => userIdOf(author) ?? []),
    ...said.outside.flatMap(({ enteredBy, withdrawnBy }) => [enteredBy, withdrawnBy ?? []].flat()),
  ];
  const names = await namesFor(deps, { businessId, language }, people);
  const { plans, promises, payments, disputes, placedHolds, debts, owed, now } = kept;
  return {
    ...present(kept.summary, "the debtor's summary"),
    language: row.language,
    zone: row.zone,
    document: { type: row.documentType, lastFour: row.documentLastFour },
    contacts: kept.contacts.map(contactView),
    wishes: wishesView(kept.wishes),
    debts: debts.map((debt) => debtView(debt, owed.get(debt.id), date.on)),
    plan: plans[0] ? planView(plans[0], date.on) : null,
    promises: promises.map(promiseView),
    payments: payments.map(paymentView),
    disputes: disputes.map(disputeView),
    activeHolds: kept.holds.map(({ kind, since, until }) => ({
      kind,
      since: momentOrNull(since),
      until: momentOrNull(until),
    })),
    contactNow: now
      ? {
          decision: judgedView(now.decision, date.now, language),
          zone: now.law.zone ?? date.business.zone,
          zoneIsTheirs: now.law.zone !== undefined,
          others: now.others.map(({ channel, decision }) => ({
            channel,
            decision: judgedView(decision, date.now, language),
          })),
        }
      : null,
    conversations: said.conversations.map((conversation) => conversationSummary(conversation, { names, me: userId })),
    timeline: timeline({ ...said, plans, promises, payments, disputes, placedHolds }, { names, language }),
  };
}

const WITHOUT_WORDS = { conversations: [], messages: [], notes: [] };

/** That there was one, and what came of it: neither where they were reached, nor what colleagues wrote of it. */
function withoutWords<Contact extends OutsideContactOfDebtorRow>(contact: Contact): Contact {
  return { ...contact, by: null, note: null, reason: null };
}

async function readKept(tx: Tx, row: DebtorRow, date: Today, { channels }: Pick<WebDeps, "channels">) {
  const businessId = date.business.id;
  const debts = await debtsOf(tx, businessId, row.id);
  const [contacts, wishes, plans, promises, payments, disputes, placedHolds, holds, owed, summaries, now] =
    await Promise.all([
      contactsOf(tx, businessId, row.id),
      readWishes(tx, businessId, row.id),
      plansOf(tx, businessId, row.id),
      promisesOf(tx, businessId, row.id),
      paymentsOf(tx, businessId, row.id),
      disputesOf(tx, businessId, row.id),
      placedHoldsOf(tx, businessId, { debtorId: row.id, now: date.now }),
      holdsOf(tx, businessId, { debtorIds: [row.id], now: date.now }),
      balances(
        tx,
        debts.map(({ id }) => id),
      ),
      summarise(tx, [row], date),
      mayWrite(tx, { business: date.business, now: date.now, channels }, row.id),
    ]);
  return {
    contacts,
    wishes: present(wishes, "the debtor's wishes"),
    plans,
    promises,
    payments,
    disputes,
    placedHolds,
    holds,
    debts,
    owed,
    now,
    summary: summaries.get(row.id),
  };
}

async function readTalks(tx: Tx, businessId: string, debtorId: string) {
  const of = { debtorId, limit: TIMELINE_LENGTH };
  const [conversations, messages, blocked, outcomes, notes, outside] = await Promise.all([
    conversationsOfDebtor(tx, businessId, debtorId, 50),
    messagesOfDebtor(tx, businessId, of),
    blockedOfDebtor(tx, businessId, of),
    outcomesOfDebtor(tx, businessId, of),
    notesOfDebtor(tx, businessId, of),
    outsideContactsOfDebtor(tx, businessId, of),
  ]);
  return { conversations, messages, blocked, outcomes, notes, outside };
}

async function readStatement(deps: WebDeps, { businessId }: Who, debtorId: string): Promise<Statement> {
  return deps.db.inBusiness(businessId, async (tx) => {
    if (!(await debtorRow(tx, businessId, debtorId))) throw notFound("debtor");
    const currencies = new Set((await debtsOf(tx, businessId, debtorId)).map(({ currency }) => currency));
    const byCurrency = [];
    for (const currency of currencies) {
      const lines = await statement(tx, { of: owedBy(debtorId), currency });
      byCurrency.push({
        balance: toText(lines.at(-1)?.balance ?? zero(currency)),
        lines: lines.map((line) => ({
          ...line,
          recordedAt: moment(line.recordedAt),
          description: line.description ?? null,
          amount: toText(line.amount),
          balance: toText(line.balance),
        })),
      });
    }
    return { byCurrency };
  });
}
