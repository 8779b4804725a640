import { Router } from "express";
import { z } from "zod";
import { journal } from "../../../db/ledger/journal.ts";
import type { StoredEntry } from "../../../db/ledger/stored-entry.ts";
import { type TrialBalanceLine, trialBalance } from "../../../db/ledger/trial-balance.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { addressOf } from "../../domain/ledger/account.ts";
import { CHART } from "../../domain/ledger/chart.ts";
import { add, negate, toText } from "../../domain/money.ts";
import { parseIsoDate } from "../../domain/time.ts";
import type { LedgerEntries, LedgerEntryView, TrialBalance, Verification } from "../contract/ledger.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, ok } from "./endpoint.ts";
import { PageQuery, pageOf, readPlace, writePlace } from "./page.ts";
import { moment } from "./show/moments.ts";

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined, "must be a day such as 2026-11-22");
const Place = z.tuple([z.uuid()]);

/** The books, to read. Nothing here writes: money moves by what happens to it. */
export function ledgerRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "ledger.read";
  router.get(
    "/ledger/trial-balance",
    endpoint({ permission, query: z.object({ asOf: Day.optional() }) }, async ({ who, query }) => {
      const asOf = query.asOf === undefined ? undefined : parseIsoDate(query.asOf);
      const lines = await deps.db.inBusiness(who.businessId, (tx) =>
        trialBalance(tx, asOf === undefined ? {} : { asOf }),
      );
      return ok<TrialBalance>({ asOf: asOf ?? null, lines: lines.map(lineView), totals: totals(lines) });
    }),
  );
  router.get(
    "/ledger/entries",
    endpoint({ permission, query: PageQuery.extend({ debtorId: z.uuid().optional() }) }, async ({ who, query }) => {
      const { limit, debtorId } = query;
      const before = readPlace(Place, query.after)?.[0];
      const page = {
        limit: limit + 1,
        ...(before !== undefined && { before }),
        ...(debtorId !== undefined && { debtorId }),
      };
      const entries = await deps.db.inBusiness(who.businessId, (tx) => journal(tx, page));
      return ok<LedgerEntries>(pageOf(entries, limit, { item: entryView, place: ({ id }) => writePlace([id]) }));
    }),
  );
  router.post(
    "/ledger/verification",
    endpoint({ permission }, async ({ who }) => {
      const findings = await deps.db.inBusiness(who.businessId, (tx) => verify(tx));
      return ok<Verification>({ checkedAt: moment(deps.clock.now()), findings });
    }),
  );
  return router;
}

function lineView({ code, debits, credits }: TrialBalanceLine): TrialBalance["lines"][number] {
  return { code, name: CHART[code].address, debits: toText(debits), credits: toText(credits) };
}

function totals(lines: readonly TrialBalanceLine[]): TrialBalance["totals"] {
  return [...Map.groupBy(lines, ({ debits }) => debits.currency).values()].map((ofCurrency) => ({
    debits: toText(ofCurrency.map(({ debits }) => debits).reduce(add)),
    credits: toText(ofCurrency.map(({ credits }) => credits).reduce(add)),
  }));
}

function entryView({
  id,
  reference,
  kind,
  effectiveOn,
  recordedAt,
  description,
  reverses,
  actor,
  source,
  postings,
}: StoredEntry): LedgerEntryView {
  return {
    id,
    reference,
    kind,
    effectiveOn,
    recordedAt: moment(recordedAt),
    description: description ?? null,
    reverses: reverses ?? null,
    actor,
    source: source ?? null,
    postings: postings.map(({ account, amount }) => ({
      account: addressOf(account),
      debit: amount.minor > 0n ? toText(amount) : null,
      credit: amount.minor < 0n ? toText(negate(amount)) : null,
    })),
  };
}
