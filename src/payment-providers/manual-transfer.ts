import { AppError } from "../domain/errors.ts";
import type { Currency } from "../domain/money.ts";
import { transferReference } from "../domain/payments/transfer-reference.ts";
import type { BankAccount, TransferProvider } from "./payment-provider.ts";

export type ManualTransferSettings = {
  /** The creditor's accounts that take this currency, the preferred one first. */
  readonly accountsOf: (businessId: string, currency: Currency) => Promise<readonly BankAccount[]>;
};

/** The creditor's own bank account. Money becomes ours by an agent's word, after a look at the receipt and the bank. */
export function manualTransferProvider({ accountsOf }: ManualTransferSettings): TransferProvider {
  return {
    kind: "transfer",
    name: "manual_transfer",
    async startCheckout(request) {
      const { businessId, paymentLinkId, amount, expiresAt } = request;
      const accounts = await accountsOf(businessId, amount.currency);
      if (accounts.length === 0) {
        throw new AppError(
          "payment-provider.missing",
          `No account takes transfers in ${amount.currency}: name one in the settings, or connect a payment provider.`,
        );
      }
      const reference = transferReference(paymentLinkId);
      return {
        kind: "transfer",
        instructions: { amount, reference, accounts },
        providerReference: reference,
        expiresAt,
      };
    },
  };
}
