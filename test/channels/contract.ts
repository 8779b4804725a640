import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, InboundMessage, InboundStatus, OutContent, OutFile } from "../../src/channels/channel.ts";
import { render, renderTemplate } from "../../src/channels/render.ts";
import { laterStatus } from "../../src/channels/status.ts";
import { outMessage } from "../support/graph/graph.ts";
import { promptOf } from "./prompts.ts";

/** What goes wrong with the next send. */
export type Trouble = "refused-recipient" | "server-error-once" | "lost-answer" | "failed-later";

/** What a channel calls things, and what cannot happen on it. */
export type Traits = {
  /** Its code for a person who cannot be reached. */
  readonly unreachable: string;
  /** Its code for a message that failed after it was accepted; undefined where an accepted message cannot fail any more. */
  readonly failedLater: string | undefined;
};

/** The first person there is; all that is sent goes to this phone. */
export const PERSON = "573000000001";

export type Harness = {
  readonly channel: Channel;
  /** What the person sees, in order: text and what can be tapped. */
  shown(): readonly {
    readonly outboxId: string | undefined;
    readonly text: string;
    readonly optionIds: readonly string[];
  }[];
  /** What the channel has reported, once everything that was shown so far has its last status. */
  statuses(): Promise<readonly InboundStatus[]>;
  makeTrouble(trouble: Trouble): void;
  close(): Promise<void>;
};

/** What the application relies on in every channel, whatever is behind it. */
export function channelContract(name: string, open: () => Promise<Harness>, traits: Traits): void {
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
      expect(await send()).toMatchObject({ state: "rejected", class: "recipient", code: traits.unreachable });
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
      const echoed = (await harness.statuses()).filter(({ outboxId }) => outboxId === message.outboxId);
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
      const statuses = await harness.statuses();
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

    const { failedLater } = traits;
    if (failedLater !== undefined) {
      it("a message that fails after it was accepted says why", async () => {
        harness.makeTrouble("failed-later");
        expect(await send()).toMatchObject({ state: "accepted" });
        const failed = (await harness.statuses()).findLast(({ status }) => status === "failed");
        expect(failed).toMatchObject({ code: failedLater });
      });
    }

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

export type SentFile = Pick<OutFile, "mime" | "bytes"> & { readonly caption: string | undefined };

/** Somebody with a phone, who writes to us. Each resolves with the channel's id of the message. */
export type Person = {
  writes(text: string, how?: { readonly replyTo?: string }): Promise<string>;
  sendsPicture(file: SentFile): Promise<string>;
  /** Opens the chat: what we have sent counts as read. */
  reads(): Promise<void>;
};

/** A channel that receives by itself. Its harness stands until `close`, over one store: what a process knew is in it. */
export type LinkedHarness = Harness & {
  /** The two people there are: the first has the phone `PERSON`. */
  readonly people: readonly [Person, Person];
  /** What the sink has kept, once there are so many messages. */
  received(count: number): Promise<readonly InboundMessage[]>;
  /** The sink keeps nothing of so many messages that come next, and says so. */
  refuseNext(times: number): void;
  /** The line breaks, and stands again when this resolves. */
  reconnect(): Promise<void>;
  /**
   * The process ends without a word while the sink is at work on the next message, which it does not keep; another one stands
   * over the same store when this resolves. `during` is what people do between the two.
   */
  dieInSink(write: () => Promise<unknown>, during?: () => Promise<unknown>): Promise<void>;
  /** The files that the first person was sent, as that phone opens them. */
  files(): Promise<readonly SentFile[]>;
};

/** What the application relies on in a channel that is somebody's own phone, whichever library speaks for it. */
export function linkedContract(name: string, open: () => Promise<LinkedHarness>): void {
  describe(`${name} keeps the contract of linked phones`, () => {
    let harness: LinkedHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const texts = async (count: number): Promise<readonly string[]> =>
      (await harness.received(count)).map(({ content }) => (content.kind === "text" ? content.body : content.kind));

    it("what a person writes arrives once, from the phone it was written on", async () => {
      const id = await harness.people[0].writes("ya pagué");
      const [message] = await harness.received(1);
      expect(message).toMatchObject({ type: "message", providerId: id, content: { kind: "text", body: "ya pagué" } });
      expect(message?.from).toMatchObject({ phone: PERSON });
    });

    it("what one person writes keeps its order, whoever else writes", async () => {
      const [one, other] = harness.people;
      const write = async ({ writes }: Person, who: string) => {
        for (let index = 0; index < 10; index += 1) await writes(`${who} ${index}`);
      };
      await Promise.all([write(one, "a"), write(other, "b")]);
      const arrived = await texts(20);
      for (const who of ["a", "b"]) {
        const theirs = arrived.filter((text) => text.startsWith(who));
        expect(theirs).toEqual(Array.from({ length: 10 }, (_, index) => `${who} ${index}`));
      }
    });

    it("what the sink did not keep is handed over again, before what came later", async () => {
      harness.refuseNext(1);
      await harness.people[0].writes("uno");
      await harness.people[0].writes("dos");
      expect(await texts(2)).toEqual(["uno", "dos"]);
    });

    it("a process that dies between a message and its sink loses nothing, and what was written meanwhile comes after it", async () => {
      const [person] = harness.people;
      await harness.dieInSink(
        () => person.writes("uno"),
        () => person.writes("dos"),
      );
      await person.writes("tres");
      // A message may come again: the application knows it by its id. None may be missing.
      const arrived = await harness.received(3);
      const once = [...new Map(arrived.map((message) => [message.providerId, message])).values()];
      expect(once.map(({ content }) => content)).toEqual(
        ["uno", "dos", "tres"].map((body) => ({ kind: "text", body })),
      );
    });

    it("after the line broke, both directions go on", async () => {
      await harness.people[0].writes("antes");
      await harness.received(1);
      await harness.reconnect();
      await harness.people[0].writes("después");
      expect(await texts(2)).toEqual(["antes", "después"]);
      expect(await harness.channel.send(outMessage("Gracias")).result).toMatchObject({ state: "accepted" });
      expect(harness.shown().map(({ text }) => text)).toEqual(["Gracias"]);
    });

    it("an answer names the message it answers", async () => {
      const result = await harness.channel.send(outMessage("¿Paga hoy?")).result;
      const replyTo = result.state === "accepted" ? result.providerId : "";
      await harness.people[0].writes("sí", { replyTo });
      expect(await harness.received(1)).toMatchObject([{ replyTo, content: { kind: "text", body: "sí" } }]);
    });

    it("a menu is shown as numbered text, and its number comes back as it was written", async () => {
      const options = ["Pagar ahora", "Ver opciones"].map((title, index) => ({ id: `option:${index}`, title }));
      const { content } = render({ body: "¿Qué prefiere?", options }, harness.channel.can, "es");
      expect(await harness.channel.send(outMessage(content)).result).toMatchObject({ state: "accepted" });
      expect(harness.shown()[0]?.text).toContain("2. Ver opciones");
      await harness.people[0].writes("2");
      expect(await texts(1)).toEqual(["2"]);
    });

    it("a picture comes in as the very bytes that were sent, with its caption and its hash", async () => {
      const bytes = Buffer.from("a receipt, as if it were a picture ".repeat(100));
      await harness.people[0].sendsPicture({ bytes, mime: "image/jpeg", caption: "mi pago" });
      const [message] = await harness.received(1);
      if (message?.content.kind !== "media") throw new Error("no file came");
      const { media, caption } = message.content;
      expect({ type: media.type, mime: media.mime, caption }).toEqual({
        type: "image",
        mime: "image/jpeg",
        caption: "mi pago",
      });
      expect(Buffer.from(await harness.channel.download(media))).toEqual(bytes);
      await expect(harness.channel.download({ ...media, sha256: "0".repeat(64) })).rejects.toMatchObject({
        code: "channel.rejected",
      });
    });

    it("a document goes out as the very bytes that were given, with its caption", async () => {
      const bytes = Buffer.from("%PDF-1.4 an agreement ".repeat(50));
      const file = { bytes, type: "document", mime: "application/pdf", fileName: "acuerdo.pdf" } as const;
      const token = await harness.channel.upload(file);
      const content = {
        kind: "media",
        type: "document",
        token,
        fileName: "acuerdo.pdf",
        caption: "Su acuerdo",
      } as const;
      expect(await harness.channel.send(outMessage(content)).result).toMatchObject({ state: "accepted" });
      const [arrived] = await harness.files();
      expect({ ...arrived, bytes: Buffer.from(arrived?.bytes ?? []) }).toEqual({
        bytes,
        mime: "application/pdf",
        caption: "Su acuerdo",
      });
    });

    it("what cannot be sent as a file is refused before it leaves", async () => {
      const file = { bytes: Buffer.from("x"), type: "image", mime: "image/svg+xml", fileName: undefined } as const;
      await expect(harness.channel.upload(file)).rejects.toMatchObject({ code: "channel.rejected" });
    });

    it("a message that was read says so", async () => {
      const message = outMessage();
      await harness.channel.send(message).result;
      await harness.statuses();
      await harness.people[0].reads();
      const statuses = await harness.statuses();
      expect(statuses.filter(({ outboxId }) => outboxId === message.outboxId).at(-1)).toMatchObject({ status: "read" });
    });
  });
}
