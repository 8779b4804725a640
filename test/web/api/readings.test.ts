import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type { Conversation, MessageItem, NotUnderstood } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let admin: Browser;
let people = 0;
/** Each test has a week of its own: what was read stays for good. */
let now = WEDNESDAY;
const day = (from = 0): string => present(now.plus({ days: from }).toISODate(), "a day");

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Agente de muestra 01");
  admin = await server.signInAs("admin");
});
beforeEach(async () => {
  now = now.plus({ weeks: 1 });
  await world.setTime(now);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function somebody(...words: string[]): Promise<SampleDebtor & { conversationId: string }> {
  people += 1;
  const debtor = await world.addDebtor(people);
  for (const text of words) {
    await world.says(debtor.phone, text);
    await world.settle();
  }
  const [chat] = await world.owner<{ id: string }[]>`select id from conversation where debtor_id = ${debtor.id}`;
  return { ...debtor, conversationId: present(chat, "their chat").id };
}

async function heard(conversationId: string): Promise<MessageItem[]> {
  const { body } = await agent.get<Conversation>(`/api/conversations/${conversationId}`);
  return body.items.flatMap((item) => (item.type === "message" && item.direction === "in" ? [item] : []));
}

const missed = async (asked = "", by = agent): Promise<NotUnderstood> =>
  (await by.get<NotUnderstood>(`/api/not-understood?from=${day()}&${asked}`)).body;

describe("in a thread", () => {
  test("each message of the debtor's shows how it was read, ours show nothing", async () => {
    const { conversationId } = await somebody("ya pagué el viernes, no me escriban más");
    const { body } = await agent.get<Conversation>(`/api/conversations/${conversationId}`);
    const [said, ...others] = body.items.flatMap((item) => (item.type === "message" ? [item] : []));
    expect(said?.reading).toMatchObject({
      intent: "opt_out",
      confidence: 0.95,
      evidence: "no me escriban",
      act: "act",
      others: expect.arrayContaining([expect.objectContaining({ intent: "already_paid" })]),
      candidates: [],
      correction: null,
    });
    for (const { reading } of others) expect(reading).toBeNull();
  });

  test("an agent corrects it, everybody sees by whom, and it can be taken back", async () => {
    const { conversationId } = await somebody("ahí miramos a ver");
    const id = present((await heard(conversationId))[0], "what they said").id;
    expect((await agent.send("PUT", `/api/messages/${id}/reading`, { intent: "promise" })).status).toBe(204);
    expect((await heard(conversationId))[0]?.reading).toMatchObject({
      correction: { intent: "promise", by: { name: "Agente de muestra 01" } },
    });
    expect((await agent.send("PUT", `/api/messages/${id}/reading`, { intent: null })).status).toBe(204);
    expect((await heard(conversationId))[0]?.reading?.correction).toBeNull();
  });

  test("what is no intent, and no message that was read, is refused", async () => {
    const { conversationId } = await somebody("ahí miramos");
    const id = present((await heard(conversationId))[0], "what they said").id;
    expect((await agent.send("PUT", `/api/messages/${id}/reading`, { intent: "anything" })).status).toBe(400);
    expect((await agent.send("PUT", `/api/messages/${conversationId}/reading`, { intent: "promise" })).status).toBe(
      404,
    );
  });

  test("the creditor's side, which reads no chats, neither corrects nor lists nor takes out; an agent takes nothing out", async () => {
    const business = await server.signInAs("business");
    expect((await business.send("PUT", `/api/messages/${world.business.id}/reading`, { intent: null })).status).toBe(
      403,
    );
    expect((await business.get("/api/not-understood")).status).toBe(403);
    expect((await business.get("/api/corrections.tsv")).status).toBe(403);
    expect((await agent.get("/api/corrections.tsv")).status).toBe(403);
  });
});

describe("what was not understood", () => {
  test("is grouped by its words, the most frequent first, with the newest two and what they answered", async () => {
    await somebody("hola", "¿trololó así blabla?");
    const second = await somebody("hola", "Trololo asi, blabla");
    const third = await somebody("hola", "TROLOLÓ ASÍ BLABLA!!");
    await somebody("hola", "blablá blublú");
    const { items, next } = await missed();
    expect(next).toBeNull();
    expect(items.map(({ words, count }) => [words, count])).toEqual([
      ["trololo asi blabla", 3],
      ["blabla blublu", 1],
    ]);
    expect(items[0]).toMatchObject({
      languages: ["es"],
      states: ["identityProof"],
      readAs: expect.arrayContaining([expect.any(String)]),
      corrections: [],
      examples: [
        { conversationId: third.conversationId, body: "TROLOLÓ ASÍ BLABLA!!" },
        { conversationId: second.conversationId, body: "Trololo asi, blabla" },
      ],
    });
  });

  test("comes in pages, and none is shown twice or left out", async () => {
    for (const word of ["uuno", "ddos", "ttres", "ccuatro"]) await somebody("hola", `blabla ${word}`);
    await somebody("hola", "blabla ddos");
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 5; page += 1) {
      const { items, next } = await missed(`limit=1${after}`);
      seen.push(...items.map(({ words }) => words));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen).toEqual(["blabla ddos", "blabla ccuatro", "blabla ttres", "blabla uuno"]);
  });

  test("is filtered by day, language and what it answered", async () => {
    await somebody("hola", "eh qué cosa");
    await world.setTime(now.plus({ days: 3 }));
    await somebody("hola", "trololó você não isso blablá");
    const words = async (asked: string) => (await missed(asked)).items.map((group) => group.words);
    expect(await words(`to=${day()}`)).toEqual(["eh que cosa"]);
    expect(await words(`to=${day(3)}&language=pt-BR`)).toEqual(["trololo voce nao isso blabla"]);
    expect(await words("language=en")).toEqual([]);
    expect(await words("state=identityProof")).toHaveLength(2);
    expect(await words("state=promise")).toEqual([]);
    expect((await agent.get("/api/not-understood?state=anything")).status).toBe(400);
    expect((await agent.get("/api/not-understood?from=2026-02-30")).status).toBe(400);
  });

  test("holds what was understood once an agent says otherwise, and lets it go when that is taken back", async () => {
    const { conversationId } = await somebody("ya pagué lo que es justo");
    const id = present((await heard(conversationId))[0], "what they said").id;
    expect((await missed()).items).toEqual([]);
    await agent.send("PUT", `/api/messages/${id}/reading`, { intent: "dispute" });
    expect((await missed()).items).toMatchObject([
      { words: "ya pague lo que es justo", readAs: ["already_paid"], corrections: [{ intent: "dispute", count: 1 }] },
    ]);
    await agent.send("PUT", `/api/messages/${id}/reading`, { intent: null });
    expect((await missed()).items).toEqual([]);
  });

  test("is corrected as a group, within what was asked for, and taken back", async () => {
    await somebody("hola", "ehh pues");
    const { conversationId } = await somebody("hola", "Ehh, pues...");
    await somebody("hola", "otra cosa mariposa");
    const correct = async (body: object) =>
      (await agent.send<{ corrected: number }>("PUT", "/api/not-understood/reading", body)).body.corrected;
    expect(await correct({ words: "ehh pues", intent: "request_time", to: day(-1) })).toBe(0);
    expect(await correct({ words: "ehh pues", intent: "request_time", from: day(), state: "identityProof" })).toBe(2);
    expect(await correct({ words: "ehh pues", intent: "request_time" })).toBe(0);
    expect((await missed()).items).toMatchObject([
      { words: "ehh pues", corrections: [{ intent: "request_time", count: 2 }] },
      { words: "otra cosa mariposa", corrections: [] },
    ]);
    expect((await heard(conversationId))[1]?.reading?.correction?.intent).toBe("request_time");
    const file = await admin.get(`/api/corrections.tsv?since=${day()}`);
    expect(file.headers.get("content-type")).toBe("text/tab-separated-values; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="corrections-${day()}.tsv"`);
    expect(file.text.split("\n").slice(1)).toEqual([
      "request_time\t-\tCO\tplain\tdigits\tehh pues",
      "request_time\t-\tCO\tplain\tdigits\tEhh, pues...",
      "",
    ]);
    expect(await correct({ words: "ehh pues", intent: null })).toBe(2);
    expect((await missed()).items[0]?.corrections).toEqual([]);
  });

  test("of another business is not seen, and not corrected", async () => {
    await somebody("hola", "cosa rara rarísima");
    const other = await server.otherBusiness();
    const theirs = await server.signInAs("agent", "Agente de muestra 09", other);
    expect((await missed("", theirs)).items).toEqual([]);
    const body = { words: "cosa rara rarisima", intent: "dispute" };
    expect((await theirs.send("PUT", "/api/not-understood/reading", body)).body).toEqual({ corrected: 0 });
    expect((await missed()).items[0]?.corrections).toEqual([]);
  });
});
