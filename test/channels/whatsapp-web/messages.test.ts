import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { InboundMessage, LinkedChannel } from "../../../src/channels/channel.ts";
import { messageIdOf } from "../../../src/channels/whatsapp-web/message-id.ts";
import { systemClock } from "../../../src/clock.ts";
import { outMessage } from "../../support/graph/graph.ts";
import { until } from "../../support/until.ts";
import type { World } from "../../support/whatsapp-web-page/world.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

const ANA = "573000000001@c.us";
const HIDDEN = "100000000000002@lid";
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

describe.skipIf(!CAN_DRIVE)(`messages through WhatsApp Web (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`, () => {
  let page: LinkedPage;
  let channel: LinkedChannel;
  let world: World;
  beforeAll(async () => {
    page = await linkedPage();
    world = page.server.world;
    world.self.people["573000000002@c.us"] = HIDDEN;
    channel = await page.open({ limits: { mediaWithinMs: 5_000, knowsAllAfterMs: 0 } });
  });
  afterEach(() => {
    page.told.clear();
    world.sent.length = 0;
    world.delivers = true;
  });
  afterAll(() => page.close());

  /** What was made of something said, once it has come. */
  async function heard(id: string): Promise<InboundMessage> {
    const isIt = ({ providerId }: InboundMessage): boolean => providerId === id;
    await page.told.until(({ messages }) => messages().some(isIt), `message ${id}`);
    const [message] = page.told.messages().filter(isIt);
    if (message === undefined) throw new Error("no message");
    return message;
  }

  it("a text comes with who, when and which message it answers", async () => {
    const said = page.server.say({ chat: ANA, body: "ya pagué", notifyName: "Ana", quotedStanzaID: "3EB0QUOTED" });
    expect(await heard(said.id)).toMatchObject({
      from: { phone: "573000000001" },
      pushName: "Ana",
      replyTo: "3EB0QUOTED",
      content: { kind: "text", body: "ya pagué" },
    });
    expect((await heard(said.id)).sentAt.toUnixInteger()).toBe(said.t);
  });

  it("somebody known by a hidden id is told with the number too, and that both are one, once", async () => {
    const first = page.server.say({ chat: HIDDEN, body: "hola" });
    const second = page.server.say({ chat: HIDDEN, body: "¿cuánto debo?" });
    const both = { phone: "573000000002", lid: "100000000000002" };
    expect((await heard(first.id)).from).toEqual(both);
    expect((await heard(second.id)).from).toEqual(both);
    const learnt = page.told.events.filter(({ type }) => type === "identity");
    expect(learnt).toEqual([{ type: "identity", same: both }]);
    expect(page.told.events.findIndex(({ type }) => type === "identity")).toBeLessThan(
      page.told.events.findIndex(({ type }) => type === "message"),
    );
  });

  it("a hidden id without a number is told as it is", async () => {
    const said = page.server.say({ chat: "100000000000077@lid", body: "hola" });
    expect((await heard(said.id)).from).toEqual({ lid: "100000000000077" });
  });

  it("what was tapped comes as a choice", async () => {
    const button = page.server.say({ chat: ANA, type: "buttons_response", selectedButtonId: "pay", body: "Pagar" });
    const row = page.server.say({
      chat: ANA,
      type: "list_response",
      body: "En cuotas",
      listResponse: { title: "En cuotas", singleSelectReply: { selectedRowId: "plan" } },
    });
    expect((await heard(button.id)).content).toEqual({ kind: "choiceReply", id: "pay", title: "Pagar" });
    expect((await heard(row.id)).content).toEqual({ kind: "choiceReply", id: "plan", title: "En cuotas" });
  });

  it("a picture comes with its SHA-256, and its bytes can be had until WhatsApp has dropped them", async () => {
    const { filehash, sha256 } = page.server.keepFile(PNG);
    const picture = { type: "image", directPath: "/v/1", mimetype: "image/png", filehash, caption: "el recibo" };
    const { content } = await heard(page.server.say({ chat: ANA, ...picture }).id);
    if (content.kind !== "media") throw new Error(`a ${content.kind}`);
    expect(content).toMatchObject({ caption: "el recibo", media: { type: "image", mime: "image/png", sha256 } });
    expect(Buffer.from(await channel.download(content.media))).toEqual(PNG);

    const other = { ...content.media, sha256: createHash("sha256").update("other").digest("hex") };
    await expect(channel.download(other)).rejects.toMatchObject({ code: "channel.rejected" });
    world.files.delete(filehash);
    await expect(channel.download(content.media)).rejects.toMatchObject({ code: "channel.rejected" });
  });

  it("a file of more than 16 MB is left at WhatsApp", async () => {
    const { filehash } = page.server.keepFile(PNG);
    const large = {
      type: "document",
      directPath: "/v/2",
      mimetype: "application/pdf",
      filehash,
      size: 16 * 1024 * 1024 + 1,
    };
    const { content } = await heard(page.server.say({ chat: ANA, ...large }).id);
    if (content.kind !== "media") throw new Error(`a ${content.kind}`);
    await expect(channel.download(content.media)).rejects.toThrow("larger than 16 MB");
  });

  it("a reaction names the message it stands on, and an empty one takes it back", async () => {
    page.server.tell("reaction", { id: "3AR1", chat: ANA, to: "3EB0OURS", emoji: "👍", atMs: 1_772_643_600_000 });
    page.server.tell("reaction", { id: "3AR2", chat: ANA, to: "3EB0OURS", emoji: "", atMs: 1_772_643_601_000 });
    expect((await heard("3AR1")).content).toEqual({ kind: "reaction", to: "3EB0OURS", emoji: "👍" });
    expect((await heard("3AR2")).content).toEqual({ kind: "reaction", to: "3EB0OURS", emoji: undefined });
  });

  it("what nobody can read is kept whole", async () => {
    const said = page.server.say({ chat: ANA, type: "location", lat: 4.6, lng: -74.1 });
    const { content } = await heard(said.id);
    if (content.kind !== "unsupported") throw new Error(`a ${content.kind}`);
    expect(content.what).toBe("location");
    expect(JSON.parse(content.raw)).toMatchObject({ lat: 4.6, lng: -74.1 });
  });

  it("a new number of a person is told as a change of who they are", async () => {
    page.server.tell("moved", { id: "3AMOVED", before: ANA, now: "573000000099@c.us", t: 1_772_643_600 });
    expect(await heard("3AMOVED")).toMatchObject({
      from: { phone: "573000000001" },
      content: { kind: "identityChanged", now: { phone: "573000000099" } },
    });
  });

  it("groups, statuses, channels and the app's own notices are nobody's to us", async () => {
    for (const chat of ["120363000000000001@g.us", "status@broadcast", "120363000000000002@newsletter"]) {
      page.server.say({ chat, body: "a todos" });
    }
    page.server.say({ chat: ANA, type: "e2e_notification" });
    const last = page.server.say({ chat: ANA, body: "hola" });
    await heard(last.id);
    expect(page.told.messages().map(({ providerId }) => providerId)).toEqual([last.id]);
  });

  it("what cannot be decrypted yet is not told until it can, under the same id", async () => {
    const said = page.server.say({ chat: ANA, type: "ciphertext" });
    const after = page.server.say({ chat: "573000000003@c.us", body: "otra persona" });
    await heard(after.id);
    expect(page.told.messages().map(({ providerId }) => providerId)).toEqual([after.id]);
    page.server.tell("decrypted", { ...said, type: "chat", body: "ahora sí" });
    expect((await heard(said.id)).content).toEqual({ kind: "text", body: "ahora sí" });
  });

  it("what the business writes on its phone is an echo, and what we send is none", async () => {
    await channel.send(outMessage("de Saldar")).result;
    page.server.say({ chat: ANA, id: "3AOWNER", fromMe: true, body: "le escribo yo" });
    await page.told.until(({ events }) => events.some(({ type }) => type === "echo"), "an echo");
    expect(page.told.events.filter(({ type }) => type === "echo")).toEqual([
      expect.objectContaining({
        providerId: "3AOWNER",
        to: { phone: "573000000001" },
        content: { kind: "text", body: "le escribo yo" },
      }),
    ]);
    expect(page.told.messages()).toEqual([]);
  });

  it("a message goes out under the id that its outbox row gives it, and its ticks name the row", async () => {
    world.delivers = false;
    const message = outMessage("Hola");
    const providerId = messageIdOf(message.outboxId);
    expect(await channel.send(message).result).toEqual({ state: "accepted", providerId });
    expect(world.sent).toMatchObject([{ id: providerId, to: ANA, body: "Hola" }]);
    page.server.ack(providerId, 2);
    page.server.ack(providerId, 3);
    page.server.ack(providerId, 4);
    await page.told.until(({ statuses }) => statuses().length === 4, "four ticks");
    expect(page.told.statuses().map(({ status, outboxId }) => ({ status, outboxId }))).toEqual(
      ["sent", "delivered", "read", "read"].map((status) => ({ status, outboxId: message.outboxId })),
    );
    expect(world.seen).toEqual([]);
  });

  it("messages to one page at once each keep their own id", async () => {
    const messages = Array.from({ length: 20 }, (_, index) => outMessage(`número ${index}`));
    await Promise.all(messages.map((message) => channel.send(message).result));
    expect(world.sent.map(({ id, body }) => [id, body])).toEqual(
      messages.map(({ outboxId }, index) => [messageIdOf(outboxId), `número ${index}`]),
    );
  });

  it("an answer quotes the message it answers", async () => {
    const said = page.server.say({ chat: ANA, body: "¿cuánto?" });
    await heard(said.id);
    await channel.send(outMessage("10.000", { replyTo: said.id })).result;
    expect(world.sent).toMatchObject([{ quoted: said.id }]);
  });

  it("a document goes out with its name and words, from a file that was kept", async () => {
    const bytes = Buffer.from("%PDF-1.4 acuerdo");
    const token = await channel.upload({ bytes, type: "document", mime: "application/pdf", fileName: "acuerdo.pdf" });
    const content = { kind: "media", type: "document", token, fileName: "acuerdo.pdf", caption: "Su acuerdo" } as const;
    expect(await channel.send(outMessage(content)).result).toMatchObject({ state: "accepted" });
    const [sent] = world.sent;
    expect(sent).toMatchObject({ type: "document", filename: "acuerdo.pdf", caption: "Su acuerdo" });
    expect(Buffer.from(world.files.get(sent?.filehash ?? "") ?? "", "base64")).toEqual(bytes);
  });

  it("a file that is not there, and one of a kind WhatsApp does not show, are refused", async () => {
    const token = `${"0".repeat(64)}.application_pdf`;
    const content = { kind: "media", type: "document", token } as const;
    expect(await channel.send(outMessage(content)).result).toMatchObject({ state: "rejected", class: "reshape" });
    const file = { bytes: PNG, type: "image", mime: "image/tiff", fileName: undefined } as const;
    await expect(channel.upload(file)).rejects.toMatchObject({ code: "channel.rejected" });
    expect(world.sent).toEqual([]);
  });

  it("a send that was lost can be told from one that arrived, and from one on its way", async () => {
    const [arrived, lost] = [outMessage("llegó"), outMessage("en camino")];
    world.troubles.push("lost-answer", "lost-message");
    expect(await channel.send(arrived).result).toMatchObject({ state: "unknown" });
    expect(await channel.send(lost).result).toMatchObject({ state: "unknown" });
    expect(await channel.settle(arrived.outboxId)).toEqual({ state: "cannot-tell" });
    page.server.answerLate();
    await page.told.until(({ statuses }) => statuses().some(({ status }) => status === "delivered"), "a late tick");
    expect(await channel.settle(arrived.outboxId)).toEqual({
      state: "accepted",
      providerId: messageIdOf(arrived.outboxId),
    });
    // The page has it and tries on: sent again, it could be shown twice.
    expect(await channel.settle(lost.outboxId)).toEqual({ state: "cannot-tell" });
    expect(await channel.settle(outMessage().outboxId)).toEqual({ state: "never-arrived" });
  });

  it("a file that the page is still uploading may yet arrive: nobody says that it never did", async () => {
    const uploads = Promise.withResolvers<void>();
    world.uploads = uploads.promise;
    const bytes = Buffer.from("%PDF-1.4 acuerdo lento");
    const token = await channel.upload({ bytes, type: "document", mime: "application/pdf", fileName: "lento.pdf" });
    const message = outMessage({ kind: "media", type: "document", token, fileName: "lento.pdf" });
    expect(await channel.send(message).result).toMatchObject({ state: "unknown" });
    expect(await channel.settle(message.outboxId)).toEqual({ state: "cannot-tell" });
    uploads.resolve();
    await until("the file", () => world.sent.length === 1);
    await expect
      .poll(() => channel.settle(message.outboxId))
      .toEqual({ state: "accepted", providerId: messageIdOf(message.outboxId) });
  });

  it("a page that opened a moment ago has not read all that it has: nobody says that a message never arrived", async () => {
    const young = await linkedPage();
    const opened = await young.open();
    expect(await opened.settle(outMessage().outboxId)).toEqual({ state: "cannot-tell" });
    await young.close();
  });

  it("a page that loads itself anew in the middle of a send has nothing at first: nobody says that the message never left", async () => {
    const clock = { ms: 0 };
    const stand = await linkedPage();
    const shop = await stand.open({ clock: { now: () => systemClock.now(), elapsedMs: () => clock.ms } });
    const { world: there } = stand.server;
    clock.ms += 3_600_000;
    // The new page has one chat in its memory at first, and it is another one's.
    there.inMemory = 1;
    const t = Math.floor(Date.now() / 1000);
    const said = { id: "3AMISSED", chat: HIDDEN, fromMe: false, t, order: 1, ack: 0, type: "chat", body: "hola" };
    there.events.once("reload", () => there.history.push(said));
    there.troubles.push("reload");
    expect(await shop.send(outMessage("una vez")).result).toMatchObject({ state: "unknown" });
    await stand.told.until(({ messages }) => messages().length === 1, "what it read once it was ready");
    expect(await shop.settle(outMessage().outboxId)).toEqual({ state: "cannot-tell" });
    clock.ms += 59_999;
    expect(await shop.settle(outMessage().outboxId)).toEqual({ state: "cannot-tell" });
    clock.ms += 1;
    expect(await shop.settle(outMessage().outboxId)).toEqual({ state: "never-arrived" });
    expect(there.sent.map(({ body }) => body)).toEqual(["una vez"]);
    await stand.close();
  });

  it("a message that the page has sent already is not sent again", async () => {
    const message = outMessage("una vez");
    const first = await channel.send(message).result;
    expect(await channel.send(message).result).toEqual(first);
    expect(world.sent).toHaveLength(1);
  });

  it("buttons and templates are refused before anything leaves", async () => {
    const options = [{ id: "a", title: "A" }];
    const content = { kind: "choice", body: "¿?", options, layout: { as: "buttons" } } as const;
    expect(await channel.send(outMessage(content)).result).toMatchObject({ state: "rejected", class: "reshape" });
    expect(world.sent).toEqual([]);
  });

  it("a person sees that we read, and that we write", async () => {
    await channel.markRead({ providerId: "3A1", from: { phone: "573000000001" }, typing: true });
    // The page tells its server, and nobody waits for that.
    await vi.waitFor(() => expect([world.seen, world.typing]).toEqual([[ANA], [ANA]]), { timeout: 10_000 });
  });
});
