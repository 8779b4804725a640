import type { PhraseTable } from "../lexicon.ts";
import type { Content, Intent } from "../reading.ts";
import { balance, detail, legitimacy, whoWrites } from "./intents/asking.ts";
import { discount, instalments, time } from "./intents/options.ts";
import { pay } from "./intents/paying.ts";
import { refusal, rejection } from "./intents/refusing.ts";
import { greeting, injection, later, thanks } from "./intents/small-talk.ts";

/** What people want that binds nobody. */
export type Wish =
  | "refusal"
  | "rejection"
  | "injection"
  | "legitimacy"
  | "whoWrites"
  | "discount"
  | "instalments"
  | "time"
  | "balance"
  | "pay"
  | "detail"
  | "later"
  | "thanks"
  | "greeting";

export const WISHES: readonly PhraseTable<Wish>[] = [
  refusal,
  rejection,
  injection,
  legitimacy,
  whoWrites,
  discount,
  instalments,
  time,
  balance,
  pay,
  detail,
  later,
  thanks,
  greeting,
];

type Said = {
  readonly type: Exclude<Content["type"], "option" | "yes" | "identityProof" | "reference" | "proposal" | "promise">;
  readonly intent: Intent;
};

/** What each wish is and what is done about it; what wants the most of us first, a greeting only when there is no other. */
export const MEANING_OF_WISH: Readonly<Record<Wish, Said>> = {
  refusal: { type: "refusal", intent: "reject" },
  injection: { type: "unclear", intent: "injection" },
  legitimacy: { type: "howToVerify", intent: "legitimacy" },
  whoWrites: { type: "howToVerify", intent: "ask_detail" },
  discount: { type: "options", intent: "ask_discount" },
  instalments: { type: "options", intent: "propose_installments" },
  time: { type: "options", intent: "request_time" },
  rejection: { type: "no", intent: "reject" },
  balance: { type: "balance", intent: "ask_balance" },
  pay: { type: "pay", intent: "pay_now" },
  detail: { type: "balance", intent: "ask_detail" },
  later: { type: "later", intent: "call_later" },
  thanks: { type: "thanks", intent: "thanks_bye" },
  greeting: { type: "greeting", intent: "greet" },
};
