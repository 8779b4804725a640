import { createHash } from "node:crypto";
import http from "node:http";
import net from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Meta } from "../../../src/bench/meta.ts";
import { statusOf, webhook } from "../../../src/bench/meta-webhooks.ts";
import type { Channel, MediaRef } from "../../../src/channels/channel.ts";
import { systemClock } from "../../../src/clock.ts";
import { parseWhatsappPayload } from "../../../webhooks/whatsapp-payload.ts";
import { cloudApiTo, GRAPH, NOON, outMessage, startGraph } from "../../support/graph/graph.ts";
import { channelContract, type Harness, type Trouble } from "../contract.ts";

const openCloudApi = async (): Promise<Harness> => {
  const meta = await startGraph();
  const channel = cloudApiTo(meta.url);
  const failing = new Set<number>();
  const trouble: Record<Trouble, () => void> = {
    "refused-recipient": () => meta.order({ kind: "error", code: 131026 }),
    "server-error-once": () => meta.order({ kind: "error", code: 131000, status: 500 }),
    "lost-answer": () => meta.order({ kind: "cut", takes: true }),
    "failed-later": () => failing.add(meta.accepted.length),
  };
  return {
    channel,
    shown: () =>
      meta.accepted.map(({ outboxId, text, options }) => ({ outboxId, text, optionIds: options.map(({ id }) => id) })),
    statuses: () =>
      Promise.resolve(
        meta.accepted.flatMap((sent, index) => {
          const reported = { ...sent, at: NOON.toUnixInteger() };
          const fails = failing.has(index);
          const items = [
            statusOf(reported, "sent"),
            fails ? statusOf(reported, "failed", 131026) : statusOf(reported, "delivered"),
          ];
          const batches = parseWhatsappPayload(webhook(GRAPH.phoneNumberId, [[items]]), NOON)?.batches ?? [];
          return batches.flatMap(({ statuses }) => statuses);
        }),
      ),
    makeTrouble: (kind) => trouble[kind](),
    close: async () => {
      await channel.close();
      await meta.close();
    },
  };
};

channelContract("the Cloud API", openCloudApi, { unreachable: "131026", failedLater: "131026" });

describe("the Cloud API driver", () => {
  let meta: Meta;
  let channel: Channel;
  beforeAll(async () => {
    meta = await startGraph();
  });
  afterAll(() => meta.close());
  const open = (overrides = {}): Channel => {
    channel = cloudApiTo(meta.url, overrides);
    return channel;
  };
  afterEach(() => channel.close());

  it("puts the outbox id where Meta echoes it, and answers the message it replies to", async () => {
    const message = outMessage("Hola", { replyTo: "wamid.IN1" });
    await open().send(message).result;
    expect(JSON.parse(meta.requests.at(-1)?.body ?? "")).toMatchObject({
      to: "573000000001",
      context: { message_id: "wamid.IN1" },
      biz_opaque_callback_data: message.outboxId,
      text: { preview_url: false },
    });
  });

  it("writes to a user id only when no phone is known", async () => {
    await open().send(outMessage("a", { to: { phone: "573000000002", bsuid: "CO.1" } })).result;
    expect(meta.accepted.at(-1)?.to).toBe("573000000002");
    await channel.send(outMessage("b", { to: { bsuid: "CO.1" } })).result;
    expect(meta.accepted.at(-1)?.to).toBe("CO.1");
  });

  it("has started once the request has left, while the answer is still to come", async () => {
    const answer = Promise.withResolvers<void>();
    meta.order({ kind: "hold", until: answer.promise });
    const before = meta.accepted.length;
    const sending = open().send(outMessage("en vuelo"));
    await sending.started;
    await meta.acceptedCount(before + 1);
    answer.resolve();
    expect(await sending.result).toMatchObject({ state: "accepted" });
  });

  it("a refused connection surely sent nothing, so trying again is safe", async () => {
    const gone = http.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => gone.once("listening", resolve));
    const address = gone.address();
    await new Promise((resolve) => gone.close(resolve));
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const sending = open({ graphUrl: `http://127.0.0.1:${port}` }).send(outMessage());
    await sending.started;
    expect(await sending.result).toEqual({
      state: "rejected",
      code: "not-started",
      class: "retry",
      slowsChannel: false,
      slowsRecipient: false,
      retryAfterSeconds: undefined,
      detail: "the request never left: ECONNREFUSED",
    });
  });

  it("has not started while the connection does not stand, and gives up on it within its limit", async () => {
    // It accepts connections and never answers the TLS greeting.
    const sockets: net.Socket[] = [];
    const mute = net.createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const address = mute.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const began = systemClock.elapsedMs();
    const sending = open({ graphUrl: `https://127.0.0.1:${port}`, limits: { startWithinMs: 150 } }).send(outMessage());
    await sending.started;
    expect(systemClock.elapsedMs() - began).toBeGreaterThan(140);
    expect(await sending.result).toMatchObject({ state: "rejected", code: "not-started", class: "retry" });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => mute.close(resolve));
  });

  it.each([
    ["silence after it was taken", { kind: "silence", takes: true }],
    ["silence", { kind: "silence", takes: false }],
    ["a cut before the answer", { kind: "cut", takes: true }],
    ["a cut in the middle of the answer", { kind: "cut-mid-answer" }],
    ["a gateway that gave up", { kind: "http", status: 504 }],
    ["a 200 that is no answer", { kind: "http", status: 200, body: "<html>" }],
  ] as const)("%s leaves the send unknown for a minute", async (_, fault) => {
    meta.order(fault);
    const result = await open({ limits: { answerWithinMs: 200 } }).send(outMessage()).result;
    expect(result).toMatchObject({ state: "unknown", settleBy: NOON.plus({ seconds: 60 }) });
  });

  it.each([
    [
      { kind: "http", status: 500 },
      { class: "retry", code: "http.500", slowsChannel: false },
    ],
    [
      { kind: "http", status: 503, retryAfter: "7" },
      { class: "retry", retryAfterSeconds: 7 },
    ],
    [
      { kind: "http", status: 429, retryAfter: "Wed, 04 Mar 2026 17:01:30 GMT" },
      { retryAfterSeconds: 90, slowsChannel: true },
    ],
    [{ kind: "http", status: 503, retryAfter: "Wed, 04 Mar 2026 16:00:00 GMT" }, { retryAfterSeconds: 0 }],
    [{ kind: "http", status: 503, retryAfter: "soon" }, { retryAfterSeconds: undefined }],
    [
      { kind: "error", code: 130429 },
      { class: "retry", slowsChannel: true },
    ],
    [
      { kind: "error", code: 131056 },
      { class: "retryRecipient", slowsChannel: false },
    ],
    [{ kind: "error", code: 131047 }, { class: "reshape" }],
    [{ kind: "error", code: 190, status: 401 }, { class: "channel" }],
    [
      { kind: "error", code: 987654, status: 400 },
      { class: "reshape", code: "987654" },
    ],
    [{ kind: "error", code: 987654, status: 503 }, { class: "retry" }],
  ] as const)("%j is rejected as %j", async (fault, expected) => {
    meta.order(fault);
    expect(await open().send(outMessage()).result).toMatchObject({ state: "rejected", ...expected });
  });

  it("a number that Meta does not know stops the channel", async () => {
    expect(await open({ phoneNumberId: "1" }).send(outMessage()).result).toMatchObject({
      code: "33",
      class: "channel",
    });
  });

  it("never repeats the token, even when Meta does", async () => {
    const error = { code: 190, message: `Malformed access token ${GRAPH.accessToken}` };
    meta.order({ kind: "http", status: 401, body: JSON.stringify({ error }) });
    const result = await open().send(outMessage()).result;
    expect(result).toMatchObject({ class: "channel", detail: "Malformed access token [token]" });
  });

  it("keeps one connection for messages one after the other", async () => {
    let connections = 0;
    const server = http.createServer((request, response) => {
      request.resume();
      request.on("end", () => response.end('{"messages":[{"id":"wamid.KEPT"}]}'));
    });
    server.on("connection", () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    open({ graphUrl: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` });
    for (const body of ["uno", "dos", "tres"]) {
      expect(await channel.send(outMessage(body)).result).toMatchObject({ state: "accepted" });
    }
    expect(connections).toBe(1);
    await channel.close();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("media of the Cloud API", () => {
  const bytes = Buffer.from("a receipt, made up");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const receipt = (token: string, sha256: string | undefined = hash): MediaRef => ({
    token,
    type: "image",
    mime: "image/jpeg",
    sha256,
    fileName: undefined,
  });
  let meta: Meta;
  let channel: Channel;
  beforeAll(async () => {
    meta = await startGraph();
    meta.keepMedia("900001", bytes, "image/jpeg");
    channel = cloudApiTo(meta.url);
  });
  afterAll(async () => {
    await channel.close();
    await meta.close();
  });

  it("is fetched in two steps and compared with the hash that was announced", async () => {
    expect(Buffer.from(await channel.download(receipt("900001")))).toEqual(bytes);
  });

  it("is refused when its hash differs", async () => {
    await expect(channel.download(receipt("900001", "00".repeat(32)))).rejects.toMatchObject({
      code: "channel.rejected",
    });
  });

  it("that is gone is rejected for good, and an unreachable server is worth another try", async () => {
    await expect(channel.download(receipt("900002"))).rejects.toMatchObject({ code: "channel.rejected" });
    const elsewhere = cloudApiTo("http://127.0.0.1:1");
    await expect(elsewhere.download(receipt("900001"))).rejects.toMatchObject({ code: "channel.unavailable" });
  });

  it("has a file's time to come and to leave: a text's is over before a slow line has it", async () => {
    const isOver = Promise.withResolvers<void>();
    const large = Buffer.alloc(16 * 1024 * 1024, 7);
    const slow = http.createServer(async (request, response) => {
      const { method, url = "", headers } = request;
      if (url.endsWith("/messages")) return;
      if (url.endsWith("/900001")) return void response.end(JSON.stringify({ url: `http://${headers.host}/bytes` }));
      if (method === "GET") response.write(large.subarray(0, 1000));
      await isOver.promise;
      if (method === "GET") return void response.end(large.subarray(1000));
      request.resume().on("end", () => response.end('{"id":"media.OUT1"}'));
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    const address = slow.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const limits = { startWithinMs: 150, answerWithinMs: 150 };
    const there = cloudApiTo(`http://127.0.0.1:${port}`, { limits });
    const file = { bytes: large, type: "document", mime: "application/pdf", fileName: "recibo.pdf" } as const;
    const both = Promise.all([
      there.download(receipt("900001", createHash("sha256").update(large).digest("hex"))),
      there.upload(file),
    ]);
    // What fails before its turn is looked at below.
    both.catch(() => undefined);
    expect(await there.send(outMessage()).result).toMatchObject({ state: "unknown" });
    expect(await there.send(outMessage()).result).toMatchObject({ state: "unknown" });
    isOver.resolve();
    const [came, left] = await both;
    expect(large.equals(came)).toBe(true);
    expect(left).toBe("media.OUT1");
    await there.close();
    slow.closeAllConnections();
    await new Promise((resolve) => slow.close(resolve));
  });

  it("never takes our token over an open line to another server", async () => {
    const server = http.createServer((_, response) => response.end('{"url":"http://media.example/1"}'));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const elsewhere = cloudApiTo(
      `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    );
    await expect(elsewhere.download(receipt("1"))).rejects.toThrow("not https");
    await elsewhere.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
