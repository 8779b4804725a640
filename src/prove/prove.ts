import { inTemporaryFolder } from "../bench/temporary.ts";
import { systemClock } from "../clock.ts";
import type { Check, Finding } from "./check.ts";
import { databaseCut, graphFails } from "./checks/faults.ts";
import { breakIn, tamperedLedger } from "./checks/guards.ts";
import { goesOn, kills } from "./checks/kills.ts";
import { takeOvers } from "./checks/take-overs.ts";
import { batch, burst, doubled, failedStatus, forged, reordered } from "./checks/webhooks.ts";
import { onStage, type Stage } from "./stage.ts";

/** Those that kill the server come first: what they leave behind is what the others stand on. */
export const CHECKS: readonly Check[] = [
  kills,
  goesOn,
  forged,
  doubled,
  reordered,
  batch,
  burst,
  failedStatus,
  graphFails,
  databaseCut,
  tamperedLedger,
  breakIn,
  takeOvers,
];

export type Proof = Finding & { readonly claim: string; readonly seconds: number };

/**
 * Tries, on a server and a database of its own, what a debtor would suffer from if it went wrong. Each finding is told
 * as it is made. A check that cannot even be made has not survived.
 */
export function prove(told: (proof: Proof) => void, { size = 10 }: { size?: number } = {}): Promise<readonly Proof[]> {
  return inTemporaryFolder((folder) =>
    onStage(folder, async (stage) => {
      const proofs: Proof[] = [];
      for (const check of CHECKS) {
        const proof = await tryOne(check, stage, size);
        proofs.push(proof);
        told(proof);
      }
      return proofs;
    }),
  );
}

async function tryOne(check: Check, stage: Stage, size: number): Promise<Proof> {
  const startedMs = systemClock.elapsedMs();
  const finding = await check
    .run(stage, size)
    .catch((error: unknown): Finding => ({ tried: "could not be tried", seen: String(error), survived: false }));
  return { claim: check.claim, ...finding, seconds: Math.round((systemClock.elapsedMs() - startedMs) / 100) / 10 };
}
