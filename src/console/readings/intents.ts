import type { Intent, MessageReading } from "../../web/contract.ts";

/** In the order in which one looks for them; a test holds them complete. */
export const INTENT_GROUPS = {
  care: ["crisis", "opt_out", "legal", "third_party", "deny_identity", "human", "hardship", "abuse"],
  paid: ["already_paid", "receipt", "dispute"],
  agree: [
    "pay_now",
    "promise",
    "propose_installments",
    "counter_offer",
    "ask_discount",
    "request_time",
    "accept",
    "reject",
  ],
  ask: ["ask_balance", "ask_detail", "legitimacy", "call_later"],
  answer: ["yes", "no", "confirm_identity", "menu_choice", "greet", "thanks_bye"],
  rest: ["unclear", "injection"],
} as const satisfies Record<string, readonly Intent[]>;

/** What most messages mean that are not understood, where nothing tells more. */
const COMMON = ["request_time", "already_paid", "human", "promise"] as const satisfies readonly Intent[];

const LIKELIEST = 3;

/** What a message may have meant: what was offered, then what else was read in it; never what it stands for now. */
export function likeliest({ intent, act, candidates, others, correction }: MessageReading): Intent[] {
  const standing = correction?.intent ?? (act === "confirm" ? undefined : intent);
  return withCommon([intent, ...candidates, ...others.map((other) => other.intent)], standing);
}

export function withCommon(known: readonly Intent[], standing?: Intent): Intent[] {
  const all = new Set<Intent>([...known, ...COMMON]);
  return [...all].filter((intent) => intent !== standing && intent !== "unclear").slice(0, LIKELIEST);
}

/** Without accents and capitals, as somebody types in a hurry. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
