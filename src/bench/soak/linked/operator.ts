import { linkRows } from "../../../../db/linked-phones.ts";
import { askPhone } from "../../../app/channels/ask-phone.ts";
import { every } from "../../../every.ts";
import type { Beside } from "../inside.ts";

export type Operator = {
  /** How often they had to link a phone again, by what had ended its link. */
  readonly linkedAgain: Readonly<Record<string, number>>;
  /** @throws the last look's failure: those before it were of a moment in which the application was killed. */
  stop(): Promise<void>;
};

const LOOK_EACH_MS = 3_000;

/** Plays the person whom an ended link calls: looks at the numbers, and asks for each such phone to be linked again. */
export function startOperating({ deps, businessId }: Beside): Operator {
  const linkedAgain: Record<string, number> = {};
  let failure: { readonly error: unknown } | undefined;
  const looking = every(
    LOOK_EACH_MS,
    async () => {
      const rows = await deps.db.inBusiness(businessId, (tx) => linkRows(tx, businessId));
      for (const { channelId, state } of rows) {
        const because = endOf(state);
        if (because === undefined) continue;
        const answer = await askPhone(deps, { businessId, channelId, userId: "operator", ask: { what: "link-by-qr" } });
        if (answer.asked) linkedAgain[because] = (linkedAgain[because] ?? 0) + 1;
      }
      failure = undefined;
    },
    (error) => {
      failure = { error };
    },
  );
  return {
    linkedAgain,
    async stop() {
      await looking.stop();
      if (failure !== undefined) throw failure.error;
    },
  };
}

function endOf(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("state" in state) || state.state !== "ended") return undefined;
  return "because" in state ? String(state.because) : "ended";
}
