import { DateTime } from "luxon";
import { LANGUAGES, type Language } from "../../../flows/vocabulary.ts";
import { money } from "../../../src/domain/money.ts";
import { type PaymentLinkState, paymentLinkPage } from "../../../src/web/pages/payment-link-page.ts";
import { testCheckoutClosedPage, testCheckoutPage } from "../../../src/web/pages/test-checkout-page.ts";
import { thanksPage } from "../../../src/web/pages/thanks-page.ts";

const amount = money(20_000_050n, "COP");
const asOf = DateTime.fromISO("2026-03-07T03:30:00Z", { zone: "utc" });
const validUntil = asOf.plus({ days: 3 });

/** What people outside wrote, and so may hold anything. */
export type Told = { readonly creditor: string; readonly purpose: string; readonly note: string };

export const HARMLESS: Told = {
  creditor: "Tienda de muestra 07",
  purpose: "Factura 0007",
  note: "Solo en horario de oficina",
};

export function linkStates({ note }: Told): PaymentLinkState[] {
  const account = {
    bank: `Banco ${note}`,
    kind: "savings" as const,
    number: `000 ${note}`,
    holder: `Titular ${note}`,
    document: `NIT ${note}`,
    note,
  };
  const instructions = { amount, reference: "0000-005A", accounts: [account, { ...account, kind: "pix" as const }] };
  return [
    { type: "payable", amount, asOf, validUntil, action: "/p/token07" },
    { type: "transfer", instructions, asOf, validUntil },
    { type: "underWay", amount },
    { type: "paid" },
    { type: "nothingOwed" },
    { type: "expired" },
    { type: "unavailable", action: "/p/token07" },
  ];
}

export function linkPages(language: Language, told: Told = HARMLESS): string[] {
  const { creditor, purpose } = told;
  return linkStates(told).map((state) =>
    paymentLinkPage({ language, creditor, purpose, zone: "America/Bogota", state }),
  );
}

export function testPage(language: Language, { creditor, purpose }: Told = HARMLESS, cancelUrl = "/p/token07"): string {
  return testCheckoutPage({ language, creditor, purpose, amount, action: "/test-checkout/token07", cancelUrl });
}

export function thanksPages(language: Language, { creditor }: Told = HARMLESS): string[] {
  return (["settled", "confirming", "voucher"] as const).map((state) =>
    thanksPage({ language, creditor, state, amount }),
  );
}

export function everyPage(language: Language, told: Told = HARMLESS): string[] {
  return [
    ...linkPages(language, told),
    testPage(language, told),
    testCheckoutClosedPage(language),
    ...thanksPages(language, told),
  ];
}

export const EVERY_PAGE = LANGUAGES.flatMap((language) =>
  everyPage(language).map((document, index) => ({ language, index, document })),
);

/** The elements of a page, without what stands between them. */
export function tagsOf(document: string): string[] {
  return document.match(/<[^>]*>/g) ?? [];
}
