import { setTimeout as pause } from "node:timers/promises";
import { messagesWith } from "../../../db/prove.ts";
import { signatureOf, statusOf, webhook } from "../../bench/meta-webhooks.ts";
import { PLAYED } from "../../bench/server-process.ts";
import type { BenchDebtor } from "../../bench/turns/debtors.ts";
import { STATUS_RANK } from "../../channels/status.ts";
import { systemClock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import type { Check } from "../check.ts";
import type { Stage } from "../stage.ts";

/** Long enough for an answer that must not come. */
const SILENCE_MS = 1_500;

export const forged: Check = {
  claim: "a forged or missing signature, or one byte changed: 401 and silence",
  async run(stage) {
    const debtor = stage.nextDebtor();
    const body = webhook(PLAYED.phoneNumberId, [[[stage.text(debtor, "hola")]]]);
    const forgery = await stage.sender.post(body, `sha256=${"0".repeat(64)}`);
    const missing = await stage.sender.post(body, "");
    const changed = await stage.sender.post(
      Buffer.concat([body, Buffer.from(" ")]),
      signatureOf(body, PLAYED.appSecret),
    );
    await pause(SILENCE_MS);
    const statuses = [forgery, missing, changed];
    const kept = await keptOf(stage, debtor);
    const isSilent = stage.heard(debtor).length === 0 && kept.length === 0;
    return {
      tried: "a made-up signature, none, and a true one of other bytes",
      seen: `${statuses.join(", ")}; ${isSilent ? "nothing kept, nothing said" : "something was kept or said"}`,
      survived: isSilent && statuses.every((status) => status === 401),
    };
  },
};

export const doubled: Check = {
  claim: "the same webhook ten times at once, and again later: one answer",
  async run(stage) {
    const debtor = stage.nextDebtor();
    const item = stage.text(debtor, "hola");
    await Promise.all(Array.from({ length: 10 }, () => stage.bring(item)));
    await stage.hears(debtor, 1);
    await stage.bring(item);
    await pause(SILENCE_MS);
    const answers = stage.heard(debtor).length;
    return { tried: "eleven deliveries of one message", seen: `${answers} answer(s)`, survived: answers === 1 };
  },
};

export const reordered: Check = {
  claim: "messages that arrive in the wrong order are read as they were written; a status never goes down",
  async run(stage) {
    const debtor = await verified(stage);
    const before = stage.heard(debtor).length;
    await stage.bring(
      stage.text(debtor, "ver opciones", { secondsAgo: 0 }),
      stage.text(debtor, "cuánto debo", { secondsAgo: 5 }),
    );
    await stage.hears(debtor, before + 1);
    const last = present(stage.heard(debtor).at(-1), "an answer");
    const isInOrder = last.options.some(({ id }) => id.startsWith("offer:"));

    const sent = {
      providerId: last.providerId,
      to: debtor.phone,
      outboxId: last.outboxId,
      at: Math.floor(systemClock.now().toSeconds()),
    };
    for (const status of ["read", "delivered", "sent"] as const) await stage.bring(statusOf(sent, status));
    const kept = (await keptOf(stage, debtor)).at(-1);
    const isUp = kept?.statusRank === STATUS_RANK.read;
    return {
      tried: "a later message before an earlier one; read, delivered, sent",
      seen: `${isInOrder ? "the later one answered last" : "wrong order"}; status ${isUp ? "stays read" : "went down"}`,
      survived: isInOrder && isUp,
    };
  },
};

export const batch: Check = {
  claim: "a webhook with two entries and two changes each: four of four answered",
  async run(stage) {
    const debtors = Array.from({ length: 4 }, () => stage.nextDebtor());
    const [a, b, c, d] = debtors.map((debtor) => stage.text(debtor, "hola"));
    const body = webhook(PLAYED.phoneNumberId, [
      [[present(a, "a")], [present(b, "b")]],
      [[present(c, "c")], [present(d, "d")]],
    ]);
    const status = await stage.sender.post(body);
    const answered = await Promise.all(debtors.map((debtor) => stage.hears(debtor, 1)));
    const count = answered.filter(Boolean).length;
    return {
      tried: "2 entries × 2 changes",
      seen: `${status}; ${count} of 4 answered`,
      survived: status === 200 && count === 4,
    };
  },
};

export const burst: Check = {
  claim: "three quick messages: one to three replies, each message covered, in order",
  async run(stage) {
    const debtor = await verified(stage);
    const before = stage.heard(debtor).length;
    const words = ["hola", "cuánto debo", "ver opciones"];
    for (const [index, word] of words.entries()) await stage.bring(stage.text(debtor, word, { secondsAgo: 2 - index }));
    await stage.hears(debtor, before + 1);
    await pause(SILENCE_MS);
    const replies = stage.heard(debtor).slice(before);
    const taken = (await keptOf(stage, debtor)).filter(({ direction }) => direction === "in").slice(-words.length);
    const isCovered = taken.length === words.length && taken.every(({ turn }) => turn !== null);
    const isInOrder = taken.every(({ turn }, index) => index === 0 || (turn ?? 0) >= (taken[index - 1]?.turn ?? 0));
    const endsRight = replies.at(-1)?.options.some(({ id }) => id.startsWith("offer:")) ?? false;
    return {
      tried: "three webhooks one after the other",
      seen: `${replies.length} replies; ${isCovered && isInOrder ? "all covered, in order" : "not all covered in order"}`,
      survived: isCovered && isInOrder && endsRight && replies.length >= 1 && replies.length <= 3,
    };
  },
};

export const failedStatus: Check = {
  claim: "a failed status: 200 and recorded",
  async run(stage) {
    const debtor = stage.nextDebtor();
    await stage.bring(stage.text(debtor, "hola"));
    await stage.hears(debtor, 1);
    const answer = present(stage.heard(debtor).at(-1), "an answer");
    const sent = {
      providerId: answer.providerId,
      to: debtor.phone,
      outboxId: answer.outboxId,
      at: Math.floor(systemClock.now().toSeconds()),
    };
    const status = await stage.sender.post(webhook(PLAYED.phoneNumberId, [[[statusOf(sent, "failed", 131026)]]]));
    const code = (await keptOf(stage, debtor)).at(-1)?.failedCode;
    return {
      tried: "failed, code 131026",
      seen: `${status}; recorded: ${code ?? "nothing"}`,
      survived: status === 200 && code === "131026",
    };
  },
};

/** A debtor who has just been shown the balance. */
async function verified(stage: Stage): Promise<BenchDebtor> {
  const debtor = stage.nextDebtor();
  await stage.bring(stage.text(debtor, "hola", { secondsAgo: 20, id: `wamid.${newId()}` }));
  await stage.hears(debtor, 1);
  await stage.bring(stage.text(debtor, debtor.lastFour, { secondsAgo: 10 }));
  await stage.hears(debtor, 2);
  return debtor;
}

async function keptOf(stage: Stage, debtor: BenchDebtor) {
  const { installation, businessId } = await stage.beside();
  return installation.deps.db.inBusiness(businessId, (tx) => messagesWith(tx, businessId, whatsappKey(debtor.phone)));
}
