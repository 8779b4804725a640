import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { paymentLinkOf } from "../../../db/lookups.ts";
import { openDebts } from "../../../db/owed.ts";
import { type LinkRow, readLink } from "../../../db/payments/links.ts";
import { inFlight, paymentsOfLink } from "../../../db/payments/payments.ts";
import { isBeingVerified } from "../../../db/payments/proofs.ts";
import { activePlans } from "../../../db/words.ts";
import { compare, least, type Money, subtract, sum, zero } from "../../domain/money.ts";
import { dayOf } from "../../domain/time.ts";
import type {
  HostedProvider,
  TransferInstructions,
  TransferProvider,
} from "../../payment-providers/payment-provider.ts";
import { hashToken } from "../../secrets.ts";
import type { Deps } from "../deps.ts";
import { nextDue } from "../plans/next-due.ts";
import { checkoutRequest } from "./checkout-request.ts";
import { type ContextDeps, type PaymentContext, paymentContext } from "./payment-context.ts";
import { providerOf } from "./provider-of.ts";

/** What `/p/<token>` shows, in the form in which its page takes it. */
export type PaymentPage = {
  readonly language: "es" | "pt-BR" | "en";
  readonly creditor: string;
  /** The debt's own words when there is one debt; left out when the amount is about several. */
  readonly purpose?: string;
  readonly zone: string;
  readonly state: PaymentPageState;
};

type Dated = { readonly asOf: DateTime; readonly validUntil: DateTime };

export type PaymentPageState =
  | ({ readonly type: "payable"; readonly amount: Money; readonly action: string } & Dated)
  | ({ readonly type: "transfer"; readonly instructions: TransferInstructions } & Dated)
  | { readonly type: "underWay"; readonly amount: Money }
  | { readonly type: "paid" }
  | { readonly type: "nothingOwed" }
  | { readonly type: "expired" }
  | { readonly type: "unavailable"; readonly action: string };

type PageDeps = Pick<Deps, "db" | "providers" | "publicUrl"> & ContextDeps;

/**
 * What a payment link is worth at this moment: the balance, or what is missing on the plan's first open instalment; never
 * more than is owed, and less what is on its way already. Undefined for a token that names nothing: say nothing of anybody.
 */
export async function openPaymentPage(deps: PageDeps, token: string): Promise<PaymentPage | undefined> {
  const found = await paymentLinkOf(deps.db.lookups, hashToken(token));
  if (!found) return undefined;
  const look = await deps.db.inBusiness(found.businessId, async (tx) => {
    const context = await paymentContext(deps, tx);
    const link = await readLink(tx, found.businessId, found.paymentLinkId);
    return (
      link && {
        link,
        business: context.business,
        realNow: context.realNow,
        page: await readPage(deps, context, { link, token }),
      }
    );
  });
  if (!look) return undefined;
  // Outside the transaction, because where the creditor's accounts are kept is the provider's own affair.
  const { link, business, realNow, page } = look;
  return {
    ...page.about,
    state: page.state ?? (await transferState(deps, { link, business, realNow, token, due: page.due })),
  };
}

export type ReadPage = {
  readonly about: Omit<PaymentPage, "state">;
  /** Undefined: the creditor's account is to be shown, for which see `due`. */
  readonly state: PaymentPageState | undefined;
  readonly due: { readonly amount: Money; readonly provider: HostedProvider | TransferProvider | undefined } & Dated;
};

/** The page's facts, read in the caller's transaction. */
export async function readPage(
  deps: Pick<Deps, "providers">,
  context: PaymentContext,
  { link, token }: { link: LinkRow; token: string },
): Promise<ReadPage> {
  const { tx, business, now } = context;
  const debts = await openDebts(tx, business.id, [link.debtorId]);
  const owed = sum(
    debts.map((debt) => debt.owed).filter(({ currency }) => currency === business.currency),
    business.currency,
  );
  const [debt, ...others] = debts;
  const zone = link.zone ?? business.zone;
  const about = {
    language: link.language,
    creditor: business.name,
    zone,
    ...(debt && others.length === 0 && { purpose: debt.description }),
  };

  const [plan] = await activePlans(tx, business.id, [link.debtorId]);
  const next = link.purpose === "instalment" ? nextDue(plan) : undefined;
  const flying = sum(
    (await inFlight(tx, business.id, link.debtorId)).filter(({ currency }) => currency === business.currency),
    business.currency,
  );
  const amount = subtract(next ? least(next.amount, owed) : owed, flying);
  const provider = providerOf(deps, business);
  const due = { amount, provider, asOf: now, validUntil: link.expiresAt };

  const hasPaid = (await paymentsOfLink(tx, business.id, link)).some(({ state }) => state === "settled");
  const isAhead = next !== undefined && next.dueOn > dayOf(now, zone);
  const none = zero(business.currency);
  const state = await (async (): Promise<PaymentPageState | undefined> => {
    if (compare(owed, none) <= 0) return { type: hasPaid ? "paid" : "nothingOwed" };
    // The instalment it was sent for is paid, and the next one has its own day: nobody pays it by looking again.
    if (hasPaid && isAhead) return { type: "paid" };
    if (link.expiresAt <= now) return { type: "expired" };
    if (compare(amount, none) <= 0) return { type: "underWay", amount: flying };
    if (provider === undefined) return { type: "unavailable", action: actionOf(token) };
    if (provider.kind === "hosted")
      return { type: "payable", amount, asOf: now, validUntil: link.expiresAt, action: actionOf(token) };
    return (await isBeingVerified(tx, business.id, link.debtorId)) ? { type: "underWay", amount } : undefined;
  })();
  return { about, state, due };
}

export function actionOf(token: string): string {
  return `/p/${token}`;
}

type Transfer = {
  readonly link: LinkRow;
  readonly business: Business;
  readonly realNow: DateTime;
  readonly token: string;
  readonly due: ReadPage["due"];
};

/** Nothing is opened anywhere: the account and the reference are always the same. */
async function transferState(
  deps: PageDeps,
  { link, business, realNow, token, due }: Transfer,
): Promise<PaymentPageState> {
  const { provider, amount, asOf, validUntil } = due;
  if (provider?.kind !== "transfer") return { type: "unavailable", action: actionOf(token) };
  const request = checkoutRequest(deps, {
    business,
    link,
    token,
    attempt: { number: Math.max(link.attempt, 1), amount, expiresAt: realNow },
  });
  const { instructions } = await provider.startCheckout(request);
  return { type: "transfer", instructions, asOf, validUntil };
}

export type ThanksPageView = {
  readonly language: PaymentPage["language"];
  readonly creditor: string;
  readonly state: "settled" | "confirming" | "voucher";
  readonly amount?: Money;
};

/** What we know when the provider sends the payer back: never more than the books do. */
export async function openThanksPage(
  deps: Pick<Deps, "db"> & ContextDeps,
  token: string,
): Promise<ThanksPageView | undefined> {
  const found = await paymentLinkOf(deps.db.lookups, hashToken(token));
  if (!found) return undefined;
  return deps.db.inBusiness(found.businessId, async (tx: Tx) => {
    const { business } = await paymentContext(deps, tx);
    const link = await readLink(tx, business.id, found.paymentLinkId);
    if (!link) return undefined;
    const about = { language: link.language, creditor: business.name };
    const [newest] = await paymentsOfLink(tx, business.id, link);
    // While an attempt is open, what came before it is not what they come back from.
    if (link.checkoutAmountMinor !== null || newest === undefined) return { ...about, state: "confirming" };
    if (newest.state === "settled") return { ...about, state: "settled", amount: newest.amount };
    return { ...about, state: newest.state === "processing" ? "voucher" : "confirming" };
  });
}
