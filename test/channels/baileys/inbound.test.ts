import * as library from "@whiskeysockets/baileys";
import { expect, test } from "vitest";
import { envelopesOf, eventsOf, sha256Of } from "../../../src/channels/baileys/inbound.ts";
import type { ChannelIdentity } from "../../../src/channels/channel.ts";

const SELF = { phone: "573000000100", lid: "100000000000001" };
const name = (who: ChannelIdentity) => Promise.resolve(who);

const kept = (envelope: Record<string, string>, message: library.proto.IMessage) => ({
  envelope: { id: "3A01", t: "1795000000", ...envelope },
  self: SELF,
  plain: library.writeRandomPadMax16(library.proto.Message.encode(message).finish()),
});

const stanza = (from: string, type = "msg") => ({
  tag: "message",
  attrs: { from, id: "3A01", t: "1795000000" },
  content: [{ tag: "enc", attrs: { type, v: "2" }, content: Buffer.from("sealed") }],
});

test("only what a single person sent has an envelope: groups, broadcasts and newsletters are never read", () => {
  const [found] = envelopesOf(stanza("100000000000002@lid"));
  expect(found).toEqual([sha256Of(Buffer.from("sealed")), expect.objectContaining({ from: "100000000000002@lid" })]);
  for (const from of ["120363000000000001@g.us", "status@broadcast", "120363000000000001@newsletter"]) {
    expect(envelopesOf(stanza(from))).toEqual([]);
  }
  expect(envelopesOf(stanza("100000000000002@lid", "skmsg"))).toEqual([]);
});

test("a message that is none of the protocol's is told as such, and stops nothing", async () => {
  const torn = { ...kept({ from: "1@lid" }, {}), plain: Buffer.from([255, 255, 255, 1]) };
  expect(await eventsOf(library, torn, name)).toMatchObject([
    { type: "message", from: { lid: "1" }, content: { kind: "unsupported", what: "unreadable" } },
  ]);
});

test("what the owner notes to themselves is nobody's business", async () => {
  const toSelf = {
    deviceSentMessage: { destinationJid: "573000000100@s.whatsapp.net", message: { conversation: "leche" } },
  };
  expect(await eventsOf(library, kept({ from: "100000000000001@lid" }, toSelf), name)).toEqual([]);
});

const webMessage = library.proto.WebMessageInfo.encode({
  key: { id: "3A77", remoteJid: "100000000000002@lid", fromMe: false },
  message: { conversation: "vi su anuncio" },
  messageTimestamp: 1_795_000_001,
  pushName: "Deudora de muestra 01",
}).finish();
const answer = {
  protocolMessage: {
    type: library.proto.Message.ProtocolMessage.Type.PEER_DATA_OPERATION_REQUEST_RESPONSE_MESSAGE,
    peerDataOperationRequestResponseMessage: {
      peerDataOperationResult: [{ placeholderMessageResendResponse: { webMessageInfoBytes: webMessage } }],
    },
  },
};

test("a message whose content our own phone gave us afterwards is told as if it had come by itself", async () => {
  expect(await eventsOf(library, kept({ from: "573000000100@s.whatsapp.net" }, answer), name)).toMatchObject([
    {
      type: "message",
      providerId: "3A77",
      from: { lid: "100000000000002" },
      content: { kind: "text", body: "vi su anuncio" },
    },
  ]);
});

test("nobody else can put words into a third person's mouth that way", async () => {
  expect(await eventsOf(library, kept({ from: "100000000000009@lid" }, answer), name)).toEqual([]);
});
