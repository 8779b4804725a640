import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockTemplates, type TemplateRow, templateAccounts, templatesOf } from "../../../db/templates.ts";
import { type Desk, type DeskRefusal, type TemplateDesk, templateComponents } from "../../channels/template-desk.ts";
import type { TemplateCategory } from "../../domain/template.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { variablesOf } from "./compare-template.ts";
import { keepTemplates } from "./keep-templates.ts";
import { type PlannedTemplate, planSubmission } from "./plan-submission.ts";
import { type SyncDeps, syncTemplates } from "./sync.ts";

/** What came of one template: registered or changed at Meta, or refused there, and why. */
export type Submitted = {
  readonly name: string;
  readonly language: string;
  readonly action: "create" | "edit";
} & (
  | { readonly done: true; readonly status: string }
  | { readonly done: false; readonly because: DeskRefusal; readonly detail: string }
);

export type SubmitAsked = {
  readonly businessId: string;
  readonly userId: string;
  readonly wabaId: string;
  /** `name language` of those that the person saw and agreed to; what has come to need nothing meanwhile is left alone. */
  readonly templates: readonly { readonly name: string; readonly language: string }[];
};

/** After one of these the others would be refused for the same reason. */
const STOPS: ReadonlySet<DeskRefusal> = new Set(["unavailable", "too-fast", "not-allowed", "not-found", "full"]);

/**
 * Registers at Meta what the person agreed to, one after the other, each on the record. Meta's list is read first, so that nothing
 * is decided by what is old. Undefined when no number of the business has that account.
 */
export async function submitTemplates(deps: SyncDeps, asked: SubmitAsked): Promise<Submitted[] | undefined> {
  const { businessId, userId, wabaId } = asked;
  const account = (await deps.db.inBusiness(businessId, (tx) => templateAccounts(tx, businessId))).find(
    (one) => one.wabaId === wabaId,
  );
  const desk = account && deps.channels.get(account.channelId)?.templates;
  if (!desk) return undefined;
  const synced = (await syncTemplates(deps, { businessId, actor: userId })).find((one) => one.wabaId === wabaId);
  const planned = planSubmission(await deps.db.inBusiness(businessId, (tx) => templatesOf(tx, businessId)), wabaId);
  const wanted = planned.filter(({ ours }) =>
    asked.templates.some(({ name, language }) => name === ours.name && language === ours.language),
  );

  const isListed = synced !== undefined && !("because" in synced);
  const submitted: Submitted[] = [];
  for (const one of wanted) {
    const { action, ours } = one;
    if (action !== "create" && action !== "edit") continue;
    const named = { name: ours.name, language: ours.language, action };
    // An account whose list cannot be read is not written to blindly.
    const answer: Desk<{ status: string }> =
      synced && "because" in synced
        ? { done: false, because: synced.because, detail: synced.detail }
        : await submitOne(deps, desk, { asked, one });
    submitted.push(answer.done ? { ...named, done: true, status: answer.value.status } : { ...named, ...answer });
    if (!answer.done && (!isListed || STOPS.has(answer.because))) break;
  }
  if (submitted.some(({ done, action }) => done && action === "edit"))
    await syncTemplates(deps, { businessId, actor: userId });
  return submitted;
}

type One = { readonly asked: SubmitAsked; readonly one: PlannedTemplate };

async function submitOne(deps: SyncDeps, desk: TemplateDesk, { asked, one }: One): Promise<Desk<{ status: string }>> {
  const { ours, known } = one;
  const metaId = one.action === "edit" ? known?.metaId : undefined;
  if (metaId) {
    const edited = await desk.edit(metaId, ours);
    // What has become of it then, its list says: an approved one may stay so while it is reviewed.
    return edited.done
      ? keep(deps, { asked, one }, { metaId, status: known?.status ?? "PENDING" })
      : note(deps, { asked, one }, edited);
  }
  const created = await desk.create(asked.wabaId, ours);
  return created.done ? keep(deps, { asked, one }, created.value) : note(deps, { asked, one }, created);
}

/** The row as Meta answered, so that nothing is sent before it is approved; the next look at the list has all of it. */
async function keep(
  { db, clock }: SyncDeps,
  { asked: { businessId, userId, wabaId }, one: { ours, action } }: One,
  told: { metaId: string; status: string; category?: string },
): Promise<Desk<{ status: string }>> {
  await db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext({ clock }, tx);
    const rows = await lockTemplates(tx, businessId, wabaId);
    const before = rows.find(({ name, language }) => name === ours.name && language === ours.language);
    const components = templateComponents(ours);
    const after: TemplateRow = {
      id: before?.id ?? newId(),
      wabaId,
      name: ours.name,
      language: ours.language,
      metaId: told.metaId,
      category: categoryOf(told.category) ?? before?.category ?? ours.category,
      status: told.status,
      quality: before?.quality ?? "UNKNOWN",
      components,
      variables: variablesOf(components),
      timeToLiveSeconds: ours.timeToLiveSeconds,
      because: null,
      pausedBecause: before?.pausedBecause?.startsWith("meta.") ? null : (before?.pausedBecause ?? null),
      syncedAt: clock.now(),
    };
    await keepTemplates(tx, businessId, [{ before, after }], { actor: userId, action: `template.${action}`, now });
  });
  return { done: true, value: { status: told.status } };
}

function categoryOf(text: string | undefined): TemplateCategory | undefined {
  return (["UTILITY", "MARKETING", "AUTHENTICATION"] as const).find((category) => category === text);
}

/** That it was asked and refused is on the record too. */
async function note<T>(
  { db, clock }: SyncDeps,
  { asked: { businessId, userId }, one: { ours, action, known } }: One,
  refused: Desk<T> & { readonly done: false },
): Promise<typeof refused> {
  const { because, detail } = refused;
  await db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext({ clock }, tx);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: `template.${action}-refused`,
      subject: "template",
      subjectId: known?.id ?? null,
      before: null,
      after: { name: ours.name, language: ours.language, because, detail },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "template.changed", subjectId: null }]);
  });
  return refused;
}
