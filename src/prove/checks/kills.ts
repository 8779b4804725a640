import { setTimeout as pause } from "node:timers/promises";
import type { BenchDebtor } from "../../bench/turns/debtors.ts";
import { chance } from "../../ids.ts";
import type { Check } from "../check.ts";
import type { Stage } from "../stage.ts";

const EACH = 5;
/** A send whose process died is known to be dead after 15 s and sent again after 10 s more. */
const ANSWERED_WITHIN_MS = 45_000;
const LATEST_KILL_MS = 60;

export const kills: Check = {
  claim: "kill -9 right after the 200, at random moments: every message is answered after the restart",
  async run(stage, size) {
    const rounds = Math.max(2, Math.ceil(size / 2));
    const asked: BenchDebtor[] = [];
    for (let round = 0; round < rounds; round += 1) asked.push(...(await killInMidTurn(stage)));

    const answered = await Promise.all(asked.map((debtor) => stage.hears(debtor, 1, ANSWERED_WITHIN_MS)));
    const lost = answered.filter((isAnswered) => !isAnswered).length;
    const doubled = asked.filter((debtor) => stage.heard(debtor).length > 1).length;
    return {
      tried: `${rounds} kills with ${EACH} messages just acknowledged`,
      seen: `${asked.length - lost} of ${asked.length} answered${doubled > 0 ? `, ${doubled} twice: they were leaving at that moment` : ", none twice"}`,
      survived: lost === 0,
    };
  },
};

async function killInMidTurn(stage: Stage): Promise<BenchDebtor[]> {
  const debtors = Array.from({ length: EACH }, () => stage.nextDebtor());
  await Promise.all(debtors.map((debtor) => stage.bring(stage.text(debtor, "hola"))));
  await pause(chance() * LATEST_KILL_MS);
  await stage.server.kill();
  await stage.server.start();
  return debtors;
}

export const goesOn: Check = {
  claim: "the conversation goes on after a restart where it was",
  async run(stage) {
    const debtor = stage.nextDebtor();
    await stage.bring(stage.text(debtor, "hola"));
    await stage.hears(debtor, 1);
    await stage.server.kill();
    await stage.server.start();
    await stage.bring(stage.text(debtor, debtor.lastFour));
    const isAnswered = await stage.hears(debtor, 2);
    const knowsBalance = stage.heard(debtor).at(-1)?.text.includes(debtor.owedText) ?? false;
    return {
      tried: "greeting, kill -9, restart, proof of identity",
      seen: knowsBalance ? "the balance" : "no balance",
      survived: isAnswered && knowsBalance,
    };
  },
};
