import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type ConsoleServer, cookiesOf, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const save = (email: string) =>
  server.signIn.saveMember({
    business: world.business,
    email,
    name: "Ana de muestra",
    role: "admin",
    at: systemClock.now().toJSDate(),
  });

describe("a sign-in link", () => {
  test("signs its person in with a cookie that no script can read, and leads to the console", async () => {
    await save("ana@example.test");
    const opened = await fetch(await server.signIn.makeLink("Ana@example.test"), { redirect: "manual" });
    expect(opened.status).toBe(302);
    expect(new URL(present(opened.headers.get("location"), "location"), server.url).pathname).toBe("/");
    expect(opened.headers.get("set-cookie")).toMatch(/HttpOnly/i);
    expect(opened.headers.get("set-cookie")).toMatch(/SameSite=Lax/i);

    const session = await fetch(`${server.url}/api/session`, { headers: { cookie: cookiesOf(opened.headers) } });
    expect(session.status).toBe(200);
    expect(await session.json()).toMatchObject({
      user: { email: "ana@example.test", name: "Ana de muestra" },
      role: "admin",
      hasPassword: false,
      business: { id: world.business.id },
    });
  });

  test("works once, even for ten who open it in the same moment", async () => {
    await save("once@example.test");
    const link = await server.signIn.makeLink("once@example.test");
    const opened = await Promise.all(Array.from({ length: 10 }, () => fetch(link, { redirect: "manual" })));
    expect(opened.filter(({ headers }) => cookiesOf(headers).includes("session_token"))).toHaveLength(1);
    const again = await fetch(link, { redirect: "manual" });
    expect(cookiesOf(again.headers)).toBe("");
    expect(again.headers.get("location")).toContain("/sign-in?error=INVALID_TOKEN");
  });

  test("is void a quarter of an hour later", async () => {
    await save("late@example.test");
    const link = await server.signIn.makeLink("late@example.test");
    await world.owner`update auth.verification set "expiresAt" = "expiresAt" - interval '15 minutes 1 second'`;
    const opened = await fetch(link, { redirect: "manual" });
    expect(cookiesOf(opened.headers)).toBe("");
  });

  test("is kept as a hash: whoever reads the table cannot sign in with it", async () => {
    await save("hash@example.test");
    const token = present(
      new URL(await server.signIn.makeLink("hash@example.test")).searchParams.get("token"),
      "token",
    );
    const kept = await world.owner`select identifier, value from auth.verification`;
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("leads nowhere but to this console", async () => {
    await save("open@example.test");
    const link = new URL(await server.signIn.makeLink("open@example.test"));
    link.searchParams.set("callbackURL", "https://evil.example/");
    const opened = await fetch(link, { redirect: "manual" });
    expect(opened.status).toBe(403);
    expect(cookiesOf(opened.headers)).toBe("");
  });
});

describe("a password", () => {
  test("can be set once signed in, opens the console from then on, and is changed only by who knows it", async () => {
    const ana = await server.signInAs("supervisor");
    const [user] = await world.owner<{ email: string }[]>`select email from auth."user" where id = ${ana.userId}`;
    const email = present(user, "user").email;
    expect((await ana.send("PUT", "/api/session/password", { newPassword: "once upon a time" })).status).toBe(204);

    const signedIn = await server.stranger.post("/api/auth/sign-in/email", { email, password: "once upon a time" });
    expect(signedIn.status).toBe(200);
    expect(cookiesOf(signedIn.headers)).toContain("session_token");

    expect((await ana.send("PUT", "/api/session/password", { newPassword: "another long one" })).status).toBe(400);
    const wrong = await ana.send("PUT", "/api/session/password", {
      newPassword: "another long one",
      currentPassword: "not this one at all",
    });
    expect(wrong.status).toBe(400);
    const changed = await ana.send("PUT", "/api/session/password", {
      newPassword: "another long one",
      currentPassword: "once upon a time",
    });
    expect(changed.status).toBe(204);
    // Whoever knew the old one is out.
    const old = await fetch(`${server.url}/api/session`, { headers: { cookie: cookiesOf(signedIn.headers) } });
    expect(old.status).toBe(401);
    const still = await fetch(`${server.url}/api/session`, { headers: { cookie: cookiesOf(changed.headers) } });
    expect(still.status).toBe(200);
  });

  test("that is short is refused", async () => {
    const ana = await server.signInAs("agent");
    expect((await ana.send("PUT", "/api/session/password", { newPassword: "short" })).status).toBe(400);
  });

  test("guessed wrong ten times shuts the account for guesses, from whatever address", async () => {
    const guess = (i: number) =>
      server.stranger.post(
        "/api/auth/sign-in/email",
        { email: "victim@example.test", password: `guess number ${i}` },
        { "x-forwarded-for": `203.0.113.${i}` },
      );
    const statuses = [];
    for (let i = 1; i <= 12; i += 1) statuses.push((await guess(i)).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test("tried for one account after the other is slowed down by address", async () => {
    const statuses = [];
    for (let i = 1; i <= 11; i += 1) {
      const tried = await server.stranger.post(
        "/api/auth/sign-in/email",
        { email: `nobody-${i}@example.test`, password: "a long guess" },
        { "x-forwarded-for": "198.51.100.7" },
      );
      statuses.push(tried.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("the sign-in library", () => {
  test("answers nothing but signing in, signing out and links", async () => {
    const admin = await server.signInAs("admin");
    const asked = await Promise.all([
      admin.post("/api/auth/sign-up/email", { email: "new@example.test", password: "a password of mine", name: "x" }),
      admin.post("/api/auth/sign-in/magic-link", { email: "ana@example.test" }),
      admin.post("/api/auth/organization/create", { name: "x", slug: "x" }),
      admin.post("/api/auth/organization/update-member-role", { role: "admin", memberId: "x" }),
      admin.get("/api/auth/get-session"),
      admin.get("/api/auth/ok"),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  test("forgets a session at sign-out", async () => {
    const ana = await server.signInAs("agent");
    expect((await ana.get("/api/session")).status).toBe(200);
    expect((await ana.post("/api/auth/sign-out")).status).toBe(200);
    expect((await ana.get("/api/session")).status).toBe(401);
  });

  test("takes no session that it did not sign", async () => {
    const ana = await server.signInAs("agent");
    const forged = ana.cookie.replace(/=([^.]+)\./, "=$1x.");
    expect((await fetch(`${server.url}/api/session`, { headers: { cookie: forged } })).status).toBe(401);
  });

  test("keeps a session that is used, and no longer than a week one that is not", async () => {
    const ana = await server.signInAs("agent");
    const expires = async () =>
      (
        await world.owner<
          { days: number }[]
        >`select round(extract(epoch from "expiresAt" - now()) / 86400)::int as days from auth.session where "userId" = ${ana.userId}`
      )[0]?.days;
    expect(await expires()).toBe(7);
    await world.owner`update auth.session set "expiresAt" = "expiresAt" - interval '2 days' where "userId" = ${ana.userId}`;
    const used = await ana.get("/api/session");
    expect(cookiesOf(used.headers)).toContain("session_token");
    expect(await expires()).toBe(7);
    await world.owner`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = ${ana.userId}`;
    expect((await ana.get("/api/business")).status).toBe(401);
  });
});
