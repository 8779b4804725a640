import * as library from "@whiskeysockets/baileys";
import { expect, test } from "vitest";
import { readContent } from "../../../src/channels/baileys/content.ts";

const { Type } = library.proto.Message.ProtocolMessage;
const file = {
  mediaKey: Buffer.alloc(32, 7),
  directPath: "/v/1",
  url: "https://127.0.0.1/v/1",
  fileSha256: Buffer.alloc(32, 1),
};
const SHA256 = "01".repeat(32);

/** As it comes off the wire: fields that were not sent are absent or null. */
const read = (message: library.proto.IMessage) =>
  readContent(library, library.proto.Message.decode(library.proto.Message.encode(message).finish()));

test.each<[string, library.proto.IMessage, object]>([
  ["a text", { conversation: "hola" }, { kind: "text", body: "hola" }],
  ["a longer text", { extendedTextMessage: { text: "hola" } }, { kind: "text", body: "hola" }],
  [
    "a text that disappears",
    { ephemeralMessage: { message: { conversation: "hola" } } },
    { kind: "text", body: "hola" },
  ],
  [
    "a tap on a button",
    { buttonsResponseMessage: { selectedButtonId: "b1", selectedDisplayText: "Pagar" } },
    { kind: "choiceReply", id: "b1", title: "Pagar" },
  ],
  [
    "a row of a list",
    { listResponseMessage: { title: "Pagar", singleSelectReply: { selectedRowId: "r1" } } },
    { kind: "choiceReply", id: "r1", title: "Pagar" },
  ],
  [
    "a template's button",
    { templateButtonReplyMessage: { selectedId: "t1", selectedDisplayText: "Sí" } },
    { kind: "choiceReply", id: "t1", title: "Sí" },
  ],
  [
    "a button of a newer kind",
    {
      interactiveResponseMessage: { body: { text: "Pagar" }, nativeFlowResponseMessage: { paramsJson: '{"id":"f1"}' } },
    },
    { kind: "choiceReply", id: "f1", title: "Pagar" },
  ],
  [
    "a picture to be seen once",
    { viewOnceMessageV2: { message: { imageMessage: { ...file, mimetype: "image/png", caption: "mi pago" } } } },
    { kind: "media", media: { type: "image", mime: "image/png", sha256: SHA256 }, caption: "mi pago" },
  ],
  [
    "a document with a caption",
    {
      documentWithCaptionMessage: {
        message: {
          documentMessage: { ...file, mimetype: "application/pdf", fileName: "recibo.pdf", caption: "mi recibo" },
        },
      },
    },
    { kind: "media", media: { type: "document", fileName: "recibo.pdf" }, caption: "mi recibo" },
  ],
  [
    "a voice note",
    { audioMessage: { ...file, mimetype: "audio/ogg; codecs=opus", ptt: true } },
    { kind: "media", media: { type: "audio", mime: "audio/ogg" } },
  ],
  ["a video", { videoMessage: { ...file } }, { kind: "media", media: { type: "video", mime: "video/mp4" } }],
  ["a sticker", { stickerMessage: { ...file } }, { kind: "media", media: { type: "sticker", mime: "image/webp" } }],
  ["a thumb", { reactionMessage: { key: { id: "3A1" }, text: "👍" } }, { kind: "reaction", to: "3A1", emoji: "👍" }],
  [
    "a thumb taken back",
    { reactionMessage: { key: { id: "3A1" }, text: "" } },
    { kind: "reaction", to: "3A1", emoji: undefined },
  ],
  [
    "a message that was deleted",
    { protocolMessage: { type: Type.REVOKE, key: { id: "3A1" } } },
    { kind: "reaction", to: "3A1", emoji: "🗑️" },
  ],
])("%s is read", (_, message, content) => {
  expect(read(message)?.content).toMatchObject(content);
});

test("an edited message is a new one, in answer to the old: what was said last counts", () => {
  const edit = { type: Type.MESSAGE_EDIT, key: { id: "3A1" }, editedMessage: { conversation: "no me escriban más" } };
  const expected = { content: { kind: "text", body: "no me escriban más" }, replyTo: "3A1" };
  expect(read({ protocolMessage: edit })).toEqual(expected);
  expect(read({ editedMessage: { message: { protocolMessage: edit } } })).toEqual(expected);
});

test.each<[string, library.proto.IMessage]>([
  ["location", { locationMessage: { degreesLatitude: 4.6, degreesLongitude: -74 } }],
  ["contact", { contactMessage: { displayName: "Ana", vcard: "BEGIN:VCARD" } }],
  ["pollUpdate", { pollUpdateMessage: { pollCreationMessageKey: { id: "3A1" } } }],
  ["image", { imageMessage: { caption: "without a key" } }],
  ["order", { orderMessage: { orderId: "7" } }],
])("what cannot be read is unsupported and kept whole: %s", (what, message) => {
  const content = read(message)?.content;
  expect(content).toMatchObject({ kind: "unsupported", what });
  const raw: unknown = JSON.parse(content?.kind === "unsupported" ? content.raw : "{}");
  expect(raw).toHaveProperty(Object.keys(message)[0] ?? "");
});

test.each<[string, library.proto.IMessage]>([
  ["nothing", {}],
  ["keys of a group", { senderKeyDistributionMessage: { groupId: "1@g.us" } }],
  ["a chat's timer", { protocolMessage: { type: Type.EPHEMERAL_SETTING, ephemeralExpiration: 86_400 } }],
  ["a sync of a phone", { protocolMessage: { type: Type.APP_STATE_SYNC_KEY_SHARE } }],
  ["a message that was pinned", { pinInChatMessage: { key: { id: "3A1" } } }],
])("%s is said by nobody", (_, message) => {
  expect(read(message)).toBeUndefined();
});

test("an answer names what it answers, whatever it is", () => {
  const contextInfo = { stanzaId: "3EB01" };
  expect(read({ extendedTextMessage: { text: "sí", contextInfo } })?.replyTo).toBe("3EB01");
  expect(read({ imageMessage: { ...file, contextInfo } })?.replyTo).toBe("3EB01");
});
