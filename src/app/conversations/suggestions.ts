import { offerable } from "../../../flows/lib/suggestions.ts";
import type { Suggestion } from "../../../flows/vocabulary.ts";
import type { Intent } from "../../domain/understanding/reading.ts";
import type { Heard } from "./heard.ts";

/** What is offered for each thing that somebody may have meant. What binds, greets or is an order has no button. */
const OFFERED_FOR: Partial<Record<Intent, Suggestion>> = {
  ask_balance: "balance",
  ask_detail: "balance",
  pay_now: "pay",
  propose_installments: "options",
  counter_offer: "options",
  ask_discount: "options",
  request_time: "options",
  promise: "promise",
  already_paid: "paid",
  receipt: "paid",
  dispute: "dispute",
  deny_identity: "wrongPerson",
  third_party: "wrongPerson",
  legitimacy: "howToVerify",
  opt_out: "stop",
  human: "person",
  hardship: "person",
  abuse: "person",
  legal: "person",
  crisis: "person",
};

/** «¿Quiso decir…?»: what to offer somebody whose words were probably one of a few things. Empty when nothing is asked back. */
export function suggestionsFor(
  { reading, meaning }: Heard,
  reader: { readonly verified: boolean },
): readonly Suggestion[] {
  if (reading.act !== "confirm" || meaning.intent === "injection") return [];
  return offerable(
    reading.candidates.flatMap((intent) => OFFERED_FOR[intent] ?? []),
    reader,
  );
}
