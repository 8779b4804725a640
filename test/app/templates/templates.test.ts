import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { applyTemplateChange, type TemplateChange } from "../../../src/app/templates/apply-template-change.ts";
import { OUR_TEMPLATES } from "../../../src/app/templates/our-templates.ts";
import { resumeTemplate } from "../../../src/app/templates/resume.ts";
import { submitTemplates } from "../../../src/app/templates/submit.ts";
import { syncAllTemplates, syncTemplates } from "../../../src/app/templates/sync.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
const WABA = "102290129340398";
const OPENING = { wabaId: WABA, name: "saldar_opening", language: "es" } as const;
let world: World;
let people = 0;

beforeAll(async () => {
  world = await makeWorld(database);
  await world.owner`update channel set waba_id = ${WABA} where id = ${world.channelId}`;
});
afterAll(() => world[Symbol.asyncDispose]());

const ask = () => ({ businessId: world.business.id, actor: "ana" });
const all = OUR_TEMPLATES.map(({ name, language }) => ({ name, language }));
const submit = (templates = all) =>
  submitTemplates(world.deps, { businessId: world.business.id, userId: "ana", wabaId: WABA, templates });
const atMeta = (name = "saldar_opening", language = "es") =>
  present(
    world.meta.templates.of(WABA).find((one) => one.name === name && one.language === language),
    "the template at Meta",
  );
const approveAll = async (): Promise<void> => {
  for (const one of world.meta.templates.of(WABA))
    Object.assign(one, { status: "APPROVED", quality_score: { score: "GREEN" } });
  await syncTemplates(world.deps, ask());
};
const change = (told: TemplateChange) =>
  world.db.inBusiness(world.business.id, (tx) =>
    applyTemplateChange(tx, world.business.id, told, { now: WEDNESDAY, realNow: world.deps.clock.now() }),
  );
const row = async (name = "saldar_opening", language = "es") =>
  (
    await world.owner<
      {
        id: string;
        status: string;
        quality: string;
        category: string;
        pausedBecause: string | null;
        because: string | null;
      }[]
    >`
      select id, status, quality, category, paused_because, because from template where name = ${name} and language = ${language}`
  )[0];
const alarms = async () =>
  (await world.owner<{ kind: string }[]>`select kind from alarm order by id`).map(({ kind }) => kind);

async function open(): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return debtor;
}
const sendOf = async ({ id }: SampleDebtor) =>
  (
    await world.owner<{ state: string; waitsBecause: string | null; waits: boolean }[]>`
      select o.state, o.waits_because, o.retry_at is not null as waits from outbox o
      join conversation c on c.id = o.conversation_id where c.debtor_id = ${id}`
  )[0];

beforeEach(async () => {
  await world.owner`truncate template`;
  await world.owner`update alarm set kind = 'old'`;
  await world.owner`delete from alarm`;
  world.meta.templates.of(WABA).length = 0;
  await world.setTime(WEDNESDAY);
});

describe("templates are submitted", () => {
  it("all of them, as Meta needs them, and nothing of it twice", async () => {
    const submitted = present(await submit(), "the account");
    expect(submitted).toHaveLength(21);
    expect(submitted.every(({ done, action }) => done && action === "create")).toBe(true);
    expect(world.meta.templates.of(WABA)).toHaveLength(21);
    expect(await row()).toMatchObject({ status: "PENDING", category: "UTILITY" });
    expect(await submit()).toEqual([]);
    const [audited] =
      await world.owner`select count(*)::int as times from audit_event where action = 'template.create' and actor = 'ana'`;
    expect(audited).toEqual({ times: 21 });
  });

  it("as a change where somebody at Meta wrote another text, and by nobody while that is reviewed", async () => {
    await submit();
    await approveAll();
    Object.assign(atMeta(), { components: [{ type: "BODY", text: "Hola {{1}}, de {{2}} otra vez" }] });
    await syncTemplates(world.deps, ask());
    expect(await submit()).toMatchObject([{ name: "saldar_opening", language: "es", action: "edit", done: true }]);
    expect(atMeta().components).toMatchObject([{ text: OUR_TEMPLATES[0]?.body }, { type: "BUTTONS" }]);
    expect(await row()).toMatchObject({ status: "PENDING" });
  });

  it("not at all where Meta does not say what it has, and no more of them once it refuses all", async () => {
    world.meta.templates.refuseNext({ on: "GET", status: 403, code: 200 });
    expect(await submit()).toMatchObject([{ done: false, because: "not-allowed" }]);
    expect(world.meta.templates.of(WABA)).toEqual([]);
    world.meta.templates.refuseNext({ on: "POST", status: 400, code: 100, subcode: 2388023 });
    world.meta.templates.refuseNext({ on: "POST", status: 503 });
    expect(await submit()).toMatchObject([
      { done: false, because: "deleted-lately" },
      { done: false, because: "unavailable" },
    ]);
    expect(await submitTemplates(world.deps, { ...ask(), userId: "ana", wabaId: "1", templates: all })).toBeUndefined();
  });
});

describe("what Meta has is taken over", () => {
  it("with what somebody made by hand; what is gone there is no longer sent; the same again is no change", async () => {
    await submit();
    await approveAll();
    world.meta.templates.add(WABA, {
      name: "hand_made",
      language: "es",
      status: "APPROVED",
      category: "MARKETING",
      components: [],
    });
    expect(await syncTemplates(world.deps, ask())).toEqual([{ wabaId: WABA, seen: 22, changed: 1 }]);
    expect(await syncTemplates(world.deps, ask())).toEqual([{ wabaId: WABA, seen: 22, changed: 0 }]);
    world.meta.templates.of(WABA).splice(0, 1);
    expect(await syncTemplates(world.deps, ask())).toEqual([{ wabaId: WABA, seen: 21, changed: 1 }]);
    expect(await row()).toMatchObject({ status: "DELETED" });
    expect(await alarms()).toEqual(["template.stopped"]);
  });

  it("each hour for every business; one that Meta does not answer for is logged", async () => {
    const log = collectingLog();
    world.meta.templates.refuseNext({ on: "GET", status: 503 });
    await syncAllTemplates({ ...world.deps, log });
    expect(log.complaints).toEqual(["templates could not be read"]);
  });

  it("by webhook: status, category and quality, each once, and of what is unknown nothing", async () => {
    await submit();
    await approveAll();
    expect(await change({ ...OPENING, kind: "status", status: "REJECTED", because: "PROMOTIONAL" })).toBe(true);
    expect(await row()).toMatchObject({ status: "REJECTED", because: "PROMOTIONAL" });
    await change({ ...OPENING, kind: "status", status: "REINSTATED", because: "NONE" });
    expect(await row()).toMatchObject({ status: "APPROVED", because: null });
    await change({ ...OPENING, kind: "category", category: "MARKETING" });
    expect(await row()).toMatchObject({ category: "MARKETING" });
    expect(await alarms()).toEqual(["template.stopped", "template.category"]);
    await change({ ...OPENING, kind: "category", category: "MARKETING" });
    expect(await alarms()).toHaveLength(2);
    expect(await change({ ...OPENING, name: "nobody_knows", kind: "quality", quality: "RED" })).toBe(false);
  });
});

describe("a template of bad quality", () => {
  it("is paused with an alarm, what it would carry waits, and it goes on when it is good again", async () => {
    await submit();
    await approveAll();
    await change({ ...OPENING, kind: "quality", quality: "RED" });
    expect(await row()).toMatchObject({ quality: "RED", pausedBecause: "quality" });
    expect(await alarms()).toEqual(["template.paused"]);
    const debtor = await open();
    expect(await sendOf(debtor)).toEqual({ state: "queued", waitsBecause: "template", waits: true });
    expect(world.heard(debtor.phone)).toEqual([]);

    await change({ ...OPENING, kind: "quality", quality: "GREEN" });
    await world.settle();
    expect(await sendOf(debtor)).toMatchObject({ state: "accepted", waitsBecause: null });
    expect(world.heard(debtor.phone)).toHaveLength(1);
  });

  it("is resumed by a person, stays so while it is bad, and is paused again when it turns bad anew", async () => {
    await submit();
    await approveAll();
    Object.assign(atMeta(), { quality_score: { score: "RED" } });
    await syncTemplates(world.deps, ask());
    const { id } = present(await row(), "the template");
    const resume = (templateId = id) =>
      resumeTemplate(world.deps, { businessId: world.business.id, templateId, userId: "ana" });
    const debtor = await open();
    expect(await sendOf(debtor)).toMatchObject({ waitsBecause: "template" });
    expect(await resume()).toBe("resumed");
    expect(await resume()).toBe("not-paused");
    expect(await resume(newId())).toBe("not-found");
    await world.settle();
    expect(await sendOf(debtor)).toMatchObject({ state: "accepted" });
    await syncTemplates(world.deps, ask());
    expect(await row()).toMatchObject({ quality: "RED", pausedBecause: null });
    await change({ ...OPENING, kind: "quality", quality: "YELLOW" });
    await change({ ...OPENING, kind: "quality", quality: "RED" });
    expect(await row()).toMatchObject({ pausedBecause: "quality" });
  });
});

describe("at dispatch", () => {
  it.each(["PENDING", "PAUSED", "DISABLED", "REJECTED"])(
    "one that is %s at Meta holds its message, which leaves on approval",
    async (status) => {
      await submit();
      await approveAll();
      await change({ ...OPENING, kind: "status", status });
      const debtor = await open();
      expect(await sendOf(debtor)).toMatchObject({ state: "queued", waitsBecause: "template" });
      await change({ ...OPENING, kind: "status", status: "APPROVED" });
      await world.settle();
      expect(await sendOf(debtor)).toMatchObject({ state: "accepted" });
    },
  );

  it("one that takes other variables or buttons than we send is not tried", async () => {
    await submit();
    await approveAll();
    Object.assign(atMeta(), {
      components: [{ type: "BODY", text: "Hola {{1}}, le escribimos por un asunto de su cuenta." }],
    });
    await syncTemplates(world.deps, ask());
    expect(await sendOf(await open())).toMatchObject({ state: "queued", waitsBecause: "template" });
  });

  it("an unknown one is Meta's to decide, as is its refusal", async () => {
    const debtor = await open();
    expect(await sendOf(debtor)).toMatchObject({ state: "accepted" });
    people += 1;
    const next = await world.addDebtor(people);
    world.meta.order({ kind: "error", code: 132001 }, { to: next.phone.slice(1) });
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [next.id], userId: "ana" });
    await world.settle();
    expect(await sendOf(next)).toMatchObject({ state: "rejected" });
  });

  it.each([
    [132015, { status: "PAUSED", pausedBecause: null }],
    [132001, { status: "DELETED", pausedBecause: null }],
    [132016, { status: "DISABLED", pausedBecause: null }],
    [132012, { status: "APPROVED", pausedBecause: "meta.132012" }],
    [132000, { status: "APPROVED", pausedBecause: "meta.132000" }],
  ])("Meta's error %i of a known one marks it, and its message waits like the rest", async (code, marked) => {
    await submit();
    await approveAll();
    world.meta.order({ kind: "error", code }, { to: `57300555${String(people + 1).padStart(4, "0")}` });
    const refused = await open();
    expect(await row()).toMatchObject(marked);
    expect(await sendOf(refused)).toEqual({ state: "queued", waitsBecause: "template", waits: true });
    expect(await world.owner`select paced_until_ms from conversation where debtor_id = ${refused.id}`).toEqual([
      { pacedUntilMs: null },
    ]);
    const asked = world.meta.requests.length;
    const next = await open();
    expect(await sendOf(next)).toMatchObject({ waitsBecause: "template" });
    expect(world.meta.requests).toHaveLength(asked);
    expect(await alarms()).not.toContain("message.rejected");

    if (marked.pausedBecause === null) await change({ ...OPENING, kind: "status", status: "APPROVED" });
    else
      await resumeTemplate(world.deps, {
        businessId: world.business.id,
        templateId: present(await row(), "it").id,
        userId: "ana",
      });
    await world.settle();
    expect([await sendOf(refused), await sendOf(next)]).toMatchObject([{ state: "accepted" }, { state: "accepted" }]);
  });

  it("its category of that moment stands with the message", async () => {
    await submit();
    await approveAll();
    await change({ ...OPENING, kind: "category", category: "MARKETING" });
    const { id } = await open();
    const [message] = await world.owner`
      select m.detail->>'template' as template, m.detail->>'language' as language, m.detail->>'category' as category
      from message m join conversation c on c.id = m.conversation_id where c.debtor_id = ${id}`;
    expect(message).toEqual({ template: "saldar_opening", language: "es", category: "MARKETING" });
  });
});

test("who writes is answered at once, whatever waits for a template in their chat", async () => {
  await submit();
  await approveAll();
  await change({ ...OPENING, kind: "status", status: "PAUSED" });
  const debtor = await open();
  expect(await sendOf(debtor)).toMatchObject({ waitsBecause: "template" });
  await world.says(debtor.phone, "Hola");
  await world.settle();
  expect(world.heard(debtor.phone)).not.toEqual([]);
});
