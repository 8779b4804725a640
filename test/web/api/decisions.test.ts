import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { present } from "../../../src/domain/assert.ts";
import { paymentUnidentified } from "../../../src/domain/ledger/payments.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import type { DebtorFile, LedgerEntries, Suspense } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let supervisor: Browser;
let people = 0;

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  agent = await server.signInAs("agent", "Ana");
  supervisor = await server.signInAs("supervisor", "Sofía");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function says(...words: string[]): Promise<SampleDebtor> {
  people += 1;
  const debtor = await world.addDebtor(people);
  for (const text of ["hola", debtor.document.slice(-4), ...words]) {
    await world.says(debtor.phone, text);
    await world.settle();
  }
  return debtor;
}

const fileOf = async ({ id }: SampleDebtor) => (await supervisor.get<DebtorFile>(`/api/debtors/${id}`)).body;

describe("a dispute", () => {
  const disputed = async (): Promise<{ debtor: SampleDebtor; path: string }> => {
    const debtor = await says("esa deuda no es mía, no la reconozco");
    const { disputes } = await fileOf(debtor);
    return { debtor, path: `/api/disputes/${present(disputes[0], "a dispute").id}` };
  };

  test("is accepted once, with what was never owed, and stands in the file with its reason", async () => {
    const { debtor, path } = await disputed();
    const body = { corrections: [{ debtId: debtor.debtId, amount: "COP 100000.00" }], note: "Cobro duplicado" };
    expect((await agent.post(`${path}/accept`, body)).status).toBe(204);
    expect((await agent.post(`${path}/accept`, body)).status).toBe(409);
    expect(await fileOf(debtor)).toMatchObject({
      owed: ["COP 500000.00"],
      disputes: [{ decision: "accepted", note: "Cobro duplicado" }],
    });
    const { body: books } = await supervisor.get<LedgerEntries>(`/api/ledger/entries?debtorId=${debtor.id}`);
    expect(books.items[0]).toMatchObject({ kind: "debt adjusted", actor: `agent:${agent.userId}` });
  });

  test("is rejected with a reason, and not without one", async () => {
    const { debtor, path } = await disputed();
    expect((await agent.post(`${path}/reject`, {})).status).toBe(400);
    expect((await agent.post(`${path}/reject`, { note: "El contrato está firmado" })).status).toBe(204);
    expect(await fileOf(debtor)).toMatchObject({ owed: ["COP 600000.00"], disputes: [{ decision: "rejected" }] });
  });

  test("is not decided by a correction that is not exact", async () => {
    const { debtor, path } = await disputed();
    const { debtId } = debtor;
    const wrong = [
      [],
      [{ debtId, amount: "COP 600000.01" }],
      [{ debtId, amount: "COP 0.00" }],
      [{ debtId, amount: "600000" }],
      [{ debtId, amount: "USD 100.00" }],
      [{ debtId: newId(), amount: "COP 1000.00" }],
      [
        { debtId, amount: "COP 1000.00" },
        { debtId, amount: "COP 2000.00" },
      ],
    ];
    for (const corrections of wrong)
      expect((await agent.post(`${path}/accept`, { corrections, note: "Nota" })).status).toBe(400);
    expect(await fileOf(debtor)).toMatchObject({ owed: ["COP 600000.00"], disputes: [{ decidedAt: null }] });
  });

  test("of another business is not there", async () => {
    const { path } = await disputed();
    const foreigner = await server.signInAs("admin", "Otra", await server.otherBusiness());
    expect((await foreigner.post(`${path}/reject`, { note: "Nuestra" })).status).toBe(404);
  });
});

describe("a hold", () => {
  test("is lifted by a supervisor with a reason that the file shows, and not by an agent", async () => {
    const debtor = await says("me quedé sin trabajo y no tengo con qué pagar");
    const path = `/api/debtors/${debtor.id}/holds/lift`;
    const body = { kind: "hardship", reason: "Consiguió trabajo y pidió retomar" };
    expect((await agent.post(path, body)).status).toBe(403);
    expect((await supervisor.post(path, { kind: "hardship" })).status).toBe(400);
    expect((await supervisor.post(path, { ...body, kind: "with_agent" })).status).toBe(400);
    expect((await supervisor.post(path, body)).status).toBe(204);
    expect((await supervisor.post(path, body)).status).toBe(404);
    const { activeHolds, timeline } = await fileOf(debtor);
    expect(activeHolds.map(({ kind }) => kind)).not.toContain("hardship");
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: "hold", kind: "hardship", liftedBecause: "Consiguió trabajo y pidió retomar" }),
    );
  });
});

describe("money that is nobody's", () => {
  const unplaced = async (): Promise<string> => {
    const id = newId();
    const amount = ofUnits(80_000n, "COP");
    await world.db.inBusiness(world.business.id, async (tx) => {
      await record(
        tx,
        paymentUnidentified({
          amount,
          through: "stripe",
          reference: `stripe:pi_${id}`,
          effectiveOn: isoDate("2026-11-18"),
        }),
      );
      await tx`insert into payment (business_id, id, money_object, provider, state, amount_minor, currency, paid_on)
        values (${world.business.id}, ${id}, ${`stripe:pi_${id}`}, 'stripe', 'settled', ${amount.minor}, 'COP', '2026-11-18')`;
    });
    return id;
  };
  const waiting = async () => (await supervisor.get<Suspense>("/api/suspense")).body.items;

  test("is shown, placed on a debtor's debt, and waits no more", async () => {
    const id = await unplaced();
    const debtor = await says();
    expect(await waiting()).toContainEqual(
      expect.objectContaining({
        id,
        amount: "COP 80000.00",
        provider: "stripe",
        paidOn: "2026-11-18",
        isMarked: false,
      }),
    );
    const body = { debtorId: debtor.id, debtId: debtor.debtId, note: "Lo dijo por teléfono" };
    expect((await agent.post(`/api/suspense/${id}/place`, body)).status).toBe(403);
    expect((await supervisor.post(`/api/suspense/${id}/place`, { ...body, debtorId: newId() })).status).toBe(400);
    expect((await supervisor.post(`/api/suspense/${id}/place`, body)).status).toBe(204);
    expect((await supervisor.post(`/api/suspense/${id}/place`, body)).status).toBe(404);
    expect(await fileOf(debtor)).toMatchObject({ owed: ["COP 520000.00"], payments: [{ state: "settled" }] });
    expect((await waiting()).map((item) => item.id)).not.toContain(id);
  });

  test("is marked to go back, is shown so, and can be placed no more", async () => {
    const id = await unplaced();
    expect((await supervisor.post(`/api/suspense/${id}/refund`, { note: "Pago repetido" })).status).toBe(204);
    expect((await waiting()).find((item) => item.id === id)?.isMarked).toBe(true);
    const debtor = await says();
    const placed = await supervisor.post(`/api/suspense/${id}/place`, { debtorId: debtor.id, note: "Era de ella" });
    expect(placed.status).toBe(409);
  });
});

test("the debtors of a list are opened by whoever may write first, and not by an agent", async () => {
  const path = `/api/debtor-lists/${newId()}`;
  expect((await agent.get(`${path}/openable`)).status).toBe(403);
  expect((await agent.post(`${path}/conversations`)).status).toBe(403);
  expect((await supervisor.get(`${path}/openable`)).status).toBe(404);
  expect((await supervisor.post(`${path}/conversations`)).status).toBe(404);
  const listId = newId();
  await world.owner`insert into debtor_list (business_id, id, file_name, sha256, size_bytes, state, settings, summary, total_rows, uploaded_by, uploaded_at)
    values (${world.business.id}, ${listId}, 'lista.csv', 'x', 1, 'committed', '{}', '{}', 0, 'user-7', now())`;
  const debtor = await world.addDebtor(900);
  await world.owner`update debtor set list_id = ${listId} where id = ${debtor.id}`;
  const list = `/api/debtor-lists/${listId}`;
  expect((await supervisor.get(`${list}/openable`)).body).toEqual({ count: 1, outlook: null });
  expect((await supervisor.post(`${list}/conversations`, { after: "last" })).status).toBe(400);
  expect((await supervisor.post(`${list}/conversations`)).body).toEqual({ opened: 1, next: null });
});
