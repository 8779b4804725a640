import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, InboundStatus, OutContent } from "../../src/channels/channel.ts";
import { render, renderTemplate } from "../../src/channels/render.ts";
import { laterStatus } from "../../src/channels/status.ts";
import { outMessage } from "../support/graph/graph.ts";
import { promptOf } from "./prompts.ts";

/** What goes wrong with the next send. */
export type Trouble = "refused-recipient" | "server-error-once" | "lost-answer" | "failed-later";

export type Harness = {
  readonly channel: Channel;
  /** What the person sees, in order: text and what can be tapped. */
  shown(): readonly {
    readonly outboxId: string | undefined;
    readonly text: string;
    readonly optionIds: readonly string[];
  }[];
  /** What the channel has reported about everything that was shown. */
  statuses(): readonly InboundStatus[];
  makeTrouble(trouble: Trouble): void;
  /** What the channel calls it that a person cannot be reached, at once and later. Meta's code, unless it has its own. */
  readonly codes?: { readonly refused: string; readonly failed: string };
  close(): Promise<void>;
};

/** What the application relies on in every channel, whatever is behind it. */
export function channelContract(name: string, open: () => Promise<Harness>): void {
  describe(`${name} keeps the contract of channels`, () => {
    let harness: Harness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const send = (content?: OutContent | string) => harness.channel.send(outMessage(content)).result;

    it("a text is accepted under an id of the channel and shown once", async () => {
      const message = outMessage("Hola. ¿Hablo con Ana?");
      const result = await harness.channel.send(message).result;
      expect(result).toEqual({ state: "accepted", providerId: expect.stringMatching(/.{5,}/) });
      expect(harness.shown()).toEqual([{ outboxId: message.outboxId, text: "Hola. ¿Hablo con Ana?", optionIds: [] }]);
    });

    it("two messages have two ids", async () => {
      const [first, second] = await Promise.all([send("uno"), send("dos")]);
      expect(first).not.toEqual(second);
    });

    it("a send has started before its result is known, refused or not", async () => {
      for (const trouble of [undefined, "refused-recipient", "lost-answer"] as const) {
        if (trouble !== undefined) harness.makeTrouble(trouble);
        const order: string[] = [];
        const sending = harness.channel.send(outMessage());
        await Promise.all([
          sending.started.then(() => order.push("started")),
          sending.result.then(() => order.push("result")),
        ]);
        expect(order).toEqual(["started", "result"]);
      }
    });

    it("whatever render makes of a prompt is accepted and every option can be tapped or read", async () => {
      await fc.assert(
        fc.asyncProperty(promptOf({ bodyMax: 3000, optionsMax: 12 }), async (prompt) => {
          const before = harness.shown().length;
          const { content, options } = render(prompt, harness.channel.can, "es");
          expect(await send(content)).toMatchObject({ state: "accepted" });
          const seen = harness.shown()[before];
          if (content.kind === "choice") expect(seen?.optionIds).toEqual(options.map(({ id }) => id));
          else for (const { title } of options) expect(seen?.text).toContain(title);
        }),
        { numRuns: 60 },
      );
    });

    it("a template opens a conversation", async () => {
      const template = {
        kind: "template",
        name: "opening",
        language: "es",
        params: ["Tienda de muestra 07"],
        options: [],
        fallbackText: "Hola, le escribe Tienda de muestra 07.",
      } as const;
      expect(await send(renderTemplate(template, harness.channel.can))).toMatchObject({ state: "accepted" });
      expect(harness.shown()[0]?.text).toContain("Tienda de muestra 07");
    });

    it("a person who cannot be reached is told apart from a failing server", async () => {
      harness.makeTrouble("refused-recipient");
      expect(await send()).toMatchObject({
        state: "rejected",
        class: "recipient",
        code: harness.codes?.refused ?? "131026",
      });
      harness.makeTrouble("server-error-once");
      expect(await send()).toMatchObject({ state: "rejected", class: "retry" });
      expect(harness.shown()).toEqual([]);
    });

    it("a message refused by a failing server can be sent again and is shown once", async () => {
      const message = outMessage("Su saldo");
      harness.makeTrouble("server-error-once");
      expect(await harness.channel.send(message).result).toMatchObject({ state: "rejected", class: "retry" });
      expect(await harness.channel.send(message).result).toMatchObject({ state: "accepted" });
      expect(harness.shown().map(({ outboxId }) => outboxId)).toEqual([message.outboxId]);
    });

    it("a lost answer leaves the send unknown, and a status with its outbox id settles it", async () => {
      const message = outMessage("¿Llegó?");
      harness.makeTrouble("lost-answer");
      const result = await harness.channel.send(message).result;
      expect(result.state).toBe("unknown");
      const echoed = harness.statuses().filter(({ outboxId }) => outboxId === message.outboxId);
      expect(echoed.length).toBeGreaterThan(0);
      expect(new Set(echoed.map(({ providerId }) => providerId)).size).toBe(1);
      const settled = await harness.channel.settle(message.outboxId);
      expect([{ state: "cannot-tell" }, { state: "accepted", providerId: echoed[0]?.providerId }]).toContainEqual(
        settled,
      );
    });

    it("statuses name the message and the outbox row, and end at delivered", async () => {
      const message = outMessage();
      const result = await harness.channel.send(message).result;
      const statuses = harness.statuses();
      for (const status of statuses) {
        expect(status).toMatchObject({
          type: "status",
          outboxId: message.outboxId,
          recipient: { phone: message.to.phone },
        });
        expect(result).toMatchObject({ providerId: status.providerId });
      }
      expect(statuses.map(({ status }) => status).reduce(laterStatus)).toBe("delivered");
    });

    it("a message that fails after it was accepted says why", async () => {
      harness.makeTrouble("failed-later");
      expect(await send()).toMatchObject({ state: "accepted" });
      expect(harness.statuses().findLast(({ status }) => status === "failed")).toMatchObject({
        code: harness.codes?.failed ?? "131026",
      });
    });

    it("a hundred sends side by side are each shown once", async () => {
      const messages = Array.from({ length: 100 }, (_, index) => outMessage(`número ${index}`));
      const results = await Promise.all(messages.map((message) => harness.channel.send(message).result));
      expect(results.every(({ state }) => state === "accepted")).toBe(true);
      const shownIds = harness.shown().map(({ outboxId }) => outboxId);
      expect(shownIds).toHaveLength(100);
      expect(new Set(shownIds)).toEqual(new Set(messages.map(({ outboxId }) => outboxId)));
    });
  });
}
