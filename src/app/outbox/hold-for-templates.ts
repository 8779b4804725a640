import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockTemplate, templatesBehind, waitForTemplates } from "../../../db/templates.ts";
import type { Rejection } from "../../channels/channel.ts";
import { present } from "../../domain/assert.ts";
import { APPROVED } from "../../domain/template.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { keepTemplates } from "../templates/keep-templates.ts";

/** What changes for a template frees what waits for it at once (`freeTemplateWaits`); this is for what nobody was told of. */
const WAIT_MINUTES = 15;

/** These wait until their templates may be sent. */
export async function holdForTemplates(
  tx: Tx,
  businessId: string,
  { ids, realNow }: { ids: readonly string[]; realNow: DateTime },
): Promise<void> {
  const touched = await waitForTemplates(tx, businessId, { ids, retryAt: realNow.plus({ minutes: WAIT_MINUTES }) });
  await tellConsole(
    tx,
    businessId,
    [...new Set(touched)].map((id) => ({ kind: "conversation.changed", subjectId: id })),
  );
}

/** What Meta says of a template by refusing a message (Meta, "Cloud API error codes"). */
const MEANING: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["132001", { status: "DELETED" }],
  ["132015", { status: "PAUSED" }],
  ["132016", { status: "DISABLED" }],
  // Its text breaks a rule, or takes other values than we send: nothing passes until somebody has looked at it.
  ["132000", "paused"],
  ["132005", "paused"],
  ["132007", "paused"],
  ["132012", "paused"],
]);

type Meaning = { readonly status: string } | "paused";
type Refused = { readonly outboxId: string; readonly result: Rejection };

/**
 * Meta refused these because of their template: what is known of it is put right, so that nothing more is sent with it, and those
 * whose template is known wait for it like the rest. Returns them; of the others, Meta's word stands.
 */
export async function learnFromRefusals(
  { clock }: Pick<Deps, "clock">,
  tx: Tx,
  businessId: string,
  refused: readonly Refused[],
): Promise<Set<string>> {
  const meant = new Map(
    refused.flatMap(({ outboxId, result }) => (MEANING.has(result.code) ? [[outboxId, result] as const] : [])),
  );
  if (meant.size === 0) return new Set();
  const { now } = await moveContext({ clock }, tx);
  const behind = await templatesBehind(tx, businessId, [...meant.keys()]);
  for (const [templateId, [first]] of Map.groupBy(behind, (one) => one.templateId)) {
    const { code, detail } = present(
      meant.get(present(first, "a send of the template").outboxId),
      "why it was refused",
    );
    const before = present(await lockTemplate(tx, businessId, templateId), "the template");
    const meaning = present(MEANING.get(code), "what the code means");
    const changes =
      meaning === "paused" ? { pausedBecause: `meta.${code}` } : before.status === APPROVED ? meaning : {};
    const after = { ...before, ...changes, because: detail, syncedAt: clock.now() };
    await keepTemplates(tx, businessId, [{ before, after }], { actor: "meta", action: "template.refused", now });
  }
  return new Set(behind.map(({ outboxId }) => outboxId));
}
