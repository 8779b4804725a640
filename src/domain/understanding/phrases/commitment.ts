import type { PhraseTable } from "../lexicon.ts";
import {
  aPart,
  bitByBit,
  half,
  instead,
  lowers,
  now,
  offersAmount,
  rest,
  settles,
  tooMuch,
} from "./commitment/offering.ts";
import { another, asksTime, callMe, condition, denies, doubt, income, irony, past } from "./commitment/taking-back.ts";
import { surely, willPay } from "./commitment/will-pay.ts";

/** What makes an amount or a day a commitment, and what takes it back. */
export const COMMITMENT_CUES = [
  willPay,
  surely,
  denies,
  past,
  condition,
  doubt,
  another,
  income,
  callMe,
  asksTime,
  irony,
  offersAmount,
  lowers,
  settles,
  rest,
  now,
  half,
  aPart,
  tooMuch,
  instead,
  bitByBit,
] as const satisfies readonly PhraseTable<string>[];

export type CommitmentCue = (typeof COMMITMENT_CUES)[number]["says"];
