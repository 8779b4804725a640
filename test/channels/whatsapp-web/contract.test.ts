import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DateTime } from "luxon";
import { afterAll, describe } from "vitest";
import type { LinkedChannel } from "../../../src/channels/channel.ts";
import { newId } from "../../../src/ids.ts";
import { channelContract, type LinkedHarness, linkedContract, PERSON, type Person } from "../contract.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

const LIMITS = { sendWithinMs: 1_000, startWithinMs: 20_000, firstRetryMs: 10 };
const OTHER = "573000000002";

/** One Chromium for the file: each test begins with an empty phone. */
let shared: { readonly page: LinkedPage; channel: LinkedChannel } | undefined;

async function open(): Promise<LinkedHarness> {
  if (shared === undefined) {
    const page = await linkedPage();
    shared = { page, channel: await page.open({ limits: LIMITS }) };
  }
  const stand = shared;
  const { page } = stand;
  const { world } = page.server;
  world.sent.length = 0;
  world.history.length = 0;
  page.before = () => Promise.resolve();
  page.told.clear();
  const outboxIdOf = new Map<string, string>();
  return {
    get channel() {
      return answering(page, stand.channel, outboxIdOf);
    },
    shown: () =>
      world.sent.map(({ id, body, caption }) => ({
        outboxId: outboxIdOf.get(id),
        text: body ?? caption ?? "",
        optionIds: [],
      })),
    statuses: () => Promise.resolve(page.told.statuses()),
    makeTrouble: (trouble) => void world.troubles.push(trouble),
    people: [personOf(page, PERSON), personOf(page, OTHER)],
    async received(count) {
      await page.told.until(({ messages }) => messages().length >= count, `${count} messages`);
      return page.told.messages();
    },
    refuseNext(times) {
      let left = times;
      page.before = ({ type }) => {
        if (type !== "message" || left === 0) return Promise.resolve();
        left -= 1;
        return Promise.reject(new Error("the database is away"));
      };
    },
    async reconnect() {
      const { chromium } = JSON.parse(await readFile(join(page.folder, "channel-1.owner.json"), "utf8"));
      process.kill(Number(chromium), "SIGKILL");
      const states = () => page.told.links().map(({ state }) => state);
      await page.told.until(() => states().includes("down") && states().at(-1) === "open", "the line again");
    },
    async dieInSink(write, during) {
      const seen = Promise.withResolvers<void>();
      const gone = Promise.withResolvers<never>();
      page.before = ({ type }) => {
        if (type !== "message") return Promise.resolve();
        seen.resolve();
        return gone.promise;
      };
      await write();
      await seen.promise;
      const closing = stand.channel.close();
      gone.reject(new Error("the process is gone"));
      await closing;
      page.before = () => Promise.resolve();
      await during?.();
      const mark = page.told.readUpTo.at(-1);
      stand.channel = await page.open({
        limits: LIMITS,
        readUpTo: DateTime.fromISO(mark ?? "2026-01-01", { zone: "utc" }),
      });
    },
    files: () =>
      Promise.resolve(
        world.sent.flatMap(({ filehash, mimetype = "", caption }) =>
          filehash === undefined
            ? []
            : [{ bytes: Buffer.from(world.files.get(filehash) ?? "", "base64"), mime: mimetype, caption }],
        ),
      ),
    close: () => Promise.resolve(),
  };
}

/** What the phones say comes on its own; a look at it waits until they have. */
function answering(page: LinkedPage, channel: LinkedChannel, outboxIdOf: Map<string, string>): LinkedChannel {
  const { world } = page.server;
  return {
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
          ({ statuses }) => statuses().some(({ outboxId, status }) => outboxId === message.outboxId && status === last),
          `${last} of ${message.outboxId}`,
        );
        return answer;
      });
      return { started, result: settled };
    },
  };
}

function personOf({ server, told }: LinkedPage, phone: string): Person {
  const chat = `${phone}@c.us`;
  // WhatsApp's ids are never the same twice, also of a phone that was emptied.
  const say = (said: object): Promise<string> =>
    Promise.resolve(server.say({ chat, id: `3A${newId().replaceAll("-", "").toUpperCase()}`, ...said }).id);
  return {
    writes: (text, { replyTo } = {}) => say({ body: text, ...(replyTo !== undefined && { quotedStanzaID: replyTo }) }),
    sendsPicture({ bytes, mime, caption }) {
      const { filehash } = server.keepFile(bytes);
      return say({ type: "image", directPath: "/v/1", mimetype: mime, filehash, caption });
    },
    async reads() {
      const ids = server.world.sent.filter(({ to }) => to === chat).map(({ id }) => id);
      for (const id of ids) server.ack(id, 3);
      const isRead = (id: string) =>
        told.statuses().some(({ providerId, status }) => providerId === id && status === "read");
      await told.until(() => ids.every(isRead), "the blue ticks");
    },
  };
}

describe.skipIf(!CAN_DRIVE)(CAN_DRIVE ? "in Chromium" : WHY_NOT, () => {
  afterAll(() => shared?.page.close());
  channelContract("whatsapp-web.js", open, { unreachable: "not-on-whatsapp", failedLater: "ack.-1" });
  linkedContract("whatsapp-web.js", open);
});
