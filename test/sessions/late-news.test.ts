import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { TakeEvent } from "../../src/app/channels/take-event.ts";
import { workerWorld } from "../support/linked-phones/worker-world.ts";
import { until } from "../support/until.ts";

// What a session said of its link before it was closed, and what the one after it says, on the way at the same time.

test("news of a session that was closed meanwhile do not undo those of the one that came after it", async () => {
  const late = Promise.withResolvers<void>();
  const around =
    (take: TakeEvent): TakeEvent =>
    async (phone, event) => {
      if (event.type === "link" && event.link.state === "ended") await late.promise;
      return take(phone, event);
    };
  await using holding = await workerWorld({ around });
  const { exchange, worker, linkedPhone, stateOf } = holding;
  const id = await linkedPhone();
  const hellos = exchange.hellos.get(id) ?? 0;
  exchange.tell(id, { say: "ended" });
  exchange.tell(id, { say: "lease-lost" });
  await until("it to be opened anew", () => exchange.hellos.get(id) === hellos + 1);
  // Were they not kept in order, the new session's would be there by now.
  await pause(1_000);
  late.resolve();
  await until("the link", async () => worker.remoteOf(id, "baileys").canSend() && (await stateOf(id)) === "open");
  await pause(1_000);
  expect(worker.remoteOf(id, "baileys").canSend()).toBe(true);
  expect(await stateOf(id)).toBe("open");
});
