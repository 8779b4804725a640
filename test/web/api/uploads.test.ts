import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeDebtorLists } from "../../../src/app/debtor-lists/debtor-lists.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { newId } from "../../../src/ids.ts";
import type { AnswerQuestions, DebtorListView, ListContacts } from "../../../src/web/contract.ts";
import { csvOf, dryRunOf, upload as uploadToWorld } from "../../app/debtor-lists/lists.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { ABSENT, type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let owner: Browser;
type Seen = { path: string; fileName: string; bytes: number; head: string; userId: string; language: string };
let seen: Seen[] = [];
let answers: AnswerQuestions | undefined;
let isUnreadable = false;

const VIEW: DebtorListView = {
  id: newId(),
  fileName: "x",
  sizeBytes: 1,
  state: "staged",
  isRepeat: false,
  uploadedAt: "2026-11-18T15:00:00.000Z",
  committedAt: null,
  failedBecause: null,
  format: { kind: "csv", encoding: "utf-8", delimiter: ";", sheet: null, headerRow: 1 },
  columns: [],
  settings: {},
  questions: [],
  dryRun: null,
  progress: { committedRows: 0, totalRows: 0 },
};

beforeAll(async () => {
  world = await makeWorld(database);
  const debtorLists = {
    ...ABSENT.debtorLists,
    preview: async ({
      path,
      fileName,
      userId,
      language,
    }: {
      path: string;
      fileName: string;
      userId: string;
      language: string;
    }) => {
      const bytes = await readFile(path);
      seen.push({ path, fileName, bytes: bytes.length, head: bytes.subarray(0, 20).toString(), userId, language });
      if (isUnreadable) throw new AppError("debtor-list.unreadable", "No header row was found.");
      return { ...VIEW, fileName };
    },
    answer: async (given: { answers: AnswerQuestions }) => {
      answers = given.answers;
      return VIEW;
    },
    commit: async () => "open-questions" as const,
    contacts: makeDebtorLists(world.deps).contacts,
    errorsFile: async () => ({
      fileName: "cartera ñ errores.csv",
      parts: (async function* () {
        yield "a;b\n";
        yield "1;2\n";
      })(),
    }),
  };
  server = await startConsole(database, world, { useCases: { debtorLists } });
  owner = await server.signInAs("business");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  seen = [];
  isUnreadable = false;
});

const upload = async (
  body: Buffer | string,
  headers: Record<string, string> = { "x-file-name": encodeURIComponent("cartera ñ.csv") },
) => {
  const response = await fetch(`${server.url}/api/debtor-lists`, {
    method: "POST",
    body: Buffer.from(body),
    headers: {
      cookie: owner.cookie,
      origin: server.url,
      "content-type": "application/octet-stream",
      "accept-language": "pt-BR",
      ...headers,
    },
  });
  return { status: response.status, body: (await response.json()) as { code?: string; fileName?: string } };
};

test("a file is read from the disk under the name it was given, and is gone afterwards", async () => {
  const done = await upload("cliente;saldo\n1;480000\n");
  expect([done.status, done.body.fileName]).toEqual([201, "cartera ñ.csv"]);
  expect(seen).toMatchObject([
    { fileName: "cartera ñ.csv", head: "cliente;saldo\n1;4800", userId: owner.userId, language: "pt-BR" },
  ]);
  expect(existsSync(seen[0]?.path ?? "")).toBe(false);
});

test("a file that cannot be read is gone too, and the reason is the answer", async () => {
  isUnreadable = true;
  expect(await upload("x")).toMatchObject({ status: 422, body: { code: "debtor-list.unreadable" } });
  expect(existsSync(seen[0]?.path ?? "")).toBe(false);
});

test("twenty megabytes are taken and a byte more is not, announced or not", async () => {
  const most = 20 * 1024 * 1024;
  expect((await upload(Buffer.alloc(most, "x"))).status).toBe(201);
  expect(seen[0]?.bytes).toBe(most);
  expect(await upload(Buffer.alloc(most + 1, "x"))).toMatchObject({ status: 413, body: { code: "request.too-large" } });
  expect(seen).toHaveLength(1);
});

test("a file without a name, or with nothing in it, is refused; a name is only a name", async () => {
  expect((await upload("x", {})).status).toBe(400);
  expect((await upload("")).status).toBe(400);
  await upload("x", { "x-file-name": encodeURIComponent("../../etc/passwd\r\n") });
  expect(seen.at(-1)?.fileName).toBe("....etcpasswd");
});

test("answers are taken in the shape of the contract, and what was not said is absent", async () => {
  const put = (body: object) => owner.send("PUT", `/api/debtor-lists/${newId()}/settings`, body);
  expect(
    (
      await put({
        settings: { currency: "COP", country: "Colombia", dateOrders: { Fecha: "dmy" } },
        columns: { Saldo: "balance", Zona: "extra" },
      })
    ).status,
  ).toBe(200);
  expect(answers).toEqual({
    settings: { currency: "COP", country: "CO", dateOrders: { Fecha: "dmy" } },
    columns: { Saldo: "balance", Zona: "extra" },
  });
  for (const settings of [
    { currency: "BTC" },
    { country: "Atlantis" },
    { dateOrders: { x: "ymd" } },
    { permissionBasis: { wording: "Autorizo mensajes", on: "2026-02-30", channel: "web" } },
  ])
    expect((await put({ settings })).status).toBe(400);
  expect((await put({ settings: {}, columns: { Saldo: "salary" } })).status).toBe(400);
});

test("a list with open questions is not committed", async () => {
  const refused = await owner.post<{ code: string }>(`/api/debtor-lists/${newId()}/commit`);
  expect([refused.status, refused.body.code]).toEqual([409, "request.conflict"]);
});

test("the errors file is a download under a name that keeps its accents", async () => {
  const { headers, text } = await owner.get(`/api/debtor-lists/${newId()}/errors`);
  expect(text).toBe("a;b\n1;2\n");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''cartera%20%C3%B1%20errores.csv");
});

test("when each debtor of a list may be written to comes a page at a time, by rule or all, and to its own business only", async () => {
  const lines = Array.from({ length: 120 }, (_, index) => ({ permission: index < 70 ? "Sí" : "No" }));
  const uploaded = await uploadToWorld(world, csvOf(lines));
  const { list } = uploaded;
  const judgedAt = encodeURIComponent(dryRunOf(world, uploaded).judgedAt);
  const pages = async (query: string): Promise<ListContacts[]> => {
    const found: ListContacts[] = [];
    for (let after = ""; ; ) {
      const page = (await owner.get(`/api/debtor-lists/${list.id}/contacts?judgedAt=${judgedAt}${query}${after}`))
        .body as ListContacts;
      found.push(page);
      if (page.next === null) return found;
      after = `&after=${page.next}`;
    }
  };
  expect((await pages("")).map(({ items }) => items.length)).toEqual([50, 20, 50]);
  const refused = await pages("&verdict=1");
  expect(refused.map(({ items }) => items.length)).toEqual([50]);
  expect(refused[0]?.items[0]).toEqual({
    verdict: 1,
    reference: "C-71",
    name: "Persona de muestra 71",
    owed: "COP 1480000.00",
    mayWriteAt: null,
  });
  expect(await pages("&verdict=7")).toEqual([{ items: [], next: null }]);
  const status = async (id: string, query: string) =>
    (await owner.get(`/api/debtor-lists/${id}/contacts?judgedAt=${query}`)).status;
  const forged = Buffer.from("[99999,0]").toString("base64url");
  expect(await status(newId(), judgedAt)).toBe(404);
  expect(await status(list.id, `${judgedAt}&after=x`)).toBe(400);
  expect(await status(list.id, `${judgedAt}&after=${forged}`)).toBe(400);
  expect(await status(list.id, "2026-11-18T15:00:00.000Z")).toBe(409);
});
