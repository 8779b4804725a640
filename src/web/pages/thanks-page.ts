import { formatMoney } from "../../../flows/lib/format.ts";
import type { Language } from "../../../flows/vocabulary.ts";
import { unreachable } from "../../domain/assert.ts";
import type { Money } from "../../domain/money.ts";
import { PAGE_COPY, type PageCopy } from "./copy.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";

export type ThanksPage = {
  readonly language: Language;
  readonly creditor: string;
  /** What we know at this moment. The provider sends the payer back before it has told us: then we are `confirming`. */
  readonly state: "settled" | "confirming" | "voucher";
  /** Known once it has settled. */
  readonly amount?: Money;
};

/** Where the provider's page sends the payer afterwards. It never claims more than the books do. */
export function thanksPage({ language, creditor, state, amount }: ThanksPage): string {
  const copy = PAGE_COPY[language];
  const shown =
    state === "settled" && amount ? html`<p class="amount">${formatMoney(amount, language)}</p>` : undefined;
  const main = html`<p class="creditor">${creditor}</p>
<h1>${copy.thanksTitle}</h1>
${shown}
<p role="status">${textOf(state, copy)}</p>
<footer><p>${copy.questions(creditor)}</p></footer>`;
  return page({ language, title: `${copy.thanksTitle} – ${creditor}`, main });
}

function textOf(state: ThanksPage["state"], copy: PageCopy): string {
  switch (state) {
    case "settled":
      return copy.thanksSettled;
    case "confirming":
      return copy.thanksConfirming;
    case "voucher":
      return copy.thanksVoucher;
    default:
      return unreachable(state);
  }
}
