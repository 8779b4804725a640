import type { DateTime } from "luxon";
import { z } from "zod";
import { appendOutcomes } from "../../../db/agreements.ts";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { giveUp, type Postponed, postpone } from "../../../db/outbox.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { closeUnsaid, effectsBehind, moveAlarms } from "../../../db/unsent.ts";
import type { AlarmKind } from "../../domain/alarm-kind.ts";
import { present } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import { waitEnd } from "../conversations/wait-end.ts";
import type { Judged } from "./gate.ts";
import { spreadBlocked } from "./spread-blocked.ts";

/** What the law delays is spread over the next lawful window; what no passing of time allows is given up, and shown. */
export async function holdBack(tx: Tx, business: Business, denied: readonly Judged[], now: DateTime): Promise<void> {
  const never = denied.filter(({ decision }) => !decision.allowed && decision.until === null);
  await giveUp(
    tx,
    business.id,
    never.map(({ send, decision }) => ({
      id: send.id,
      state: "blocked" as const,
      failure: { reason: decision.reason },
    })),
  );
  await endUnsaid(tx, business, never.filter(isOurs), now);
  await callPerson(
    tx,
    business,
    never.map(({ send, decision: { reason } }) => ({ send, reason })),
  );

  await moveSends(tx, business, await spreadBlocked(tx, business.id, denied, now));
}

/** Tries these again at other moments, and lets the time for an answer begin then. */
export async function moveSends(tx: Tx, business: Business, moved: readonly Postponed[]): Promise<void> {
  await postpone(tx, business.id, moved);
  await waitFromThen(tx, business, moved);
}

/** Words that the bot started by itself: nobody asked for them. */
function isOurs({ send }: Judged): boolean {
  return send.trigger === "proactive" && send.author === "bot";
}

export type Unsent = {
  readonly send: Pick<Judged["send"], "kind" | "author" | "conversationId">;
  readonly reason: string;
};

/** Of what will not leave, a person's own words call a person: whoever wrote them believes that the debtor reads them. */
export async function callPerson(tx: Tx, business: Business, unsent: readonly Unsent[]): Promise<void> {
  const ofPeople = unsent.filter(({ send }) => send.author.startsWith("agent:"));
  for (const { send, reason } of ofPeople)
    await raiseAlarm(tx, business.id, { id: newId(), subjectId: send.conversationId, ...alarmOf(send.kind, reason) });
  if (ofPeople.length > 0) await tellConsole(tx, business.id, [{ kind: "alarm.changed", subjectId: null }]);
}

function alarmOf(kind: string, reason: string): { kind: AlarmKind; detail: string } {
  return kind === "notice"
    ? {
        kind: "notice.unsent",
        detail: `The decision of a dispute was not told to its debtor (${reason}): tell them yourself.`,
      }
    : {
        kind: "reply.unsent",
        detail: `What an agent wrote did not leave (${reason}): the conversation shows it, and the debtor has not read it.`,
      };
}

/** What we may never begin to say is not followed by a nudge, and its silence is nobody's: `other`, not `unreachable`. */
async function endUnsaid(tx: Tx, business: Business, never: readonly Judged[], now: DateTime): Promise<void> {
  if (never.length === 0) return;
  const ids = never.map(({ send }) => send.conversationId);
  const ended = await closeUnsaid(tx, business.id, ids, { outcome: "other", at: now });
  await appendOutcomes(
    tx,
    business.id,
    ended.map((one) => ({ ...one, outcome: "other", by: "bot", at: now })),
  );
}

const Wait = z.union([z.object({ hours: z.number() }), z.object({ workingDays: z.number() })]);

/** The time we give for an answer begins when the question leaves, not when it was written. */
async function waitFromThen(
  tx: Tx,
  business: Business,
  postponed: readonly { id: string; sendAt: DateTime }[],
): Promise<void> {
  if (postponed.length === 0) return;
  const leaves = new Map(postponed.map(({ id, sendAt }) => [id, sendAt]));
  const behind = await effectsBehind(tx, business.id, [...leaves.keys()]);
  const moved = behind.flatMap(({ id, conversationId, effects }) => {
    const asked = Wait.safeParse(effects.findLast(({ type }) => type === "setAlarm")?.params);
    const sendAt = present(leaves.get(id), "when it leaves");
    return asked.success ? [{ conversationId, alarmAt: waitEnd(asked.data, business, sendAt) }] : [];
  });
  if (moved.length > 0) await moveAlarms(tx, business.id, moved);
}
