import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import type { Role } from "../../../src/domain/member-role.ts";
import { newId } from "../../../src/ids.ts";
import type { BusinessSettings, DebtorFile, Debtors, Failure, Invited, Session } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, cookiesOf, startConsole } from "../console-server.ts";
import { NO_PHONES } from "./addresses.ts";

type Named = { readonly id: string; readonly name: string };

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let here: Named;
let there: Named;
let debtor: SampleDebtor;
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world, { useCases: { simulator: NO_PHONES } });
  here = world.business;
  there = await server.otherBusiness();
  debtor = await world.addDebtor(1);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const sessionOf = async (browser: Browser) => (await browser.get<Session>("/api/session")).body;
const choose = async (browser: Browser, { id }: { readonly id: string }) =>
  (await browser.send("PUT", "/api/session/business", { businessId: id })).status;
const drawnFor = ({ id }: Named) => ({ "x-saldar-business": id });

/** A member of the world's business, and as something else of the other too. */
async function ofBoth(roleHere: Role, roleThere: Role): Promise<Browser & { readonly email: string }> {
  const browser = await server.signInAs(roleHere);
  const { email, name } = (await sessionOf(browser)).user;
  await server.signIn.saveMember({ business: there, email, name, role: roleThere, at: systemClock.now().toJSDate() });
  return { ...browser, email };
}

async function signedInAgain(email: string, userId: string): Promise<Browser> {
  const opened = await fetch(await server.signIn.makeLink(email), { redirect: "manual" });
  const cookie = cookiesOf(opened.headers);
  const send: Browser["send"] = async (method, path, body, headers) =>
    server.stranger.send(method, path, body, { cookie, ...headers });
  return { ...server.stranger, userId, cookie, send, get: (path, headers) => send("GET", path, undefined, headers) };
}

describe("a person of two businesses", () => {
  test("is in the one they joined first, sees both with their role in each, and goes to the other", async () => {
    const person = await ofBoth("admin", "agent");
    const first = await sessionOf(person);
    expect([first.business.id, first.role]).toEqual([here.id, "admin"]);
    expect(first.businesses).toEqual([
      { id: here.id, name: here.name, country: "CO", isDemo: false, role: "admin" },
      { id: there.id, name: there.name, country: "CO", isDemo: false, role: "agent" },
    ]);
    expect(await choose(person, there)).toBe(204);
    const second = await sessionOf(person);
    expect([second.business.id, second.role]).toEqual([there.id, "agent"]);
    expect(second.businesses).toEqual(first.businesses);
    expect((await person.get<BusinessSettings>("/api/business")).body.id).toBe(there.id);
  });

  test("has in each the rights of their role there", async () => {
    const person = await ofBoth("agent", "supervisor");
    expect((await person.get("/api/ledger/trial-balance")).status).toBe(403);
    await choose(person, there);
    expect((await person.get("/api/ledger/trial-balance")).status).toBe(200);
    await choose(person, here);
    expect((await person.get("/api/ledger/trial-balance")).status).toBe(403);
  });

  test("reads in one nothing of the other, before, while and after being there", async () => {
    const person = await ofBoth("admin", "admin");
    const file = () => person.get<DebtorFile>(`/api/debtors/${debtor.id}`);
    const names = async () => (await person.get<Debtors>("/api/debtors")).body.items.length;
    expect([(await file()).status, await names()]).toEqual([200, 1]);
    await choose(person, there);
    expect([(await file()).status, await names()]).toEqual([404, 0]);
    const stop = { stop: { kind: "opted_out" }, reason: "They said so by telephone" };
    expect((await person.post(`/api/debtors/${debtor.id}/stops`, stop)).status).toBe(404);
    await choose(person, here);
    expect([(await file()).status, await names()]).toEqual([200, 1]);
  });

  test("stays where they are in every other session of theirs", async () => {
    const desk = await ofBoth("admin", "agent");
    const phone = await signedInAgain(desk.email, desk.userId);
    await choose(desk, there);
    expect((await sessionOf(desk)).business.id).toBe(there.id);
    expect((await sessionOf(phone)).business.id).toBe(here.id);
  });

  test("who is dismissed from the one they chose is in the other with the next request", async () => {
    const person = await ofBoth("agent", "agent");
    await choose(person, there);
    const admin = await server.signInAs("admin", "Otra", there);
    expect((await admin.send("DELETE", `/api/team/${person.userId}`)).status).toBe(204);
    const { business, businesses } = await sessionOf(person);
    expect([business.id, businesses.map(({ id }) => id)]).toEqual([here.id, [here.id]]);
    expect(await choose(person, there)).toBe(404);
  });
});

test("nobody goes to a business that is not theirs, to one that is none, or without a session", async () => {
  const person = await server.signInAs("admin");
  expect(await choose(person, there)).toBe(404);
  expect(await choose(person, { id: newId() })).toBe(404);
  expect(await choose(person, { id: "none" })).toBe(400);
  expect((await sessionOf(person)).business.id).toBe(here.id);
  expect(await choose(server.stranger, there)).toBe(401);
});

describe("a page that was drawn for the business one has left", () => {
  test.each([
    ["reads", "GET", "/api/debtors", undefined],
    ["asks who is signed in", "GET", "/api/session", undefined],
    ["lets the bot write", "POST", "/api/conversations", { debtorIds: [] }],
    ["brings a list", "POST", "/api/debtor-lists", new Uint8Array([1])],
    ["invites", "POST", "/api/team", { email: "x@example.test", name: "X", role: "admin" }],
    ["writes from a simulated phone", "POST", "/api/simulator/phones/57/messages", { kind: "text", body: "hola" }],
  ])("%s: refused, nothing is done, and the page is told why", async (_, method, path, body) => {
    const person = await ofBoth("admin", "admin");
    const type = body instanceof Uint8Array ? { "content-type": "application/octet-stream" } : {};
    const answer = (page: Named) => person.send<Failure>(method, path, body, { ...drawnFor(page), ...type });
    await choose(person, there);
    const { status, body: failure } = await answer(here);
    expect([status, failure.code]).toEqual([409, "session.other-business"]);
    // The same page of the present business gets another answer.
    expect((await answer(there)).body?.code).not.toBe("session.other-business");
  });

  test("hears no more: its stream is refused, that of the present business is not", async () => {
    const person = await ofBoth("admin", "admin");
    await choose(person, there);
    expect((await person.get(`/api/events?business=${here.id}`)).status).toBe(409);
    const controller = new AbortController();
    const stream = await fetch(`${server.url}/api/events?business=${there.id}`, {
      headers: { cookie: person.cookie },
      signal: controller.signal,
    });
    expect(stream.status).toBe(200);
    controller.abort();
  });
});

describe("an invitation", () => {
  test("of somebody from another business makes them a member of both, under their own name, and hands out no way in", async () => {
    const admin = await server.signInAs("admin", "Quien invita", there);
    const known = await server.signInAs("supervisor", "Nombre propio");
    const { email } = (await sessionOf(known)).user;
    const invited = await admin.post<Invited>("/api/team", { email, name: "Otro nombre", role: "agent" });
    expect([invited.status, invited.body.member.id, invited.body.signInLink]).toEqual([201, known.userId, null]);
    const { user, business, businesses } = await sessionOf(known);
    expect([user.name, business.id]).toEqual(["Nombre propio", here.id]);
    expect(businesses.map(({ id, role }) => [id, role])).toEqual([
      [here.id, "supervisor"],
      [there.id, "agent"],
    ]);
  });

  test("of somebody who is only here hands out a link", async () => {
    const admin = await server.signInAs("admin", "Quien invita", there);
    const email = `nuevo-${newId()}@example.test`;
    const { body } = await admin.post<Invited>("/api/team", { email, name: "Nuevo", role: "agent" });
    const opened = await fetch(present(body.signInLink, "the link"), { redirect: "manual" });
    expect(cookiesOf(opened.headers)).not.toBe("");
  });
});
