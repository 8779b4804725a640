import { DateTime } from "luxon";
import { assert, present } from "../assert.ts";
import { fromText, type Money, toText } from "../money.ts";
import { type Attribution, DISPUTE_STEPS, FAILURE_REASONS, type PaymentFact } from "./payment-fact.ts";

/** A fact as JSON: amounts as `toText` money, moments as ISO text, what is absent left out. */
export type StoredFact = { readonly [field: string]: string | Attribution };

export function storeFact(fact: PaymentFact): StoredFact {
  const { at, attribution, amount, ...words }: PaymentFact & { readonly amount?: Money | undefined } = fact;
  return {
    ...words,
    at: at.toUTC().toISO(),
    ...(attribution && { attribution }),
    ...(amount && { amount: toText(amount) }),
  };
}

/** Reads back what `storeFact` wrote, by this build or an older one. @throws {BrokenInvariant} for anything else. */
export function restoreFact(stored: unknown): PaymentFact {
  const fields = fieldsOf(stored, "a stored fact");
  const text = (name: string) => textOf(fields, name);
  const amount = () => present(optionalAmount(fields), "the amount of a stored fact");
  const about = {
    payment: text("payment"),
    at: DateTime.fromISO(text("at"), { zone: "utc" }),
    attribution: attributionOf(fields["attribution"]),
  };
  const type = text("type");
  switch (type) {
    case "announced":
    case "processing":
      return { ...about, type, amount: amount() };
    case "to_verify":
      return { ...about, type, amount: optionalAmount(fields) };
    case "failed":
      return { ...about, type, because: oneOf(FAILURE_REASONS, text("because")) };
    case "settled":
    case "fee":
      return { ...about, type, reference: text("reference"), amount: amount() };
    case "refund": {
      const status = oneOf(["requested", "succeeded", "failed"] as const, text("status"));
      return { ...about, type, reference: text("reference"), amount: amount(), status };
    }
    case "dispute":
      return {
        ...about,
        type,
        reference: text("reference"),
        amount: amount(),
        step: oneOf(DISPUTE_STEPS, text("step")),
      };
    default:
      assert(false, `no fact is stored as ${type}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown, what: string): Fields {
  assert(typeof value === "object" && value !== null, `${what} is no object`);
  return Object.fromEntries(Object.entries(value));
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  assert(typeof value === "string", `${name} of a stored fact is no text`);
  return value;
}

function optionalAmount(fields: Fields): Money | undefined {
  if (fields["amount"] === undefined) return undefined;
  return present(fromText(textOf(fields, "amount")), "the amount of a stored fact");
}

function attributionOf(value: unknown): Attribution | undefined {
  if (value === undefined) return undefined;
  const fields = fieldsOf(value, "a stored attribution");
  const attempt = fields["attempt"];
  assert(typeof attempt === "number", "attempt of a stored attribution is no number");
  return { businessId: textOf(fields, "businessId"), paymentLinkId: textOf(fields, "paymentLinkId"), attempt };
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T {
  return present(
    allowed.find((word) => word === value),
    `${value} among ${allowed.join(", ")}`,
  );
}
