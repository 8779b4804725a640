import { expect, it } from "vitest";
import { manualTransferProvider } from "../../src/payment-providers/manual-transfer.ts";
import type { BankAccount } from "../../src/payment-providers/payment-provider.ts";
import { checkoutRequest } from "./requests.ts";

const account: BankAccount = {
  bank: "Banco de muestra",
  kind: "savings",
  number: "000-000007-00",
  holder: "Tienda de muestra 07",
  document: "NIT 900000007-0",
};
const request = checkoutRequest();

it("the payer is shown the creditor's own accounts, the amount and what to write on the transfer", async () => {
  const provider = manualTransferProvider({ accountsOf: async () => [account] });
  expect(await provider.startCheckout(request)).toEqual({
    kind: "transfer",
    instructions: { amount: request.amount, reference: "0000-005A", accounts: [account] },
    providerReference: "0000-005A",
    expiresAt: request.expiresAt,
  });
});

it("the accounts are asked for by business and currency, and without one there is no way to pay", async () => {
  const asked: string[] = [];
  const provider = manualTransferProvider({
    accountsOf: async (businessId, currency) => {
      asked.push(`${businessId} ${currency}`);
      return [];
    },
  });
  await expect(provider.startCheckout(request)).rejects.toMatchObject({
    code: "payment-provider.missing",
    message: expect.stringContaining("COP"),
  });
  expect(asked).toEqual([`${request.businessId} COP`]);
});
