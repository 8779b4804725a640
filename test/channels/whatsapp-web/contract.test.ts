import { afterAll, describe } from "vitest";
import type { LinkedChannel } from "../../../src/channels/channel.ts";
import { channelContract, type Harness } from "../contract.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

/** One Chromium for the file: each test begins with an empty phone. */
let shared: { readonly page: LinkedPage; readonly channel: LinkedChannel } | undefined;

async function open(): Promise<Harness> {
  if (shared === undefined) {
    const page = await linkedPage();
    shared = { page, channel: await page.open({ limits: { sendWithinMs: 1_000, startWithinMs: 20_000 } }) };
  }
  const { page, channel } = shared;
  const { world } = page.server;
  world.sent.length = 0;
  page.told.clear();
  const outboxIdOf = new Map<string, string>();
  return {
    // What the phones say comes on its own; a look at it waits until they have.
    channel: {
      ...channel,
      send(message) {
        const before = world.sent.length;
        const failsLater = world.troubles[0] === "failed-later";
        const { started, result } = channel.send(message);
        const settled = result.then(async (answer) => {
          page.server.answerLate();
          if (answer.state === "rejected") return answer;
          for (const { id } of world.sent.slice(before)) {
            if (!outboxIdOf.has(id) && answer.state === "accepted" && answer.providerId === id)
              outboxIdOf.set(id, message.outboxId);
          }
          const last = failsLater ? "failed" : "delivered";
          await page.told.until(
            ({ statuses }) =>
              statuses().some(({ outboxId, status }) => outboxId === message.outboxId && status === last),
            `${last} of ${message.outboxId}`,
          );
          return answer;
        });
        return { started, result: settled };
      },
    },
    shown: () =>
      world.sent.map(({ id, body, caption }) => ({
        outboxId: outboxIdOf.get(id),
        text: body ?? caption ?? "",
        optionIds: [],
      })),
    statuses: () => Promise.resolve(page.told.statuses()),
    makeTrouble: (trouble) => void world.troubles.push(trouble),
    close: () => Promise.resolve(),
  };
}

describe.skipIf(!CAN_DRIVE)(CAN_DRIVE ? "in Chromium" : WHY_NOT, () => {
  afterAll(() => shared?.page.close());
  channelContract("whatsapp-web.js", open, { unreachable: "not-on-whatsapp", failedLater: "ack.-1" });
});
