import type { WaitingDelivery } from "../../../db/payments/deliveries.ts";
import type { SourcedFact } from "../../../db/payments/facts.ts";
import { AppError } from "../../domain/errors.ts";
import type { PaymentFact } from "../../domain/payments/payment-fact.ts";
import type { HostedProvider, ProviderReading } from "../../payment-providers/payment-provider.ts";
import type { Deps } from "../deps.ts";

/** @throws {AppError} `payment-provider.missing` when its settings have been taken away. */
export function hostedProvider({ providers }: Pick<Deps, "providers">, name: string): HostedProvider {
  const provider = providers.get(name);
  if (provider?.kind === "hosted") return provider;
  throw new AppError("payment-provider.missing", `What ${name} told us waits until ${name} is connected again.`);
}

/** What a kept delivery says. What is no JSON was signed all the same, so a person sees it. */
export function readDelivery(provider: HostedProvider, { body }: Pick<WaitingDelivery, "body">): ProviderReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    return { facts: [], unreadable: `no JSON: ${String(error)}` };
  }
  return provider.readEvent(parsed);
}

/** Facts of an event, by payment: each is named by its event and its place there. */
export function factsOfEvent(eventId: string, facts: readonly PaymentFact[]): SourcedFact[][] {
  return byPayment(facts.map((fact, place) => ({ source: `${eventId}#${place}`, fact })));
}

/** Facts that we asked for, by payment. The same answer to a later question is the same fact, so it is named by what it says. */
export function factsAskedFor(facts: readonly PaymentFact[]): SourcedFact[][] {
  return byPayment(facts.map((fact) => ({ source: ["truth", fact.type, ...wordsOf(fact)].join(":"), fact })));
}

function wordsOf(fact: PaymentFact): string[] {
  switch (fact.type) {
    case "failed":
      return [fact.because];
    case "settled":
    case "fee":
      return [fact.reference];
    case "refund":
      return [fact.reference, fact.status];
    case "dispute":
      return [fact.reference, fact.step];
    default:
      return [];
  }
}

function byPayment(facts: readonly SourcedFact[]): SourcedFact[][] {
  return [...Map.groupBy(facts, ({ fact }) => fact.payment).values()];
}
