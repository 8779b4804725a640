import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceFrom, imageFrom, statusOf, textFrom, webhook } from "../../src/bench/meta-webhooks.ts";
import type { InboundMessage } from "../../src/channels/channel.ts";
import { parseWhatsappPayload } from "../../webhooks/whatsapp-payload.ts";
import { GRAPH, NOON } from "../support/graph/graph.ts";

const PHONE = "573000000001";
const AT = 1_772_600_000;
const written = (id: string, phone = PHONE) => ({ phone, id, at: AT });

const parse = (body: Buffer) => parseWhatsappPayload(body, NOON)?.batches;

/** The one message of a webhook that carries this one as Meta would. */
function read(message: unknown, contacts: unknown[] = []): InboundMessage | undefined {
  const value = { metadata: { phone_number_id: GRAPH.phoneNumberId }, contacts, messages: [message] };
  const body = { object: "whatsapp_business_account", entry: [{ changes: [{ field: "messages", value }] }] };
  return parse(Buffer.from(JSON.stringify(body)))?.[0]?.messages[0];
}

const envelope = { from: PHONE, id: "wamid.IN1", timestamp: String(AT) };

describe("a batch", () => {
  it("of two entries with two changes each is read whole and in order", () => {
    const body = webhook(GRAPH.phoneNumberId, [
      [[textFrom(written("a"), "uno"), textFrom(written("b"), "dos")], [textFrom(written("c"), "tres")]],
      [
        [textFrom(written("d"), "cuatro")],
        [statusOf({ providerId: "wamid.O", to: PHONE, outboxId: "o1", at: AT }, "read")],
      ],
    ]);
    const batches = parse(body) ?? [];
    expect(batches.map(({ phoneNumberId }) => phoneNumberId)).toEqual(Array(4).fill(GRAPH.phoneNumberId));
    expect(batches.flatMap(({ messages }) => messages.map(({ providerId }) => providerId))).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    expect(batches.flatMap(({ statuses }) => statuses)).toHaveLength(1);
  });

  it("keeps the others when one message is malformed, and keeps that one's JSON", () => {
    const broken = [
      { from: PHONE, id: "x", type: "text" },
      { from: PHONE, id: "y", type: "text", text: { body: 7.5 } },
    ];
    for (const wrong of broken) {
      const value = {
        metadata: { phone_number_id: GRAPH.phoneNumberId },
        messages: [
          { ...envelope, id: "a", type: "text", text: { body: "antes" } },
          wrong,
          { ...envelope, id: "b", type: "text", text: { body: "después" } },
        ],
      };
      const body = Buffer.from(JSON.stringify({ entry: [{ changes: [{ field: "messages", value }] }] }));
      const contents = parse(body)?.[0]?.messages.map(({ content }) => content);
      expect(contents?.[0]).toEqual({ kind: "text", body: "antes" });
      expect(contents?.[1]).toMatchObject({ kind: "unsupported", raw: JSON.stringify(wrong) });
      expect(contents?.[2]).toEqual({ kind: "text", body: "después" });
    }
  });

  it.each([
    null,
    7,
    [],
    { id: "x", type: "text", text: { body: "a" } },
    { id: "y", from: "not a number", type: "text", text: { body: "a" } },
  ])("sets %j apart, which nobody seems to have written, and keeps the others", (senderless) => {
    const known = { ...envelope, type: "text", text: { body: "antes" } };
    const value = { metadata: { phone_number_id: GRAPH.phoneNumberId }, messages: [known, senderless] };
    const body = Buffer.from(JSON.stringify({ entry: [{ changes: [{ field: "messages", value }] }] }));
    const [batch] = parse(body) ?? [];
    expect(batch?.messages.map(({ from }) => from.phone)).toEqual([PHONE]);
    expect(batch?.senderless).toEqual([senderless]);
  });

  it("from somebody who shows only a username has a sender", () => {
    const contacts = [{ user_id: "CO.7", profile: { username: "@persona" } }];
    expect(read({ from_user_id: "CO.7", id: "a", type: "text", text: { body: "a" } }, contacts)?.from).toMatchObject({
      bsuid: "CO.7",
      username: "persona",
    });
  });

  it("says which number it is about, and what other fields hold is no message", () => {
    const value = {
      metadata: { phone_number_id: "42" },
      messages: [{ ...envelope, type: "text", text: { body: "a" } }],
    };
    const changes = [
      { field: "message_template_status_update", value },
      { field: "messages", value },
    ];
    expect(parse(Buffer.from(JSON.stringify({ entry: [{ changes }] })))).toMatchObject([
      { phoneNumberId: "42", messages: [], news: [{ kind: "template" }] },
      { phoneNumberId: "42", messages: [{ content: { kind: "text" } }], news: [] },
    ]);
  });

  it("reports what Meta says is wrong with the number itself", () => {
    const value = { metadata: { phone_number_id: "42" }, errors: [{ code: 130429, title: "Rate limit hit" }] };
    const body = Buffer.from(JSON.stringify({ entry: [{ changes: [{ field: "messages", value }] }] }));
    expect(parse(body)).toMatchObject([{ phoneNumberId: "42", messages: [], statuses: [], problems: ["130429"] }]);
  });

  it.each(["", "{", "null", "[]", '"text"', "{}", '{"entry":{}}'])("that is %j is no webhook of WhatsApp", (text) => {
    expect(parse(Buffer.from(text))).toBeUndefined();
  });

  it("never throws, whatever JSON is put anywhere in it", () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record({ id: fc.jsonValue({ maxDepth: 1 }), body: fc.jsonValue({ maxDepth: 1 }) }),
    );
    const message = fc.record(
      {
        from: anything,
        id: anything,
        timestamp: anything,
        type: fc.constantFrom("text", "image", "interactive", "system", "reaction", "button"),
        text: anything,
        image: anything,
        interactive: anything,
        system: anything,
        reaction: anything,
        button: anything,
        context: anything,
      },
      { requiredKeys: [] },
    );
    const value = fc.record(
      {
        metadata: anything,
        contacts: fc.oneof(anything, fc.array(anything)),
        messages: fc.array(fc.oneof(message, anything)),
        statuses: fc.oneof(anything, fc.array(anything)),
        errors: anything,
      },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(
      anything,
      fc.record({
        entry: fc.array(
          fc.record({
            changes: fc.array(fc.record({ field: fc.constant("messages"), value: fc.oneof(value, anything) })),
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(payload, (json) => {
        const body = Buffer.from(JSON.stringify(json));
        for (const { messages } of parse(body) ?? []) {
          for (const { providerId, sentAt } of messages) {
            expect(providerId).not.toBe("");
            expect(sentAt.isValid).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a message", () => {
  it("of text has its writer, its moment and what it answers", () => {
    const contact = { wa_id: PHONE, profile: { name: "Persona de muestra 01" } };
    const text = { ...envelope, type: "text", text: { body: "ya pagué" }, context: { from: "1", id: "wamid.O1" } };
    expect(read(text, [contact])).toEqual({
      type: "message",
      providerId: "wamid.IN1",
      from: { phone: PHONE, bsuid: undefined, username: undefined },
      pushName: "Persona de muestra 01",
      sentAt: expect.objectContaining({ ts: AT * 1000 }),
      replyTo: "wamid.O1",
      content: { kind: "text", body: "ya pagué" },
    });
  });

  it("of a person without a phone has the user id and the username", () => {
    const contact = { wa_id: "", user_id: "CO.1349", profile: { name: "Muestra", username: "@muestra" } };
    const message = { ...envelope, from: "", from_user_id: "CO.1349", type: "text", text: { body: "hola" } };
    expect(read(message, [contact])).toMatchObject({
      from: { phone: undefined, bsuid: "CO.1349", username: "muestra" },
      pushName: "Muestra",
    });
  });

  it("takes its user id from its contact, and nobody else's name", () => {
    const theirs = { wa_id: PHONE, user_id: "CO.1", profile: { name: "Suya" } };
    const other = { wa_id: "573000000009", user_id: "CO.9", profile: { name: "Ajena" } };
    const message = { ...envelope, type: "text", text: { body: "hola" } };
    expect(read(message, [other, theirs])).toMatchObject({ from: { phone: PHONE, bsuid: "CO.1" }, pushName: "Suya" });
    for (const stranger of [other, { wa_id: "573000000009", profile: { name: "Ajena" } }]) {
      const unnamed = { from: { phone: PHONE, bsuid: undefined }, pushName: undefined };
      expect(read(message, [stranger])).toMatchObject(unnamed);
    }
  });

  it("without a moment, or with an absurd one, is dated by its arrival", () => {
    for (const timestamp of [undefined, "", "soon", "-5", "99999999999999"]) {
      expect(read({ ...envelope, timestamp, type: "text", text: { body: "a" } })?.sentAt).toEqual(NOON);
    }
    expect(read({ ...envelope, timestamp: AT, type: "text", text: { body: "a" } })?.sentAt.toUnixInteger()).toBe(AT);
  });

  it("without an id gets one from its content, so that a repeat is the same", () => {
    const message = { from: PHONE, type: "text", text: { body: "hola" } };
    expect(read(message)?.providerId).toMatch(/^sha256\.[0-9a-f]{64}$/);
    expect(read(message)?.providerId).toBe(read({ ...message })?.providerId);
    expect(read(message)?.providerId).not.toBe(read({ ...message, text: { body: "otro" } })?.providerId);
  });

  it("loses what no database takes: NUL and half characters", () => {
    expect(read({ ...envelope, type: "text", text: { body: "ho\0la \ud83d" } })?.content).toEqual({
      kind: "text",
      body: "hola \uFFFD",
    });
    const raw = read({ ...envelope, type: "odd", odd: "a\0b\ud83d" })?.content;
    expect(raw).toMatchObject({ kind: "unsupported", raw: expect.stringContaining('"odd":"ab\uFFFD"') });
  });

  it.each(["button_reply", "list_reply"] as const)("that taps one of our options (%s) is a choice", (as) => {
    const body = webhook("42", [[[choiceFrom(written("a"), { id: "offer:3:monthly", title: "3 cuotas" }, as)]]]);
    expect(parse(body)?.[0]?.messages[0]?.content).toEqual({
      kind: "choiceReply",
      id: "offer:3:monthly",
      title: "3 cuotas",
    });
  });

  it("that taps a template's quick reply is a choice, by its payload or else its text", () => {
    const tapped = (button: object) => read({ ...envelope, type: "button", button })?.content;
    expect(tapped({ payload: "yes", text: "Sí, soy yo" })).toEqual({
      kind: "choiceReply",
      id: "yes",
      title: "Sí, soy yo",
    });
    expect(tapped({ text: "Sí" })).toEqual({ kind: "choiceReply", id: "Sí", title: "Sí" });
  });

  it("with a picture names it, its hash in hex", () => {
    const sha256 = Buffer.alloc(32, 7);
    const body = webhook("42", [[[imageFrom(written("a"), { mediaId: "900001", sha256: sha256.toString("base64") })]]]);
    expect(parse(body)?.[0]?.messages[0]?.content).toEqual({
      kind: "media",
      media: {
        token: "900001",
        type: "image",
        mime: "image/jpeg",
        sha256: sha256.toString("hex"),
        fileName: undefined,
      },
      caption: undefined,
    });
  });

  it("with a document keeps its name and its caption, and a hash that is none is left out", () => {
    const document = {
      id: "900002",
      mime_type: "application/pdf",
      sha256: "c2hvcnQ=",
      filename: "comprobante.pdf",
      caption: "pago",
    };
    expect(read({ ...envelope, type: "document", document })?.content).toEqual({
      kind: "media",
      media: {
        token: "900002",
        type: "document",
        mime: "application/pdf",
        sha256: undefined,
        fileName: "comprobante.pdf",
      },
      caption: "pago",
    });
  });

  it("that reacts is no answer, and taking a reaction back has no emoji", () => {
    const reaction = { message_id: "wamid.O1", emoji: "👍" };
    expect(read({ ...envelope, type: "reaction", reaction })?.content).toEqual({
      kind: "reaction",
      to: "wamid.O1",
      emoji: "👍",
    });
    expect(read({ ...envelope, type: "reaction", reaction: { message_id: "wamid.O1" } })?.content).toMatchObject({
      emoji: undefined,
    });
  });

  it("of the system tells a person's new number or user id", () => {
    const system = { type: "user_changed_number", wa_id: "573000000002", body: "changed" };
    expect(read({ ...envelope, type: "system", system })?.content).toEqual({
      kind: "identityChanged",
      now: { phone: "573000000002", bsuid: undefined },
    });
    const user = { type: "user_changed_user_id", user_id: "CO.2" };
    expect(read({ ...envelope, type: "system", system: user })?.content).toMatchObject({ now: { bsuid: "CO.2" } });
  });

  it.each(["location", "contacts", "order", "unsupported", "a type of next year"])(
    "of type %j is unsupported and says so",
    (type) => {
      const message = { ...envelope, type, [type]: { anything: 1 } };
      expect(read(message)?.content).toEqual({ kind: "unsupported", what: type, raw: JSON.stringify(message) });
    },
  );

  it("in a group is not read as the person's answer", () => {
    const message = { ...envelope, group_id: "g1", type: "text", text: { body: "sí" } };
    expect(read(message)?.content).toMatchObject({ kind: "unsupported", what: "group" });
  });
});

describe("a status", () => {
  const sent = { providerId: "wamid.O1", to: PHONE, outboxId: "0198b2c4-0000-7000-8000-000000000001", at: AT };
  const statusesOf = (body: Buffer) => parse(body)?.flatMap(({ statuses }) => statuses);

  it("names the message, the outbox row, the person and the moment", () => {
    expect(statusesOf(webhook("42", [[[statusOf(sent, "delivered")]]]))).toEqual([
      {
        type: "status",
        providerId: "wamid.O1",
        outboxId: "0198b2c4-0000-7000-8000-000000000001",
        status: "delivered",
        at: expect.objectContaining({ ts: AT * 1000 }),
        recipient: { phone: PHONE, bsuid: undefined },
        code: undefined,
        detail: undefined,
      },
    ]);
  });

  it("that failed says why", () => {
    expect(statusesOf(webhook("42", [[[statusOf(sent, "failed", 131026)]]]))).toMatchObject([
      { status: "failed", code: "131026", detail: "failed by order" },
    ]);
  });

  const raw = (status: object) =>
    statusesOf(
      Buffer.from(JSON.stringify({ entry: [{ changes: [{ field: "messages", value: { statuses: [status] } }] }] })),
    );

  it("of another system on the same number names no row of ours, whatever that wrote in it", () => {
    const status = { id: "wamid.O1", status: "sent", biz_opaque_callback_data: "campaign=june" };
    expect(raw(status)).toMatchObject([{ providerId: "wamid.O1", outboxId: undefined }]);
  });

  it("of a voice message that was played is read", () => {
    expect(raw({ id: "wamid.O1", status: "played", timestamp: AT })).toMatchObject([{ status: "read" }]);
  });

  it("to a person without a phone names the user id", () => {
    const status = { id: "wamid.O1", status: "sent", recipient_id: "", recipient_user_id: "CO.1" };
    expect(raw(status)).toMatchObject([{ recipient: { phone: undefined, bsuid: "CO.1" }, at: NOON }]);
  });

  it.each([[{ id: "wamid.O1", status: "warning" }], [{ status: "sent" }], [{ id: "wamid.O1", status: "constructor" }]])(
    "like %j, of no message or no state we follow, is left out",
    (status) => {
      expect(raw(status)).toEqual([]);
    },
  );
});
