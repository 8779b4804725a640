import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "../../../src/app/api-keys/create.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { countriesWithLaw, profileOf } from "../../../src/domain/contact-law/profiles.ts";
import type { ContactLaw, Conversation, CountryLaw, Inbox } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
let owner: Browser;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  admin = await server.signInAs("admin", "Alba");
  owner = await server.signInAs("business", "Olga");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const SPANISH = { "accept-language": "es" };
const lawOf = async (country: string, part = "") =>
  (await owner.get<CountryLaw>(`/api/contact-law/${country}${part}`, SPANISH)).body;
const choose = (who: Browser, path: string, option: string, reason: unknown = "Lo pidió nuestra abogada") =>
  who.send<{ code: string; message: string }>("PUT", `/api/contact-law/${path}`, { option, reason });

test("the business's own country comes first, then those its debtors live in, then the others; and where nothing is written", async () => {
  const lives = ["MX", "BR", "BR", "UY"];
  for (const [index, country] of lives.entries()) {
    const { id } = await world.addDebtor(index + 1);
    await world.owner`update debtor set country = ${country} where id = ${id}`;
  }
  await world.addDebtor(9);
  const { countries, unwritten, unknown } = (await owner.get<ContactLaw>("/api/contact-law", SPANISH)).body;
  expect(countries.slice(0, 4)).toMatchObject([
    { country: "CO", name: "Colombia", isOwn: true, debtors: 1 },
    { country: "BR", name: "Brasil", isOwn: false, debtors: 2 },
    { country: "MX", name: "México", debtors: 1 },
    { country: "AR", debtors: 0 },
  ]);
  expect(countries).toHaveLength(countriesWithLaw().length);
  expect(unwritten).toEqual([{ country: "UY", name: "Uruguay", debtors: 1 }]);
  expect(unknown).toEqual([]);
});

describe("one country", () => {
  test("says when, how often, what stops, with each rule's source, in the language of whoever asks", async () => {
    await world.setTime(WEDNESDAY);
    const law = await lawOf("CO");
    expect(law.hours.week.map(({ name, open }) => [name, open.map(({ start, end }) => `${start}-${end}`)])).toEqual([
      ...["lunes", "martes", "miércoles", "jueves", "viernes"].map((name) => [name, ["07:00-19:00"]]),
      ["sábado", ["08:00-15:00"]],
      ["domingo", []],
    ]);
    expect(law.hours.clause).toMatchObject({
      id: "CO.hours",
      standing: "law",
      law: "Ley 2300 de 2023",
      article: "art. 3",
      confidence: "secondary",
      source: expect.stringContaining("https://"),
      text: expect.stringContaining("lunes a viernes"),
    });
    expect(law.holidays?.next).toEqual(["2026-12-08", "2026-12-25", "2027-01-01", "2027-01-11"]);
    expect(law.limits.map(({ says, clause }) => [says, clause?.id])).toEqual([
      ["un contacto al día", "CO.day-cap"],
      ["un solo canal por semana", "CO.week-channel"],
    ]);
    expect(law.chapters.map(({ topic }) => topic)).toEqual(["who", "answers", "stops", "content"]);
    const stops = law.chapters.find(({ topic }) => topic === "stops")?.rules;
    expect(stops?.[1]?.says).toBe("La persona tiene abogado: una respuesta a cada mensaje suyo");
    expect(law.version).toBe(profileOf("CO")?.version);
  });

  test("may be asked of a part that has rules of its own, and of no other", async () => {
    expect(await lawOf("BR", "?part=AM")).toMatchObject({ part: "AM", hours: { clause: { id: "BR.AM.hours" } } });
    expect((await lawOf("BR")).parts).toContain("SP");
    for (const path of ["BR?part=XX", "CO?part=SP", "UY", "toString"])
      expect((await owner.get(`/api/contact-law/${path}`)).status).toBe(404);
  });

  test.each(countriesWithLaw().map(({ country }) => country))("%s can be shown whole", async (country) => {
    const law = await lawOf(country);
    for (const { options } of law.readings) {
      expect(options.filter(({ isInForce }) => isInForce)).toMatchObject([{ strictness: "default", changes: [] }]);
      for (const option of options) expect(option.changes.length > 0).toBe(!option.isInForce);
    }
    for (const { rules } of law.chapters)
      for (const { says, clause } of rules) expect(says ?? clause?.text).toBeTruthy();
  });
});

describe("a choice", () => {
  test("is an administrator's, with a reason; what is not offered is refused with what is", async () => {
    for (const role of ["agent", "supervisor", "business"] as const)
      expect((await choose(await server.signInAs(role), "CO/readings/week", "one_contact")).status).toBe(403);
    for (const reason of ["", "  x ", undefined, 7])
      expect(
        (await admin.send("PUT", "/api/contact-law/CO/readings/week", { option: "one_contact", reason })).status,
      ).toBe(400);
    const { status, body } = await choose(admin, "CO/readings/week", "always");
    expect([status, body.code]).toEqual([400, "request.invalid"]);
    expect(body.message).toContain("week (one_channel, one_contact)");
    expect((await lawOf("CO")).history).toEqual([]);
  });

  test("shows at once, with who, why, and what it changed; going back is one as well", async () => {
    expect((await choose(admin, "CO/readings/week", "one_contact")).status).toBe(204);
    const law = await lawOf("CO");
    expect(law.version).toBe(`${profileOf("CO")?.version}+week=one_contact`);
    expect(law.limits.map(({ clause }) => clause?.id)).toContain("CO.week-cap");
    const week = law.readings.find(({ name }) => name === "week");
    expect(week?.chosen).toMatchObject({
      by: "Alba",
      reason: "Lo pidió nuestra abogada",
      from: { name: "one_channel" },
      to: { name: "one_contact", says: expect.stringContaining("un solo contacto") },
    });
    expect(week?.options).toMatchObject([
      { name: "one_channel", isInForce: false, changes: [{ topic: "caps", part: null }] },
      { name: "one_contact", isInForce: true, strictness: "stricter", changes: [] },
    ]);
    await choose(admin, "CO/readings/week", "one_channel", "Volvemos a la de siempre");
    const { readings, history } = await lawOf("CO");
    expect(readings.find(({ name }) => name === "week")?.chosen).toMatchObject({ reason: "Volvemos a la de siempre" });
    expect(readings.find(({ name }) => name === "contact")?.chosen).toBeNull();
    expect(history.map(({ to }) => to.name)).toEqual(["one_channel", "one_contact"]);
  });

  test("is of one business, and of one country", async () => {
    await choose(admin, "CL/readings/gap", "two_full_days");
    const other = await server.signInAs("admin", "Otra", await server.otherBusiness());
    const theirs = (await other.get<CountryLaw>("/api/contact-law/CL")).body;
    expect([theirs.version, theirs.history]).toEqual([profileOf("CL")?.version, []]);
    expect((await lawOf("CO")).history.every(({ reading }) => reading === "week")).toBe(true);
  });

  test("a key may read the law and not choose it", async () => {
    const { id: businessId } = world.business;
    const { secret } = await createApiKey(world.deps, {
      businessId,
      name: "Facturas",
      role: "admin",
      by: "command-line",
    });
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await server.stranger.get("/api/contact-law/CO", bearer)).status).toBe(200);
    const body = { option: "one_contact", reason: "Un programa no elige" };
    const refused = await server.stranger.send("PUT", "/api/contact-law/CO/readings/week", body, bearer);
    expect(refused.status).toBe(403);
  });

  test("is told beside each decision it was in force for, in words, and not beside those before it", async () => {
    await world.setTime(WEDNESDAY);
    const open = async (number: number) => {
      const { id } = await world.addDebtor(number);
      await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: admin.userId });
      await world.settle();
      const { items } = (await admin.get<Inbox>("/api/inbox?view=all")).body;
      const chat = items.find(({ debtor }) => debtor?.id === id)?.id;
      const thread = (await admin.get<Conversation>(`/api/conversations/${chat}`, SPANISH)).body;
      return thread.items.flatMap((item) => (item.type === "message" && item.decision ? item.decision.readings : []));
    };
    expect(await open(51)).toEqual([]);
    await choose(admin, "CO/readings/contact", "two_way_only");
    expect(await open(52)).toEqual([
      {
        reading: "contact",
        option: "two_way_only",
        about: "¿Qué cuenta como contacto con la persona?",
        says: expect.stringContaining("doble vía"),
      },
    ]);
  });

  test("that is offered no more is named", async () => {
    await world.owner`
      update business set readings = '{"CO": {"contact": "by_telegraph"}}' where id = ${world.business.id}`;
    const { unknown } = (await owner.get<ContactLaw>("/api/contact-law")).body;
    expect(unknown).toEqual([{ country: "CO", reading: "contact", option: "by_telegraph" }]);
    expect((await lawOf("CO")).version).toBe(profileOf("CO")?.version);
  });
});
