import { linkRows, riskAccepted } from "../../../db/linked-phones.ts";
import { unreachable } from "../../domain/assert.ts";
import type { Deps } from "../deps.ts";
import { type AskPhone, askPhone } from "./ask-phone.ts";

export type AskOfLink = {
  readonly businessId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly what: "qr" | "code" | "unlink";
};

/**
 * Has a phone linked or unlinked, if that may be: nothing is linked before somebody accepted what it risks. `no-phone`: a code is typed
 * on one phone, and nobody said which number it has. `no-process`: nobody took it up, and nothing was done.
 */
export async function askOfLink(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, userId, channelId, what }: AskOfLink,
): Promise<"asked" | "not-found" | "risk-not-accepted" | "no-phone" | "no-process"> {
  const ready = await deps.db.inBusiness(businessId, async (tx) => {
    const [phone] = await linkRows(tx, businessId, channelId);
    if (!phone) return "not-found";
    if (what !== "unlink" && !(await riskAccepted(tx, businessId, channelId))) return "risk-not-accepted";
    return askFor(what, phone.expectedPhone);
  });
  if (typeof ready === "string") return ready;
  const answer = await askPhone(deps, { businessId, userId, channelId, ask: ready });
  if (answer.asked) return "asked";
  switch (answer.because) {
    case "no-such-number":
      return "not-found";
    case "nobody-has-it":
      return "no-process";
    default:
      return unreachable(answer.because);
  }
}

function askFor(what: AskOfLink["what"], phone: string | null): AskPhone["ask"] | "no-phone" {
  if (what === "unlink") return { what };
  if (what === "qr") return { what: "link-by-qr" };
  return phone === null ? "no-phone" : { what: "link-by-code", phone };
}
