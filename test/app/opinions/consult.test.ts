import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { findDueConversations } from "../../../db/turns.ts";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { seekOpinions } from "../../../src/app/opinions/seek.ts";
import { systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { forgetOld } from "../../../src/jobs/forget-old.ts";
import { useDatabase } from "../../support/database.ts";
import { type Answering, type Heard, hang, verdict } from "../../support/model-server.ts";
import { recordingDatabase } from "../../support/recording-database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { WEDNESDAY } from "../../support/world.ts";
import { NONSENSE, type OpinionsWorld, opinionsWorld } from "./opinions-world.ts";

const database = useDatabase();

/** Keeps the question until a test lets it go. */
function held(): { how: Answering; release: (as: Answering) => void } {
  let asked: { heard: Heard; response: ServerResponse } | undefined;
  return {
    how: (heard, response) => {
      asked = { heard, response };
    },
    release: (as) => {
      const { heard, response } = present(asked, "a question that waits");
      as(heard, response);
    },
  };
}

const eventsOf = ({ owner, business }: OpinionsWorld, debtorId: string) =>
  owner<{ type: string; intent: string | null; stage: string | null; evidence: string | null }[]>`
    select e.event ->> 'type' as type, e.meaning ->> 'intent' as intent, e.meaning ->> 'stage' as stage, e.meaning ->> 'evidence' as evidence
    from conversation_event e join conversation c on c.id = e.conversation_id
    where e.business_id = ${business.id} and c.debtor_id = ${debtorId} order by e.revision, e.position`;

test("what a model takes for distress brings a person, and the record says what left the house and what came back", async () => {
  await using world = await opinionsWorld(database, {
    answering: verdict({ intent: "hardship", evidence: "gatos verdes" }),
  });
  const { id, phone, document } = await world.verified(1);
  await world.says(phone, `${NONSENSE}, soy Persona, mi cel ${phone}, cc ${document}`);
  await world.settle();

  expect(await world.talk(phone)).toMatchObject({ state: "withAgent", owner: "nobody", waiting: 0 });
  expect(world.heard(phone).at(-1)).toMatch(/persona/);
  expect((await eventsOf(world, id)).at(-1)).toEqual({
    type: "debtor.soundedGrave",
    intent: "hardship",
    stage: "opinion",
    evidence: "gatos verdes",
  });
  const [row, ...others] = await world.opinions(phone);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    model: "small-1",
    state: "collect/balance",
    text: `${NONSENSE}, soy [nombre], mi cel [número], cc [número]`,
    outcome: "accepted",
    remark: null,
    verdict: { intent: "hardship", evidence: "gatos verdes", amount_span: null, date_span: null, language: "es" },
    opinion: { intent: "hardship", evidence: "gatos verdes" },
    tokens: 321,
  });
  expect(row?.latencyMs).toBeGreaterThanOrEqual(0);
  // Nothing of the file is in what left: neither who they are nor what they owe.
  const left = JSON.stringify(world.server.heard);
  expect(left).toContain("gatos verdes");
  for (const kept of ["Persona de muestra", phone.slice(3), document, "600", "Comercial de Muestra"])
    expect(left).not.toContain(kept);
});

test("what a model takes for an opt-out is no opt-out: a person reads it", async () => {
  await using world = await opinionsWorld(database, { answering: verdict({ intent: "opt_out" }) });
  const { id, phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  await world.settle();
  expect(await world.talk(phone)).toMatchObject({ state: "withAgent", owner: "nobody" });
  expect(await world.owner`select from hold where debtor_id = ${id} and kind = 'opt_out'`).toHaveLength(0);
  expect(await world.owner`select from contact where debtor_id = ${id} and suppressed_at is not null`).toHaveLength(0);
});

test("what we understand is asked of nobody, nor what comes where a person answers, after a stop or a last word", async () => {
  await using world = await opinionsWorld(database, { answering: verdict({ intent: "crisis" }) });
  const { phone } = await world.verified(1);
  const [stopped, returning, stranger] = [await world.verified(2), await world.verified(4), await world.verified(5)];
  await world.says(phone, "quiero hablar con una persona");
  await world.says(stopped.phone, "no me escriban más");
  await world.says(returning.phone, "no me escriban más");
  await world.says(stranger.phone, "este número está equivocado");
  await world.settle();
  await world.says(returning.phone, "vuelvan a escribirme");
  await world.settle();
  const silent = [phone, stopped.phone, returning.phone, stranger.phone];
  const talks = await Promise.all(silent.map((one) => world.talk(one)));
  expect(talks.map(({ state }) => state)).toEqual(["withAgent", "stopped", "confirmingPermission", "wrongPerson"]);
  // Said by letter, while the chat stood open: the bot hears of it in the turn itself.
  const byLetter = await world.verified(6);
  await recordStop(world.deps, {
    businessId: world.business.id,
    debtorId: byLetter.id,
    userId: "ana",
    stop: { kind: "opted_out" },
    reason: "Por carta",
  });
  for (const one of [...silent, byLetter.phone]) await world.says(one, NONSENSE);
  world.meta.keepMedia("voice-1", Buffer.from("a voice message"), "audio/ogg");
  await world.says((await world.addDebtor(3)).phone, {
    kind: "media",
    media: { token: "voice-1", type: "audio", mime: "audio/ogg", sha256: undefined, fileName: undefined },
    caption: undefined,
  });
  await world.settle();
  expect(world.server.heard).toEqual([]);
});

test("the same words in the same place are asked about once, whoever writes them", async () => {
  await using world = await opinionsWorld(database, { answering: verdict({ intent: "dispute" }) });
  const [one, other, elsewhere] = [await world.verified(1), await world.verified(2), await world.addDebtor(3)];
  for (const { phone } of [one, other]) {
    await world.says(phone, NONSENSE);
    await world.settle();
    expect(await world.talk(phone)).toMatchObject({ state: "withAgent" });
  }
  expect(world.server.heard).toHaveLength(1);
  expect(await world.opinions(other.phone)).toMatchObject([
    { outcome: "accepted", opinion: { intent: "dispute", evidence: NONSENSE }, latencyMs: null },
  ]);

  // Before they have said who they are it is another question.
  await world.says(elsewhere.phone, NONSENSE);
  await world.settle();
  expect(world.server.heard.map(({ state }) => state)).toEqual(["collect/balance", "collect/beginning"]);
});

test("nobody else waits for an answer, and neither does a transaction", async () => {
  const { how, release } = held();
  await using world = await opinionsWorld(database, { answering: how });
  const [waits, goesOn] = [await world.verified(1), await world.verified(2)];
  await world.says(waits.phone, NONSENSE);
  await world.jobs.look(world.business.id);
  await world.server.hasHeard(1);
  const before = world.heard(waits.phone).length;

  await world.says(goesOn.phone, "¿cuánto debo?");
  await world.jobs.look(world.business.id);
  expect(world.heard(goesOn.phone).at(-1)).toContain("600.000");
  expect(world.heard(waits.phone)).toHaveLength(before);
  // Other work may stand between two statements for a moment. What waited for the answer would wait for ever: nobody has released it.
  const open = () => world.owner`
    select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;
  await expect.poll(open, { timeout: 20_000 }).toHaveLength(0);

  release(verdict({ intent: "human" }));
  await world.settle();
  expect(await world.talk(waits.phone)).toMatchObject({ state: "withAgent" });
});

test("a stop is heard while somebody is being asked about the message before it, and the late answer changes nothing", async () => {
  const { how, release } = held();
  await using world = await opinionsWorld(database, { answering: how });
  const { id, phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  await world.jobs.look(world.business.id);
  await world.server.hasHeard(1);

  await world.says(phone, "no me escriban más");
  await world.jobs.look(world.business.id);
  expect(await world.talk(phone)).toMatchObject({ state: "stopped", waiting: 0 });
  expect(await world.owner`select from hold where debtor_id = ${id} and kind = 'opt_out'`).toHaveLength(1);
  expect(await world.opinions(phone)).toMatchObject([{ outcome: "overtaken", opinion: null }]);
  const heard = world.heard(phone);

  release(verdict({ intent: "human" }));
  await world.settle();
  expect(await world.opinions(phone)).toMatchObject([{ outcome: "overtaken", opinion: null, verdict: null }]);
  expect(await world.talk(phone)).toMatchObject({ state: "stopped" });
  expect(world.heard(phone)).toEqual(heard);
});

test("killed between writing the question down and asking it: the turn waits its time, goes on, and asks no second time", async () => {
  const clock = handClock(WEDNESDAY);
  await using world = await opinionsWorld(database, { clock, answering: verdict({ intent: "crisis" }) });
  const { phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  // What is asked of the caller is never done: it is dead.
  const { asked, moved } = await advanceDue(world.deps, world.business.id);
  expect([asked.length, moved]).toEqual([1, 0]);

  clock.set(WEDNESDAY.plus({ milliseconds: 1_499 }));
  const due = await world.db.inBusinessByKey(world.business.id, (tx) =>
    findDueConversations(tx, world.business.id, { realNow: clock.now(), limit: 32 }),
  );
  expect(due, "it takes nobody's place while it waits").toEqual([]);
  await world.settle();
  expect(await world.talk(phone)).toMatchObject({ state: "balance", waiting: 1 });
  clock.set(WEDNESDAY.plus({ milliseconds: 1_501 }));
  await world.settle();
  expect(await world.talk(phone)).toMatchObject({ state: "balance", waiting: 0 });
  expect(await world.opinions(phone)).toMatchObject([{ outcome: "timeout", opinion: null }]);
  expect(world.server.heard).toEqual([]);
});

test("killed between the answer and the turn: the turn reads the answer that is there, also days later and with the model gone", async () => {
  const clock = handClock(WEDNESDAY);
  await using world = await opinionsWorld(database, { clock, answering: verdict({ intent: "legal" }) });
  const { id, phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  const { asked } = await advanceDue(world.deps, world.business.id);
  await seekOpinions(world.deps, world.business.id, asked, () => undefined);

  world.server.answers(hang);
  clock.set(WEDNESDAY.plus({ days: 2 }));
  await world.settle();
  expect(await world.talk(phone)).toMatchObject({ state: "withAgent", waiting: 0 });
  expect((await eventsOf(world, id)).at(-1)).toMatchObject({ stage: "opinion", intent: "legal" });
  expect(world.server.heard).toHaveLength(1);
});

test("all messages of one turn share its time, from the first question on", async () => {
  const clock = handClock(WEDNESDAY);
  await using world = await opinionsWorld(database, { clock });
  const { phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  const first = await advanceDue(world.deps, world.business.id);
  clock.set(WEDNESDAY.plus({ milliseconds: 1_000 }));
  await world.says(phone, `${NONSENSE} otra vez`);
  const second = await advanceDue(world.deps, world.business.id);
  expect(second.asked.map(({ until }) => until.toMillis())).toEqual(first.asked.map(({ until }) => until.toMillis()));
  expect(second.asked[0]?.question.text).toBe(`${NONSENSE} otra vez`);

  // With no time left it is not asked at all, and the turn goes on when the first has had its time.
  clock.set(WEDNESDAY.plus({ milliseconds: 1_400 }));
  await world.says(phone, `${NONSENSE} y otra`);
  expect(await advanceDue(world.deps, world.business.id)).toMatchObject({ moved: 0, asked: [] });
  clock.set(WEDNESDAY.plus({ milliseconds: 1_501 }));
  expect(await advanceDue(world.deps, world.business.id)).toMatchObject({ moved: 1, asked: [] });
  expect(await world.talk(phone)).toMatchObject({ waiting: 0 });
});

test("an erasure takes the masked words, the quotation and the verdict, and an answer that is still to come", async () => {
  const { how, release } = held();
  await using world = await opinionsWorld(database, { answering: verdict({ intent: "greet" }) });
  const { id, phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  await world.settle();
  world.server.answers(how);
  await world.says(phone, `${NONSENSE} de nuevo`);
  await world.jobs.look(world.business.id);
  await world.server.hasHeard(2);
  expect(await world.opinions(phone)).toMatchObject([{ text: NONSENSE }, { outcome: null }]);

  await eraseDebtor(world.deps, { businessId: world.business.id, debtor: id, by: "test" });
  release(verdict({ intent: "crisis" }));
  await world.settle();
  const rows = await world.owner`
    select text, text_hash, verdict, opinion, outcome from second_opinion where business_id = ${world.business.id} order by asked_at`;
  const nothing = { text: "", textHash: "", verdict: null, opinion: null };
  expect(rows).toEqual([
    { ...nothing, outcome: "accepted" },
    { ...nothing, outcome: "overtaken" },
  ]);
});

test("after thirty days the words go, and the record of the question stays", async () => {
  await using world = await opinionsWorld(database, { answering: verdict({ intent: "human" }) });
  const { phone } = await world.verified(1);
  await world.says(phone, NONSENSE);
  await world.settle();
  const inDays = (days: number) => ({ ...systemClock, now: () => systemClock.now().plus({ days }) });

  await forgetOld({ ...world.deps, clock: inDays(29) });
  expect(await world.opinions(phone)).toMatchObject([{ text: NONSENSE, opinion: { intent: "human" } }]);
  await forgetOld({ ...world.deps, clock: inDays(31) });
  expect(await world.opinions(phone)).toMatchObject([
    { text: "", textHash: "", verdict: null, opinion: null, outcome: "accepted", model: "small-1", tokens: 321 },
  ]);
  expect(await forgetOld({ ...world.deps, clock: inDays(31) })).toBe(0);
});

test("where it is off a turn asks the database nothing more for it, and where it is on one thing", async () => {
  await using world = await opinionsWorld(database);
  const { phone } = await world.verified(1);
  const db = recordingDatabase(world.db);
  const statementsOf = async (languageModel: Deps["languageModel"]): Promise<string[]> => {
    await world.says(phone, "¿cuánto debo?");
    db.takeStatements();
    expect(await advanceDue({ ...world.deps, db, languageModel }, world.business.id)).toMatchObject({ moved: 1 });
    return db.takeStatements();
  };
  const off = await statementsOf(undefined);
  const on = await statementsOf(world.deps.languageModel);
  expect(on).toHaveLength(off.length + 1);
  expect(on.filter((text) => !off.includes(text))).toEqual([expect.stringContaining("join second_opinion")]);
});
