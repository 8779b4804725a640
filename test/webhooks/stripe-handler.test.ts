import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { ProviderDelivery } from "../../src/web/use-cases.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";
import { ABSENT, type ConsoleServer, STRIPE_SECRET, startConsole } from "../web/console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let kept: ProviderDelivery[] = [];
let isAway = false;
beforeAll(async () => {
  world = await makeWorld(database);
  const keepProviderDelivery = async (delivery: ProviderDelivery) => {
    if (isAway) throw new AppError("database.unavailable", "away");
    kept.push(delivery);
  };
  server = await startConsole(database, world, {
    useCases: { payments: { ...ABSENT.payments, keepProviderDelivery } },
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  kept = [];
});

function header(body: string, { secret = STRIPE_SECRET, ageSeconds = 0 } = {}): string {
  const timestamp = Math.floor(systemClock.now().toSeconds()) - ageSeconds;
  return `t=${timestamp},v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

async function deliver(body: string, signature: string | undefined = header(body)): Promise<number> {
  const headers = {
    "content-type": "application/json",
    ...(signature !== undefined && { "stripe-signature": signature }),
  };
  const response = await fetch(`${server.url}/webhooks/stripe`, { method: "POST", body, headers });
  await response.text();
  return response.status;
}

const event = JSON.stringify(
  { id: "evt_1", type: "checkout.session.completed", data: { object: { id: "cs_1" } } },
  null,
  2,
);

test("what Stripe signed is kept under its event's id, byte for byte, before the answer", async () => {
  expect(await deliver(event)).toBe(200);
  expect(kept).toMatchObject([{ provider: "stripe", eventId: "evt_1", body: event }]);
});

test("what is forged, unsigned, changed or old gets 401, and nothing is kept of it", async () => {
  expect(await deliver(event, header(event, { secret: "whsec_another" }))).toBe(401);
  expect(await deliver(event, "")).toBe(401);
  expect(await deliver(event.replace("cs_1", "cs_2"), header(event))).toBe(401);
  expect(await deliver(event, header(event, { ageSeconds: 600 }))).toBe(401);
  expect(kept).toEqual([]);
});

test("an event that could not be kept is not answered with 200, so that Stripe sends it again", async () => {
  isAway = true;
  expect(await deliver(event)).toBe(503);
  isAway = false;
  expect(await deliver(event)).toBe(200);
  expect(kept).toHaveLength(1);
});

test("genuine bytes without an event id are kept as a stray", async () => {
  const body = '{"object":"something new"}';
  expect(await deliver(body)).toBe(200);
  expect(kept).toEqual([]);
  const strays = await world.owner`select source, body from stray_delivery`;
  expect(strays).toMatchObject([{ source: "stripe", body }]);
});
