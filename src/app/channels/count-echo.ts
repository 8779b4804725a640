import type { DateTime } from "luxon";
import { debtorNamed, noteEchoed, type Standing } from "../../../db/echoes.ts";
import { countContacts } from "../../../db/gate.ts";
import { tellConsole } from "../../../db/intake.ts";
import { appendOutsideContact } from "../../../db/outside-contacts.ts";
import { lockPerson } from "../../../db/stops.ts";
import { classifyTrigger } from "../../domain/contact-law/trigger.ts";
import { PHONE_ITSELF } from "../../domain/on-phone.ts";
import type { MoveContext } from "../conversations/save-moves.ts";

/** In a conversation that is open, with how it stood before; or to somebody with whom there is none. `at` is not after now. */
export type EchoMade =
  | { readonly messageId: string; readonly conversationId: string; readonly before: Standing; readonly at: DateTime }
  | {
      readonly keys: readonly string[];
      readonly lid: string | null;
      /** Of the contact that it is, made of the echo's own name: told again it is the same one. */
      readonly outsideId: string;
      readonly at: DateTime;
    };

/**
 * The creditor reached the debtor, whoever typed: what the owner writes on the phone itself counts towards the law's caps as an agent's words
 * do. An answer to what the debtor wrote does not, and neither does what goes on with it; all else counts, once a burst. Where no conversation is open it
 * stands among what was made elsewhere, with the phone as who entered it, and may be withdrawn there.
 */
export async function countEcho({ tx, business, now }: MoveContext, made: EchoMade): Promise<void> {
  const { at } = made;
  if (!("conversationId" in made)) {
    const debtor = await debtorNamed(tx, business.id, made);
    if (debtor === undefined || !(await lockPerson(tx, business.id, debtor.debtorId))) return;
    await appendOutsideContact(tx, business.id, {
      ...debtor,
      id: made.outsideId,
      address: null,
      channel: "whatsapp",
      initiatedBy: "collector",
      kind: "accepted",
      at,
      note: null,
      enteredBy: PHONE_ITSELF,
      enteredAt: now,
    });
    await tellConsole(tx, business.id, [{ kind: "debtor.changed", subjectId: debtor.debtorId }]);
    return;
  }
  const { messageId, conversationId, before } = made;
  const { debtorId, goesOn, saidSinceInbound, lastInboundAt } = before;
  await noteEchoed(tx, business.id, { conversationId, at, before });
  const trigger = classifyTrigger(
    "reply",
    {
      messageKind: "agent",
      ...(lastInboundAt !== null && { lastInboundAt }),
      conversationClosed: false,
      repliesSinceDebtorWrote: saidSinceInbound,
    },
    at,
  );
  if (debtorId !== null && !goesOn && trigger === "proactive")
    await countContacts(tx, business.id, [{ debtorId, outboxId: messageId, at }]);
}
