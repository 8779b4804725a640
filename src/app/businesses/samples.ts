import type { Business } from "../../../db/businesses.ts";
import type { PlanPolicy } from "../../domain/negotiation/terms.ts";
import type { CountryCode } from "../../domain/phone.ts";

/** A business that a demo comes with, and the list its debtors are in. Each is in a country of its own, by which it is known. */
export type Sample = {
  readonly business: Pick<Business, "name" | "currency" | "language" | "zone" | "planPolicy" | "howToVerifyUs"> & {
    readonly country: CountryCode;
  };
  /** The file's name in samples/. */
  readonly list: string;
};

/** Amounts in COP cents. A cautious start that each business changes to its own. */
export const FIRST_POLICY: PlanPolicy = {
  maxInstalments: 6,
  frequencies: ["monthly", "quincenal", "weekly"],
  minFirstPaymentMinor: 2_000_000n,
  minFirstPaymentBasisPoints: 1000,
  minInstalmentMinor: 2_000_000n,
  maxDaysToFirstPayment: 15,
  maxPromiseDays: 15,
  multipleOfMinor: 10_000n,
};

/** Amounts in MXN centavos: nothing below 200 pesos, in steps of ten. */
const MEXICAN_POLICY: PlanPolicy = {
  ...FIRST_POLICY,
  minFirstPaymentMinor: 20_000n,
  minInstalmentMinor: 20_000n,
  multipleOfMinor: 1_000n,
};

/** Founded in this order, so the first is where a newcomer finds themselves. */
export const SAMPLES: readonly Sample[] = [
  {
    business: {
      name: "Comercial de Muestra",
      country: "CO",
      currency: "COP",
      language: "es",
      zone: "America/Bogota",
      planPolicy: FIRST_POLICY,
      howToVerifyUs: "comercialdemuestra.example/asistente",
    },
    list: "deudores-colombia.csv",
  },
  {
    business: {
      name: "Abarrotes de Muestra",
      country: "MX",
      currency: "MXN",
      language: "es",
      zone: "America/Mexico_City",
      planPolicy: MEXICAN_POLICY,
      howToVerifyUs: "abarrotesdemuestra.example/asistente",
    },
    list: "deudores-mexico.csv",
  },
];
