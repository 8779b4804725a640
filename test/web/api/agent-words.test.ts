import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type { ContentFindingView, Replied, ReplyRefused } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

// What an agent may write, over HTTP: to somebody who has not shown who they are and asked for a person.

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let phone: string;
let id: string;
let lastSeenMessageId: string;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");
  ({ phone } = await world.addDebtor(1));
  for (const words of ["hola", "quiero hablar con una persona"]) {
    await world.says(phone, words);
    await world.settle();
  }
  const [row] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c where c.closed_at is null`;
  ({ id, newest: lastSeenMessageId } = present(row, "the conversation"));
  await agent.post(`/api/conversations/${id}/take-over`);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

test("lets nothing be said that the law forbids, and shows which words and which rule", async () => {
  const refused = await agent.post<ReplyRefused>(`/api/conversations/${id}/reply`, {
    text: "Lo vamos a meter a la cárcel",
    lastSeenMessageId,
  });
  expect([refused.status, refused.body.code]).toEqual([422, "content.forbidden"]);
  const finding: ContentFindingView = present(refused.body.findings?.[0], "a finding");
  expect(finding).toMatchObject({
    severity: "forbidden",
    advice: expect.any(String),
    clause: { id: expect.any(String) },
  });
});

test("names no amount to somebody who has not shown who they are", async () => {
  const refused = await agent.post<ReplyRefused>(`/api/conversations/${id}/reply`, {
    text: "El saldo es de $ 150.000",
    lastSeenMessageId,
    confirmed: ["amount_before_proof"],
  });
  expect([refused.status, refused.body.code]).toEqual([422, "content.forbidden"]);
  expect(refused.body.findings?.map(({ rule, start, end }) => [rule, start, end])).toEqual([
    ["amount_before_proof", 15, 24],
  ]);
});

test("asks about words in doubt, and sends them once the agent confirms those doubts, which is kept", async () => {
  const text = "Si lo prefiere, un abogado puede revisar el caso.";
  const send = async (more: { text?: string; confirmed?: string[] }) =>
    agent.post<ReplyRefused & Replied>(`/api/conversations/${id}/reply`, {
      text,
      lastSeenMessageId,
      ...more,
    });
  await world.settle();
  const heard = world.heard(phone).length;
  const asked = await send({});
  expect([asked.status, asked.body.code]).toEqual([409, "content.doubtful"]);
  expect(asked.body.findings).toEqual([
    expect.objectContaining({ rule: "threat_hint", severity: "doubtful", advice: expect.any(String) }),
  ]);
  const other = await send({ text: "Por última oportunidad, revisemos su deuda.", confirmed: ["threat_hint"] });
  expect([other.status, other.body.code]).toEqual([409, "content.doubtful"]);
  await world.settle();
  expect(world.heard(phone)).toHaveLength(heard);

  const sent = await send({ confirmed: ["threat_hint"] });
  expect(sent.status).toBe(202);
  await world.settle();
  expect(world.heard(phone).at(-1)).toBe(text);
  const kept = await world.owner`
    select actor, subject_id, after from audit_event where action = 'message.sent-in-doubt'`;
  expect(kept).toEqual([
    {
      actor: agent.userId,
      subjectId: sent.body.outboxId,
      after: { doubts: [{ rule: "threat_hint", clause: "any.no-threats", span: expect.anything() }] },
    },
  ]);
});
