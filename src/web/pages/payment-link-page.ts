import type { DateTime } from "luxon";
import { formatDay, formatMoney } from "../../../flows/lib/format.ts";
import type { Language } from "../../../flows/vocabulary.ts";
import { unreachable } from "../../domain/assert.ts";
import type { Money } from "../../domain/money.ts";
import { dayOf } from "../../domain/time.ts";
import type { BankAccount, TransferInstructions } from "../../payment-providers/payment-provider.ts";
import { PAGE_COPY, type PageCopy } from "./copy.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

export type PaymentLinkPage = {
  readonly language: Language;
  readonly creditor: string;
  /** "Factura 0007". Left out where the page may not say what it is about. */
  readonly purpose?: string;
  /** Where the debtor is: moments are shown by this clock. */
  readonly zone: string;
  readonly state: PaymentLinkState;
};

export type PaymentLinkState =
  /** `action` takes the POST that opens the provider's page: `/p/<token>`. */
  | {
      readonly type: "payable";
      readonly amount: Money;
      readonly asOf: DateTime;
      readonly validUntil: DateTime;
      readonly action: string;
    }
  | {
      readonly type: "transfer";
      readonly instructions: TransferInstructions;
      readonly asOf: DateTime;
      readonly validUntil: DateTime;
    }
  /** A voucher is out, or a receipt is being looked at. */
  | { readonly type: "underWay"; readonly amount: Money }
  | { readonly type: "paid" }
  | { readonly type: "nothingOwed" }
  | { readonly type: "expired" }
  /** The provider failed just now; `action` is where to try again. */
  | { readonly type: "unavailable"; readonly action: string };

/** The page of our own stable link, `/p/<token>`: who asks, what for, how much it is at this moment, and how to pay it. */
export function paymentLinkPage(content: PaymentLinkPage): string {
  const { language, creditor, state } = content;
  const copy = PAGE_COPY[language];
  const title = copy.payTo(creditor);
  const main = html`<header><p class="creditor">${creditor}</p></header>
${bodyOf(content, state, copy)}
<footer><p>${copy.questions(creditor)}</p><p>${copy.safety}</p></footer>`;
  return page({ language, title, main });
}

function bodyOf(content: PaymentLinkPage, state: PaymentLinkState, copy: PageCopy): Html {
  switch (state.type) {
    case "payable":
      return html`${summary(content, state, copy)}
<form method="post" action="${state.action}"><button class="primary" type="submit">${copy.payNow} ${formatMoney(state.amount, content.language)}</button></form>
<p class="quiet">${copy.nextPage}</p>`;
    case "transfer":
      return html`${summary(content, { ...state, amount: state.instructions.amount }, copy)}
${transfer(state.instructions, copy)}`;
    case "underWay":
      return html`${notice(copy.underWayTitle, copy.underWay)}<p class="amount">${formatMoney(state.amount, content.language)}</p>`;
    case "paid":
      return notice(copy.paidTitle, copy.paid);
    case "nothingOwed":
      return notice(copy.nothingOwedTitle, copy.nothingOwed);
    case "expired":
      return notice(copy.expiredTitle, copy.expired);
    case "unavailable":
      return html`${notice(copy.unavailableTitle, copy.unavailable)}
<form method="post" action="${state.action}"><button class="primary" type="submit">${copy.tryAgain}</button></form>`;
    default:
      return unreachable(state);
  }
}

type Summary = { readonly amount: Money; readonly asOf: DateTime; readonly validUntil: DateTime };

function summary({ language, creditor, purpose, zone }: PaymentLinkPage, state: Summary, copy: PageCopy): Html {
  const { amount, asOf, validUntil } = state;
  return html`<h1>${copy.payTo(creditor)}</h1>
<dl class="facts">
${purpose === undefined ? undefined : html`<div><dt>${copy.purpose}</dt><dd>${purpose}</dd></div>`}
<div><dt>${copy.amount}</dt><dd class="amount">${formatMoney(amount, language)}</dd></div>
</dl>
<p class="quiet">${copy.asOf(moment(asOf, zone, language))} ${copy.validUntil(moment(validUntil, zone, language))}</p>`;
}

function transfer({ accounts, reference }: TransferInstructions, copy: PageCopy): Html {
  return html`<h2>${copy.transferTo}</h2>
${accounts.map((account) => accountDetails(account, copy))}
<section class="reference" aria-labelledby="reference"><h2 id="reference">${copy.reference}</h2>
<p class="code">${reference}</p><p>${copy.writeReference}</p></section>
<p class="next">${copy.sendReceipt}</p>`;
}

function accountDetails({ bank, kind, number, holder, document, note }: BankAccount, copy: PageCopy): Html {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [copy.bank, bank],
    [copy.accountKinds[kind], number],
    [copy.holder, holder],
    [copy.document, document],
    [copy.note, note],
  ];
  const shown = rows.map(([label, value]) =>
    value === undefined ? html`` : html`<div><dt>${label}</dt><dd class="copyable">${value}</dd></div>`,
  );
  return html`<dl class="facts account">${shown}</dl>`;
}

function notice(title: string, text: string): Html {
  return html`<h1>${title}</h1><p>${text}</p>`;
}

function moment(at: DateTime, zone: string, language: Language): string {
  return `${formatDay(dayOf(at, zone), language)}, ${at.setZone(zone).toFormat("HH:mm")}`;
}
