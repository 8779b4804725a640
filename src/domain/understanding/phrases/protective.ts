import type { PhraseTable } from "../lexicon.ts";
import type { Intent, Protective } from "../reading.ts";
import { abuse } from "./protective/abuse.ts";
import { alreadyPaid } from "./protective/already-paid.ts";
import { crisis } from "./protective/crisis.ts";
import { deceased } from "./protective/deceased.ts";
import { dispute } from "./protective/dispute.ts";
import { hardship } from "./protective/hardship.ts";
import { legal } from "./protective/legal.ts";
import { optOut } from "./protective/opt-out.ts";
import { person } from "./protective/person.ts";
import { receiptComing } from "./protective/receipt-coming.ts";
import { thirdParty } from "./protective/third-party.ts";
import { wrongPerson } from "./protective/wrong-person.ts";

/** What must be heard in every state, as finely as words tell it. */
export type Warning = Exclude<Protective, "receipt"> | "thirdParty" | "receiptComing";

export const WARNINGS: readonly PhraseTable<Warning>[] = [
  crisis,
  optOut,
  legal,
  deceased,
  wrongPerson,
  thirdParty,
  person,
  alreadyPaid,
  receiptComing,
  dispute,
  hardship,
  abuse,
];

/** What each warning is, and what is done about it. */
export const MEANING_OF_WARNING: Readonly<Record<Warning, { readonly type: Protective; readonly intent: Intent }>> = {
  crisis: { type: "crisis", intent: "crisis" },
  optOut: { type: "optOut", intent: "opt_out" },
  legal: { type: "legal", intent: "legal" },
  deceased: { type: "deceased", intent: "third_party" },
  wrongPerson: { type: "wrongPerson", intent: "deny_identity" },
  thirdParty: { type: "wrongPerson", intent: "third_party" },
  person: { type: "person", intent: "human" },
  alreadyPaid: { type: "alreadyPaid", intent: "already_paid" },
  receiptComing: { type: "alreadyPaid", intent: "receipt" },
  dispute: { type: "dispute", intent: "dispute" },
  hardship: { type: "hardship", intent: "hardship" },
  abuse: { type: "abuse", intent: "abuse" },
};
