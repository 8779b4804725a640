import { lastSaid } from "../../../db/agreements.ts";
import { liftHolds } from "../../../db/holds.ts";
import { appendPermissions, endSuppression, heldSince, lastAsking } from "../../../db/stops.ts";
import type { WaitingMessage } from "../../../db/turns.ts";
import type { FlowEvent } from "../../../flows/vocabulary.ts";
import { assert, present } from "../../domain/assert.ts";
import { dayOf } from "../../domain/time.ts";
import { newId } from "../../ids.ts";
import { keepPermission } from "../contact/keep-permission.ts";
import { silencePerson } from "../contact/silence-person.ts";
import type { DecidedMove, MoveContext } from "./save-moves.ts";

/** Turns in which somebody said stop, and in which somebody asked for messages again and confirmed it. */
export type Wishes = { readonly stops: readonly DecidedMove[]; readonly returns: readonly DecidedMove[] };

/** What people said about being written to, kept as they said it, in the transaction of their turn. */
export async function hearWishes(context: MoveContext, { stops, returns }: Wishes): Promise<void> {
  if (stops.length > 0) await hearStops(context, stops);
  // One by one: few ever come back.
  for (const one of returns) await permitAgain(context, one);
}

const NOTHING = { granted: false, otherChannels: [], otherNumbers: false, addsToLast: false } as const;
/** They asked to be written to here, and not to be called again. */
const WHATSAPP_ALONE = { granted: true, otherChannels: [], otherNumbers: false, addsToLast: false } as const;

async function hearStops(context: MoveContext, stops: readonly DecidedMove[]): Promise<void> {
  const { tx, business, now } = context;
  // The number it was said from stays without permission, also when the person later gives one from another number.
  const refused = stops.map((move) => {
    const { id, body, sentAt } = saidIn(move, "debtor.optedOut");
    return { wording: body, grantedOn: dayOf(sentAt, business.zone), messageId: id, contactId: move.before.contactId };
  });
  await appendPermissions(
    tx,
    business.id,
    refused.map((one) => ({ ...one, id: newId(), ...NOTHING, source: "debtor_words", at: now })),
  );
  // Nobody's turn is waited for, so that two of one person's, each with a stop, cannot wait for each other.
  await silencePerson(context, {
    debtorIds: [...new Set(stops.flatMap(({ before }) => before.debtorId ?? []))],
    contactId: undefined,
    except: stops.map(({ before }) => before.id),
    reason: "OPTED_OUT",
    outcome: "opted_out",
    by: "bot",
  });
}

/** By the rules of `recordOwnWords`: it ends what was placed before they said yes, and the flow asked about nobody who cannot return. */
async function permitAgain({ tx, business, now }: MoveContext, move: DecidedMove): Promise<void> {
  const { id: conversationId, contactId } = move.before;
  const debtorId = present(move.before.debtorId, "the conversation's debtor");
  const asking = present(await lastAsking(tx, business.id, conversationId), "the words that asked for messages");
  const yes = saidIn(move, "debtor.confirmed");
  const echo = (await lastSaid(tx, business.id, [conversationId])).get(conversationId);

  await liftHolds(tx, business.id, { debtorId, kind: "opt_out", by: null, at: now, placedBefore: yes.sentAt });
  // Somebody recorded a stop while this turn was decided. It is taken again, and then knows.
  const stands = await heldSince(tx, business.id, { debtorId, kind: "opt_out", now });
  assert(stands === undefined, "an opt-out came between the request and its confirmation");
  await endSuppression(tx, business.id, contactId);
  await keepPermission(
    tx,
    { businessId: business.id, debtorId, actor: "bot", at: now, confirmedBy: { echo: echo?.id, yes: yes.id } },
    {
      id: newId(),
      contactId,
      ...WHATSAPP_ALONE,
      wording: `${asking.body} / ${yes.body}`,
      grantedOn: dayOf(yes.sentAt, business.zone),
      source: "debtor_words",
      messageId: asking.id,
      at: now,
    },
  );
}

/** The message of the turn that this event was read from. */
function saidIn({ moved, waiting }: DecidedMove, type: FlowEvent["type"]): WaitingMessage {
  const read = moved.taken.findLast(({ event }) => event.type === type)?.meaning;
  return present(waiting.find(({ id }) => id === read?.messageId) ?? waiting[0], "the message of this turn");
}
