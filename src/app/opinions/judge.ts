import type { OpinionResult } from "../../../db/second-opinions.ts";
import { unreachable } from "../../domain/assert.ts";
import type { Masked } from "../../domain/understanding/masking/mask.ts";
import { ground } from "../../domain/understanding/opinion.ts";
import { type Answer, wireOf } from "../../language-model/language-model.ts";

type Words = { readonly raw: string; readonly masked: Masked };

/** What came of a question, as it is kept and as a turn may use it. Not how long it took: whoever asked knows. */
export function judge(answer: Answer, words: Words): OpinionResult {
  const nothing = { remark: null, verdict: null, opinion: null, latencyMs: null, tokens: null } as const;
  switch (answer.kind) {
    case "answered": {
      const { verdict, tokens = null } = answer;
      const grounded = ground(verdict, words);
      const kept = { ...nothing, verdict: wireOf(verdict), tokens };
      return "because" in grounded
        ? { ...kept, outcome: "discarded", remark: grounded.because }
        : { ...kept, outcome: "accepted", opinion: grounded.opinion ?? null };
    }
    case "unreadable":
      return { ...nothing, outcome: "discarded", remark: answer.why };
    case "timeout":
      return { ...nothing, outcome: "timeout" };
    case "failed":
      return { ...nothing, outcome: "failed", remark: answer.why };
    case "not_asked":
      return { ...nothing, outcome: "open", remark: answer.because };
    default:
      return unreachable(answer);
  }
}
