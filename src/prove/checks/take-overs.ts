import { setTimeout as pause } from "node:timers/promises";
import { messagesWith } from "../../../db/prove.ts";
import { takeOver } from "../../app/conversations/take-over.ts";
import type { BenchDebtor } from "../../bench/turns/debtors.ts";
import { systemClock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { chance } from "../../ids.ts";
import type { Check } from "../check.ts";
import type { Stage } from "../stage.ts";

const AT_ONCE = 50;
const LATEST_MS = 250;
const TAKE_OVERS_A_SIZE = 100;

type Outcome = { readonly spokeBefore: boolean; readonly inFlight: boolean; readonly spokeAfter: boolean };

export const takeOvers: Check = {
  claim: "take-overs in mid-turn: after one has committed no request to the channel starts",
  async run(stage, size) {
    const outcomes: Outcome[] = [];
    for (let wave = 0; wave < (size * TAKE_OVERS_A_SIZE) / AT_ONCE; wave += 1) {
      const debtors = Array.from({ length: AT_ONCE }, () => stage.nextDebtor());
      await Promise.all(debtors.map((debtor) => stage.bring(stage.text(debtor, "hola", { secondsAgo: 5 }))));
      const greeted = await Promise.all(debtors.map((debtor) => stage.hears(debtor, 1)));
      const ready = debtors.filter((_, index) => greeted[index]);
      outcomes.push(...(await Promise.all(ready.map((debtor) => takeInMidTurn(stage, debtor)))));
    }
    const count = (what: keyof Outcome): number => outcomes.filter((outcome) => outcome[what]).length;
    return {
      tried: `${outcomes.length} take-overs while an answer was being made`,
      seen: `${count("spokeAfter")} requests started after; ${count("spokeBefore")} answers left before, ${count("inFlight")} shown as on their way`,
      survived: outcomes.length === size * TAKE_OVERS_A_SIZE && count("spokeAfter") === 0,
    };
  },
};

async function takeInMidTurn(stage: Stage, debtor: BenchDebtor): Promise<Outcome> {
  const { installation, businessId } = await stage.beside();
  const { deps } = installation;
  const [first] = await deps.db.inBusiness(businessId, (tx) => messagesWith(tx, businessId, whatsappKey(debtor.phone)));
  const { conversationId } = present(first, "the greeting");

  const asked = stage.bring(stage.text(debtor, debtor.lastFour));
  await pause(chance() * LATEST_MS);
  const took = await takeOver(deps, { businessId, conversationId, userId: "prove" });
  const committedAtMs = systemClock.elapsedMs();
  await asked;
  // Whatever might still come has its chance: the sweep looks at everything once a second.
  await pause(1_500);
  const onItsWay = new Set(took.taken ? took.inFlight.map(({ id }) => id) : []);
  const answers = stage.heard(debtor).slice(1);
  const isInFlight = ({ outboxId }: { outboxId: string | undefined }): boolean =>
    outboxId !== undefined && onItsWay.has(outboxId);
  return {
    spokeBefore: answers.some(({ arrivedAtMs }) => arrivedAtMs <= committedAtMs),
    inFlight: answers.some(isInFlight),
    spokeAfter: answers.some((answer) => answer.arrivedAtMs > committedAtMs && !isInFlight(answer)),
  };
}
