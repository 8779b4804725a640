import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { attachPictures, attachProofPicture } from "../../../src/app/payments/attach-picture.ts";
import { refuseProof } from "../../../src/app/payments/refuse-proof.ts";
import { settleProof } from "../../../src/app/payments/settle-proof.ts";
import { present } from "../../../src/domain/assert.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import type { SampleDebtor } from "../../support/world.ts";
import { makePaymentsWorld, type PaymentsWorld } from "./payments-world.ts";

const PICTURE = Buffer.from("the bytes of a photographed receipt");
const PAID_ON = isoDate("2026-11-17");

async function verified(p: PaymentsWorld, number: number): Promise<SampleDebtor> {
  const debtor = await p.world.addDebtor(number);
  for (const words of ["hola", debtor.document.slice(-4)]) {
    await p.world.says(debtor.phone, words);
    await p.world.settle();
  }
  return debtor;
}

/** The debtor sends a picture; the id of the claim it made. */
async function sendsReceipt(
  p: PaymentsWorld,
  { phone, id }: SampleDebtor,
  { bytes = PICTURE, token = "media-1", mayFetch = true } = {},
): Promise<string> {
  if (mayFetch) p.world.meta.keepMedia(token, bytes, "image/jpeg");
  const media = {
    token,
    type: "image",
    mime: "image/jpeg",
    sha256: hash("sha256", bytes, "hex"),
    fileName: undefined,
  } as const;
  await p.world.says(phone, { kind: "media", media, caption: "ya pagué" });
  await p.world.settle();
  return newestProof(p, id);
}

async function newestProof(p: PaymentsWorld, debtorId: string): Promise<string> {
  const [proof] = await p.world.owner<
    { id: string }[]
  >`select id from payment_proof where debtor_id = ${debtorId} order by id desc limit 1`;
  return present(proof, "a claim").id;
}

async function holdsOf(p: PaymentsWorld, debtorId: string): Promise<string[]> {
  const found = await p.world.owner<{ kind: string }[]>`select kind from active_hold where debtor_id = ${debtorId}`;
  return found.map(({ kind }) => kind);
}

const decision = (p: PaymentsWorld, proofId: string) => ({
  businessId: p.world.business.id,
  proofId,
  userId: "agent-1",
});

const transfers = { business: { paymentProvider: "manual_transfer" } } as const;

test("a receipt's picture is fetched, kept with its hash, and settles the debt by an agent's word", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  const proofId = await sendsReceipt(p, debtor);
  const [kept] = await p.world.owner<
    { bytes: Uint8Array; sha256: string; mime: string }[]
  >`select bytes, sha256, mime from payment_proof`;
  expect(Buffer.from(kept?.bytes ?? []).equals(PICTURE)).toBe(true);
  expect(kept).toMatchObject({ mime: "image/jpeg", sha256: hash("sha256", PICTURE, "hex") });
  expect(await holdsOf(p, debtor.id)).toContain("payment_to_verify");

  const settled = await settleProof(p.world.deps, {
    ...decision(p, proofId),
    amount: ofUnits(600_000n, "COP"),
    paidOn: PAID_ON,
    reference: "000-1234567",
  });
  expect(settled).toEqual({ settled: true, payment: `manual_transfer:${proofId}` });
  expect(await p.books()).toEqual({ "provider:manual_transfer:clearing": "COP 600000.00", opening: "COP -600000.00" });
  expect(await holdsOf(p, debtor.id)).not.toContain("payment_to_verify");
  const [entry] = await p.world.owner<
    { effectiveOn: string; actor: string }[]
  >`select effective_on, actor from ledger_entry where kind = 'payment received'`;
  expect(entry).toEqual({ effectiveOn: PAID_ON, actor: "agent:agent-1" });
  const [told] = await p.world.owner<{ event: unknown; toState: string }[]>`
    select event, to_state from conversation_event order by revision desc limit 1`;
  expect(told).toEqual({
    event: { type: "payment.settled", stillOwed: false, promiseKept: false },
    toState: "withAgent",
  });
  // A person has the conversation. The receipt of what arrived is no part of it, and leaves all the same.
  await p.world.settle();
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/^Confirmación de su pago .*600\.000.* 17 de noviembre/);
  const audit = await p.world.owner<{ action: string; actor: string }[]>`select action, actor from audit_event`;
  expect(audit).toEqual([{ action: "receipt.settled", actor: "agent-1" }]);
});

test("words and the picture that follows them are one claim, however often either is repeated", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  for (const words of ["ya pagué", "ya les pagué ayer"]) {
    await p.world.says(debtor.phone, words);
    await p.world.settle();
  }
  await sendsReceipt(p, debtor);
  await p.world.says(debtor.phone, "ya pagué, ahí está");
  await p.world.settle();
  const claims = await p.world.owner<
    { hasPicture: boolean }[]
  >`select bytes is not null as has_picture from payment_proof`;
  expect(claims).toEqual([{ hasPicture: true }]);
});

test("a picture that was asked for is said to have come, and in an agent's hands is shown to them at once instead", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  await p.world.says(debtor.phone, "ya pagué");
  await p.world.settle();
  await sendsReceipt(p, debtor);
  expect(p.world.heard(debtor.phone).at(-1)).toMatch(/^Gracias, lo recibí\. Queda por verificar/);

  const [conversation] = await p.world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${debtor.id}`;
  const { id: conversationId } = present(conversation, "a conversation");
  await takeOver(p.world.deps, { businessId: p.world.business.id, conversationId, userId: "agent-1" });
  const before = p.world.heard(debtor.phone).length;
  const [{ newest } = { newest: 0n }] = await p.world.owner<
    { newest: bigint }[]
  >`select coalesce(max(sequence), 0)::bigint as newest from console_event`;
  const proofId = await sendsReceipt(p, debtor, { token: "media-2", bytes: Buffer.from("another receipt") });
  expect(p.world.heard(debtor.phone)).toHaveLength(before);
  const told = await p.world.owner<{ kind: string; subjectId: string }[]>`
    select kind, subject_id from console_event where sequence > ${newest} order by sequence`;
  // Once when the message came, and once more when its picture could be shown.
  const ofReceipt = told.findIndex(({ kind, subjectId }) => kind === "receipt.changed" && subjectId === proofId);
  expect(told.slice(0, ofReceipt)).toContainEqual({ kind: "conversation.changed", subjectId: conversationId });
  expect(told.slice(ofReceipt)).toContainEqual({ kind: "conversation.changed", subjectId: conversationId });
});

test("the same picture of another debtor is marked when it arrives and refused when it is settled, unless somebody says why", async () => {
  await using p = await makePaymentsWorld(transfers);
  const [one, other] = [await verified(p, 1), await verified(p, 2)];
  const first = await sendsReceipt(p, one);
  const second = await sendsReceipt(p, other, { token: "media-2" });
  const [marked] = await p.world.owner<
    { sameAsId: string }[]
  >`select same_as_id from payment_proof where id = ${second}`;
  expect(marked).toEqual({ sameAsId: first });

  const read = { amount: ofUnits(600_000n, "COP"), paidOn: PAID_ON };
  expect(await settleProof(p.world.deps, { ...decision(p, first), ...read })).toMatchObject({ settled: true });
  expect(await settleProof(p.world.deps, { ...decision(p, second), ...read })).toEqual({
    settled: false,
    because: "duplicate",
    sameAs: first,
  });
  expect(await p.owed(other)).toBe("COP 600000.00");

  const despiteDuplicate = { reason: "One transfer for both, half each" };
  expect(await settleProof(p.world.deps, { ...decision(p, second), ...read, despiteDuplicate })).toMatchObject({
    settled: true,
  });
  expect(await p.owed(other)).toBe("nothing");
  const [, audit] = await p.world.owner<{ after: { reason: string } }[]>`select after from audit_event order by id`;
  expect(audit?.after).toMatchObject(despiteDuplicate);
});

test("another picture of the same transfer is caught by its number, amount and day", async () => {
  await using p = await makePaymentsWorld(transfers);
  const [one, other] = [await verified(p, 1), await verified(p, 2)];
  const first = await sendsReceipt(p, one);
  const second = await sendsReceipt(p, other, { token: "media-2", bytes: Buffer.from("another photo of it") });
  const read = { amount: ofUnits(300_000n, "COP"), paidOn: PAID_ON };
  await settleProof(p.world.deps, { ...decision(p, first), ...read, reference: "No. 0001234567" });
  expect(await settleProof(p.world.deps, { ...decision(p, second), ...read, reference: "1234567" })).toMatchObject({
    because: "duplicate",
    sameAs: first,
  });
  expect(await settleProof(p.world.deps, { ...decision(p, second), ...read, reference: "7654321" })).toMatchObject({
    settled: true,
  });
});

test("of twenty agents who settle one receipt at once, one does", async () => {
  await using p = await makePaymentsWorld(transfers);
  const proofId = await sendsReceipt(p, await verified(p, 1));
  const read = { amount: ofUnits(100_000n, "COP"), paidOn: PAID_ON };
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, agent) =>
      settleProof(p.world.deps, { ...decision(p, proofId), ...read, userId: `agent-${agent}` }),
    ),
  );
  expect(all.filter(({ settled }) => settled)).toHaveLength(1);
  expect(await p.books()).toMatchObject({ "provider:manual_transfer:clearing": "COP 100000.00" });
});

test("two receipts of one debtor settled at once pay the debt one after the other", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  const first = await sendsReceipt(p, debtor);
  const second = await sendsReceipt(p, debtor, { token: "media-2", bytes: Buffer.from("a second receipt") });
  const read = { amount: ofUnits(400_000n, "COP"), paidOn: PAID_ON };
  await Promise.all(
    [first, second].map((proofId, number) =>
      settleProof(p.world.deps, { ...decision(p, proofId), ...read, reference: `10000${number}` }),
    ),
  );
  expect(await p.books()).toEqual({
    "provider:manual_transfer:clearing": "COP 800000.00",
    [`debtor:${debtor.id}:credit`]: "COP -200000.00",
    opening: "COP -600000.00",
  });
});

test("a smaller transfer leaves a promise open, and the one that completes it keeps it", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  for (const words of ["pago el viernes", "sí"]) {
    await p.world.says(debtor.phone, words);
    await p.world.settle();
  }
  const promise = () => p.world.owner<{ state: string }[]>`select state from promise`;
  const first = await sendsReceipt(p, debtor);
  await settleProof(p.world.deps, { ...decision(p, first), amount: ofUnits(200_000n, "COP"), paidOn: PAID_ON });
  expect(await promise()).toEqual([{ state: "open" }]);
  const second = await sendsReceipt(p, debtor, { token: "media-2", bytes: Buffer.from("a second receipt") });
  await settleProof(p.world.deps, { ...decision(p, second), amount: ofUnits(400_000n, "COP"), paidOn: PAID_ON });
  expect(await promise()).toEqual([{ state: "kept" }]);
});

test("a refused receipt counts for nothing, holds nothing back, and says nothing to the debtor", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  const proofId = await sendsReceipt(p, debtor);
  const before = p.world.heard(debtor.phone).length;
  await expect(refuseProof(p.world.deps, { ...decision(p, proofId), because: "other" })).rejects.toMatchObject({
    code: "request.invalid",
  });
  expect(await refuseProof(p.world.deps, { ...decision(p, proofId), because: "money_not_received" })).toEqual({
    refused: true,
  });
  expect(await refuseProof(p.world.deps, { ...decision(p, proofId), because: "duplicate" })).toEqual({
    refused: false,
    because: "decided",
  });
  expect(
    await settleProof(p.world.deps, { ...decision(p, proofId), amount: ofUnits(1n, "COP"), paidOn: PAID_ON }),
  ).toEqual({ settled: false, because: "decided" });
  await p.world.settle();
  expect(await holdsOf(p, debtor.id)).not.toContain("payment_to_verify");
  expect(await p.owed(debtor)).toBe("COP 600000.00");
  expect(p.world.heard(debtor.phone)).toHaveLength(before);
});

test("a receipt refused after its conversation is over begins no other", async () => {
  await using p = await makePaymentsWorld(transfers);
  const proofId = await sendsReceipt(p, await verified(p, 1));
  await p.world.owner`update conversation set closed_at = now(), outcome = 'other'`;
  await refuseProof(p.world.deps, { ...decision(p, proofId), because: "unreadable" });
  const conversations = await p.world.owner`select from conversation`;
  expect(conversations).toHaveLength(1);
});

test("impossible decisions are refused: another currency, nothing, a day to come, no such receipt", async () => {
  await using p = await makePaymentsWorld(transfers);
  const proofId = await sendsReceipt(p, await verified(p, 1));
  const read = { ...decision(p, proofId), amount: ofUnits(100_000n, "COP"), paidOn: PAID_ON };
  const invalid = { code: "request.invalid" };
  await expect(settleProof(p.world.deps, { ...read, amount: ofUnits(100n, "USD") })).rejects.toMatchObject(invalid);
  await expect(settleProof(p.world.deps, { ...read, amount: ofUnits(0n, "COP") })).rejects.toMatchObject(invalid);
  await expect(settleProof(p.world.deps, { ...read, paidOn: isoDate("2026-11-19") })).rejects.toMatchObject(invalid);
  await expect(settleProof(p.world.deps, { ...read, despiteDuplicate: { reason: " " } })).rejects.toMatchObject(
    invalid,
  );
  const nobodys = "01990000-0000-7000-8000-0000000000ff";
  expect(await settleProof(p.world.deps, { ...read, proofId: nobodys })).toEqual({
    settled: false,
    because: "not-found",
  });
  expect(await refuseProof(p.world.deps, { ...decision(p, nobodys), because: "duplicate" })).toEqual({
    refused: false,
    because: "not-found",
  });
});

test("a picture that cannot be had any more keeps the hash that was stated, and is not asked for again", async () => {
  await using p = await makePaymentsWorld(transfers);
  const [one, other] = [await verified(p, 1), await verified(p, 2)];
  const gone = await sendsReceipt(p, one, { token: "media-gone", mayFetch: false });
  const [kept] = await p.world.owner<
    { sha256: string; bytes: null; mime: string }[]
  >`select sha256, bytes, mime from payment_proof where id = ${gone}`;
  expect(kept).toEqual({ sha256: hash("sha256", PICTURE, "hex"), bytes: null, mime: "image/jpeg" });
  expect(await attachProofPicture(p.world.deps, { businessId: p.world.business.id, proofId: gone })).toBe(
    "nothing-wanted",
  );
  const same = await sendsReceipt(p, other, { token: "media-2" });
  const [marked] = await p.world.owner<{ sameAsId: string }[]>`select same_as_id from payment_proof where id = ${same}`;
  expect(marked).toEqual({ sameAsId: gone });
});

test("a picture of more than five megabytes is not kept", async () => {
  await using p = await makePaymentsWorld(transfers);
  const proofId = await sendsReceipt(p, await verified(p, 1), { bytes: Buffer.alloc(5 * 1024 * 1024 + 1, 7) });
  const [kept] = await p.world.owner<
    { bytes: null; mime: string }[]
  >`select bytes, mime from payment_proof where id = ${proofId}`;
  expect(kept).toEqual({ bytes: null, mime: "image/jpeg" });
});

test("a picture whose channel does not answer is asked for again later", async () => {
  await using p = await makePaymentsWorld(transfers);
  const debtor = await verified(p, 1);
  const deaf = { ...p.world.deps, channels: new Map() };
  const before = p.world.deps.channels;
  const channel = present(before.get(p.world.channelId), "the channel");
  expect(channel.id).toBe(p.world.channelId);
  p.world.meta.keepMedia("media-1", PICTURE, "image/jpeg");
  const media = {
    token: "media-1",
    type: "image",
    mime: "image/jpeg",
    sha256: undefined,
    fileName: undefined,
  } as const;
  await p.world.says(debtor.phone, { kind: "media", media, caption: undefined });
  await p.world.settle();
  const proofId = await newestProof(p, debtor.id);
  await p.world.owner`update payment_proof set mime = null, bytes = null, sha256 = null where id = ${proofId}`;
  await p.world.owner`update message_file set state = 'wanted', bytes = null`;
  expect(await attachPictures(deaf, p.world.business.id, () => true)).toEqual([proofId]);
  expect(await attachPictures(p.world.deps, p.world.business.id, () => false)).toEqual([]);
  expect(await attachProofPicture(p.world.deps, { businessId: p.world.business.id, proofId })).toBe("attached");
});
