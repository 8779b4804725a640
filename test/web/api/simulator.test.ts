import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type { BotView, PhoneContent, PhoneView } from "../../../src/web/contract.ts";
import { simulatorUseCases } from "../../../src/web/simulator.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
const PHONES = "/api/simulator/phones";
const PHONE = `${PHONES}/573005550001`;

beforeAll(async () => {
  world = await makeWorld(database, { business: { isDemo: true } });
  server = await startConsole(database, world, {
    useCases: { simulator: simulatorUseCases({ ...world.deps, receive: world.receive }) },
  });
  agent = await server.signInAs("agent");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

type Picture = Extract<PhoneContent, { kind: "picture" }>;

async function shows(): Promise<Picture> {
  const { body } = await agent.get<PhoneView>(PHONE);
  const content = present(body.messages.at(-1), "a message").content;
  if (content.kind !== "picture") throw new Error(`the phone shows ${content.kind}`);
  return content;
}

const sends = async (mime: string, bytes: string): Promise<number> =>
  (
    await agent.post(`${PHONE}/messages`, {
      kind: "picture",
      mime,
      base64: Buffer.from(bytes).toString("base64"),
      caption: "ya pagué",
    })
  ).status;

test("a picture that was sent is seen on the phone, by whoever may be the debtor and by nobody else", async () => {
  expect(await sends("image/png", "the bytes of a picture")).toBe(204);
  const { caption, pictureUrl } = await shows();
  expect(caption).toBe("ya pagué");
  const address = present(pictureUrl ?? undefined, "where the picture is");
  const picture = await agent.get(address);
  expect([picture.status, picture.headers.get("content-type"), picture.text]).toEqual([
    200,
    "image/png",
    "the bytes of a picture",
  ]);
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect((await server.stranger.get(address)).status).toBe(401);
  const foreigner = await server.signInAs("admin", "Otra", await server.otherBusiness());
  expect((await foreigner.get(address)).status).toBe(404);
});

test("a document is named and not drawn", async () => {
  expect(await sends("application/pdf", "%PDF-1.7")).toBe(204);
  expect((await shows()).pictureUrl).toBeNull();
});

describe("what the bot sees", () => {
  const writes = async (...texts: string[]) => {
    for (const body of texts) await agent.post(`${PHONES}/573005550007/messages`, { kind: "text", body });
    await world.settle();
  };
  const heard = async (): Promise<BotView["heard"]> =>
    (await agent.get<BotView>(`${PHONES}/573005550007/bot`)).body.heard;

  test("is each message with what was said in it, where it stands, and what came of it", async () => {
    const { document } = await world.addDebtor(7);
    await writes("hola");
    await writes(document.slice(-4));
    await writes("yo le pago $200.000 el viernes 27 de noviembre");
    const [promise, proof, greeting] = await heard();
    expect(promise).toMatchObject({
      kind: "text",
      waits: false,
      reading: {
        from: "kept",
        expects: "menu",
        act: "act",
        amounts: [{ text: "$200.000", at: 11, amount: "COP 200000.00" }],
        days: [{ text: expect.stringContaining("viernes 27 de noviembre"), on: "2026-11-27", ambiguous: false }],
      },
      decided: [{ event: "debtor.promised", from: "balance", to: "confirmingPromise" }],
    });
    expect(promise?.reading?.intents[0]).toMatchObject({ intent: "promise", stage: "entities" });
    expect(promise?.decided[0]?.effects).toContainEqual({ type: "say", about: "promise.confirm" });
    expect(promise?.decided[0]?.effects).toContainEqual({ type: "setAlarm", about: "workingDays 2" });
    expect(promise?.parts.map(({ text }) => text).join("")).toBe("yo le pago $200.000 el viernes 27 de noviembre");
    expect(promise?.parts.find(({ text }) => text === "$200.000")?.found).toContain("amount");

    expect(proof?.reading?.intents[0]?.intent).toBe("confirm_identity");
    // The first "hola" begins the conversation, and is the word of no event.
    expect(greeting).toMatchObject({
      reading: { from: "again", expects: "identityProof", intents: [{ intent: "greet" }] },
      decided: [{ event: "debtor.wroteFirst", from: "beginning", to: "verifying" }],
    });
  });

  test("says of a message that protects what was decided, and of the one beside it that it was decided there", async () => {
    for (const body of ["quiero pagar", "mejor no, ya pagué eso el lunes"])
      await agent.post(`${PHONES}/573005550007/messages`, { kind: "text", body });
    const waiting = await heard();
    expect(waiting.slice(0, 2).map(({ waits, decided }) => [waits, decided])).toEqual([
      [true, []],
      [true, []],
    ]);
    await world.settle();
    const [claim, beside] = await heard();
    expect(claim?.decided.map(({ event, to }) => [event, to])).toEqual([["debtor.saidAlreadyPaid", "withAgent"]]);
    expect(claim?.parts.find(({ found }) => found.includes("evidence"))?.text).toContain("ya pagué");
    expect([beside?.waits, beside?.decided, beside?.reading?.intents[0]?.intent]).toEqual([false, [], "pay_now"]);
  });

  test("loses the words of somebody who is erased, and their reading with them", async () => {
    await world.owner`update conversation_event set meaning = null where meaning is not null`;
    await world.owner`update message set body = '', detail = null where direction = 'in'`;
    const all = await heard();
    expect(all.flatMap(({ parts }) => parts)).toEqual([]);
    expect(all.flatMap(({ reading }) => reading?.intents.map(({ evidence }) => evidence) ?? []).join("")).toBe("");
  });
});
