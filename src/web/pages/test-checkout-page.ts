import { formatMoney } from "../../../flows/lib/format.ts";
import type { Language } from "../../../flows/vocabulary.ts";
import type { Money } from "../../domain/money.ts";
import { PAGE_COPY } from "./copy.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";

export type TestCheckoutPage = {
  readonly language: Language;
  readonly creditor: string;
  readonly purpose: string;
  readonly amount: Money;
  /** Takes the POST with `choice=paid` or `choice=declined`: `/test-checkout/<token>`. */
  readonly action: string;
  /** Back to our payment link. */
  readonly cancelUrl: string;
};

/** The demo's payment page. Nobody may take it for a real one: it says so before anything else. */
export function testCheckoutPage({ language, creditor, purpose, amount, action, cancelUrl }: TestCheckoutPage): string {
  const copy = PAGE_COPY[language];
  const main = html`<p class="creditor">${creditor}</p>
<h1>${copy.payTo(creditor)}</h1>
<dl class="facts">
<div><dt>${copy.purpose}</dt><dd>${purpose}</dd></div>
<div><dt>${copy.amount}</dt><dd class="amount">${formatMoney(amount, language)}</dd></div>
</dl>
<p class="quiet">${copy.testExplained}</p>
<form method="post" action="${action}">
<button class="primary" type="submit" name="choice" value="paid">${copy.testPay}</button>
<button type="submit" name="choice" value="declined">${copy.testFail}</button>
</form>
<p><a href="${safeAddress(cancelUrl)}">${copy.testBack}</a></p>`;
  return page({ language, title: `${copy.testBanner} – ${copy.payTo(creditor)}`, banner: testBanner(language), main });
}

/** For a token that is too old, not ours, or of an earlier attempt. */
export function testCheckoutClosedPage(language: Language): string {
  const copy = PAGE_COPY[language];
  const main = html`<h1>${copy.testClosedTitle}</h1><p>${copy.testClosed}</p>`;
  return page({ language, title: `${copy.testBanner} – ${copy.testClosedTitle}`, banner: testBanner(language), main });
}

function testBanner(language: Language) {
  return html`<header class="test-banner"><strong>${PAGE_COPY[language].testBanner}</strong></header>`;
}

/** Escaping does not disarm `javascript:`; nothing but a page may be linked to. */
function safeAddress(address: string): string {
  return /^(https?:\/\/|\/(?!\/))/.test(address) ? address : "/";
}
