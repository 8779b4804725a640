import type { Business } from "../../db/businesses.ts";
import { newId } from "../ids.ts";

/** A Colombian business for a bench, without a channel. */
export function benchBusiness(): Business {
  return {
    id: newId(),
    name: "Comercial de Muestra",
    country: "CO",
    currency: "COP",
    language: "es",
    zone: "America/Bogota",
    isDemo: false,
    clockOffsetMs: 0n,
    planPolicy: {
      maxInstalments: 6,
      frequencies: ["monthly"],
      minFirstPaymentMinor: 2_000_000n,
      minFirstPaymentBasisPoints: 1_000,
      minInstalmentMinor: 2_000_000n,
      maxDaysToFirstPayment: 15,
      maxPromiseDays: 15,
      multipleOfMinor: 10_000n,
    },
    readings: {},
    transferAccount: null,
    paymentProvider: null,
    howToVerifyUs: "comercialdemuestra.example",
    payDays: [15, 31],
  };
}
