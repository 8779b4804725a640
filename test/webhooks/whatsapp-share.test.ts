import { expect, test } from "vitest";
import { present } from "../../src/domain/assert.ts";
import { parseWhatsappPayload, type WhatsappPayload } from "../../webhooks/whatsapp-payload.ts";
import { shareOf } from "../../webhooks/whatsapp-share.ts";
import { NOON } from "../support/graph/graph.ts";

const change = (phoneNumberId: string, body: string, field = "messages") => ({
  field,
  value: {
    metadata: { phone_number_id: phoneNumberId },
    messages: [{ from: "573000000001", id: `wamid.${body}`, type: "text", text: { body } }],
  },
});

function arrive(...entry: object[]): { text: string; payload: WhatsappPayload } {
  const text = JSON.stringify({ object: "whatsapp_business_account", entry }, null, 1);
  return { text, payload: present(parseWhatsappPayload(Buffer.from(text), NOON), "a webhook") };
}

const share = (came: ReturnType<typeof arrive>, phoneNumberId: string): string =>
  shareOf(
    came,
    came.payload.batches.filter((batch) => batch.phoneNumberId === phoneNumberId),
  );

test("a webhook about one number alone stays as it came, to the byte", () => {
  const came = arrive({ id: "1", changes: [change("7", "uno"), change("7", "dos")] });
  expect(share(came, "7")).toBe(came.text);
});

test("of a webhook about several numbers each gets its own changes in their entries, and reads them as before", () => {
  const came = arrive(
    { id: "1", time: 5, changes: [change("7", "uno"), change("8", "ajeno")] },
    { id: "2", changes: [change("8", "otro ajeno")] },
    { id: "3", changes: [change("7", "dos")] },
  );
  const own = share(came, "7");
  expect(JSON.parse(own)).toEqual({
    object: "whatsapp_business_account",
    entry: [
      { id: "1", time: 5, changes: [change("7", "uno")] },
      { id: "3", changes: [change("7", "dos")] },
    ],
  });
  const again = parseWhatsappPayload(Buffer.from(own), NOON);
  const messages = ({ batches }: WhatsappPayload) =>
    batches.flatMap((batch) => (batch.phoneNumberId === "7" ? batch.messages : []));
  expect(messages(present(again, "a webhook"))).toEqual(messages(came.payload));
});

test("a change that we do not follow is nobody's share: it may be about another's number", () => {
  const came = arrive({ id: "1", changes: [change("7", "uno"), change("8", "eco ajeno", "smb_message_echoes")] });
  expect(share(came, "7")).not.toContain("eco ajeno");
});
