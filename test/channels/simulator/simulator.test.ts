import { describe, expect, it } from "vitest";
import type { InboundMessage } from "../../../src/channels/channel.ts";
import { type Delivery, type Fault, planInbound, planSend } from "../../../src/channels/simulator/fault.ts";
import { type SimulatedPhone, simulator } from "../../../src/channels/simulator/simulator.ts";
import { NOON, outMessage, stoppedClock } from "../../support/graph/graph.ts";
import { channelContract, type Harness, type Trouble } from "../contract.ts";

const FAULT = {
  "refused-recipient": { kind: "refuse", code: 131026 },
  "server-error-once": { kind: "refuse-http", status: 500 },
  "lost-answer": { kind: "lose-answer" },
  "failed-later": { kind: "fail", code: 131026 },
} as const satisfies Record<Trouble, Fault>;

function phoneInMemory(): { phone: SimulatedPhone; faults: Fault[]; deliveries: Delivery[] } {
  const faults: Fault[] = [];
  const deliveries: Delivery[] = [];
  const phone: SimulatedPhone = {
    nextFault: () => Promise.resolve(faults.shift()),
    deliver: (delivery) => Promise.resolve(void deliveries.push(delivery)),
    providerIdOf: (outboxId) =>
      Promise.resolve(deliveries.find(({ message }) => message.outboxId === outboxId)?.providerId),
    mediaOf: ({ token }) => Promise.resolve(token === "kept" ? Buffer.from("bytes") : undefined),
    keepFile: () => Promise.resolve("kept"),
  };
  return { phone, faults, deliveries };
}

const openSimulator = (): Promise<Harness> => {
  const { phone, faults, deliveries } = phoneInMemory();
  return Promise.resolve({
    channel: simulator({ id: "channel-1", clock: stoppedClock, phone }),
    shown: () =>
      deliveries.map(({ message: { outboxId, content } }) => ({
        outboxId,
        text:
          content.kind === "template" ? content.fallbackText : content.kind === "media" ? content.token : content.body,
        optionIds: content.kind === "choice" ? content.options.map(({ id }) => id) : [],
      })),
    statuses: () => Promise.resolve(deliveries.flatMap(({ statuses }) => statuses)),
    makeTrouble: (trouble) => {
      faults.push(FAULT[trouble]);
    },
    close: () => Promise.resolve(),
  });
};

channelContract("the simulator", openSimulator, { unreachable: "131026", failedLater: "131026" });

describe("the simulator's faults", () => {
  const plan = (fault: Fault) => planSend(outMessage(), fault, NOON);
  const reported = (fault: Fault) => plan(fault).delivery?.statuses.map(({ status }) => status);

  it("a duplicate reports each status twice and shows the message once", () => {
    expect(reported({ kind: "duplicate" })).toEqual(["sent", "sent", "delivered", "delivered"]);
  });

  it("a delay moves the message and its statuses", () => {
    const { delivery } = plan({ kind: "delay", seconds: 90 });
    expect(delivery?.visibleAt).toEqual(NOON.plus({ seconds: 90 }));
    expect(delivery?.statuses.every(({ at }) => at.equals(NOON.plus({ seconds: 90 })))).toBe(true);
  });

  it("a reordering reports the last status first", () => {
    expect(reported({ kind: "reorder" })).toEqual(["delivered", "sent"]);
  });

  it("a lost message is not shown and its sender cannot tell", async () => {
    const { phone, faults, deliveries } = phoneInMemory();
    faults.push({ kind: "lose-message" });
    const channel = simulator({ id: "channel-1", clock: stoppedClock, phone });
    const message = outMessage();
    expect(await channel.send(message).result).toMatchObject({ state: "unknown" });
    expect(deliveries).toEqual([]);
    expect(await channel.settle(message.outboxId)).toEqual({ state: "never-arrived" });
  });

  it("a phone whose store fails leaves the send unknown instead of throwing", async () => {
    const { phone } = phoneInMemory();
    const broken = { ...phone, deliver: () => Promise.reject(new Error("no connection")) };
    const sending = simulator({ id: "channel-1", clock: stoppedClock, phone: broken }).send(outMessage());
    expect(await sending.result).toMatchObject({ state: "unknown", detail: expect.stringContaining("no connection") });
  });

  it("media that the phone kept can be had, and no other", async () => {
    const { phone } = phoneInMemory();
    const channel = simulator({ id: "channel-1", clock: stoppedClock, phone });
    const media = { token: "kept", type: "image", mime: "image/png", sha256: undefined, fileName: undefined } as const;
    expect(await channel.download(media)).toEqual(Buffer.from("bytes"));
    await expect(channel.download({ ...media, token: "gone" })).rejects.toMatchObject({ code: "channel.rejected" });
  });

  const written = (id: string): InboundMessage => ({
    type: "message",
    providerId: id,
    from: { phone: "573000000001" },
    pushName: undefined,
    sentAt: NOON,
    replyTo: undefined,
    content: { kind: "text", body: id },
  });

  it.each([
    [undefined, ["a", "b"]],
    [{ kind: "duplicate" }, ["a", "a", "b", "b"]],
    [{ kind: "reorder" }, ["b", "a"]],
    [{ kind: "lose-message" }, []],
    [{ kind: "fail", code: 1 }, ["a", "b"]],
  ] as const)("what a phone wrote arrives under %j as %j", (fault, expected) => {
    const arriving = planInbound([written("a"), written("b")], fault, NOON);
    expect(arriving.map(({ message }) => message.providerId)).toEqual(expected);
  });

  it("a delayed burst arrives later and keeps the moment it was written", () => {
    expect(planInbound([written("a")], { kind: "delay", seconds: 60 }, NOON)).toEqual([
      { message: written("a"), arrivesAt: NOON.plus({ seconds: 60 }) },
    ]);
  });
});
