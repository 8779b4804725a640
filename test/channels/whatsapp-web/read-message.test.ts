import { describe, expect, it } from "vitest";
import { readMessage } from "../../../src/channels/whatsapp-web/read-message.ts";
import { readReaction } from "../../../src/channels/whatsapp-web/read-reaction.ts";
import { statusOfAck } from "../../../src/channels/whatsapp-web/status-of-ack.ts";
import { identityOf, widOf } from "../../../src/channels/whatsapp-web/wid.ts";

const raw = (more: object, remote = "573000000001@c.us") => ({
  id: { id: "3A1", fromMe: false, remote, _serialized: `false_${remote}_3A1` },
  type: "chat",
  t: 1_772_643_600,
  from: { _serialized: remote },
  to: "573009999999@c.us",
  ...more,
});

describe("a message as the page holds it", () => {
  it.each([
    [{ body: "hola" }, { kind: "text", body: "hola" }],
    [
      { type: "template_button_reply", selectedId: "stop", body: "No más" },
      { kind: "choiceReply", id: "stop", title: "No más" },
    ],
    [{ type: "album" }, undefined],
    [{ type: "ciphertext" }, undefined],
    [{ type: "revoked" }, undefined],
  ])("%j is read as %j", (more, content) => {
    expect(readMessage(raw(more))?.content).toEqual(content);
  });

  it.each([
    ["ptt", "audio"],
    ["video", "video"],
    ["sticker", "sticker"],
    ["document", "document"],
  ])("a %s is media of the kind %s", (type, kind) => {
    const content = readMessage(raw({ type, directPath: "/v/1", mimetype: "x/y", filename: "a" }))?.content;
    expect(content).toMatchObject({
      kind: "media",
      media: { type: kind, mime: "x/y", fileName: "a", sha256: undefined },
    });
  });

  it.each([
    ["chat", {}],
    ["image", {}],
    ["poll_creation", { pollName: "¿?" }],
    ["something new", { deep: { er: 1 } }],
  ])("a %s without what belongs to it is kept whole", (type, more) => {
    const content = readMessage(raw({ type, ...more }))?.content;
    if (content?.kind !== "unsupported") throw new Error(`a ${content?.kind}`);
    expect(JSON.parse(content.raw)).toMatchObject({ type, ...more });
  });

  it.each(["1203630@g.us", "status@broadcast", "1203630@newsletter", "1@broadcast"])(
    "of %s is nobody's to us",
    (remote) => {
      expect(readMessage(raw({ body: "hola" }, remote))).toBeUndefined();
    },
  );

  it.each([undefined, null, {}, { id: "3A1" }, raw({ t: "soon" })])("%j is none", (data) => {
    expect(readMessage(data)).toBeUndefined();
    expect(readReaction(data)).toBeUndefined();
  });
});

describe("a reaction", () => {
  const key = { id: "3AR", fromMe: false, remote: "1@c.us" };
  const reaction = { id: key, msgId: { ...key, id: "3EB0" }, senderId: "1@c.us", timestamp: 1, reaction: "👍" };

  it("of somebody else in a chat of two is read", () => {
    expect(readReaction(reaction)).toMatchObject({ providerId: "3AR", to: "3EB0", from: "1@c.us", emoji: "👍" });
  });

  it("of our own, or in a group, is none", () => {
    expect(readReaction({ ...reaction, id: { ...key, fromMe: true } })).toBeUndefined();
    expect(readReaction({ ...reaction, msgId: { ...key, remote: { _serialized: "1@g.us" } } })).toBeUndefined();
  });
});

it.each([
  [-1, "failed"],
  [0, undefined],
  [1, "sent"],
  [2, "delivered"],
  [3, "read"],
  [4, "read"],
])("the page's tick %i is %s", (ack, status) => {
  expect(statusOfAck(ack)).toBe(status);
});

describe("an address of WhatsApp Web", () => {
  it.each([
    ["573000000001@c.us", { phone: "573000000001" }],
    ["573000000001:12@s.whatsapp.net", { phone: "573000000001" }],
    ["1000:3@lid", { lid: "1000" }],
    ["1203630@g.us", undefined],
    ["status@broadcast", undefined],
  ])("%s is %j", (wid, identity) => {
    expect(identityOf(wid)).toEqual(identity);
  });

  it("is the hidden id before the number, and none without both", () => {
    expect(widOf({ phone: "57", lid: "1000" })).toBe("1000@lid");
    expect(widOf({ phone: "57" })).toBe("57@c.us");
    expect(widOf({ bsuid: "CO.1" })).toBeUndefined();
  });
});
