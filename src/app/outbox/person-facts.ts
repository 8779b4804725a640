import type { MadeContact, PermissionRow } from "../../../db/gate.ts";
import type { Attorney, Channel, Facts } from "../../domain/contact-law/facts.ts";
import { type HoldKind, STOPPED_BY } from "../../domain/outreach/holds.ts";

/** The law's longest look back is a week; a day more covers every zone. */
export const LOOK_BACK_DAYS = 8;

/** What we hold against writing to a person, what already left for them, and what they said about being written to. */
export type KnownOfPerson = {
  readonly holds: readonly HoldKind[];
  readonly contacts: readonly Pick<MadeContact, "at" | "channel" | "answered">[];
  readonly attorney?: Attorney | null | undefined;
  readonly moratorium?: Facts["moratorium"] | null;
  readonly requestedHours?: Facts["requestedHours"] | null;
  readonly inconvenient?: Facts["inconvenient"] | null;
};

/** The part of the facts that is the person's, in the law's own words: the same at the gate, on their page and in a dry run. */
export function personFacts({
  holds,
  contacts,
  attorney,
  moratorium,
  requestedHours,
  inconvenient,
}: KnownOfPerson): Pick<Facts, "holds" | "contacts" | "attorney" | "moratorium" | "requestedHours" | "inconvenient"> {
  return {
    holds: holds.map((kind) => ({ kind, stops: STOPPED_BY[kind] })),
    contacts: contacts.map(({ at, channel, answered }) => ({ at, channel, answered, proactive: true })),
    ...(attorney && { attorney: questionsOf(attorney) }),
    ...(moratorium && { moratorium }),
    ...(requestedHours && { requestedHours }),
    ...(inconvenient && { inconvenient }),
  };
}

/** By which channels they may be contacted; nothing where none was ever named, or all were taken back. */
export function permissionFacts(said: Omit<PermissionRow, "contactId"> | undefined): Pick<Facts, "permission"> {
  if (!said) return {};
  const channels: Channel[] = [...(said.granted ? (["whatsapp"] as const) : []), ...said.otherChannels];
  return channels.length === 0 ? {} : { permission: { channels, source: said.source, givenAt: said.at } };
}

/** Without the lawyer's name: what is decided from is kept for ever. */
function questionsOf({ contactKnown, unresponsive, consentsToDirect }: Attorney): Attorney {
  return { contactKnown, unresponsive, consentsToDirect };
}
