import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { ofUnits } from "../../src/domain/money.ts";
import type { PaymentLinkPage } from "../../src/web/pages/payment-link-page.ts";
import type { PaymentUseCases } from "../../src/web/use-cases.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";
import { ABSENT, type ConsoleServer, startConsole } from "./console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;

const PAGE: PaymentLinkPage = {
  language: "es",
  creditor: "Comercial de Muestra",
  zone: "America/Bogota",
  state: {
    type: "payable",
    amount: ofUnits(480_000n, "COP"),
    asOf: systemClock.now(),
    validUntil: systemClock.now().plus({ days: 1 }),
    action: "/p/good",
  },
};

const payments: PaymentUseCases = {
  ...ABSENT.payments,
  openPaymentPage: async (token) => (token === "good" ? PAGE : undefined),
  startPayment: async (token) =>
    token === "good"
      ? { redirectTo: "https://checkout.stripe.com/c/pay/cs_1" }
      : token === "paid"
        ? { page: { ...PAGE, state: { type: "paid" } } }
        : undefined,
  openThanksPage: async (token) =>
    token === "good" ? { language: "pt-BR", creditor: "Comercial de Muestra", state: "confirming" } : undefined,
  pageOrigins: ["https://checkout.stripe.com"],
  testCheckout: {
    open: async (token) =>
      token === "good"
        ? {
            language: "en",
            creditor: "x",
            purpose: "y",
            amount: ofUnits(1n, "COP"),
            action: "/test-checkout/good",
            cancelUrl: "/p/good",
          }
        : { closed: "en" },
    choose: async (token, choice) => (token === "good" ? { redirectTo: `/p/good/thanks?${choice}` } : { closed: "en" }),
  },
};

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world, { useCases: { payments } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** As a browser sends the page's own form: no session, and the token is all there is. */
const submit = async (path: string, fields: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
};

test("a payment link shows its page to whoever has it, runs nothing, and names where its form may lead", async () => {
  const page = await server.stranger.get("/p/good");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Comercial de Muestra");
  expect(page.headers.get("content-security-policy")).toBe(
    "default-src 'none';style-src 'self';base-uri 'none';form-action 'self' https://checkout.stripe.com;frame-ancestors 'none'",
  );
  expect(page.headers.get("cache-control")).toBe("private, no-store");
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect((await server.stranger.get("/payment-page.css")).headers.get("content-type")).toContain("text/css");
});

test("the pay button leads to the provider's page, or says why there is none", async () => {
  expect(await submit("/p/good")).toMatchObject({ status: 303, location: "https://checkout.stripe.com/c/pay/cs_1" });
  expect(await submit("/p/paid")).toMatchObject({ status: 200, text: expect.stringContaining("Comercial de Muestra") });
});

test("a token that names no link is nothing", async () => {
  expect((await server.stranger.get("/p/other")).status).toBe(404);
  expect((await server.stranger.get("/p/other/thanks")).status).toBe(404);
  expect((await submit("/p/other")).status).toBe(404);
});

test("the thanks are said in the payer's language", async () => {
  expect((await server.stranger.get("/p/good/thanks")).text).toContain('lang="pt-BR"');
});

test("the test checkout takes one of two choices, and shows a closed page for a token that is not ours", async () => {
  expect((await server.stranger.get("/test-checkout/good")).status).toBe(200);
  expect(await submit("/test-checkout/good", { choice: "paid" })).toMatchObject({
    status: 303,
    location: "/p/good/thanks?paid",
  });
  expect((await submit("/test-checkout/good", { choice: "free" })).status).toBe(400);
  expect((await submit("/test-checkout/other", { choice: "paid" })).status).toBe(200);
});
