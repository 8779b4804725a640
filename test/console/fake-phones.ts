import type { BotView, Phones, PhoneView } from "../../src/web/contract.ts";
import { ALLOWED, BLOCKED, NOW } from "./fake-people.ts";

export const PHONES: Phones = {
  phones: [1, 2, 3, 4, 5].map((number) => ({
    phone: `+57300555100${number}`,
    name: `Persona de muestra 0${number}`,
    debtorId: `debtor-${number}`,
    documentLastFour: `482${number}`,
    birthDate: "1990-08-15",
    owed: [`COP ${number * 120_000}.00`],
    conversationId: number === 1 ? "conversation-1" : null,
    lastAt: number === 1 ? "2026-11-22T15:21:00.000Z" : null,
  })),
};

export const PHONE: PhoneView = {
  phone: "+573005551001",
  businessName: "Tienda de muestra 07",
  language: "es",
  now: NOW,
  messages: [
    {
      id: "m-1",
      direction: "out",
      at: "2026-11-22T15:10:00.000Z",
      status: "read",
      content: {
        kind: "buttons",
        body: "Hola, Persona. Soy el asistente virtual de Tienda de muestra 07 y le escribo por un asunto de su cuenta con nosotros. ¿Hablo con usted?",
        options: [
          { id: "yes", title: "Sí, soy yo", description: null },
          { id: "wrongPerson", title: "No soy esa persona", description: null },
          { id: "stop", title: "No me escriban", description: null },
        ],
      },
    },
    {
      id: "m-2",
      direction: "in",
      at: "2026-11-22T15:11:00.000Z",
      status: "delivered",
      content: { kind: "choiceReply", id: "yes", title: "Sí, soy yo" },
    },
    {
      id: "m-3",
      direction: "out",
      at: "2026-11-22T15:12:00.000Z",
      status: "delivered",
      content: {
        kind: "list",
        body: "Debe $ 480.000 por la factura FV-1009, que venció el 6 de octubre. Estas son sus opciones.",
        opener: "Ver opciones",
        options: [
          { id: "offer:2:monthly", title: "2 mensuales", description: "de $ 240.000" },
          { id: "offer:3:monthly", title: "3 mensuales", description: "de $ 160.000" },
        ],
      },
    },
    {
      id: "m-4",
      direction: "out",
      at: "2026-11-22T15:20:00.000Z",
      status: "delivered",
      content: { kind: "text", body: "Puede pagar aquí: http://127.0.0.1:3000/p/muestra" },
    },
    {
      id: "m-5",
      direction: "in",
      at: "2026-11-22T15:21:00.000Z",
      status: "delivered",
      content: { kind: "picture", caption: "ya pagué", pictureUrl: "/api/pictures/receipt" },
    },
  ],
};

export const BOT: BotView = {
  conversationId: "conversation-1",
  state: "choosing",
  stateMeans: "They look at the plans the policy allows, or type their own.",
  owner: { kind: "bot" },
  verified: true,
  alarmAt: "2026-11-24T15:12:00.000Z",
  windowClosesAt: "2026-11-23T15:21:00.000Z",
  holds: [{ kind: "payment_to_verify", since: NOW, until: null }],
  heard: [
    {
      messageId: "message-3",
      at: "2026-11-22T15:21:00.000Z",
      kind: "text",
      parts: [
        { text: "creo que ", found: [] },
        { text: "le paso ", found: ["evidence"] },
        { text: "200 mil", found: ["evidence", "amount"] },
        { text: " el ", found: ["evidence"] },
        { text: "viernes", found: ["evidence", "day"] },
      ],
      reading: {
        from: "kept",
        expects: "offer",
        intents: [
          { intent: "promise", stage: "classifier", confidence: 0.62, evidence: "le paso 200 mil el viernes" },
          { intent: "counter_offer", stage: "classifier", confidence: 0.31, evidence: "200 mil" },
        ],
        act: "confirm",
        candidates: ["promise", "request_time"],
        language: "es",
        amounts: [
          {
            text: "200 mil",
            at: 16,
            amount: "COP 200000.00",
            exactness: "range",
            range: { from: "COP 200000.00", to: "COP 250000.00" },
          },
        ],
        shares: [{ text: "la mitad", at: 40, share: 0.5 }],
        days: [
          {
            text: "viernes",
            at: 27,
            on: "2026-11-27",
            ambiguous: true,
            alternatives: ["2026-12-04"],
            mismatch: true,
          },
        ],
      },
      decided: [
        {
          event: "debtor.unclear",
          from: "choosing",
          to: "choosing",
          effects: [{ type: "say", about: "unclear.didYouMean" }],
        },
      ],
      waits: false,
    },
    {
      messageId: "message-2",
      at: "2026-11-22T15:20:00.000Z",
      kind: "reaction",
      parts: [],
      reading: null,
      decided: [],
      waits: false,
    },
    {
      messageId: "message-1",
      at: "2026-11-22T15:11:00.000Z",
      kind: "choice",
      parts: [{ text: "Sí, soy yo", found: ["evidence"] }],
      reading: {
        from: "kept",
        expects: "identityAnswer",
        intents: [{ intent: "menu_choice", stage: "transport", confidence: 1, evidence: "Sí, soy yo" }],
        act: "act",
        candidates: [],
        language: null,
        amounts: [],
        shares: [],
        days: [],
      },
      decided: [
        {
          event: "debtor.saidYes",
          from: "opening",
          to: "verifying",
          effects: [
            { type: "say", about: "verify.ask" },
            { type: "setAlarm", about: "workingDays 2" },
          ],
        },
      ],
      waits: false,
    },
  ],
  moves: [
    { at: "2026-11-22T15:21:00.000Z", event: "debtor.unclear", from: "choosing", to: "choosing" },
    { at: "2026-11-22T15:11:00.000Z", event: "debtor.saidYes", from: "opening", to: "verifying" },
  ],
  decisions: [
    { ...BLOCKED, outboxId: "outbox-2", kind: "nudge" },
    { ...ALLOWED, outboxId: "outbox-1", kind: "answer" },
  ],
  outbox: [
    {
      type: "unsent",
      id: "outbox-2",
      at: "2026-11-22T15:25:00.000Z",
      author: { kind: "bot" },
      kind: "nudge",
      message: "nudge",
      text: null,
      state: "queued",
      sendAt: "2026-11-23T12:00:00.000Z",
      decision: BLOCKED,
      waitsBecause: "messaging_limit",
      failure: null,
    },
  ],
};
