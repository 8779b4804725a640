import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { money, ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import type {
  DebtorFile,
  Debtors,
  LedgerEntries,
  Statement,
  TrialBalance,
  Verification,
} from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let supervisor: Browser;
let payer: SampleDebtor;
let silent: SampleDebtor;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  supervisor = await server.signInAs("supervisor");
  payer = await world.addDebtor(1);
  silent = await world.addDebtor(2, { permission: false, owed: 50_000n });
  await world.says(payer.phone, "hola");
  await world.settle();
  await payOn(payer, 100_000n);
  await agreeOnPlan(payer);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function payOn({ id, debtId }: SampleDebtor, units: bigint): Promise<void> {
  const amount = ofUnits(units, "COP");
  await world.db.inBusiness(world.business.id, (tx) =>
    record(
      tx,
      paymentReceived({
        debtorId: id,
        amount,
        allocation: [{ debt: { id: debtId, debtorId: id }, principal: amount }],
        through: "stripe",
        reference: `stripe/${newId()}`,
        effectiveOn: isoDate("2026-11-10"),
      }),
    ),
  );
}

/** Three instalments, and a payment since that covers the first and half of the second. */
async function agreeOnPlan({ id }: SampleDebtor): Promise<void> {
  const { owner, business } = world;
  const planId = newId();
  const [conversation] = await owner<{ id: string }[]>`select id from conversation where debtor_id = ${id}`;
  await owner`insert into plan (business_id, id, debtor_id, conversation_id, agreed_on, terms, total_minor, currency, acceptance, recorded_at)
    values (${business.id}, ${planId}, ${id}, ${conversation?.id ?? ""}, '2026-11-01', '{}', 30000000, 'COP', '{}', now() - interval '1 day')`;
  for (const [number, dueOn] of [
    [1, "2026-11-05"],
    [2, "2026-11-12"],
    [3, "2026-12-19"],
  ] as const)
    await owner`insert into instalment (business_id, plan_id, number, due_on, amount_minor) values (${business.id}, ${planId}, ${number}, ${dueOn}, 10000000)`;
  await owner`insert into payment (business_id, id, money_object, provider, debtor_id, state, amount_minor, currency, paid_on)
    values (${business.id}, ${newId()}, 'stripe:pi_1', 'stripe', ${id}, 'settled', 15000000, 'COP', '2026-11-10')`;
}

describe("debtors", () => {
  test("are listed with what the ledger says they owe, since when, and whether they may be written to", async () => {
    const { body } = await supervisor.get<Debtors>("/api/debtors");
    expect(body.items).toMatchObject([
      {
        id: payer.id,
        owed: ["COP 500000.00"],
        daysPastDue: 64,
        mayBeWrittenTo: true,
        holds: ["plan"],
        openConversationId: expect.any(String),
      },
      { id: silent.id, owed: ["COP 50000.00"], mayBeWrittenTo: false, holds: [], openConversationId: null },
    ]);
  });

  test("may not be written to once the newest word on it is no, or the number is somebody else's", async () => {
    const asked = await world.addDebtor(3);
    const is = async () => (await supervisor.get<DebtorFile>(`/api/debtors/${asked.id}`)).body.mayBeWrittenTo;
    expect(await is()).toBe(true);
    await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source, recorded_at)
      values (${world.business.id}, ${newId()}, ${asked.contactId}, false, 'no me escriban', '2026-11-18', 'debtor_words', now() + interval '1 second')`;
    expect(await is()).toBe(false);
    await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source, recorded_at)
      values (${world.business.id}, ${newId()}, ${asked.contactId}, true, 'sí, escríbanme', '2026-11-18', 'debtor_words', now() + interval '2 seconds')`;
    expect(await is()).toBe(true);
    await world.owner`update contact set suppressed_at = now() where id = ${asked.contactId}`;
    expect(await is()).toBe(false);
    await world.owner`update debtor set name = 'Zz' where id = ${asked.id}`;
  });

  test("come in pages by name that leave nobody out", async () => {
    const names: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const { body }: { body: Debtors } = await supervisor.get<Debtors>(
        `/api/debtors?limit=1${next && `&after=${next}`}`,
      );
      names.push(...body.items.map(({ name }) => name));
      next = body.next;
    }
    expect(names).toEqual(["Persona de muestra 1", "Persona de muestra 2", "Zz"]);
  });
});

describe("a debtor's file", () => {
  test("shows debts, permissions, the plan with what payments cover of it, and what happened, in one answer", async () => {
    const { status, body } = await supervisor.get<DebtorFile>(`/api/debtors/${payer.id}`);
    expect(status).toBe(200);
    expect(body.debts).toMatchObject([
      { reference: "F-1", principal: "COP 500000.00", interest: "COP 0.00", owed: "COP 500000.00", daysPastDue: 64 },
    ]);
    expect(body.contacts).toMatchObject([
      {
        phone: payer.phone,
        permission: {
          granted: true,
          wording: "Autorizo mensajes de WhatsApp",
          grantedOn: "2026-01-15",
          source: "upload",
        },
      },
    ]);
    expect(body.plan).toMatchObject({ state: "active", total: "COP 300000.00", paid: "COP 150000.00" });
    expect(body.plan?.instalments.map(({ paid, state }) => [paid, state])).toEqual([
      ["COP 100000.00", "paid"],
      ["COP 50000.00", "late"],
      ["COP 0.00", "upcoming"],
    ]);
    expect(body.payments).toMatchObject([{ provider: "stripe", state: "settled", amount: "COP 150000.00" }]);
    expect(body.activeHolds.map(({ kind }) => kind)).toEqual(["plan"]);
    expect(body.document).toEqual({ type: null, lastFour: payer.document.slice(-4) });
    const types = new Set(body.timeline.map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(["message", "plan", "payment"]));
    const moments = body.timeline.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  test("shows no word of a chat to whoever may not read chats", async () => {
    const owner = await server.signInAs("business");
    const { body } = await owner.get<DebtorFile>(`/api/debtors/${payer.id}`);
    expect(body.conversations).toEqual([]);
    expect(body.timeline.filter(({ type }) => type === "message" || type === "note")).toEqual([]);
    expect(body.debts).toHaveLength(1);
  });

  test("shows why and until when something was not sent, with the clause", async () => {
    const [conversation] = await world.owner<
      { id: string }[]
    >`select id from conversation where debtor_id = ${payer.id}`;
    const outboxId = newId();
    const blocked = {
      clause: {
        id: "CO.hours",
        standing: "law",
        law: "Ley 2300 de 2023",
        article: "Art. 3",
        confidence: "verified",
        source: "https://example.test",
      },
    };
    await world.owner`insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at, state)
      values (${world.business.id}, ${outboxId}, ${conversation?.id ?? ""}, 999, 0, 'reminder', 'proactive', '{"message":"reminder"}', 0, 'bot', '2026-11-22T13:00:00Z', 'queued')`;
    await world.owner`insert into send_decision (business_id, id, outbox_id, conversation_id, stage, allowed, reason, until, record, at)
      values (${world.business.id}, ${newId()}, ${outboxId}, ${conversation?.id ?? ""}, 'dispatch', false, 'OUTSIDE_WINDOW', '2026-11-23T12:00:00Z', ${JSON.stringify(blocked)}::text::jsonb, '2026-11-22T13:00:00Z')`;
    const { body } = await supervisor.get<DebtorFile>(`/api/debtors/${payer.id}`, { "accept-language": "en" });
    expect(body.timeline.find(({ type }) => type === "blocked")).toMatchObject({
      kind: "reminder",
      decision: {
        allowed: false,
        reason: "OUTSIDE_WINDOW",
        until: "2026-11-23T12:00:00.000Z",
        clause: { law: "Ley 2300 de 2023", article: "Art. 3", standing: "law" },
      },
    });
    const thread = await supervisor.get<{ items: { id: string; type: string }[] }>(
      `/api/conversations/${conversation?.id}`,
    );
    expect(thread.body.items.find(({ id }) => id === outboxId)).toMatchObject({
      type: "unsent",
      state: "queued",
      decision: { reason: "OUTSIDE_WINDOW" },
    });
  });

  test("has the ledger's lines, with the balance after each", async () => {
    const { body } = await supervisor.get<Statement>(`/api/debtors/${payer.id}/statement`);
    expect(body.byCurrency).toMatchObject([
      {
        balance: "COP 500000.00",
        lines: [
          { amount: "COP 600000.00", balance: "COP 600000.00", effectiveOn: "2026-09-15" },
          { amount: "COP -100000.00", balance: "COP 500000.00", effectiveOn: "2026-11-10" },
        ],
      },
    ]);
  });

  test("of an id that is none, or nobody's, is not found", async () => {
    expect((await supervisor.get("/api/debtors/1")).status).toBe(404);
    expect((await supervisor.get(`/api/debtors/${newId()}`)).status).toBe(404);
  });
});

describe("the ledger", () => {
  test("balances: in each currency both columns come to the same", async () => {
    const { body } = await supervisor.get<TrialBalance>("/api/ledger/trial-balance");
    for (const { debits, credits } of body.totals) expect(debits).toBe(credits);
    expect(body.lines.find(({ code }) => code === 1100)).toMatchObject({
      name: "debt:{}:principal",
      credits: "COP 100000.00",
    });
    const before = await supervisor.get<TrialBalance>("/api/ledger/trial-balance?asOf=2026-11-09");
    expect(before.body.lines.find(({ code }) => code === 1100)?.credits).toBe("COP 0.00");
    expect((await supervisor.get("/api/ledger/trial-balance?asOf=2026-02-30")).status).toBe(400);
  });

  test("shows whole entries, the one recorded last first, of everybody or of one, page by page", async () => {
    const all = (await supervisor.get<LedgerEntries>("/api/ledger/entries")).body.items;
    expect(all[0]?.postings).toEqual(
      expect.arrayContaining([{ account: expect.stringContaining("debt:"), debit: expect.any(String), credit: null }]),
    );
    const of = (await supervisor.get<LedgerEntries>(`/api/ledger/entries?debtorId=${payer.id}`)).body.items;
    expect(of.map(({ kind }) => kind)).toEqual(["payment received", "debt raised"]);
    const paged: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const { body }: { body: LedgerEntries } = await supervisor.get<LedgerEntries>(
        `/api/ledger/entries?limit=1${next && `&after=${next}`}`,
      );
      paged.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  test("verifies itself, and names what somebody changed behind its back", async () => {
    // Not sealed yet, which verification may mention; nothing else may be found.
    const sound = await supervisor.post<Verification>("/api/ledger/verification");
    expect(sound.body.findings.filter(({ what }) => what !== "entry unsealed")).toEqual([]);
    await world.owner`alter table ledger_posting disable trigger user`;
    await world.owner`update ledger_posting set amount_minor = ${money(1n, "COP").minor} where debtor_id = ${silent.id} and amount_minor > 0`;
    const tampered = await supervisor.post<Verification>("/api/ledger/verification");
    expect(tampered.body.findings.map(({ what }) => what)).toContain("entry off balance");
  });
});
