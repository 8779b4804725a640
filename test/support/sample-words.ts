import type { Words } from "../../flows/vocabulary.ts";
import { money } from "../../src/domain/money.ts";
import { offersFor } from "../../src/domain/negotiation/offers.ts";
import { planInstalments } from "../../src/domain/negotiation/schedule.ts";
import type { Offer, PlanPolicy, PlanTerms } from "../../src/domain/negotiation/terms.ts";
import { isoDate } from "../../src/domain/time.ts";

const today = isoDate("2026-11-23");
const owed = money(1_234_567_850n, "COP");

const policy: PlanPolicy = {
  maxInstalments: 12,
  frequencies: ["monthly", "quincenal", "weekly"],
  minFirstPaymentMinor: 0n,
  minFirstPaymentBasisPoints: 4_000,
  minInstalmentMinor: 1_000_000n,
  maxDaysToFirstPayment: 7,
  maxPromiseDays: 15,
  multipleOfMinor: 10_000n,
};

/** A plan of these terms for the sample debt. */
export function samplePlan(terms: PlanTerms): Offer {
  return { terms, total: owed, instalments: planInstalments(owed, terms, today, { multipleOfMinor: 10_000n }) };
}

/** Facts as long as they get in earnest: two names for a creditor, four debts, six offers with a larger first payment. */
export const RICH: Words = {
  creditor: "Almacenes y Muebles de Muestra 07 S.A.S.",
  name: "María Fernanda",
  today,
  owed,
  debts: [
    {
      description: "Factura de venta FV-2026-000123 de muestra",
      owed: money(900_000_000n, "COP"),
      dueOn: isoDate("2026-08-30"),
    },
    {
      description: "Factura FV-2026-000124 de muestra",
      owed: money(200_000_000n, "COP"),
      dueOn: isoDate("2026-09-30"),
    },
    { description: "Cuota 7 del crédito de muestra", owed: money(100_000_000n, "COP"), dueOn: isoDate("2026-11-23") },
    { description: "Factura FV-2026-000125 de muestra", owed: money(34_567_850n, "COP"), dueOn: isoDate("2026-12-15") },
  ],
  offers: offersFor(owed, policy, today),
  plan: samplePlan({ instalments: 12, frequency: "monthly", firstAmount: "COP 5000000.00" }),
  promise: { on: isoDate("2026-11-27"), amount: owed },
  paymentLink: { url: "https://pagos.example/p/0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3aB4", amount: owed },
  receipt: { amount: owed, paidOn: isoDate("2026-11-25"), reference: "R-2026-000123" },
  nextInstalment: { amount: money(100_000_000n, "COP"), dueOn: isoDate("2026-12-30") },
  caseNumber: "C-2026-000123",
  triesLeft: 2,
  suggestions: ["balance", "paid", "howToVerify"],
  howToVerifyUs: "https://muestra07.example/verificar, o llame al 601 000 0000",
};

/** Facts as poor as they get: a name unknown, no offers, one debt, one payment. */
export const POOR: Words = {
  ...RICH,
  creditor: "Tienda de muestra 07",
  name: undefined,
  owed: money(100n, "COP"),
  debts: [{ description: "Factura 1", owed: money(100n, "COP"), dueOn: isoDate("2026-12-31") }],
  offers: [],
  plan: samplePlan({ instalments: 1, frequency: "monthly" }),
  nextInstalment: undefined,
  triesLeft: 1,
};
