import { describe, expect, test } from "vitest";
import { authorisedChannels } from "../../../src/domain/debtor-list/authorised-channels.ts";

describe("a cell of authorised channels", () => {
  test.each([
    ["SMS", false, ["sms"]],
    ["Mensaje de texto, correo electrónico", false, ["sms", "email"]],
    ["e-mail; llamadas", false, ["email", "voice"]],
    ["Teléfono / visita domiciliaria", false, ["voice", "visit"]],
    ["ligação, SMS e WhatsApp", true, ["sms", "voice"]],
    ["WhatsApp", true, []],
    ["todos", true, ["sms", "email", "voice", "visit"]],
    ["Todos: correo, SMS", true, ["sms", "email"]],
    ["todos menos WhatsApp", false, ["sms", "email", "voice", "visit"]],
    ["Todos menos WhatsApp: SMS, correo", false, ["sms", "email"]],
    ["Todos menos llamadas y visitas", true, ["sms", "email"]],
    ["any except phone", true, ["sms", "email", "visit"]],
    ["WhatsApp, no SMS", true, []],
    ["SMS. No llamar; correo sin visitas", false, ["sms", "email"]],
    ["correo físico", false, []],
    ["Correo certificado y SMS", false, ["sms"]],
    ["carta", false, []],
    ["no WhatsApp", false, []],
    ["por el chat", true, []],
    ["WhatsApp: no, SMS: sí", false, ["sms"]],
    ["WhatsApp no", false, []],
    ["WhatsApp: no", false, []],
    ["WhatsApp sí", true, []],
    ["Llamadas: no; WhatsApp: sí", true, []],
    ["WhatsApp: sí, llamadas: no, SMS: no", true, []],
    ["SMS=sim | e-mail=não | WhatsApp=sim", true, ["sms"]],
    ["WhatsApp y SMS; llamadas: no", true, ["sms"]],
    ["Todos; WhatsApp: no", false, ["sms", "email", "voice", "visit"]],
    ["WhatsApp no SMS", true, []],
    ["WhatsApp: sí. WhatsApp: no", false, []],
  ])("%s", (cell, whatsapp, others) => {
    expect(authorisedChannels(cell)).toEqual({ whatsapp, others });
  });

  test.each(["", "Contrato", "sí", "firmado en tienda", "2026-01-15"])("that names none says nothing: %s", (cell) => {
    expect(authorisedChannels(cell)).toBeUndefined();
  });
});
