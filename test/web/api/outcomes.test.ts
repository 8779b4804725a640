import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { OUTCOMES, type Outcome } from "../../../src/domain/outcome.ts";
import type { ConversationSummary, Inbox, InboxOutcomes, InboxView, Outcomes } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");

  await talk(1, "está equivocado, no soy yo");
  await talk(2, "no me escriban más");
  // The bot's outcome, and then the agent's.
  await agentCloses(await talk(3, "esa deuda no es mía, no la reconozco"), "paid");
  await agentCloses(await talk(4, "quiero hablar con una persona"), "refused");
  // The bot's, then handed back, and the bot's again.
  const returned = await talk(5, "quiero hablar con una persona");
  await agentTakes(returned);
  await agent.post(`/api/conversations/${await conversationOf(returned)}/hand-back`, { verified: false });
  await world.settle();
  await says(returned, "no me escriban más");
  // Still with a person, and still with the bot.
  await talk(6, "me quedé sin trabajo, no puedo pagar");
  await talk(7, "hola");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function talk(number: number, words: string): Promise<SampleDebtor> {
  const debtor = await world.addDebtor(number);
  await says(debtor, "hola");
  await says(debtor, words);
  return debtor;
}
async function says({ phone }: SampleDebtor, words: string): Promise<void> {
  await world.says(phone, words);
  await world.settle();
}
async function conversationOf({ id }: SampleDebtor): Promise<string> {
  const [row] = await world.owner<{ id: string }[]>`
    select id from conversation where debtor_id = ${id} and closed_at is null`;
  return present(row, "the open conversation").id;
}
const agentTakes = async (debtor: SampleDebtor) =>
  expect((await agent.post(`/api/conversations/${await conversationOf(debtor)}/take-over`)).status).toBe(200);
async function agentCloses(debtor: SampleDebtor, outcome: Outcome): Promise<void> {
  await agentTakes(debtor);
  const closed = await agent.post(`/api/conversations/${await conversationOf(debtor)}/close`, { outcome });
  expect(closed.status).toBe(204);
}

const outcomes = async (days = "") => (await agent.get<Outcomes>(`/api/outcomes${days}`)).body;
const counted = async (view: InboxView) =>
  (await agent.get<InboxOutcomes>(`/api/inbox/outcomes?view=${view}`)).body.counts;

/** Everything the inbox lists under an outcome, page by page. */
async function listed(view: InboxView, outcome: Outcome): Promise<ConversationSummary[]> {
  const items: ConversationSummary[] = [];
  let next: string | null = "";
  while (next !== null) {
    const asked: string = `view=${view}&outcome=${outcome}&limit=1${next && `&after=${next}`}`;
    const page: Inbox = (await agent.get<Inbox>(`/api/inbox?${asked}`)).body;
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

test("each conversation counts once, under what it ended with last and whoever ended it so", async () => {
  const appended = await world.owner<{ outcome: string }[]>`select outcome from outcome`;
  expect(appended.map(({ outcome }) => outcome).toSorted()).toEqual([
    "dispute",
    "handed_over",
    "handed_over",
    "hardship",
    "opted_out",
    "opted_out",
    "paid",
    "refused",
    "wrong_person",
  ]);
  expect(await outcomes()).toEqual({
    from: null,
    to: null,
    counts: [
      { outcome: "hardship", byBot: 1, byAgents: 0 },
      { outcome: "opted_out", byBot: 2, byAgents: 0 },
      { outcome: "paid", byBot: 0, byAgents: 1 },
      { outcome: "refused", byBot: 0, byAgents: 1 },
      { outcome: "wrong_person", byBot: 1, byAgents: 0 },
    ],
  });
});

test("the inbox counts as many, and lists as many, under each", async () => {
  const totals = new Map((await outcomes()).counts.map((one) => [one.outcome, one.byBot + one.byAgents]));
  const inbox = new Map((await counted("all")).map(({ outcome, count }) => [outcome, count]));
  expect(Object.fromEntries(inbox)).toEqual(Object.fromEntries(totals));
  for (const outcome of OUTCOMES) {
    const items = await listed("all", outcome);
    expect([outcome, items.length]).toEqual([outcome, totals.get(outcome) ?? 0]);
    expect(items.every((item) => item.outcome === outcome)).toBe(true);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  }
});

test("a view counts its own: what is still with a person is not among the closed", async () => {
  expect(await counted("closed")).toEqual([
    { outcome: "paid", count: 1, more: false },
    { outcome: "refused", count: 1, more: false },
  ]);
  expect(await counted("waiting")).toEqual([{ outcome: "hardship", count: 1, more: false }]);
  expect(await listed("closed", "hardship")).toEqual([]);
  // The bot keeps those who sent it away: it hears them and stays quiet.
  expect(await counted("bot")).toEqual([
    { outcome: "wrong_person", count: 1, more: false },
    { outcome: "opted_out", count: 2, more: false },
  ]);
});

test("days are the business's own, both included, and a conversation counts on the day it ended last", async () => {
  const all = (await outcomes()).counts;
  expect((await outcomes("?from=2026-11-18&to=2026-11-18")).counts).toEqual(all);
  expect((await outcomes("?to=2026-11-17")).counts).toEqual([]);
  expect((await outcomes("?from=2026-11-19")).counts).toEqual([]);
  expect((await agent.get("/api/outcomes?from=2026-11-31")).status).toBe(400);
});

test("a word that is on no list is refused where one could ask for it", async () => {
  expect((await agent.get("/api/inbox?view=closed&outcome=won")).status).toBe(400);
  expect((await agent.get("/api/inbox/outcomes?view=lost")).status).toBe(400);
});

test("another business counts none of them", async () => {
  const stranger = await server.signInAs("admin", "Otra persona", await server.otherBusiness());
  expect((await stranger.get<Outcomes>("/api/outcomes")).body.counts).toEqual([]);
  expect((await stranger.get<InboxOutcomes>("/api/inbox/outcomes?view=all")).body.counts).toEqual([]);
});
