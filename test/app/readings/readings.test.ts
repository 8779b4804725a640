import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { correctReading } from "../../../src/app/readings/correct-reading.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { tables } from "../../support/tables.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

type Kept = {
  readonly body: string;
  readonly intent: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly act: string;
  readonly intents: { intent: string }[];
  readonly language: string;
  readonly expects: string;
  readonly words: string | null;
};

const kept = ({ id }: SampleDebtor) =>
  world.owner<Kept[]>`
    select m.body, r.intent, r.confidence, r.evidence, r.act, r.intents, r.language, r.expects, r.words
    from message_reading r join message m on m.id = r.message_id join conversation c on c.id = m.conversation_id
    where c.debtor_id = ${id} order by m.sent_at, m.id`;

async function somebody(...words: string[]): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  for (const text of words) {
    await world.says(debtor.phone, text);
    await world.settle();
  }
  return debtor;
}

const last = async (debtor: SampleDebtor): Promise<string> => {
  const [message] = await world.owner<{ id: string }[]>`
    select m.id from message m join conversation c on c.id = m.conversation_id
    where c.debtor_id = ${debtor.id} and m.direction = 'in' order by m.sent_at desc, m.id desc limit 1`;
  return present(message, "what they wrote last").id;
};

test("each text that a turn read keeps how it was read, what it answered, and everything it said", async () => {
  const debtor = await somebody("hola", "sí, soy yo", "1");
  await world.says(debtor.phone, "ya pagué el viernes, no me escriban más");
  await world.says(debtor.phone, "blablá trololó");
  await world.settle();
  const readings = await kept(debtor);
  expect(readings.map(({ body }) => body)).toEqual([
    "hola",
    "sí, soy yo",
    "1",
    "ya pagué el viernes, no me escriban más",
    "blablá trololó",
  ]);
  expect(readings.map(({ expects }) => expects).slice(0, 3)).toEqual([
    "identityProof",
    "identityProof",
    "identityProof",
  ]);
  expect(readings[1]).toMatchObject({ act: "act", language: "es", words: null });
  const [paid, noise] = readings.slice(3);
  expect(paid?.intents.map(({ intent }) => intent)).toEqual(expect.arrayContaining(["already_paid", "opt_out"]));
  expect(paid?.intent).toBe(paid?.intents[0]?.intent);
  expect(paid?.confidence).toBeGreaterThan(80);
  expect(paid?.confidence).toBeLessThanOrEqual(100);
  expect(paid?.body).toContain(paid?.evidence);
  expect(noise).toMatchObject({ evidence: "", words: "blabla trololo" });
  expect(["confirm", "menu"]).toContain(noise?.act);
});

test("words under a picture are kept as read; a picture without any, a button and a thumb are not", async () => {
  const debtor = await somebody();
  const media = {
    token: "media-1",
    type: "image",
    mime: "image/jpeg",
    sha256: undefined,
    fileName: undefined,
  } as const;
  await world.says(debtor.phone, { kind: "media", media, caption: "no reconozco esa deuda" });
  await world.settle();
  await world.says(debtor.phone, { kind: "media", media, caption: undefined });
  await world.says(debtor.phone, { kind: "choiceReply", id: "person", title: "Una persona" });
  await world.settle();
  const readings = await kept(debtor);
  expect(readings.map(({ body }) => body)).toEqual(["no reconozco esa deuda"]);
  expect(readings[0]?.intents.map(({ intent }) => intent)).toEqual(["receipt", "dispute"]);
});

test("what comes while a person has the chat is read too", async () => {
  const debtor = await somebody("hola");
  const [conversation] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${debtor.id}`;
  await takeOver(world.deps, {
    businessId: world.business.id,
    conversationId: present(conversation, "their chat").id,
    userId: "ana",
  });
  await world.says(debtor.phone, "ya pagué ayer");
  await world.settle();
  expect((await kept(debtor)).at(-1)).toMatchObject({ body: "ya pagué ayer", intent: "already_paid" });
});

const correct = (messageId: string, intent: "hardship" | "promise" | null) =>
  correctReading(world.deps, { businessId: world.business.id, messageId, userId: "ana", intent });

test("an agent's word is kept beside what was read, with who, when and what before; the last one holds, and can be taken back", async () => {
  const debtor = await somebody("hola", "ahí vemos pues");
  const id = await last(debtor);
  const before = await world.owner`select state, owner, revision from conversation where debtor_id = ${debtor.id}`;
  const read = (await kept(debtor)).at(-1)?.intent;
  const holds = await world.owner`select * from active_hold where debtor_id = ${debtor.id}`;

  expect(await correct(id, "hardship")).toBe("corrected");
  expect(await correct(id, "hardship")).toBe("corrected");
  expect(await correct(id, "promise")).toBe("corrected");
  expect(await correct(id, null)).toBe("corrected");
  expect(await correct(id, null)).toBe("corrected");

  const said = await world.owner`select was, intent, by from reading_correction where message_id = ${id} order by id`;
  expect(said.map((row) => ({ ...row }))).toEqual([
    { was: read, intent: "hardship", by: "ana" },
    { was: "hardship", intent: "promise", by: "ana" },
    { was: "promise", intent: null, by: "ana" },
  ]);
  const audit =
    await world.owner`select action, actor, before, after from audit_event where subject_id = ${id} order by id`;
  expect(audit.map((row) => ({ ...row }))).toEqual([
    {
      action: "reading.corrected",
      actor: "ana",
      before: { intent: read },
      after: { intent: "hardship", takenBack: false },
    },
    {
      action: "reading.corrected",
      actor: "ana",
      before: { intent: "hardship" },
      after: { intent: "promise", takenBack: false },
    },
    {
      action: "reading.corrected",
      actor: "ana",
      before: { intent: "promise" },
      after: { intent: read, takenBack: true },
    },
  ]);
  expect(await world.owner`select from console_event where kind = 'reading.changed'`).toHaveLength(3);
  // No state, no owner, no hold and nothing said follows from it.
  await world.settle();
  expect(await world.owner`select state, owner, revision from conversation where debtor_id = ${debtor.id}`).toEqual(
    before,
  );
  expect(await world.owner`select * from active_hold where debtor_id = ${debtor.id}`).toEqual(holds);
});

test("a message that no turn has read, or of another business, cannot be corrected", async () => {
  const debtor = await somebody();
  await world.says(debtor.phone, { kind: "choiceReply", id: "person", title: "Una persona" });
  await world.settle();
  expect(await correct(await last(debtor), "promise")).toBe("not-found");
  const [elsewhere] = await world.owner<{ id: string }[]>`select message_id as id from message_reading limit 1`;
  await using other = await makeWorld(database);
  const asked = {
    businessId: other.business.id,
    userId: "ana",
    intent: "promise",
    messageId: elsewhere?.id ?? "",
  } as const;
  expect(await correctReading(other.deps, asked)).toBe("not-found");
});

test("two agents who correct at once are heard one after the other", async () => {
  const debtor = await somebody("hola", "ehh mmm");
  const read = present((await kept(debtor)).at(-1), "how it was read").intent;
  const id = await last(debtor);
  await Promise.all([correct(id, "hardship"), correct(id, "promise")]);
  const said = await world.owner<{ was: string; intent: string }[]>`
    select was, intent from reading_correction where message_id = ${id} order by id`;
  const [first, second] = said;
  expect(first?.was).toBe(read);
  expect(second?.was).toBe(first?.intent);
});

test("an erasure takes what a reading and its correction quote, and leaves that they were", async () => {
  const debtor = await somebody("hola", "ya pagué donde Zutanodemuestra", "cosa Menganademuestra");
  const ids = await world.owner<{ id: string }[]>`
    select r.message_id as id from message_reading r join message m on m.id = r.message_id
    join conversation c on c.id = m.conversation_id where c.debtor_id = ${debtor.id}`;
  for (const { id } of ids) await correct(id, "promise");
  const count = async () => (await kept(debtor)).length;
  const before = await count();
  expect(await whereIs("menganademuestra")).toContain("message_reading");
  expect(await whereIs("zutanodemuestra")).toContain("reading_correction");

  await eraseDebtor(world.deps, { businessId: world.business.id, debtor: debtor.id, by: "admin-1" });
  while ((await world.owner`select from erasure`).length > 0) await world.settle();

  expect(await whereIs("zutanodemuestra")).toEqual([]);
  expect(await whereIs("menganademuestra")).toEqual([]);
  expect(await count()).toBe(before);
  for (const reading of await kept(debtor)) expect(reading).toMatchObject({ evidence: "", intents: [], words: null });
  expect(await correct(present(ids[0], "one of them").id, "hardship")).toBe("not-found");
});

/** Where in the whole database a text still stands, in any capitals, by table. */
async function whereIs(text: string): Promise<string[]> {
  const found = [];
  for (const { name } of await tables(world.owner)) {
    const [row] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from ${world.owner(name)} t where position(${text} in lower(t::text)) > 0`;
    if ((row?.count ?? 0) > 0) found.push(name);
  }
  return found;
}
