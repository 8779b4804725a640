import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type {
  Conversation,
  ConversationSummary,
  Debtors,
  Inbox,
  InboxView,
  Replied,
  ReplyRefused,
  TakenOver,
} from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let colleague: Browser;
let supervisor: Browser;
let asked: SampleDebtor;
let disputes: SampleDebtor;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  [agent, colleague, supervisor] = await Promise.all([
    server.signInAs("agent", "Ana"),
    server.signInAs("agent", "Beto"),
    server.signInAs("supervisor", "Carla"),
  ]);
  asked = await world.addDebtor(1);
  disputes = await world.addDebtor(2);
  await world.addDebtor(3);
  for (const [debtor, words] of [
    [asked, "quiero hablar con una persona"],
    [disputes, "esa deuda no es mía, no la reconozco"],
  ] as const) {
    await world.says(debtor.phone, "hola");
    await world.settle();
    await world.says(debtor.phone, words);
    await world.settle();
  }
  await world.says("+573005550003", "hola");
  await world.settle();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const inbox = async (browser: Browser, view: InboxView, more = "") =>
  (await browser.get<Inbox>(`/api/inbox?view=${view}${more}`)).body;
const thread = async (browser: Browser, id: string) =>
  (await browser.get<Conversation>(`/api/conversations/${id}`)).body;
async function conversationOf({ id }: SampleDebtor): Promise<string> {
  const [row] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${id} and closed_at is null`;
  return present(row, "the conversation").id;
}
const newestInbound = async (id: string) =>
  (await thread(agent, id)).items.filter((item) => item.type === "message" && item.direction === "in").at(-1)?.id ??
  null;

describe("the inbox", () => {
  test("shows who waits, gravest reason first, and counts every view", async () => {
    const waiting = await inbox(agent, "waiting");
    expect(waiting.items.map(({ debtor, handedOverBecause }) => [debtor?.id, handedOverBecause])).toEqual([
      [disputes.id, "dispute"],
      [asked.id, "asked"],
    ]);
    expect(waiting.counts).toMatchObject({
      waiting: { count: 2, more: false },
      mine: { count: 0 },
      bot: { count: 1 },
      all: { count: 3 },
      closed: { count: 0 },
    });
    expect(waiting.items[0]).toMatchObject({ owner: { kind: "nobody" }, contact: { phone: disputes.phone } });
    expect(waiting.items[0]?.preview?.author.kind).toMatch(/bot|debtor/);
    expect((await inbox(agent, "bot")).items).toHaveLength(1);
  });

  test("comes in pages that leave nobody out", async () => {
    for (const view of ["waiting", "all"] as const) {
      const whole = (await inbox(agent, view)).items.map(({ id }) => id);
      const paged: string[] = [];
      let next: string | null = "";
      while (next !== null) {
        const page: Inbox = await inbox(agent, view, `&limit=1${next && `&after=${next}`}`);
        paged.push(...page.items.map(({ id }) => id));
        next = page.next;
      }
      expect(paged).toEqual(whole);
    }
  });

  test("finds people by name without accents, by reference, and by number however it is written", async () => {
    await world.owner`update debtor set name = 'Peña Ñáñez de Muestra' where id = ${asked.id}`;
    const found = async (search: string) =>
      (await inbox(agent, "all", `&search=${encodeURIComponent(search)}`)).items.map(({ debtor }) => debtor?.id);
    for (const search of ["pena nanez", "PEÑA", "c-1", "300 555 0001", "+57 (300) 555-0001", "5550001"])
      expect([search, await found(search)]).toEqual([search, [asked.id]]);
    expect(await found("nadie con este nombre")).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  test("takes no place that it did not give", async () => {
    expect((await agent.get("/api/inbox?after=bm9uc2Vuc2U")).status).toBe(400);
    expect((await agent.get("/api/inbox?limit=100000")).status).toBe(400);
  });
});

describe("a conversation", () => {
  test("shows what was said, why it was allowed, and that somebody has to take it over", async () => {
    const conversation = await thread(agent, await conversationOf(disputes));
    expect(conversation).toMatchObject({
      composer: "nobody_owns",
      handedOverBecause: "dispute",
      owed: ["COP 600000.00"],
    });
    expect(conversation.holds.map(({ kind }) => kind)).toContain("with_agent");
    const said = conversation.items.flatMap((item) => (item.type === "message" ? [item] : []));
    expect(said.map(({ direction }) => direction)).toEqual(expect.arrayContaining(["in", "out"]));
    expect(said.every(({ direction, decision }) => (direction === "out") === (decision !== null))).toBe(true);
    const answer = present(
      said.find(({ direction }) => direction === "out"),
      "an answer",
    );
    expect(answer.decision).toMatchObject({
      allowed: true,
      reason: "REPLY_TO_DEBTOR",
      clause: { text: expect.any(String) },
    });
    expect(answer.author).toEqual({ kind: "bot" });
    const moments = conversation.items.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
  });

  test("is taken over, answered and handed back by its agent, and by nobody else meanwhile", async () => {
    const id = await conversationOf(asked);
    expect((await agent.post<TakenOver>(`/api/conversations/${id}/take-over`)).body).toEqual({ inFlight: [] });
    expect((await thread(agent, id)).composer).toBe("mine_open");
    expect((await thread(colleague, id)).composer).toBe("other_owns");
    expect((await inbox(agent, "mine")).items.map((item) => item.id)).toEqual([id]);

    const lastSeenMessageId = await newestInbound(id);
    const taken = await colleague.post<ReplyRefused>(`/api/conversations/${id}/take-over`, {
      reason: "soy más rápido",
    });
    expect([taken.status, taken.body.code]).toEqual([409, "conversation.taken"]);
    expect(taken.body.message).toContain("Ana");
    expect(
      (await colleague.post<ReplyRefused>(`/api/conversations/${id}/reply`, { text: "Hola", lastSeenMessageId })).body
        .code,
    ).toBe("conversation.taken");
    expect((await colleague.post(`/api/conversations/${id}/hand-back`)).status).toBe(409);
    expect((await colleague.post(`/api/conversations/${id}/close`, { outcome: "other" })).status).toBe(409);

    const replied = await agent.post<Replied>(`/api/conversations/${id}/reply`, {
      text: "Hola, soy Ana.",
      lastSeenMessageId,
    });
    expect(replied.status).toBe(202);
    await world.settle();
    expect(world.heard(asked.phone)).toContain("Hola, soy Ana.");
    const mine = (await thread(agent, id)).items.find((item) => item.id === replied.body.outboxId);
    expect(mine).toMatchObject({
      type: "message",
      author: { kind: "agent", agent: { id: agent.userId, name: "Ana" } },
      body: "Hola, soy Ana.",
    });

    expect((await agent.post(`/api/conversations/${id}/hand-back`, { verified: false })).status).toBe(204);
    const back = await thread(agent, id);
    expect(back.owner).toEqual({ kind: "bot" });
    expect(
      back.items.flatMap((item) =>
        item.type === "happening" && item.event.startsWith("agent.") ? [[item.event, item.agent?.name]] : [],
      ),
    ).toEqual([
      ["agent.tookOver", "Ana"],
      ["agent.returned", "Ana"],
    ]);
  });

  test("is taken from a colleague by a supervisor who says why, and by no agent", async () => {
    const id = await conversationOf(disputes);
    await agent.post(`/api/conversations/${id}/take-over`);
    expect((await supervisor.post(`/api/conversations/${id}/take-over`)).status).toBe(409);
    expect(
      (await supervisor.post(`/api/conversations/${id}/take-over`, { reason: "Ana está de vacaciones" })).status,
    ).toBe(200);
    expect((await thread(supervisor, id)).owner).toEqual({
      kind: "agent",
      agent: { id: supervisor.userId, name: "Carla" },
      isMe: true,
    });
    expect((await thread(agent, id)).composer).toBe("other_owns");
  });

  test("is not answered past what the debtor wrote meanwhile: the answer is what was missed", async () => {
    const id = await conversationOf(disputes);
    const lastSeenMessageId = await newestInbound(id);
    await world.says(disputes.phone, "ya pagué el martes");
    const stale = await supervisor.post<ReplyRefused>(`/api/conversations/${id}/reply`, {
      text: "Un momento",
      lastSeenMessageId,
    });
    expect([stale.status, stale.body.code]).toEqual([409, "conversation.stale"]);
    expect(stale.body.missed?.some((item) => item.type === "message" && item.body === "ya pagué el martes")).toBe(true);
    expect(
      (
        await supervisor.post(`/api/conversations/${id}/reply`, {
          text: "Un momento",
          lastSeenMessageId: await newestInbound(id),
        })
      ).status,
    ).toBe(202);
  });

  test("says of a message that was taken and not delivered what that means and what to do", async () => {
    const phone = "+573005550003";
    const sent = present(
      world.meta.accepted.findLast(({ to }) => to === phone.slice(1)),
      "what was sent",
    );
    const at = world.deps.clock.now();
    await world.receive({
      businessId: world.business.id,
      channelId: world.channelId,
      body: "{}",
      messages: [],
      statuses: [
        {
          type: "status",
          providerId: sent.providerId,
          outboxId: undefined,
          status: "failed",
          at,
          recipient: {},
          code: "131026",
          detail: undefined,
        },
      ],
      receivedAt: at,
    });
    const [row] = await world.owner<{ id: string }[]>`
      select conversation_id as id from message where provider_id = ${sent.providerId}`;
    const { items } = await thread(agent, present(row, "its conversation").id);
    const message = items.find((item) => item.type === "message" && item.status === "failed");
    expect(message).toMatchObject({ failedCode: "131026", failedBecause: expect.stringContaining("otro contacto") });
    expect(items.filter((item) => item.type === "message" && item.direction === "in")).toContainEqual(
      expect.objectContaining({ failedBecause: null }),
    );
  });

  test("takes free text for 24 hours after the debtor wrote, and says so when they are over", async () => {
    const id = await conversationOf(disputes);
    const [row] = await world.owner<
      { at: string }[]
    >`update conversation set last_inbound_at = last_inbound_at - interval '25 hours' where id = ${id} returning last_inbound_at::text as at`;
    expect(row).toBeDefined();
    expect((await thread(supervisor, id)).composer).toBe("mine_closed");
    const closed = await supervisor.post<ReplyRefused>(`/api/conversations/${id}/reply`, {
      text: "Hola",
      lastSeenMessageId: await newestInbound(id),
    });
    expect([closed.status, closed.body.code]).toEqual([409, "conversation.window-closed"]);
  });

  test("keeps notes for colleagues, which no debtor ever reads", async () => {
    const id = await conversationOf(disputes);
    const noted = await agent.post<{ id: string }>(`/api/conversations/${id}/notes`, {
      text: "Pidió el comprobante del banco",
    });
    expect(noted.status).toBe(201);
    await world.settle();
    expect((await thread(supervisor, id)).items.find((item) => item.id === noted.body.id)).toMatchObject({
      type: "note",
      author: { kind: "agent", agent: { name: "Ana" } },
      body: "Pidió el comprobante del banco",
    });
    expect(world.heard(disputes.phone)).not.toContain("Pidió el comprobante del banco");
  });

  test("shows who else looks at it, and forgets them", async () => {
    const id = await conversationOf(disputes);
    expect((await agent.post(`/api/conversations/${id}/viewing`, { isWriting: true })).status).toBe(204);
    expect((await agent.post(`/api/conversations/${id}/viewing`, { isWriting: false })).status).toBe(204);
    expect((await thread(supervisor, id)).viewers).toEqual([{ id: agent.userId, name: "Ana", isWriting: false }]);
    expect((await thread(agent, id)).viewers).toEqual([]);
    await world.owner`update console_event set recorded_at = now() - interval '26 seconds' where kind = 'conversation.viewing'`;
    expect((await thread(supervisor, id)).viewers).toEqual([]);
  });

  test("ends with an outcome that is then counted, and answers no more", async () => {
    const id = await conversationOf(disputes);
    expect((await supervisor.post(`/api/conversations/${id}/close`, { outcome: "won" })).status).toBe(400);
    expect((await supervisor.post(`/api/conversations/${id}/close`, { outcome: "dispute" })).status).toBe(204);
    const closed = await thread(supervisor, id);
    expect([closed.composer, closed.outcome]).toEqual(["closed", "dispute"]);
    expect(
      closed.items.flatMap((item) =>
        item.type === "happening" && item.event === "agent.closed" ? [item.agent?.name] : [],
      ),
    ).toEqual(["Carla"]);
    expect(
      (await supervisor.post(`/api/conversations/${id}/reply`, { text: "Hola", lastSeenMessageId: null })).status,
    ).toBe(409);
    const { body } = await agent.get<{ counts: unknown[] }>("/api/outcomes");
    expect(body.counts).toContainEqual(expect.objectContaining({ outcome: "dispute", byAgents: 1 }));
  });
});

describe("another business", () => {
  test("finds nothing of this one: not in its lists, nor by id, nor by acting on it", async () => {
    const other = await server.otherBusiness();
    const stranger = await server.signInAs("admin", "Otra persona", other);
    const [id] = (await inbox(agent, "all")).items.map((item: ConversationSummary) => item.id);
    expect((await inbox(stranger, "all")).items).toEqual([]);
    expect((await inbox(stranger, "all")).counts.all).toEqual({ count: 0, more: false });
    expect((await stranger.get<Debtors>("/api/debtors")).body.items).toEqual([]);
    const asking = [
      stranger.get(`/api/conversations/${id}`),
      stranger.get(
        `/api/conversations/${id}/items?before=${Buffer.from('["2026-01-01T00:00:00.000Z","x"]').toString("base64url")}`,
      ),
      stranger.get(`/api/debtors/${asked.id}`),
      stranger.get(`/api/debtors/${asked.id}/statement`),
      stranger.post(`/api/conversations/${id}/take-over`),
      stranger.post(`/api/conversations/${id}/hand-back`),
      stranger.post(`/api/conversations/${id}/reply`, { text: "x", lastSeenMessageId: null }),
      stranger.post(`/api/conversations/${id}/notes`, { text: "x" }),
      stranger.post(`/api/conversations/${id}/close`, { outcome: "other" }),
      stranger.post(`/api/conversations/${id}/viewing`, { isWriting: true }),
    ];
    expect((await Promise.all(asking)).map(({ status }) => status)).toEqual(asking.map(() => 404));
  });

  test("opens no conversation with this one's debtors", async () => {
    const other = await server.otherBusiness();
    const stranger = await server.signInAs("admin", "Otra persona", other);
    const opened = await stranger.post("/api/conversations", { debtorIds: [asked.id] });
    expect([200, 503]).toContain(opened.status);
    expect(await world.owner`select from conversation where business_id = ${other.id}`).toHaveLength(0);
  });
});
