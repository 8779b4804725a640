import { createServer, request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { startServer } from "../../src/web/start-server.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";
import { type ConsoleServer, startConsole } from "./console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world, { metricsToken: "the-operators-token" });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe("a request that changes something", () => {
  const change = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/conversations`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    }).then(({ status }) => status);

  test("is refused when another site's page made it, whatever cookie it brings", async () => {
    const { cookie } = await server.signInAs("admin");
    expect(await change({ cookie, origin: "https://evil.example" })).toBe(403);
    expect(await change({ cookie, origin: "null" })).toBe(403);
    expect(await change({ cookie, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await change({ cookie, "sec-fetch-site": "same-site" })).toBe(403);
    expect(await change({ cookie, "sec-fetch-site": "none" })).toBe(403);
    expect(await change({ cookie, "sec-fetch-site": "cross-site", origin: server.url })).toBe(403);
  });

  test("is refused when nobody says where it came from", async () => {
    const { cookie } = await server.signInAs("admin");
    expect(await change({ cookie })).toBe(403);
  });

  test("is heard when our own page made it", async () => {
    const { cookie } = await server.signInAs("admin");
    // 400: the right to it was seen, and the empty body was read.
    expect(await change({ cookie, origin: server.url })).toBe(400);
    expect(await change({ cookie, "sec-fetch-site": "same-origin" })).toBe(400);
  });

  test("cannot sign anybody in from another site's page", async () => {
    const tried = await server.stranger.post(
      "/api/auth/sign-in/email",
      { email: "a@example.test", password: "x" },
      { origin: "https://evil.example" },
    );
    expect(tried.status).toBe(403);
  });
});

describe("the console's pages", () => {
  test("may run our own scripts and nobody else's, turn no text into one, and be framed by nobody", async () => {
    const { headers } = await server.stranger.get("/inbox/waiting");
    const policy = headers.get("content-security-policy") ?? "";
    expect(new Set(policy.split(";"))).toEqual(
      new Set([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  test("are one page at every address that a page may have, asked for anew each time, with files that never change", async () => {
    for (const path of ["/", "/inbox/mine", "/debtors/0193", "/sign-in?error=INVALID_TOKEN"]) {
      const page = await server.stranger.get(path);
      expect([path, page.status, page.text]).toEqual([path, 200, "<!doctype html><title>console</title>"]);
      expect(page.headers.get("cache-control")).toBe("no-cache");
    }
    const file = await server.stranger.get("/assets/main-0a1b2c.js");
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test("are not what a missing file, address of the API or webhook gets", async () => {
    const missing = ["/assets/gone.js", "/api/nothing", "/webhooks/baileys"];
    const answers = await Promise.all(missing.map((path) => server.stranger.get<{ code: string }>(path)));
    expect(answers.map(({ status, body }) => [status, body?.code])).toEqual(
      missing.map(() => [404, "request.not-found"]),
    );
  });

  test("do not reach out of their folder", async () => {
    const answered = await new Promise<string>((resolve, reject) => {
      httpRequest(`${server.url}/`, { path: "/assets/..%2f..%2f..%2fetc/passwd" }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve(text));
      })
        .on("error", reject)
        .end();
    });
    expect(answered).not.toContain("root:");
  });
});

describe("a failure", () => {
  test("is JSON with its code and the request's own id, which the log has too", async () => {
    const failed = await server.stranger.get<{ code: string; requestId: string }>("/api/session");
    expect(failed.status).toBe(401);
    expect(failed.body.code).toBe("request.signed-out");
    expect(failed.body.requestId).toBe(failed.headers.get("x-request-id"));
  });

  test("of a body that is no JSON, or too large, is the caller's", async () => {
    const { cookie } = await server.signInAs("admin");
    const post = (body: string) =>
      fetch(`${server.url}/api/conversations`, {
        method: "POST",
        body,
        headers: { cookie, origin: server.url, "content-type": "application/json" },
      }).then(async (response) => [response.status, (await response.json()) as unknown]);
    expect(await post("{")).toMatchObject([400, { code: "request.invalid" }]);
    expect(await post(`"${"x".repeat(3 * 1024 * 1024)}"`)).toMatchObject([413, { code: "request.too-large" }]);
  });

  test("of ours says nothing of the inside", async () => {
    const admin = await server.signInAs("admin");
    await world.owner`alter table alarm rename to alarm_away`;
    const failed = await admin.get<{ code: string; message: string }>("/api/alarms");
    await world.owner`alter table alarm_away rename to alarm`;
    expect(failed.status).toBe(500);
    expect(failed.body.code).toBe("internal");
    expect(failed.text).not.toContain("relation");
  });
});

describe("an operator", () => {
  test("learns that the process lives and what it needs", async () => {
    expect(await server.stranger.get("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
    expect(await server.stranger.get("/readyz")).toMatchObject({
      status: 200,
      body: { database: true, migrations: true, queue: true },
    });
  });

  test("reads the figures on this machine, or with the token; through a proxy and without it there are none", async () => {
    const local = await server.stranger.get("/metrics");
    expect(local.status).toBe(200);
    expect(local.text).toContain("saldar_webhook_seconds");
    expect(local.text).toContain("saldar_nodejs_eventloop_lag_seconds");
    const proxied = { "x-forwarded-for": "203.0.113.9" };
    expect((await server.stranger.get("/metrics", proxied)).status).toBe(404);
    expect((await server.stranger.get("/metrics", { ...proxied, authorization: "Bearer wrong" })).status).toBe(404);
    expect(
      (await server.stranger.get("/metrics", { ...proxied, authorization: "Bearer the-operators-token" })).status,
    ).toBe(200);
  });
});

test("a taken port is said in words, with what to do", async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  const address = blocker.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const app = (await import("express")).default();
  const streams = { open: async () => undefined, stop: () => undefined };
  await expect(startServer({ app, streams }, { host: "127.0.0.1", port })).rejects.toThrow(
    new AppError("config.invalid", `Port ${port} is taken: stop what listens there, or set PORT to another.`),
  );
  blocker.close();
});
