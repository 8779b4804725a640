import { afterAll, beforeAll, expect, test } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import type { Conversation, Decided, Receipts } from "../../../src/web/contract.ts";
import type { ProofRefusal, RefuseProof, SettleProof } from "../../../src/web/use-cases.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";
import { ABSENT, type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let agent: Browser;
let debtor: SampleDebtor;
const asked: (SettleProof | RefuseProof)[] = [];
let verdict: "settled" | ProofRefusal = "settled";

beforeAll(async () => {
  world = await makeWorld(database);
  const payments = {
    ...ABSENT.payments,
    settleProof: async (proof: SettleProof) => {
      asked.push(proof);
      return verdict;
    },
    refuseProof: async (proof: RefuseProof) => {
      asked.push(proof);
      return "refused" as const;
    },
  };
  server = await startConsole(database, world, { useCases: { payments } });
  agent = await server.signInAs("agent", "Ana");
  debtor = await world.addDebtor(1);
  await world.says(debtor.phone, "hola");
  await world.settle();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

type Proof = {
  readonly mime?: string | null;
  readonly bytes?: Buffer | null;
  readonly claimedAt?: string;
  readonly sameAsId?: string;
};

async function claim({
  mime = "image/jpeg",
  bytes = Buffer.from([0xff, 0xd8, 0xff]),
  claimedAt = "2026-11-18T15:00:00Z",
  sameAsId,
}: Proof = {}): Promise<string> {
  const id = newId();
  const [conversation] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${debtor.id}`;
  await world.owner`insert into payment_proof (business_id, id, debtor_id, conversation_id, mime, bytes, claimed_at, same_as_id)
    values (${world.business.id}, ${id}, ${debtor.id}, ${present(conversation, "conversation").id}, ${mime}, ${bytes}, ${claimedAt}::text::timestamptz, ${sameAsId ?? null})`;
  return id;
}

test("receipts wait with what is owed, longest first, and say when the same picture came before", async () => {
  const later = await claim({ claimedAt: "2026-11-18T17:00:00Z" });
  const first = await claim({ claimedAt: "2026-11-18T14:00:00Z" });
  const again = await claim({ claimedAt: "2026-11-18T16:00:00Z", sameAsId: first, bytes: null, mime: null });
  const { body } = await agent.get<Receipts>("/api/receipts");
  expect(body.receipts.map(({ id }) => id)).toEqual([first, again, later]);
  expect(body.receipts[1]).toMatchObject({
    owed: ["COP 600000.00"],
    pictureUrl: null,
    sameAs: { id: first, state: "to_verify", debtorId: debtor.id },
    debtor: { id: debtor.id },
  });
  const page = await agent.get<Receipts>("/api/receipts?limit=2");
  const rest = await agent.get<Receipts>(`/api/receipts?limit=2&after=${page.body.next}`);
  expect([...page.body.receipts, ...rest.body.receipts].map(({ id }) => id)).toEqual([first, again, later]);
});

test("a picture is shown to who is signed in, as nothing that could run, and to nobody else", async () => {
  const id = await claim();
  const picture = await agent.get(`/api/receipts/${id}/picture`);
  expect(picture.status).toBe(200);
  expect(picture.headers.get("content-type")).toBe("image/jpeg");
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  expect(picture.headers.get("cache-control")).toBe("private, no-store");
  expect((await server.stranger.get(`/api/receipts/${id}/picture`)).status).toBe(401);
  const foreigner = await server.signInAs("admin", "Otra", await server.otherBusiness());
  expect((await foreigner.get(`/api/receipts/${id}/picture`)).status).toBe(404);
  expect((await agent.get(`/api/receipts/${await claim({ bytes: null })}/picture`)).status).toBe(404);
});

test("the agent sees in the thread the picture that the debtor sent, and what kind of thing another one was", async () => {
  const sender = await world.addDebtor(2);
  world.meta.keepMedia("media-1", Buffer.from("the bytes of a picture"), "image/jpeg");
  const media = { sha256: undefined, fileName: undefined } as const;
  await world.says(sender.phone, {
    kind: "media",
    media: { ...media, token: "media-1", type: "image", mime: "image/jpeg" },
    caption: undefined,
  });
  await world.settle();
  await world.says(sender.phone, {
    kind: "media",
    media: { ...media, token: "media-2", type: "audio", mime: "audio/ogg" },
    caption: undefined,
  });
  await world.settle();
  const [conversation] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${sender.id}`;
  const { body } = await agent.get<Conversation>(`/api/conversations/${present(conversation, "conversation").id}`);
  const sent = body.items.flatMap((item) => (item.type === "message" && item.direction === "in" ? [item] : []));
  expect(sent.map(({ kind }) => kind)).toEqual(["image", "audio"]);
  expect(sent.map(({ fileUrl, fileMime }) => [fileUrl !== null, fileMime])).toEqual([
    [true, "image/jpeg"],
    [false, null],
  ]);
  expect((await agent.get(sent[0]?.fileUrl ?? "")).text).toBe("the bytes of a picture");
});

test("what calls itself a page or a drawing with scripts is a download without a type", async () => {
  for (const mime of ["text/html", "image/svg+xml", "application/xhtml+xml", "", "text/html\r\nx: y"]) {
    const id = await claim({ mime, bytes: Buffer.from("<script>alert(1)</script>") });
    const { status, headers } = await agent.get(`/api/receipts/${id}/picture`);
    expect([mime, status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      mime,
      200,
      "application/octet-stream",
      'attachment; filename="receipt"',
    ]);
  }
});

test("a decision carries exact money, a day and who decided", async () => {
  const id = await claim();
  const settled = await agent.post<Decided>(`/api/receipts/${id}/settle`, {
    amount: "COP 480000.00",
    paidOn: "2026-11-17",
    reference: "123456",
  });
  expect([settled.status, settled.body]).toEqual([200, { state: "settled" }]);
  expect(asked.at(-1)).toEqual({
    businessId: world.business.id,
    userId: agent.userId,
    proofId: id,
    amount: { minor: 48_000_000n, currency: "COP" },
    paidOn: "2026-11-17",
    reference: "123456",
  });
  const refused = await agent.post<Decided>(`/api/receipts/${id}/refuse`, { because: "money_not_received" });
  expect(refused.body).toEqual({ state: "refused" });
});

test("a decision that is not exact is not taken", async () => {
  const id = await claim();
  const wrong = [
    { amount: "480000", paidOn: "2026-11-17" },
    { amount: "COP 480.000,00", paidOn: "2026-11-17" },
    { amount: "COP 0.00", paidOn: "2026-11-17" },
    { amount: "COP -5.00", paidOn: "2026-11-17" },
    { amount: 480000, paidOn: "2026-11-17" },
    { amount: "COP 480000.00", paidOn: "2026-02-30" },
    { amount: "COP 480000.00" },
  ];
  const before = asked.length;
  for (const body of wrong) expect((await agent.post(`/api/receipts/${id}/settle`, body)).status).toBe(400);
  expect((await agent.post(`/api/receipts/${id}/refuse`, { because: "other" })).status).toBe(400);
  expect((await agent.post(`/api/receipts/${id}/refuse`, { because: "because" })).status).toBe(400);
  expect(asked).toHaveLength(before);
});

test("what came too late, or is settled on another receipt, is said", async () => {
  const id = await claim();
  const settle = () =>
    agent.post<Decided & { code?: string }>(`/api/receipts/${id}/settle`, { amount: "COP 1.00", paidOn: "2026-11-17" });
  const answers = [];
  for (const next of ["duplicate", "decided", "not-found"] as const) {
    verdict = next;
    const { status, body } = await settle();
    answers.push([status, body.state ?? body.code]);
  }
  expect(answers).toEqual([
    [409, "request.conflict"],
    [409, "request.conflict"],
    [404, "request.not-found"],
  ]);
});
