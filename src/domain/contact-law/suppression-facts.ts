import type { DateTime } from "luxon";
import type { SuppressionReason } from "../outreach/suppression.ts";
import type { Facts } from "./facts.ts";

/** What a suppressed number says to the gate. Without a reason it is somebody else's. */
export function suppressionFacts(
  because: SuppressionReason | null,
  at: DateTime,
): Pick<Facts, "wrongPerson" | "deceased" | "optedOutAt"> {
  switch (because) {
    case null:
    case "wrong_person":
      return { wrongPerson: true };
    case "deceased":
      return { deceased: true };
    case "opted_out":
    case "erased":
      return { optedOutAt: at };
  }
}
