import type {
  Channels,
  CloudNumberChecked,
  CloudNumbers,
  LinkView,
  MovesToOtherNumber,
  NumberCard,
  NumberDecisions,
  NumberEventView,
  NumberLink,
  NumberPage,
  Page,
  UnknownPartView,
} from "../../src/web/contract.ts";
import { NOW } from "./fake-people.ts";

const TIERS = [250, 2_000, 10_000, 100_000];
const NOTHING = { sent: 0, delivered: 0, read: 0, failed: 0, people: 0, replied: 0, blocked: 0 };

const CLOUD: NumberCard = {
  id: "number-1",
  kind: "cloud",
  name: "WhatsApp",
  phone: "573000000001",
  blockedBecause: null,
  pausedUntil: null,
  messagingLimit: 250,
  reached: 250,
  waiting: 652,
  lastAt: "2026-11-27T16:20:00.000Z",
  tiers: TIERS,
  state: { state: "works" },
  quality: "YELLOW",
  day: { sent: 312, delivered: 298, read: 201, failed: 6, people: 250, replied: 61, blocked: 4 },
  week: { sent: 1_904, delivered: 1_850, read: 1_310, failed: 31, people: 1_402, replied: 398, blocked: 19 },
  costToday: [{ currency: "USD", amount: "2.496000" }],
  unpricedToday: 2,
  queue: [
    { because: "messaging-limit", count: 600, next: "2026-11-23T13:00:00.000Z" },
    { because: "not-yet", count: 52, next: "2026-11-23T12:00:00.000Z" },
  ],
  health: {
    verdict: "slowed",
    because: "quality",
    inputs: { quality: "YELLOW" },
    peopleADay: 125,
    everyMs: 250,
    at: NOW,
  },
};

const BLOCKED: NumberCard = {
  ...CLOUD,
  id: "number-2",
  name: "WhatsApp 2",
  phone: "573000000002",
  blockedBecause: "131031",
  messagingLimit: null,
  reached: 1,
  waiting: 0,
  lastAt: null,
  state: { state: "blocked", because: "131031" },
  quality: "RED",
  costToday: [],
  unpricedToday: 0,
  queue: [{ because: "number", count: 3, next: null }],
  health: {
    verdict: "stopped",
    because: "restriction",
    inputs: { code: "131031" },
    peopleADay: 0,
    everyMs: 1_000,
    at: NOW,
  },
};

const LINKED: NumberCard = {
  ...CLOUD,
  id: "number-3",
  kind: "baileys",
  name: "Mostrador de muestra",
  phone: "573000000003",
  messagingLimit: null,
  reached: 4,
  waiting: 0,
  lastAt: null,
  state: { state: "link", link: { state: "unlinked" } },
  quality: null,
  day: NOTHING,
  week: NOTHING,
  costToday: [],
  unpricedToday: 0,
  queue: [],
  health: {
    verdict: "warming-up",
    because: "warm-up",
    inputs: { ageDays: 9 },
    peopleADay: 40,
    everyMs: 3_000,
    at: NOW,
  },
};

const RETIRED: NumberCard = {
  ...LINKED,
  id: "number-4",
  kind: "whatsapp_web",
  name: "Teléfono viejo",
  phone: "573000000004",
  state: { state: "retired", at: NOW },
};

export const NUMBERS: Channels = { channels: [CLOUD, BLOCKED, LINKED, RETIRED] };

export const CLOUD_NUMBERS: CloudNumbers = {
  numbers: [],
  webhookBase: "https://cobros.example.com/webhooks/whatsapp/",
};

const ABOUT_META = {
  wabaId: "200000000000001",
  phoneNumberId: "100000000000001",
  hasOwnCredentials: true,
  webhookUrl: "https://cobros.example.com/webhooks/whatsapp/100000000000001",
  tierLimit: 250,
  messagesPerSecond: 80,
  learntAt: "2026-11-22T14:00:00.000Z",
  firstUsedAt: "2026-10-01T14:00:00.000Z",
} as const;

/** Of a number that Meta does not know. */
const NOT_METAS = {
  wabaId: null,
  phoneNumberId: null,
  hasOwnCredentials: false,
  webhookUrl: null,
  tierLimit: null,
  messagesPerSecond: null,
  learntAt: null,
  firstUsedAt: ABOUT_META.firstUsedAt,
} as const;

const CLOUD_PAGE: NumberPage = { ...CLOUD, ...ABOUT_META, alarms: [], link: null };

const STOPPED_PAGE: NumberPage = {
  ...BLOCKED,
  ...ABOUT_META,
  phoneNumberId: "100000000000002",
  state: { state: "stopped", because: "restriction" },
  alarms: [
    {
      id: "alarm-1",
      kind: "channel.blocked",
      detail: "131031: Business account has been locked",
      times: 3,
      raisedAt: "2026-11-22T15:00:00.000Z",
    },
  ],
  link: null,
};

/** A demo's: its one person wrote first. */
export const SIMULATED_PAGE: NumberPage = {
  ...LINKED,
  ...NOT_METAS,
  id: "number-6",
  kind: "simulator",
  name: "Simulador",
  phone: null,
  reached: 0,
  state: { state: "works" },
  day: { ...NOTHING, sent: 1, delivered: 1, people: 1, replied: 1 },
  health: null,
  firstUsedAt: null,
  alarms: [],
  link: null,
};

const RISK = { by: "Alba de muestra", at: "2026-11-22T15:00:00.000Z" };

const LINKED_PAGE: NumberPage = {
  ...LINKED,
  ...NOT_METAS,
  state: { state: "works" },
  alarms: [],
  link: {
    stand: { state: "open", phone: "573000000003" },
    since: "2026-11-22T15:10:00.000Z",
    linked: {
      phone: "573000000003",
      by: "Alba de muestra",
      at: "2026-11-22T15:10:00.000Z",
      isExpected: true,
    },
    risk: RISK,
  },
};

/** What a phone's link shows, in the state that a test wants. */
export function linkIn(link: LinkView, more: Partial<NumberLink> = {}): NumberLink {
  return {
    id: "number-3",
    name: "Mostrador de muestra",
    now: "2026-11-22T15:30:00.000Z",
    expectedPhone: "573000000003",
    link,
    since: "2026-11-22T15:29:00.000Z",
    asked: null,
    linked: null,
    risk: RISK,
    ...more,
  };
}

const DECISIONS: NumberDecisions = {
  decisions: [
    {
      id: "decision-2",
      at: NOW,
      verdict: "slowed",
      peopleADay: 125,
      everyMs: 250,
      ruleVersion: "2026-11-23",
      reasons: [
        { rule: "quality", inputs: { quality: "YELLOW" }, threshold: null, source: "developers.facebook.com" },
        { rule: "reply-ratio", inputs: { begun: 120, replied: 4 }, threshold: 0.05, source: "our choice" },
        { rule: "a-newer-rule", inputs: {}, threshold: null, source: "our choice" },
      ],
      lookAgainAt: "2026-11-23T15:30:00.000Z",
    },
    {
      id: "decision-1",
      at: "2026-11-15T15:30:00.000Z",
      verdict: "warming-up",
      peopleADay: 250,
      everyMs: 0,
      ruleVersion: "2026-11-23",
      reasons: [{ rule: "warm-up", inputs: { ageDays: 3 }, threshold: 250, source: "our choice" }],
      lookAgainAt: null,
    },
  ],
  next: null,
};

const EVENTS: Page<NumberEventView> = {
  items: [
    {
      id: "event-1",
      kind: "quality",
      words: "La calidad del número bajó a media.",
      isAlarming: true,
      detail: { event: "FLAGGED", current_limit: "TIER_250" },
      at: NOW,
    },
  ],
  next: null,
};

const PARTS: Page<UnknownPartView> = {
  items: [
    {
      id: "part-1",
      channelId: "number-1",
      what: "messages.holographic",
      body: '{"type":"holographic","id":"wamid.sample"}',
      receivedAt: NOW,
      seen: null,
    },
    { id: "part-2", channelId: "number-2", what: "statuses.odd", body: "{}", receivedAt: NOW, seen: null },
  ],
  next: null,
};

const CHECK_NAMES = [
  "token",
  "permissions",
  "app-secret",
  "number",
  "expected-phone",
  "account",
  "templates",
  "subscription",
  "webhook",
] as const;

/** What Meta answered: all is well, but that the address cannot be tried from here. */
export const CHECKED_WELL: CloudNumberChecked = {
  checks: CHECK_NAMES.map((name) => ({
    name,
    state: name === "webhook" ? "unknown" : "passed",
    words: name === "webhook" ? "La dirección no se pudo probar desde aquí." : "Está en orden.",
    code: null,
  })),
  mayBeAdded: true,
  facts: {
    displayPhone: "+57 300 0000001",
    verifiedName: "Tienda de muestra 07",
    quality: "GREEN",
    tier: "TIER_250",
    tierLimit: 250,
    messagesPerSecond: 80,
    status: "CONNECTED",
    templates: 4,
  },
};

export const CHECKED_BADLY: CloudNumberChecked = {
  ...CHECKED_WELL,
  checks: CHECKED_WELL.checks.map((check) =>
    check.name === "token" ? { ...check, state: "failed", words: "El token venció. Cree otro.", code: "190" } : check,
  ),
  mayBeAdded: false,
  facts: null,
};

/** Every address under which something is read of a number. */
export const NUMBER_ANSWERS: readonly (readonly [string, unknown])[] = [
  ["/api/channels", NUMBERS],
  ["/api/channels/number-1", CLOUD_PAGE],
  ["/api/channels/number-2", STOPPED_PAGE],
  ["/api/channels/number-3", LINKED_PAGE],
  ["/api/channels/number-3/link", linkIn({ state: "unlinked" })],
  ["/api/channels/number-5/link", linkIn({ state: "unlinked" }, { risk: null })],
  ...["number-1", "number-2", "number-3"].flatMap((id) => [
    [`/api/channels/${id}/decisions`, DECISIONS] as const,
    [`/api/channels/${id}/events`, EVENTS] as const,
  ]),
  ["/api/unknown-parts", PARTS],
  ["/api/business/moves-to-other-number", { moves: false } satisfies MovesToOtherNumber],
];
