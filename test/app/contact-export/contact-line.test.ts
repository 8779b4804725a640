import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { ContactLineRow } from "../../../db/contact-lines.ts";
import { contactLine } from "../../../src/app/contact-export/contact-line.ts";
import { contactWords, type ExportLanguage } from "../../../src/app/contact-export/words.ts";
import { isoDate } from "../../../src/domain/time.ts";

const AT = DateTime.fromISO("2026-11-22T15:20:00Z", { zone: "utc" });

const PERMISSION: ContactLineRow = {
  what: "permission",
  id: "permission-1",
  at: AT,
  direction: null,
  kind: "permission",
  author: "upload",
  status: "granted",
  failedCode: null,
  stage: null,
  allowed: null,
  reason: null,
  until: null,
  record: null,
  wording: "Autorización de muestra",
  grantedOn: isoDate("2026-01-15"),
  channels: ["whatsapp", "sms", "voice"],
  enteredAt: null,
  messageId: null,
  numberEnding: "0107",
  place: AT.toISO() ?? "",
};

const ELSEWHERE: ContactLineRow = {
  ...PERMISSION,
  what: "outside",
  direction: "out",
  kind: "two_way",
  author: "agent:ana",
  status: "entered",
  wording: null,
  grantedOn: null,
  channels: ["whatsapp"],
  enteredAt: AT,
};

const LANGUAGES: [ExportLanguage, permits: object, elsewhere: object][] = [
  [
    "es",
    { channel: "WhatsApp, SMS, Llamada", kind: "Permiso de contacto", status: "Dado" },
    { channel: "WhatsApp, desde otro teléfono", kind: "Hablaron, o respondió" },
  ],
  [
    "pt-BR",
    { channel: "WhatsApp, SMS, Ligação", kind: "Permissão de contato", status: "Dada" },
    { channel: "WhatsApp, de outro telefone", kind: "Conversaram, ou respondeu" },
  ],
  [
    "en",
    { channel: "WhatsApp, SMS, Call", kind: "Permission to contact", status: "Given" },
    { channel: "WhatsApp, from another phone", kind: "They talked, or answered" },
  ],
];

describe.each(LANGUAGES)("a line in %s", (language, permits, elsewhere) => {
  const reading = { language, words: contactWords(language), zone: "America/Bogota", names: new Map() };

  test("names each channel that a permission permits, and none of one that was refused", () => {
    expect(contactLine(PERMISSION, reading)).toMatchObject(permits);
    expect(contactLine({ ...PERMISSION, status: "refused", channels: [] }, reading).channel).toBe("");
  });

  test("names of a contact made elsewhere the way it was made, and what came of it, withdrawn or not", () => {
    expect(contactLine(ELSEWHERE, reading)).toMatchObject(elsewhere);
    const withdrawal = { ...ELSEWHERE, what: "withdrawal", direction: null } as const;
    expect(contactLine(withdrawal, reading)).toMatchObject(elsewhere);
  });

  test("says of a message that it was by WhatsApp", () => {
    const message = { ...PERMISSION, what: "message", direction: "in", kind: "text", channels: null } as const;
    expect(contactLine(message, reading).channel).toBe("WhatsApp");
  });
});
