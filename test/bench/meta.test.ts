import http from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Meta } from "../../src/bench/meta.ts";
import { signatureOf, textFrom, webhook, webhookSender } from "../../src/bench/meta-webhooks.ts";
import type { Channel } from "../../src/channels/channel.ts";
import { isSigned } from "../../webhooks/whatsapp-signature.ts";
import { cloudApiTo, GRAPH, outMessage, startGraph } from "../support/graph/graph.ts";

describe("Meta on loopback", () => {
  let meta: Meta;
  let channel: Channel;
  beforeEach(async () => {
    meta = await startGraph();
    channel = cloudApiTo(meta.url);
  });
  afterEach(async () => {
    await channel.close();
    await meta.close();
  });
  const send = (to = "573000000001", body = "Hola") => channel.send(outMessage(body, { to: { phone: to } })).result;

  it("keeps what arrived, with moments that never go back", async () => {
    for (const body of ["uno", "dos", "tres"]) await send("573000000001", body);
    expect(meta.accepted.map(({ text }) => text)).toEqual(["uno", "dos", "tres"]);
    const moments = meta.accepted.map(({ arrivedAtMs }) => arrivedAtMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(meta.requests).toHaveLength(3);
  });

  it("goes wrong for the phone and as often as it was told to", async () => {
    meta.order({ kind: "error", code: 131000, status: 500 }, { to: "573000000002", times: 2 });
    expect(await send("573000000001")).toMatchObject({ state: "accepted" });
    expect(await send("573000000002")).toMatchObject({ state: "rejected" });
    expect(await send("573000000002")).toMatchObject({ state: "rejected" });
    expect(await send("573000000002")).toMatchObject({ state: "accepted" });
    expect(meta.requests).toHaveLength(4);
    expect(meta.accepted).toHaveLength(2);
  });

  it("refuses another token", async () => {
    const stranger = cloudApiTo(meta.url, { accessToken: "another" });
    expect(await stranger.send(outMessage()).result).toMatchObject({ code: "190", class: "channel" });
    await stranger.close();
  });

  it.each([
    ["a text that is too long", { kind: "text", body: "x".repeat(4097) }],
    ["four buttons", { kind: "choice", body: "?", options: ids(4), layout: { as: "buttons" } }],
    ["eleven rows", { kind: "choice", body: "?", options: ids(11), layout: { as: "list", opener: "Ver" } }],
    [
      "two titles alike",
      { kind: "choice", body: "?", options: [...ids(1), { id: "b", title: "option 0" }], layout: { as: "buttons" } },
    ],
  ] as const)("refuses %s as Meta does", async (_, content) => {
    const result = await channel.send(outMessage(content)).result;
    expect(result).toMatchObject({ state: "rejected", code: "131009", class: "reshape" });
    expect(meta.accepted).toEqual([]);
  });

  it("calls whoever watches for each message, until they stop", async () => {
    const seen: string[] = [];
    const stop = meta.onAccepted(({ text }) => seen.push(text));
    await send("573000000001", "uno");
    stop();
    await send("573000000001", "dos");
    expect(seen).toEqual(["uno"]);
  });
});

describe("Meta's webhooks on loopback", () => {
  it("arrive whole, signed, and tell the answer they got", async () => {
    const got: { body: Buffer; signature: string | undefined }[] = [];
    const server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const signature = request.headers["x-hub-signature-256"];
        got.push({ body: Buffer.concat(chunks), signature: typeof signature === "string" ? signature : undefined });
        response.writeHead(got.length === 1 ? 200 : 401).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const sender = webhookSender(`http://127.0.0.1:${port}/webhooks/whatsapp`, GRAPH.appSecret);
    const body = webhook(GRAPH.phoneNumberId, [[[textFrom({ phone: "573000000001", id: "a", at: 1 }, "sí")]]]);
    expect(await sender.post(body)).toBe(200);
    expect(await sender.post(body, signatureOf(body, "forged"))).toBe(401);
    expect(got.map((one) => one.body)).toEqual([body, body]);
    expect(got.map((one) => isSigned(one.body, one.signature, GRAPH.appSecret))).toEqual([true, false]);
    sender.close();
    await new Promise((resolve) => server.close(resolve));
  });
});

function ids(count: number): { id: string; title: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `id:${index}`, title: `option ${index}` }));
}
