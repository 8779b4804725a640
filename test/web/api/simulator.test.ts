import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import type { PhoneContent, PhoneView } from "../../../src/web/contract.ts";
import { simulatorUseCases } from "../../../src/web/simulator.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
const PHONE = "/api/simulator/phones/573005550001";

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
