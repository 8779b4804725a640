import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import type { Blocked, BlockedMessages, DebtorFile } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const SUNDAY = WEDNESDAY.plus({ days: 4 });
const database = useDatabase();
let world: World;
let server: ConsoleServer;
let supervisor: Browser;
let waiting: SampleDebtor;
let refused: SampleDebtor;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  supervisor = await server.signInAs("supervisor");
  await world.setTime(SUNDAY);
  waiting = await world.addDebtor(1);
  refused = await world.addDebtor(2, { permission: false });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const pay = ({ id, debtId }: SampleDebtor, units: bigint) =>
  world.db.inBusiness(world.business.id, (tx) => {
    const amount = ofUnits(units, "COP");
    const allocation = [{ debt: { id: debtId, debtorId: id }, principal: amount }];
    const reference = `stripe/${newId()}`;
    const effectiveOn = isoDate("2026-11-10");
    return record(tx, paymentReceived({ debtorId: id, amount, allocation, through: "stripe", reference, effectiveOn }));
  });

const contactNow = async ({ id }: SampleDebtor, language = "en") =>
  (await supervisor.get<DebtorFile>(`/api/debtors/${id}`, { "accept-language": language })).body.contactNow;

describe("whether we may write to a debtor now", () => {
  test("on a Sunday: no, by which article, and from when on, in the debtor's zone", async () => {
    await world.owner`update debtor set zone = 'America/Bogota' where id = ${waiting.id}`;
    expect(await contactNow(waiting)).toMatchObject({
      zone: "America/Bogota",
      zoneIsTheirs: true,
      decision: {
        allowed: false,
        reason: "OUTSIDE_WINDOW",
        until: "2026-11-23T12:00:00.000Z",
        clause: {
          standing: "law",
          law: expect.any(String),
          article: expect.any(String),
          confidence: expect.any(String),
        },
      },
    });
    const [es, en] = [await contactNow(waiting, "es"), await contactNow(waiting)];
    expect(es?.decision.clause?.text).toEqual(expect.any(String));
    expect(es?.decision.clause?.text).not.toBe(en?.decision.clause?.text);
  });

  test("without permission, with nothing owed, or at a number that is somebody else's: no, and no time lifts it", async () => {
    expect((await contactNow(refused))?.decision).toMatchObject({
      allowed: false,
      reason: "NO_PERMISSION",
      until: null,
    });
    const paid = await world.addDebtor(3, { owed: 100_000n });
    await pay(paid, 100_000n);
    expect((await contactNow(paid))?.decision).toMatchObject({
      allowed: false,
      reason: "HOLD_nothing_owed",
      until: null,
    });
    await world.owner`update contact set suppressed_at = now() where id = ${paid.contactId}`;
    expect((await contactNow(paid))?.decision).toMatchObject({ reason: "WRONG_PERSON", until: null });
    await world.owner`update contact set phone = null where id = ${paid.contactId}`;
    expect(await contactNow(paid)).toBeNull();
  });

  test("is what the gate then says, asked without leaving anything behind", async () => {
    const before = await contactNow(waiting);
    expect(await world.owner`select from send_decision`).toHaveLength(0);
    const debtorIds = [waiting.id, refused.id];
    await openConversations(world.deps, { businessId: world.business.id, debtorIds, userId: "ana" });
    await world.settle();
    const [stored] = await world.owner`
      select s.reason, s.until, s.clause_id from send_decision s join conversation c on c.id = s.conversation_id
      where c.debtor_id = ${waiting.id}`;
    expect(stored?.["reason"]).toBe(before?.decision.reason);
    expect(stored?.["clauseId"]).toBe(before?.decision.clause?.id);
    expect(stored?.["until"].toUTC().toISO()).toBe(before?.decision.until);
  });

  test("on a Wednesday: yes", async () => {
    const free = await world.addDebtor(4);
    await world.setTime(WEDNESDAY.plus({ days: 7 }));
    expect((await contactNow(free))?.decision).toMatchObject({ allowed: true, reason: "OK", until: null });
    await world.setTime(SUNDAY);
  });

  test("in the last hour of a window: no, since a template may be delivered for an hour", async () => {
    const free = await world.addDebtor(66);
    await world.setTime(WEDNESDAY.plus({ hours: 8, minutes: 30 }));
    expect((await contactNow(free))?.decision).toMatchObject({
      reason: "OUTSIDE_WINDOW",
      until: "2026-11-19T12:00:00.000Z",
    });
    await world.setTime(SUNDAY);
  });

  test("where several zones are plausible: in the business's, and said not to be theirs", async () => {
    await world.owner`update debtor set zone = null, country = 'MX' where id = ${waiting.id}`;
    expect(await contactNow(waiting)).toMatchObject({ zone: "America/Bogota", zoneIsTheirs: false });
    await world.owner`update debtor set zone = null, country = 'PE' where id = ${waiting.id}`;
    expect(await contactNow(waiting)).toMatchObject({ zone: "America/Lima", zoneIsTheirs: true });
  });
});

describe("what was not sent", () => {
  test("is counted by rule with its article, and opens to the messages: who waits until when, and what was given up", async () => {
    const { body } = await supervisor.get<Blocked>("/api/blocked?from=2026-11-22&to=2026-11-22");
    expect(body).toMatchObject({
      from: "2026-11-22",
      to: "2026-11-22",
      rules: [
        { reason: "NO_PERMISSION", count: 1 },
        { reason: "OUTSIDE_WINDOW", count: 1, clause: { standing: "law" } },
      ],
    });
    const [permission, sunday] = body.rules;
    const open = async (rule: Blocked["rules"][number] | undefined) =>
      (
        await supervisor.get<BlockedMessages>(
          `/api/blocked/messages?${new URLSearchParams({ reason: rule?.reason ?? "", clauseId: rule?.clauseId ?? "" })}`,
        )
      ).body;
    expect(await open(sunday)).toMatchObject({
      items: [{ kind: "opening", debtor: { id: waiting.id }, became: "waits", until: "2026-11-23T12:00:00.000Z" }],
      next: null,
    });
    expect(await open(permission)).toMatchObject({
      items: [{ kind: "opening", debtor: { id: refused.id }, became: "given_up", until: null }],
    });
  });

  test("of other days is not there, and a day that is none is refused", async () => {
    expect((await supervisor.get<Blocked>("/api/blocked?to=2026-11-21")).body.rules).toEqual([]);
    expect((await supervisor.get<Blocked>("/api/blocked?from=2026-11-23")).body.rules).toEqual([]);
    expect((await supervisor.get("/api/blocked?from=2026-02-30")).status).toBe(400);
    expect((await supervisor.get("/api/blocked/messages")).status).toBe(400);
    expect((await supervisor.get("/api/blocked/messages?reason=OUTSIDE_WINDOW&after=nonsense")).status).toBe(400);
  });

  test("comes in pages that leave nobody out", async () => {
    const more = [await world.addDebtor(5), await world.addDebtor(6)];
    const debtorIds = more.map(({ id }) => id);
    await openConversations(world.deps, { businessId: world.business.id, debtorIds, userId: "ana" });
    await world.settle();
    const { clauseId = "" } = (await supervisor.get<Blocked>("/api/blocked")).body.rules[0] ?? {};
    const seen: (string | undefined)[] = [];
    let next: string | null = "";
    while (next !== null) {
      const asked = new URLSearchParams({ reason: "OUTSIDE_WINDOW", clauseId, limit: "1" });
      if (next !== "") asked.set("after", next);
      const { body }: { body: BlockedMessages } = await supervisor.get<BlockedMessages>(
        `/api/blocked/messages?${asked}`,
      );
      seen.push(...body.items.map(({ debtor }) => debtor?.id));
      next = body.next;
    }
    expect(seen.toSorted()).toEqual([waiting.id, ...debtorIds].toSorted());
  });

  test("is not shown to agents, nor to another business", async () => {
    const agent = await server.signInAs("agent");
    expect((await agent.get("/api/blocked")).status).toBe(403);
    const other = await server.signInAs("admin", "Otra persona", await server.otherBusiness());
    expect((await other.get<Blocked>("/api/blocked")).body.rules).toEqual([]);
  });
});

describe("the file of all contacts", () => {
  test("comes as a download in the language asked for, to whoever may take it out", async () => {
    const csv = await supervisor.get(`/api/debtors/${waiting.id}/contacts.csv?language=pt-BR`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''C-1-2026-11-22.csv");
    expect(csv.headers.get("cache-control")).toBe("private, no-store");
    expect(csv.text).toContain("Momento (hora do devedor)");
    const pdf = await supervisor.get(`/api/debtors/${waiting.id}/contacts.pdf`, { "accept-language": "en" });
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.text.startsWith("%PDF-")).toBe(true);
  });

  test("is nobody's who is not there, of another business, or may not", async () => {
    expect((await supervisor.get(`/api/debtors/${newId()}/contacts.pdf`)).status).toBe(404);
    const other = await server.signInAs("admin", "Otra persona", await server.otherBusiness());
    expect((await other.get(`/api/debtors/${waiting.id}/contacts.csv`)).status).toBe(404);
    const agent = await server.signInAs("agent");
    expect((await agent.get(`/api/debtors/${waiting.id}/contacts.csv`)).status).toBe(403);
  });
});
