import { OUTCOMES } from "../../src/domain/outcome.ts";
import type {
  ClauseView,
  Conversation,
  ConversationSummary,
  DecisionView,
  Session,
  ThreadItem,
  UnsentItem,
} from "../../src/web/contract.ts";

// A business that was never there, at half past ten of a Sunday in Bogotá, so that the law has something to say.

export const NOW = "2026-11-22T15:30:00.000Z";

export const SESSION: Session = {
  user: { id: "user-1", name: "Agente de muestra 01", email: "agente@muestra.test" },
  role: "admin",
  permissions: [
    "outside-contacts.enter",
    "outside-contacts.withdraw",
    "conversations.read",
    "conversations.answer",
    "conversations.steal",
    "not-understood.read",
    "corrections.export",
    "conversations.open",
    "debtors.read",
    "blocked.read",
    "contacts.export",
    "law.read",
    "law.choose",
    "channels.manage",
    "debtor-lists.read",
    "debtor-lists.upload",
    "receipts.read",
    "receipts.decide",
    "disputes.decide",
    "contact.record",
    "holds.lift",
    "debtors.erase",
    "suspense.decide",
    "ledger.read",
    "alarms.read",
    "alarms.clear",
    "business.read",
    "simulator.use",
  ],
  business: {
    id: "business-1",
    name: "Tienda de muestra 07",
    country: "CO",
    currency: "COP",
    language: "es",
    zone: "America/Bogota",
    isDemo: true,
    now: NOW,
    clockOffsetMs: 0,
  },
  businesses: [
    { id: "business-1", name: "Tienda de muestra 07", country: "CO", isDemo: true, role: "admin" },
    { id: "business-2", name: "Abarrotes de muestra 08", country: "MX", isDemo: true, role: "supervisor" },
  ],
  hasSimulator: true,
  hasPassword: true,
};

/** The same person once they have gone to their other business. */
export const SESSION_ELSEWHERE: Session = {
  ...SESSION,
  role: "supervisor",
  business: {
    ...SESSION.business,
    id: "business-2",
    name: "Abarrotes de muestra 08",
    country: "MX",
    currency: "MXN",
    zone: "America/Mexico_City",
  },
};

const HOLIDAY_CLAUSE: ClauseView = {
  id: "CO.holiday",
  standing: "law",
  law: "Ley 2300 de 2023",
  article: "3",
  confidence: "verified",
  source: "https://www.funcionpublica.gov.co/eva/gestornormativo/norma.php?i=213810",
  text: "No se contacta al consumidor los domingos ni los días festivos.",
};

const REPLY_CLAUSE: ClauseView = {
  ...HOLIDAY_CLAUSE,
  id: "CO.reply",
  article: "2",
  text: "La respuesta a quien escribe no es un contacto de cobranza.",
};

export const BLOCKED: DecisionView = {
  stage: "planning",
  allowed: false,
  reason: "HOLIDAY",
  clause: HOLIDAY_CLAUSE,
  until: "2026-11-23T12:00:00.000Z",
  longestClause: null,
  at: "2026-11-22T15:20:00.000Z",
  readings: [
    {
      reading: "week",
      option: "one_contact",
      about: "¿Cuántas veces por semana se puede contactar a la persona?",
      says: "Lectura más estricta, elegida por la empresa: un solo contacto por semana.",
    },
  ],
};

export const ALLOWED: DecisionView = {
  stage: "dispatch",
  allowed: true,
  reason: "REPLY_TO_DEBTOR",
  clause: REPLY_CLAUSE,
  until: null,
  longestClause: null,
  at: "2026-11-22T15:21:00.000Z",
  readings: [],
};

export const DEBTOR_ID = "debtor-1";
export const CONVERSATION_ID = "conversation-1";

export function summary(number: number): ConversationSummary {
  const waits = number <= 12;
  return {
    id: `conversation-${number}`,
    contact: { id: `contact-${number}`, name: null, phone: `+57300555${String(1000 + number)}` },
    debtor:
      number % 9 === 0
        ? null
        : {
            id: `debtor-${number}`,
            name: `Persona de muestra ${String(number).padStart(2, "0")}`,
            reference: `CL-${1000 + number}`,
          },
    language: "es",
    owner: waits
      ? { kind: "nobody" }
      : number % 3 === 0
        ? { kind: "agent", agent: { id: "user-2", name: "Agente de muestra 02" }, isMe: false }
        : { kind: "bot" },
    state: waits ? "withAgent" : "balance",
    handedOverBecause: waits
      ? ((["dispute", "crisis", "already_paid", "beyond_policy"] as const)[number % 4] ?? "asked")
      : null,
    handedOverAt: waits ? `2026-11-22T1${number % 5}:0${number % 10}:00.000Z` : null,
    lastInboundAt: "2026-11-22T15:21:00.000Z",
    preview: {
      author: { kind: number === 2 ? "phone" : number % 2 === 0 ? "bot" : "debtor" },
      body: "No reconozco esa deuda, yo pagué todo en la tienda el mes pasado y tengo la factura",
      at: "2026-11-22T15:21:00.000Z",
    },
    openedAt: "2026-11-21T15:00:00.000Z",
    closedAt: null,
    outcome: null,
  };
}

export const UNSENT: UnsentItem = {
  type: "unsent",
  id: "outbox-0",
  at: "2026-11-21T23:40:00.000Z",
  author: { kind: "bot" },
  kind: "nudge",
  message: "nudge",
  text: null,
  state: "blocked",
  sendAt: "2026-11-22T12:00:00.000Z",
  decision: BLOCKED,
  waitsBecause: null,
  failure: null,
};

const ITEMS: readonly ThreadItem[] = [
  UNSENT,
  {
    type: "message",
    id: "message-1",
    at: "2026-11-21T15:00:00.000Z",
    direction: "out",
    author: { kind: "bot" },
    kind: "choice",
    body: "Hola, Persona. Soy el asistente virtual de Tienda de muestra 07 y le escribo por un asunto de su cuenta con nosotros. ¿Hablo con usted?",
    options: [
      { id: "yes", title: "Sí, soy yo" },
      { id: "wrongPerson", title: "No soy esa persona" },
      { id: "stop", title: "No me escriban" },
    ],
    status: "read",
    failedCode: null,
    failedBecause: null,
    fileUrl: null,
    fileMime: null,
    fileName: null,
    cardNumberDropped: false,
    waits: false,
    decision: {
      ...ALLOWED,
      reason: "OK",
      clause: {
        ...HOLIDAY_CLAUSE,
        id: "CO.hours",
        text: "De lunes a viernes de 7 a. m. a 7 p. m., sábados de 8 a. m. a 3 p. m.",
      },
    },
    reading: null,
  },
  {
    type: "happening",
    id: "event-1",
    at: "2026-11-21T15:00:00.000Z",
    event: "business.opened",
    from: "beginning",
    to: "opening",
    handled: true,
    agent: null,
  },
  {
    type: "message",
    id: "message-2",
    at: "2026-11-22T15:20:00.000Z",
    direction: "in",
    author: { kind: "debtor" },
    kind: "text",
    body: "No reconozco esa deuda, yo pagué todo en la tienda el mes pasado",
    options: [],
    status: null,
    failedCode: null,
    failedBecause: null,
    fileUrl: null,
    fileMime: null,
    fileName: null,
    cardNumberDropped: false,
    waits: false,
    decision: null,
    reading: {
      intent: "already_paid",
      confidence: 0.95,
      evidence: "yo pagué todo",
      act: "act",
      others: [{ intent: "dispute", confidence: 0.95, evidence: "No reconozco esa deuda" }],
      candidates: [],
      correction: null,
    },
  },
  {
    type: "message",
    id: "message-3",
    at: "2026-11-22T15:20:30.000Z",
    direction: "in",
    author: { kind: "debtor" },
    kind: "image",
    body: "",
    options: [],
    status: null,
    failedCode: null,
    failedBecause: null,
    fileUrl: "/api/pictures/receipt",
    fileMime: "image/png",
    fileName: null,
    cardNumberDropped: true,
    waits: false,
    decision: null,
    reading: null,
  },
  {
    type: "happening",
    id: "event-2",
    at: "2026-11-22T15:20:40.000Z",
    event: "debtor.disputed",
    from: "opening",
    to: "withAgent",
    handled: true,
    agent: null,
  },
  {
    type: "message",
    id: "message-4",
    at: "2026-11-22T15:21:00.000Z",
    direction: "out",
    author: { kind: "bot" },
    kind: "text",
    body: "Gracias por decirlo. Su caso es el D-2026-0007 y una persona le responderá. Mientras tanto no le escribiremos sobre esto.",
    options: [],
    status: "delivered",
    failedCode: null,
    failedBecause: null,
    fileUrl: null,
    fileMime: null,
    fileName: null,
    cardNumberDropped: false,
    waits: false,
    decision: ALLOWED,
    reading: null,
  },
  {
    type: "note",
    id: "note-1",
    at: "2026-11-22T15:25:00.000Z",
    author: { kind: "agent", agent: { id: "user-2", name: "Agente de muestra 02" } },
    body: "Pedí a la tienda la factura de octubre. Responden mañana.",
  },
];

export function conversation(number: number, changes: Partial<Conversation> = {}): Conversation {
  return {
    ...summary(number),
    epoch: 3,
    number: "WhatsApp",
    continues: null,
    wentOn: null,
    composer: number <= 12 ? "nobody_owns" : number % 3 === 0 ? "other_owns" : "bot_owns",
    windowClosesAt: "2026-11-23T15:20:30.000Z",
    verifiedAt: "2026-11-22T15:10:00.000Z",
    alarmAt: null,
    owed: ["COP 480000.00"],
    holds: [{ kind: "dispute", since: "2026-11-22T15:20:40.000Z", until: null }],
    viewers: [{ id: "user-2", name: "Agente de muestra 02", isWriting: false }],
    items: ITEMS.toSorted((a, b) => a.at.localeCompare(b.at)),
    older: null,
    ...changes,
  };
}

/** What is over: one of each outcome, and two promises more. */
export function ended(from: number): Conversation[] {
  return [...OUTCOMES, "promise" as const, "promise" as const].map((outcome, index) =>
    conversation(from + index, { owner: { kind: "bot" }, composer: "closed", closedAt: NOW, outcome }),
  );
}
