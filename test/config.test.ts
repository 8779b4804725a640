import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { AppError } from "../src/domain/errors.ts";

const WHATSAPP = {
  WHATSAPP_PHONE_NUMBER_ID: "100000000000777",
  WHATSAPP_ACCESS_TOKEN: "token",
  WHATSAPP_APP_SECRET: "secret",
  WHATSAPP_VERIFY_TOKEN: "verify",
};

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof AppError && error.code === "config.invalid") return error.message;
    throw error;
  }
  return "";
};

test("nothing set is a demo on this machine", () => {
  expect(readConfig({})).toMatchObject({
    SALDAR_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: 3000,
    whatsapp: undefined,
    stripe: undefined,
  });
});

test("every problem is listed at once", () => {
  const problems = problemsOf({
    SALDAR_MODE: "production",
    PORT: "seventy",
    DATABASE_URL: "mysql://x",
    WHATSAPP_ACCESS_TOKEN: "token",
  });
  for (const named of [
    "PORT",
    "DATABASE_URL",
    "PUBLIC_URL",
    "WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN",
  ])
    expect(problems).toContain(named);
});

test("a demo meets no real number", () => {
  expect(problemsOf({ ...WHATSAPP })).toContain("a demo never meets a real number");
});

test.each(["0.0.0.0", "::", "::1", "localhost", "127.0.0.2", "192.0.2.7"])("a demo does not listen on %s", (HOST) => {
  expect(problemsOf({ HOST })).toContain(`HOST: a demo listens on 127.0.0.1 only, not on ${HOST}`);
  expect(readConfig({ SALDAR_MODE: "production", PUBLIC_URL: "https://cobros.example", HOST }).HOST).toBe(HOST);
});

test("a demo listens on 127.0.0.1, said or not", () => {
  expect(readConfig({ HOST: "127.0.0.1" }).HOST).toBe("127.0.0.1");
  expect(readConfig({ HOST: "" }).HOST).toBe("127.0.0.1");
});

test("secrets have no default: half of a group is refused", () => {
  expect(
    problemsOf({ SALDAR_MODE: "production", PUBLIC_URL: "https://cobros.example", STRIPE_SECRET_KEY: "sk_test_x" }),
  ).toContain("STRIPE_WEBHOOK_SECRET: missing");
  expect(
    readConfig({ SALDAR_MODE: "production", PUBLIC_URL: "https://cobros.example", ...WHATSAPP }).whatsapp,
  ).toMatchObject({ version: "v26.0", graphUrl: "https://graph.facebook.com" });
});

test("an empty setting is an absent one, and a short secret is refused", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" }).PORT).toBe(3000);
  expect(problemsOf({ SALDAR_SECRET: "short" })).toContain("32 characters");
});

test("a language model is an address and a name together, and off without them", () => {
  const [SALDAR_LANGUAGE_MODEL_URL, SALDAR_LANGUAGE_MODEL] = ["https://model.example/v1", "small-1"];
  expect(readConfig({}).languageModel).toBeUndefined();
  expect(readConfig({ SALDAR_LANGUAGE_MODEL_URL, SALDAR_LANGUAGE_MODEL }).languageModel).toEqual({
    url: SALDAR_LANGUAGE_MODEL_URL,
    model: SALDAR_LANGUAGE_MODEL,
    key: undefined,
  });
  expect(problemsOf({ SALDAR_LANGUAGE_MODEL_URL })).toContain("SALDAR_LANGUAGE_MODEL: missing");
  expect(problemsOf({ SALDAR_LANGUAGE_MODEL })).toContain("SALDAR_LANGUAGE_MODEL_URL: missing");
  expect(problemsOf({ SALDAR_LANGUAGE_MODEL_KEY: "k" })).toContain("a key for no address");
});

test.each([
  ["http://127.0.0.1:11434/v1", "own"],
  ["http://localhost:8080/v1", "own"],
  ["http://[::1]:8080/v1", "own"],
  ["http://192.168.7.3/v1", "own"],
  ["http://172.20.0.4/v1", "own"],
  ["http://ollama:11434/v1", "own"],
  ["https://model.example/v1", "own"],
  ["http://model.example/v1", "open"],
  ["http://172.32.0.4/v1", "open"],
  ["http://203.0.113.7/v1", "open"],
])("what debtors write goes to %s: %s", (SALDAR_LANGUAGE_MODEL_URL, way) => {
  const problems = problemsOf({ SALDAR_LANGUAGE_MODEL_URL, SALDAR_LANGUAGE_MODEL: "small-1" });
  expect(problems.includes("in the open")).toBe(way === "open");
});
