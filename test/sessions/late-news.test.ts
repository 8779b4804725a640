import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { TakeEvent } from "../../src/app/channels/take-event.ts";
import { workerWorld } from "../support/linked-phones/worker-world.ts";
import { until } from "../support/until.ts";

// What a session said of its link before it was closed, and what the one after it says, on the way at the same time.

test("news of a session that was closed meanwhile do not undo those of the one that came after it", async () => {
  const reached = Promise.withResolvers<void>();
  const late = Promise.withResolvers<void>();
  const told: string[] = [];
  const kept: string[] = [];
  const around =
    (take: TakeEvent): TakeEvent =>
    async (phone, event) => {
      if (event.type !== "link") return take(phone, event);
      const { state } = event.link;
      told.push(state);
      if (state === "ended") {
        reached.resolve();
        await late.promise;
      }
      await take(phone, event);
      kept.push(state);
    };
  await using holding = await workerWorld({ around });
  const { exchange, worker, linkedPhone, stateOf } = holding;
  const id = await linkedPhone();
  const before = kept.length;
  const hellos = exchange.hellos.get(id) ?? 0;
  exchange.tell(id, { say: "ended" });
  await reached.promise;
  exchange.tell(id, { say: "lease-lost" });
  await until("it to be opened anew", () => (exchange.hellos.get(id) ?? 0) > hellos);
  // Were they not kept in order, what the new one says of itself would be here by now.
  await pause(500);
  expect(told.at(-1)).toBe("ended");
  late.resolve();
  await until("the link", async () => worker.remoteOf(id, "baileys").canSend() && (await stateOf(id)) === "open");
  expect(kept.slice(before)).toEqual(["ended", ...told.slice(told.lastIndexOf("ended") + 1)]);
  expect(kept.at(-1)).toBe("open");
  expect(worker.remoteOf(id, "baileys").canSend()).toBe(true);
});
