import { isDeepStrictEqual } from "node:util";
import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import type { Tx } from "../../../db/client.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { freeTemplateWaits, saveTemplates, type TemplateRow } from "../../../db/templates.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import type { AlarmKind } from "../../domain/alarm-kind.ts";
import { APPROVED } from "../../domain/template.ts";
import { newId } from "../../ids.ts";
import { OUR_NAMES } from "./our-templates.ts";

/** Who found out: Meta by a webhook or an answer, our hourly look, or a person. */
export type LearntBy = { readonly actor: string; readonly action: string; readonly now: DateTime };

export type TemplateChanged = { readonly before: TemplateRow | undefined; readonly after: TemplateRow };

/** We send it no more since people's reactions to it are bad. What else pauses it is Meta's error code: `meta.132012`. */
const PAUSED_BY_QUALITY = "quality";

/**
 * Red pauses it, so that what Meta would do next (three hours, six, for good) does not happen; green ends that pause. A person may
 * end it sooner, and then it is not paused again until it has turned red anew.
 */
export function afterQuality(before: TemplateRow | undefined, after: TemplateRow): TemplateRow {
  const turnedRed = after.quality === "RED" && before?.quality !== "RED";
  if (turnedRed) return { ...after, pausedBecause: after.pausedBecause ?? PAUSED_BY_QUALITY };
  const recovered = after.quality === "GREEN" && after.pausedBecause === PAUSED_BY_QUALITY;
  return recovered ? { ...after, pausedBecause: null } : after;
}

/**
 * Keeps what was learnt of templates: each change on the record, with an alarm for what keeps our own from being sent, and what
 * waits for one looked at again. Returns those that changed; the rest was only seen again.
 */
export async function keepTemplates(
  tx: Tx,
  businessId: string,
  changes: readonly TemplateChanged[],
  by: LearntBy,
): Promise<TemplateChanged[]> {
  await saveTemplates(
    tx,
    businessId,
    changes.map(({ after }) => after),
  );
  const real = changes.filter(({ before, after }) => !isDeepStrictEqual(sides(before), sides(after)));
  if (real.length === 0) return [];
  for (const { before, after } of real)
    await recordAudit(tx, businessId, {
      actor: by.actor,
      action: by.action,
      subject: "template",
      subjectId: after.id,
      before: sides(before),
      after: sides(after),
      at: by.now,
    });
  const alarms = real.flatMap(alarmsOf);
  for (const alarm of alarms) await raiseAlarm(tx, businessId, { id: newId(), ...alarm });
  await tellConsole(tx, businessId, [
    { kind: "template.changed", subjectId: null },
    ...(alarms.length > 0 ? [{ kind: "alarm.changed", subjectId: null }] : []),
  ]);
  if ((await freeTemplateWaits(tx, businessId)) > 0) await ringBell(tx, "dispatch", businessId);
  return real;
}

/** What of a row is worth a line in the record. */
function sides(row: TemplateRow | undefined) {
  if (row === undefined) return null;
  const { name, language, category, status, quality, components, timeToLiveSeconds, because, pausedBecause } = row;
  return { name, language, category, status, quality, components, timeToLiveSeconds, because, pausedBecause };
}

function alarmsOf({ before, after }: TemplateChanged): { kind: AlarmKind; subjectId: string; detail: string }[] {
  if (!OUR_NAMES.includes(after.name)) return [];
  const of = `${after.name} (${after.language})`;
  const alarm = (kind: AlarmKind, detail: string) => [{ kind, subjectId: after.id, detail: `${of}: ${detail}` }];
  const wasSent = before?.status === APPROVED && after.status !== APPROVED;
  const isRefused = after.status === "REJECTED" && before?.status !== "REJECTED";
  return [
    ...(wasSent || isRefused
      ? alarm("template.stopped", `Meta has it as ${after.status}. ${after.because ?? ""}`.trim())
      : []),
    ...(after.pausedBecause !== null && before?.pausedBecause !== after.pausedBecause
      ? alarm("template.paused", `paused here: ${after.pausedBecause}. What would be sent with it waits.`)
      : []),
    ...(before !== undefined && before.category !== after.category
      ? alarm("template.category", `Meta moved it from ${before.category} to ${after.category}: another price.`)
      : []),
  ];
}
