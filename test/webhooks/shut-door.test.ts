import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";
import { type Answer, type ConsoleServer, startConsole } from "../web/console-server.ts";

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const NAMES = "WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN";

/** What Meta's check and a delivery of Meta's and of Stripe's are told. */
async function answersOf({ stranger }: ConsoleServer): Promise<Answer<{ code: string; message: string }>[]> {
  const challenge = "hub.mode=subscribe&hub.verify_token=a-word&hub.challenge=42";
  return [
    await stranger.get(`/webhooks/whatsapp?${challenge}`),
    await stranger.post("/webhooks/whatsapp", { object: "whatsapp_business_account" }),
    await stranger.post("/webhooks/stripe", { object: "event" }),
  ];
}

describe("a webhook whose settings are missing", () => {
  test("on a demo says that it is one, and what a real number needs", async () => {
    await using server = await startConsole(database, world, { config: readConfig({}) });
    const answers = await answersOf(server);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [404, "request.not-found"]),
    );
    const [check, delivery, stripe] = answers.map(({ body }) => body.message);
    expect(check).toContain("This is a demo: no WhatsApp number is joined to it");
    expect(check).toContain(`SALDAR_MODE=production and ${NAMES}`);
    expect(delivery).toBe(check);
    expect(stripe).toContain("It needs STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET");
  });

  test("in production names them, and does not speak of a demo", async () => {
    const config = readConfig({ SALDAR_MODE: "production", PUBLIC_URL: "https://cobros.example" });
    await using server = await startConsole(database, world, { config });
    const [check, delivery] = await answersOf(server);
    expect(check).toMatchObject({ status: 404, body: { code: "request.not-found" } });
    expect(check?.body.message).toContain(`No WhatsApp number is joined to this installation. It needs ${NAMES}`);
    expect(check?.body.message).not.toContain("demo");
    expect(delivery?.body.message).toBe(check?.body.message);
  });
});
