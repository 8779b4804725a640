import type { DateTime } from "luxon";
import type { Money } from "../domain/money.ts";
import type { Attribution, PaymentFact } from "../domain/payments/payment-fact.ts";

/** The port: how money can reach the creditor. A new provider is one file, and one line in main.ts. */
export type PaymentProvider = HostedProvider | TransferProvider;

/** The payer is sent to a page of the provider's; the provider tells us by webhook what came of it. */
export type HostedProvider = {
  readonly kind: "hosted";
  readonly name: "stripe" | "test_checkout";
  /** Origins that the provider's pages are on: for the `form-action` of the page whose button leads there. */
  readonly pageOrigins: readonly string[];
  /** @throws {AppError} `payment-provider.unavailable` (the same request may be sent again) or `payment-provider.rejected`. */
  startCheckout(request: CheckoutRequest): Promise<HostedCheckout>;
  /** Closes the page, so that a newer amount cannot be paid beside an older one. */
  expireCheckout(providerReference: string): Promise<Expired>;
  /** What one of its verified deliveries says. Pure: no network, and the same answer each time. */
  readEvent(body: unknown): ProviderReading;
  /** What the provider itself holds about a checkout, payment, refund or dispute now, as the same facts its events give. */
  fetchTruth(objectId: string): Promise<ProviderReading>;
};

/** The payer sends money to the creditor's own account; a person looks at the receipt. */
export type TransferProvider = {
  readonly kind: "transfer";
  readonly name: "manual_transfer";
  /** @throws {AppError} `payment-provider.missing` when the creditor has named no account for this currency. */
  startCheckout(request: CheckoutRequest): Promise<TransferCheckout>;
};

/**
 * One attempt at paying one link. Keep it with the attempt and send it again unchanged after a failure: a provider
 * refuses the same idempotency key with other content.
 */
export type CheckoutRequest = Attribution & {
  readonly amount: Money;
  /** What it is for, as the payer reads it. It goes to the provider: no more than is needed. */
  readonly description: string;
  readonly language: PayerLanguage;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Real time. Stripe takes 30 minutes to 24 hours from now; see `checkoutExpiry`. */
  readonly expiresAt: DateTime;
  /** `checkoutIdempotencyKey(request)`. */
  readonly idempotencyKey: string;
};

/** The languages that payers are spoken to in. */
export type PayerLanguage = "es" | "pt-BR" | "en";

export type HostedCheckout = {
  readonly kind: "hosted";
  readonly url: string;
  readonly providerReference: string;
  readonly expiresAt: DateTime;
};

export type TransferCheckout = {
  readonly kind: "transfer";
  readonly instructions: TransferInstructions;
  readonly providerReference: string;
  readonly expiresAt: DateTime;
};

export type TransferInstructions = {
  readonly amount: Money;
  /** To be written on the transfer: `7KQ4-M2XD`. */
  readonly reference: string;
  readonly accounts: readonly BankAccount[];
};

export const ACCOUNT_KINDS = ["savings", "checking", "clabe", "cbu", "cvu", "cci", "pix", "key"] as const;

/** An account of the creditor's own, as they want payers to see it. */
export type BankAccount = {
  readonly bank: string;
  readonly kind: (typeof ACCOUNT_KINDS)[number];
  readonly number: string;
  readonly holder: string;
  /** The holder's tax number, which many banks ask for: NIT, RUT, RUC, CNPJ. */
  readonly document?: string;
  readonly note?: string;
};

/** `complete` pages can no longer be closed: their money is on the way or here. */
export type Expired = "expired" | "already_expired" | "already_complete";

/**
 * What an event or an object of a provider says to us. `ignored`: understood, and no concern of a payment. `unreadable`:
 * there may be money in it that we cannot account for, so it is kept and shown to a person.
 */
export type ProviderReading = {
  readonly facts: readonly PaymentFact[];
  readonly ignored?: string;
  readonly unreadable?: string;
};
