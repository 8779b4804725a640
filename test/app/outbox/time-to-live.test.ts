import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { TEMPLATE_TIME_TO_LIVE_SECONDS } from "../../../src/channels/template-desk.ts";
import { useDatabase } from "../../support/database.ts";
import { cloudApiTo, NOON, outMessage, startGraph } from "../../support/graph/graph.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Meta goes on trying to deliver a template for its time to live: it leaves only when that ends within the lawful window.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
/** Where the window of a Wednesday in Bogotá ends. */
const EVENING = DateTime.fromISO("2026-11-18T19:00:00-05:00", { zone: "utc" });
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const openAt = async (moment: DateTime, number: number, wishes: object = {}): Promise<SampleDebtor> => {
  clock.set(moment);
  const debtor = await world.addDebtor(number);
  await world.owner`update debtor set requested_hours = ${JSON.stringify(wishes)}::text::jsonb -> 'requestedHours',
    inconvenient = ${JSON.stringify(wishes)}::text::jsonb -> 'inconvenient' where id = ${debtor.id}`;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  return debtor;
};

const lastPossible = EVENING.minus({ seconds: TEMPLATE_TIME_TO_LIVE_SECONDS });

test("a template leaves while its whole life fits into the window", async () => {
  const debtor = await openAt(lastPossible.minus({ minutes: 1 }), 901);
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("later it waits for the next window, and leaves then", async () => {
  const debtor = await openAt(lastPossible, 902);
  expect(world.heard(debtor.phone)).toEqual([]);
  const [decided] = await world.owner<{ reason: string; until: DateTime; lives: number }[]>`
    select d.reason, d.until, (d.record -> 'facts' -> 'deliveredWithinSeconds')::integer as lives
    from send_decision d join conversation c on c.id = d.conversation_id where c.debtor_id = ${debtor.id}`;
  expect(decided).toMatchObject({ reason: "OUTSIDE_WINDOW", lives: TEMPLATE_TIME_TO_LIVE_SECONDS });
  expect(decided?.until.setZone("America/Bogota").toFormat("yyyy-MM-dd HH:mm")).toBe("2026-11-19 07:00");
  clock.set(EVENING.plus({ hours: 12 }));
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("it leaves where hours that the person asked for go on after the law's: the driver refuses nothing that the gate allows", async () => {
  const asked = { days: [3], start: "18:00", end: "22:00", separateInstrument: true, afterContract: true };
  const debtor = await openAt(EVENING.minus({ minutes: 50 }), 904, { requestedHours: asked });
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("it waits for the end of a time that they called bad and that its life would touch", async () => {
  const bad = { days: [3], start: "12:00", end: "12:45" };
  const debtor = await openAt(WEDNESDAY.plus({ hours: 1, minutes: 55 }), 905, { inconvenient: [bad] });
  expect(world.heard(debtor.phone)).toEqual([]);
});

test("an answer is not held back: it is free text, and no hour binds it", async () => {
  const debtor = await openAt(WEDNESDAY.plus({ days: 2 }), 903);
  clock.set(lastPossible.plus({ days: 2, minutes: 30 }));
  await world.says(debtor.phone, "Sí, soy yo");
  await world.settle();
  expect(world.heard(debtor.phone).length).toBeGreaterThan(1);
});

test("the driver begins no template that would outlive the window, and nothing reaches Meta", async () => {
  const meta = await startGraph();
  const channel = cloudApiTo(meta.url);
  const template = {
    kind: "template",
    name: "saldar_opening",
    language: "es",
    params: ["Persona de muestra", "Comercial de Muestra"],
    options: [],
    fallbackText: "Hola",
  } as const;
  const until = (seconds: number) => ({ notAfter: NOON.plus({ seconds }) });

  const late = channel.send(outMessage(template, until(TEMPLATE_TIME_TO_LIVE_SECONDS - 1)));
  await late.started;
  expect(await late.result).toMatchObject({ state: "rejected", code: "not-started", class: "retry" });
  expect(meta.requests).toEqual([]);

  const inTime = channel.send(outMessage(template, until(TEMPLATE_TIME_TO_LIVE_SECONDS)));
  expect(await inTime.result).toMatchObject({ state: "accepted" });
  // Meta takes a time to live with a template only: a field of ours in the message would be ignored, or refused.
  expect(meta.requests.at(-1)?.body).not.toContain("ttl");
  expect(JSON.parse(meta.requests.at(-1)?.body ?? "")).toMatchObject({ template: { name: "saldar_opening" } });

  const words = channel.send(outMessage("Hola", until(1)));
  expect(await words.result).toMatchObject({ state: "accepted" });
  expect(meta.accepted).toHaveLength(2);
  await channel.close();
  await meta.close();
});
