import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { caseNumbers } from "../../../db/disputes.ts";
import type { DueSend } from "../../../db/outbox.ts";
import { type OwedDebt, openDebts } from "../../../db/owed.ts";
import {
  activePlans,
  type DisputeRow,
  type LinkRow,
  lastPayments,
  newestLinks,
  openDisputes,
  type PaymentRow,
  type PlanRow,
} from "../../../db/words.ts";
import { IDENTITY_TRIES } from "../../../flows/collect/v1.setup.ts";
import { CommonContext } from "../../../flows/lib/definition.ts";
import type { Words } from "../../../flows/vocabulary.ts";
import { fromText, least, money, sum, zero } from "../../domain/money.ts";
import { offersFor } from "../../domain/negotiation/offers.ts";
import { withinPolicy } from "../../domain/negotiation/policy.ts";
import type { Offer } from "../../domain/negotiation/terms.ts";
import type { IsoDate } from "../../domain/time.ts";
import { todayOf } from "../conversations/today-of.ts";
import type { Deps } from "../deps.ts";
import { nextDue } from "../plans/next-due.ts";
import { quotableNumber } from "../quotable-number.ts";

/** Facts of the ledger and the tables for messages that disclose; empty maps for those that do not. */
export type WordFacts = {
  readonly debts: ReadonlyMap<string, OwedDebt[]>;
  readonly plans: ReadonlyMap<string, PlanRow>;
  readonly links: ReadonlyMap<string, LinkRow>;
  /** The newest of each debtor, and by their ids those that a message names. */
  readonly disputes: ReadonlyMap<string, Pick<DisputeRow, "caseNumber">>;
  readonly payments: ReadonlyMap<string, PaymentRow>;
};

/** Reads what these messages are about, at the moment at which they are written: an amount is never older than its message. */
export async function readWordFacts(tx: Tx, business: Business, sends: readonly DueSend[]): Promise<WordFacts> {
  const known = sends.filter(({ debtorId, verifiedAt }) => debtorId !== null && verifiedAt !== null);
  const debtorIds = known.flatMap(({ debtorId }) => debtorId ?? []);
  const disputed = sends
    .filter(({ payload }) => payload.message === "dispute.noted")
    .flatMap(({ debtorId }) => debtorId ?? []);
  const named = sends.flatMap(({ payload }) => payload.disputeId ?? []);
  const [debts, plans, links, disputes, cases, payments] = await Promise.all([
    debtorIds.length > 0 ? openDebts(tx, business.id, debtorIds) : [],
    debtorIds.length > 0 ? activePlans(tx, business.id, debtorIds) : [],
    debtorIds.length > 0
      ? newestLinks(
          tx,
          business.id,
          known.map(({ conversationId }) => conversationId),
        )
      : [],
    disputed.length > 0 ? openDisputes(tx, business.id, disputed) : [],
    named.length > 0 ? caseNumbers(tx, business.id, named) : [],
    debtorIds.length > 0 ? lastPayments(tx, business.id, debtorIds) : [],
  ]);
  return {
    debts: Map.groupBy(debts, ({ debtorId }) => debtorId),
    plans: new Map(plans.map((plan) => [plan.debtorId, plan])),
    links: new Map(links.map((link) => [link.conversationId, link])),
    disputes: new Map<string, Pick<DisputeRow, "caseNumber">>([
      ...disputes.map((dispute) => [dispute.debtorId, dispute] as const),
      ...cases.map((dispute) => [dispute.id, dispute] as const),
    ]),
    payments: new Map(payments.map((payment) => [payment.debtorId, payment])),
  };
}

/** The words of one message. Nothing about a debt is in them unless the right person has been verified. */
export function wordsFor(
  { deps, business, now }: { deps: Pick<Deps, "secrets" | "publicUrl">; business: Business; now: DateTime },
  send: DueSend,
  facts: WordFacts,
): Words {
  const today = todayOf({ business, now }, send);
  const debtorId = send.debtorId ?? "";
  // A debt in another currency than the business collects in is in the books, and an agent's to speak of.
  const debts = (facts.debts.get(debtorId) ?? []).filter((debt) => debt.owed.currency === business.currency);
  const owed = sum(
    debts.map((debt) => debt.owed),
    business.currency,
  );
  const context = CommonContext.safeParse(send.context).data;
  const next = nextDue(facts.plans.get(debtorId));
  const link = facts.links.get(send.conversationId);
  const payment = facts.payments.get(debtorId);
  return {
    creditor: business.name,
    name: nameOf(send),
    today,
    owed,
    debts: debts.map(({ description, owed, dueOn }) => ({ description, owed, dueOn })),
    // Six dated plans, for the one message in five that shows them.
    get offers() {
      return offersFor(owed, business.planPolicy, today);
    },
    plan: planOf(send, facts.plans.get(debtorId), context, { owed, business, today }),
    promise: context?.promise
      ? { on: context.promise.on, amount: (context.promise.amount && fromText(context.promise.amount)) || owed }
      : undefined,
    paymentLink: link && {
      url: `${deps.publicUrl}/p/${deps.secrets.unseal(link.tokenSealed)}`,
      amount: link.purpose === "instalment" && next ? least(next.amount, owed) : owed,
    },
    receipt: payment && {
      amount: money(payment.amountMinor, payment.currency),
      paidOn: payment.paidOn ?? today,
      reference: quotableNumber("R", payment.moneyObject),
    },
    nextInstalment: next && { amount: least(next.amount, owed), dueOn: next.dueOn },
    caseNumber: facts.disputes.get(send.payload.disputeId ?? debtorId)?.caseNumber,
    suggestions: context?.suggested,
    triesLeft: IDENTITY_TRIES - (context?.failedTries ?? 0),
    howToVerifyUs: business.howToVerifyUs,
  };
}

/** WhatsApp refuses a template whose parameter has line breaks, and a whole text beyond 1,024 characters. */
const NAME_LENGTH = 60;

/** First name of a person; the whole name of a company. A sample's "Tienda de muestra 07" is no first name. */
function nameOf({ debtorKind, debtorName, contactName }: DueSend): string | undefined {
  const name = plainName(contactName ?? debtorName ?? "");
  if (name === "") return undefined;
  if (debtorKind !== "person") return name;
  const [first = name] = name.split(" ");
  return /^(persona|tienda)$/i.test(first) ? name : first;
}

/** What a file calls somebody, as words of a sentence: one line, no marks that WhatsApp would make bold, nothing unseen. */
function plainName(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").replaceAll(/[\p{C}*_~`]/gu, "");
  return [...line].slice(0, NAME_LENGTH).join("").trim();
}

type PlanFacts = { readonly owed: Words["owed"]; readonly business: Business; readonly today: IsoDate };

/** The plan in force once it is agreed; before, the terms the conversation is about, applied to what is owed now. */
function planOf(
  send: DueSend,
  active: PlanRow | undefined,
  context: CommonContext | undefined,
  { owed, business, today }: PlanFacts,
): Offer | undefined {
  if (send.payload.message !== "plan.confirm" && active) {
    const instalments = active.instalments.map(({ number, dueOn, amountMinor }) => ({
      number,
      dueOn,
      amount: money(BigInt(amountMinor), active.currency),
    }));
    return { terms: active.terms, total: money(active.totalMinor, active.currency), instalments };
  }
  if (!context?.terms || owed.minor <= zero(business.currency).minor) return undefined;
  const verdict = withinPolicy(context.terms, owed, business.planPolicy, today);
  return verdict.ok ? verdict.offer : undefined;
}
