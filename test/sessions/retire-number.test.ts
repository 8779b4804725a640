import { expect, test } from "vitest";
import { retireNumber } from "../../src/app/channels/retire-number.ts";
import { workerWorld } from "../support/linked-phones/worker-world.ts";

// A number that is taken out of use while a real session host holds its phone.

test("a phone that is retired is told first to remove us; one that cannot be told is retired all the same, and a person hears it", async () => {
  await using holding = await workerWorld();
  const { world, exchange, worker, linkedPhone } = holding;
  const [told, deaf, untold] = [await linkedPhone(), await linkedPhone(), await linkedPhone()];
  const deps = { ...worker.deps, channelsChanged: () => Promise.resolve() };
  const retire = (channelId: string) =>
    retireNumber(
      deps,
      { businessId: world.business.id, userId: "user-7", channelId, reason: "no longer ours" },
      {
        askWithinMs: 2_000,
      },
    );
  const left = () => world.owner`select subject_id from alarm where kind = 'channel.companion-left' order by id`;
  expect(exchange.keys.has(told)).toBe(true);
  expect(await retire(told)).toEqual({ companion: "removed" });
  expect(exchange.keys.has(told)).toBe(false);
  expect(await left()).toEqual([]);

  // It is connected, its keys are forgotten here, and the phone never said that it took us off.
  exchange.faults.keepsCompanion.add(deaf);
  expect(await retire(deaf)).toEqual({ companion: "left" });
  expect(exchange.keys.has(deaf)).toBe(true);
  expect(await left()).toEqual([{ subjectId: deaf }]);

  // Nobody holds it any more, and its link still reads as it was.
  await worker.stop();
  expect(await retire(untold)).toEqual({ companion: "left" });
  expect(exchange.keys.has(untold)).toBe(true);
  expect(await left()).toEqual([{ subjectId: deaf }, { subjectId: untold }]);
  expect(await retire(untold)).toEqual({ companion: "none" });
  const [row] = await world.owner`
    select count(*)::int as keys, (select count(*)::int from channel where retired_at is not null) as retired
    from session_key`;
  expect(row).toEqual({ keys: 0, retired: 3 });
});
