import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type { Attached, Conversation, Replied, ReplyRefused } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

// A file that an agent sends: to whom, of what kind, and as what it arrives.

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;

const PDF = Buffer.from("%PDF-1.7 estado de cuenta");
const FILE_HEADERS = { "content-type": "application/octet-stream", "x-file-name": "estado%20de%20cuenta.pdf" };

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

type Talk = { readonly id: string; readonly phone: string; readonly lastSeenMessageId: string };

/** A conversation that the agent has taken over, with somebody who has proved who they are or has not. */
async function talkWith(number: number, how: "verified" | "stranger"): Promise<Talk> {
  const { phone, document } = await world.addDebtor(number);
  const words = how === "verified" ? ["hola", document.slice(-4)] : ["hola"];
  for (const text of [...words, "quiero hablar con una persona"]) {
    await world.says(phone, text);
    await world.settle();
  }
  const [row] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone}`;
  const { id, newest } = present(row, "the conversation");
  await agent.post(`/api/conversations/${id}/take-over`);
  return { id, phone, lastSeenMessageId: newest };
}

const attach = ({ id }: Pick<Talk, "id">, bytes: Buffer = PDF) =>
  agent.post<Attached & { code: string }>(`/api/conversations/${id}/files`, bytes, FILE_HEADERS);

test("a document reaches the debtor with its caption and its name, and is shown in the thread", async () => {
  const talk = await talkWith(1, "verified");
  const attached = await attach(talk);
  expect(attached.status).toBe(201);
  const { id: fileId } = attached.body;
  const { lastSeenMessageId } = talk;
  const reply = { text: "Aquí está su estado de cuenta.", lastSeenMessageId, fileId };
  const sent = await agent.post<Replied>(`/api/conversations/${talk.id}/reply`, reply);
  expect([sent.status, sent.body.outboxId]).toEqual([202, fileId]);
  await world.settle();

  const arrived = present(
    world.meta.accepted.findLast(({ to }) => to === talk.phone.slice(1)),
    "the document",
  ).message;
  expect(arrived).toMatchObject({
    type: "document",
    document: { filename: "estado de cuenta.pdf", caption: expect.stringContaining("Aquí está su estado de cuenta.") },
  });
  const lies = arrived.type === "document" ? arrived.document.id : undefined;
  expect(world.meta.mediaOf(lies ?? "")).toEqual({ bytes: PDF, mime: "application/pdf" });

  const { body } = await agent.get<Conversation>(`/api/conversations/${talk.id}`);
  const shown = body.items.findLast((item) => item.type === "message" && item.direction === "out");
  expect(shown).toMatchObject({ kind: "document", fileMime: "application/pdf", fileName: "estado de cuenta.pdf" });
  expect((await agent.get(`/api/messages/${fileId}/file`)).text).toBe(PDF.toString());

  const again = await agent.post<ReplyRefused>(`/api/conversations/${talk.id}/reply`, reply);
  expect([again.status, again.body.code]).toEqual([409, "request.conflict"]);
});

test("nobody who has not proved who they are gets a file", async () => {
  const refused = await attach(await talkWith(2, "stranger"));
  expect([refused.status, refused.body.code]).toEqual([409, "request.conflict"]);
});

test("what a file is, is read from its bytes: a page that calls itself a document is refused, and so is a film", async () => {
  const talk = await talkWith(3, "verified");
  for (const bytes of [Buffer.from("<html>"), Buffer.from([0, 0, 0, 0x18]), Buffer.from("x%PDF-1.7")])
    expect(await attach(talk, bytes)).toMatchObject({ status: 400, body: { code: "request.invalid" } });
  const large = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
  expect(await attach(talk, large)).toMatchObject({ status: 413, body: { code: "request.too-large" } });
});

test("only who has the conversation attaches to it, and nobody sends what a colleague attached", async () => {
  const talk = await talkWith(4, "verified");
  const { body } = await attach(talk);
  const colleague = await server.signInAs("supervisor", "Eva");
  const stranger = await colleague.post<{ code: string }>(`/api/conversations/${talk.id}/files`, PDF, FILE_HEADERS);
  expect([stranger.status, stranger.body.code]).toEqual([409, "conversation.taken"]);
  await colleague.post(`/api/conversations/${talk.id}/take-over`, { reason: "cambio de turno" });
  const sent = await colleague.post<ReplyRefused>(`/api/conversations/${talk.id}/reply`, {
    text: "",
    lastSeenMessageId: talk.lastSeenMessageId,
    fileId: body.id,
  });
  expect([sent.status, sent.body.code]).toEqual([409, "request.conflict"]);
});

test("a reply needs words or a file, and a caption is short", async () => {
  const { id, lastSeenMessageId } = await talkWith(5, "verified");
  const reply = (body: object) =>
    agent.post<ReplyRefused>(`/api/conversations/${id}/reply`, { lastSeenMessageId, ...body });
  expect((await reply({ text: " " })).status).toBe(400);
  const { body } = await attach({ id });
  expect((await reply({ text: "a".repeat(901), fileId: body.id })).status).toBe(400);
});
