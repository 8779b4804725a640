import { setTimeout as pause } from "node:timers/promises";
import { businessIds } from "../../../db/lookups.ts";
import { acceptedSends, type Standing, standing } from "../../../db/prove.ts";
import { present } from "../../domain/assert.ts";
import type { Installation } from "../../installation.ts";
import type { ServerProcess } from "../server-process.ts";
import { type BenchDebtor, seedDebtors } from "../turns/debtors.ts";
import { SCRIPT } from "../turns/script.ts";
import type { Inside, SoakSettings } from "./account.ts";

/** The database of a server in soak, from beside it. */
export type Beside = Pick<Installation, "deps"> & {
  readonly businessId: string;
  /** Writes as many debtors as could take part at so many turns a second at most. */
  seed(settings: SoakSettings, mostTurnsASecond: number): Promise<BenchDebtor[]>;
  /** What is kept, once nothing is on its way any more, or when it is sure that something stays on it. */
  whenStill(withinMs: number): Promise<Inside>;
};

/** Does `work` beside a server that runs, which may be killed and come back meanwhile: its database stays. */
export async function besideServer<T>(
  server: Pick<ServerProcess, "join">,
  work: (beside: Beside) => Promise<T>,
): Promise<T> {
  const installation = await server.join();
  try {
    return await work(await besideOf(installation));
  } finally {
    await installation.close();
  }
}

async function besideOf({ deps }: Installation): Promise<Beside> {
  const { db } = deps;
  const businessId = present((await businessIds(db.lookups))[0], "the founded business");
  const look = (): Promise<Inside> =>
    db.inBusiness(businessId, async (tx) => ({
      ...(await standing(tx, businessId)),
      accepted: await acceptedSends(tx, businessId),
    }));
  return {
    deps,
    businessId,
    seed({ chats, seconds, thinkMs }, mostTurnsASecond) {
      const most = Math.min((chats * 1_000) / Math.max(thinkMs, 1), mostTurnsASecond);
      const count = chats + Math.ceil((most * seconds) / SCRIPT.length);
      return seedDebtors(db, businessId, { from: 1, count });
    },
    async whenStill(withinMs) {
      let inside = await look();
      for (let waitedMs = 0; waitedMs < withinMs && isMoving(inside); waitedMs += 1_000) {
        await pause(1_000);
        inside = await look();
      }
      return inside;
    },
  };
}

function isMoving({ sends, unread }: Standing): boolean {
  return unread > 0 || ["sending", "unknown"].some((state) => (sends.get(state) ?? 0) > 0);
}
