import type { ConversationRow } from "../../../../db/console/inbox.ts";
import { HAND_OVER_REASONS } from "../../../../flows/vocabulary.ts";
import type { ConversationSummary, Owner } from "../../contract/inbox.ts";
import { authorView, type Names, person, userIdOf } from "./author.ts";
import { moment, momentOrNull } from "./moments.ts";

export function conversationSummary(
  row: ConversationRow,
  { names, me }: { names: Names; me: string },
): ConversationSummary {
  return {
    id: row.id,
    contact: { id: row.contactId, name: row.contactName, phone: row.phone },
    debtor:
      row.debtorId === null
        ? null
        : { id: row.debtorId, name: row.debtorName ?? "", reference: row.debtorReference ?? "" },
    language: row.language,
    owner: ownerView(row, { names, me }),
    state: row.state,
    handedOverBecause: HAND_OVER_REASONS.find((reason) => reason === row.handedOverBecause) ?? null,
    handedOverAt: momentOrNull(row.handedOverAt),
    lastInboundAt: momentOrNull(row.lastInboundAt),
    preview: previewOf(row, names),
    openedAt: moment(row.openedAt),
    closedAt: momentOrNull(row.closedAt),
    outcome: row.outcome,
  };
}

export function ownerView(
  { owner, ownerUserId }: Pick<ConversationRow, "owner" | "ownerUserId">,
  { names, me }: { names: Names; me: string },
): Owner {
  if (owner !== "agent" || ownerUserId === null) return { kind: owner === "bot" ? "bot" : "nobody" };
  return { kind: "agent", agent: person(ownerUserId, names), isMe: ownerUserId === me };
}

/** The people named in these lines. */
export function peopleOf(rows: readonly ConversationRow[]): string[] {
  return [
    ...new Set(
      rows.flatMap(({ ownerUserId, previewAuthor }) => [ownerUserId ?? [], userIdOf(previewAuthor) ?? []].flat()),
    ),
  ];
}

function previewOf(row: ConversationRow, names: Names): ConversationSummary["preview"] {
  const { previewAuthor: author, previewBody: body, previewAt: at } = row;
  if (author === null || body === null || at === null) return null;
  return { author: authorView(author, names), body, at: moment(at) };
}
