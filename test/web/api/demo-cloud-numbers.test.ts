import { afterAll, beforeAll, expect, test } from "vitest";
import { saveCredentials } from "../../../db/numbers.ts";
import { sealCredentials } from "../../../src/app/channels/credentials.ts";
import { cloudNumberUseCases, cloudSettings } from "../../../src/cloud-numbers.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type ConsoleServer, startConsole } from "../console-server.ts";

const SECRETS = { accessToken: "a-token", appSecret: "an-app-secret", verifyToken: "a-verify-word" };
const ENTERED = {
  ...SECRETS,
  phoneNumberId: "300000000000999",
  wabaId: "200000000000999",
  expectedPhone: "573000000001",
};

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let opened = 0;
beforeAll(async () => {
  world = await makeWorld(database);
  const cloud = cloudSettings({
    WHATSAPP_GRAPH_URL: world.meta.url,
    WHATSAPP_GRAPH_VERSION: "v26.0",
    whatsapp: undefined,
    SALDAR_MODE: "demo",
  });
  const cloudNumbers = cloudNumberUseCases({
    ...world.deps,
    cloud: {
      ...cloud,
      openGraph: (credentials) => {
        opened += 1;
        return cloud.openGraph(credentials);
      },
    },
    channelsChanged: () => Promise.resolve(),
  });
  server = await startConsole(database, world, { useCases: { cloudNumbers } });
  await world.db.inBusiness(world.business.id, (tx) =>
    saveCredentials(tx, world.business.id, {
      id: world.channelId,
      credentials: sealCredentials(world.secrets, SECRETS),
    }),
  );
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

test("in a demo no secret goes to Meta, by a check, by adding, or by a change of those a number has", async () => {
  const admin = await server.signInAs("admin");
  const stored = `/api/cloud-numbers/${world.channelId}`;
  const answers = [
    await admin.post("/api/cloud-numbers/check", { ...ENTERED, subscribe: true }),
    await admin.post("/api/cloud-numbers", { ...ENTERED, name: "Cobros", subscribe: true }),
    await admin.post(`${stored}/check`, { subscribe: true }),
    await admin.send("PUT", `${stored}/credentials`, SECRETS),
  ];
  for (const { status, body } of answers) {
    expect({ status, body }).toMatchObject({ status: 409, body: { code: "request.conflict" } });
    expect(JSON.stringify(body)).toContain("demo");
  }
  expect(opened).toBe(0);
});
